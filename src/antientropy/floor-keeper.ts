import type { StorageEngine } from '../storage/engine.ts';
import { newestBefore } from '../version/version.ts';
import type { AntiEntropyEvents } from './events.ts';
import type { Holdings } from './holdings.ts';
import type { PurgeFloors } from './purge-floors.ts';

/** What must not be forgotten of fence and floors. */
export interface FloorState {
  readonly fenceMs: number;
  /** By partition. */
  readonly floorsMs: readonly number[];
}

export interface FloorKeeperDependencies {
  readonly floors: PurgeFloors;
  readonly holdings: Pick<Holdings, 'complete' | 'ownersOf'>;
  readonly storage: Pick<StorageEngine, 'allowPurge'>;
  /** Resolves when it is durable. */
  readonly save: (state: FloorState) => Promise<void>;
  /** The cluster's idea of the time, ms since the epoch. */
  readonly clusterTimeMs: () => number;
  /** How long tombstones and expired records are kept at least. */
  readonly purgeLagMs: number;
  /** Ends what would take long. */
  readonly isStopped: () => boolean;
  readonly events: AntiEntropyEvents;
}

/** Fences and floors rise in so many steps each lag: each one is saved, and each partition looked through. */
const STEPS_PER_LAG = 8;

/** Raises the fence with time, and the floors as far as all custodians agree; in each case it is saved first. */
export class FloorKeeper {
  readonly #on: FloorKeeperDependencies;

  constructor(dependencies: FloorKeeperDependencies) {
    this.#on = dependencies;
  }

  /** Settles what was settled before the start: the log may have brought some of it back. */
  async resume(): Promise<void> {
    const { floors, holdings } = this.#on;
    for (const partition of holdings.complete()) await this.#settle(partition, floors.floorMs(partition));
  }

  /** Raises what may rise by now. */
  async advance(): Promise<void> {
    const { floors, holdings, save, clusterTimeMs, purgeLagMs, events } = this.#on;
    const stepMs = purgeLagMs / STEPS_PER_LAG;
    const dueMs = Math.floor((clusterTimeMs() - purgeLagMs) / 1000) * 1000;
    const fenceMs = dueMs >= floors.fenceMs + stepMs ? dueMs : floors.fenceMs;
    const rising = holdings
      .complete()
      .map((partition) => ({ partition, floorMs: floors.agreedMs(partition, holdings.ownersOf(partition)) }))
      .filter(({ partition, floorMs }) => floorMs >= floors.floorMs(partition) + stepMs);
    if (fenceMs === floors.fenceMs && rising.length === 0) return;
    const floorsMs = floors.floorsMs;
    for (const { partition, floorMs } of rising) floorsMs[partition] = floorMs;
    await save({ fenceMs, floorsMs });
    floors.raiseFence(fenceMs);
    for (const { partition, floorMs } of rising) {
      floors.raiseFloor(partition, floorMs);
      await this.#settle(partition, floorMs);
    }
    if (rising.length > 0) events.floorsRaised(rising.length);
  }

  async #settle(partition: number, floorMs: number): Promise<void> {
    if (floorMs === 0 || this.#on.isStopped()) return;
    await this.#on.storage.allowPurge(partition, { floor: newestBefore(floorMs), expiredBeforeMs: floorMs });
  }
}
