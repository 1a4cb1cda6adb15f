import { toStarlingError } from '../base/errors.ts';
import { type Timers, sleep } from '../base/timers.ts';
import type { StorageEngine } from '../storage/engine.ts';
import type { Custody } from './custody.ts';
import type { ReplicationEvents } from './events.ts';

export interface ClearanceDependencies {
  readonly custody: Custody;
  readonly storage: StorageEngine;
  readonly timers: Timers;
  /** Notes, durably, that these partitions are cleared, and marks them so. @throws StarlingError */
  readonly markCleared: (partitions: readonly number[]) => Promise<void>;
  /** Whether the peer says that it holds everything of the partition. */
  readonly isCompleteAt: (peer: string, partition: number) => boolean;
  /** Whether this node is a full member, whose view of the owners counts. */
  readonly isActive: () => boolean;
  readonly events: Pick<ReplicationEvents, 'partitionCleared' | 'partitionsNotCleared'>;
}

const RETRY_AFTER_MS = 1000;

/**
 * Takes away what this node holds of partitions without a claim to it:
 *
 * - what lay here before it became an owner, before it takes anything of that partition (see Custody): others may have forgotten
 *   since that these records were deleted;
 * - what it owned once, when all who own it now say that they hold everything, and nobody is copying it any more.
 */
export class Clearance {
  readonly #on: ClearanceDependencies;
  #running: Promise<void> | undefined;
  #isWoken = false;
  #isStopped = false;
  readonly #hasStopped = (): boolean => this.#isStopped;

  constructor(dependencies: ClearanceDependencies) {
    this.#on = dependencies;
  }

  /** Looks for something to clear, now or when what is under way has ended. */
  wake(): void {
    this.#isWoken = true;
    if (this.#isStopped) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isWoken && !this.#isStopped) {
      this.#isWoken = false;
      try {
        await this.#clearOwned();
        await this.#dropForeign();
      } catch (error) {
        if (this.#hasStopped()) return;
        this.#on.events.partitionsNotCleared(toStarlingError(error));
        this.#isWoken = true;
        await sleep(this.#on.timers, RETRY_AFTER_MS);
      }
    }
  }

  async #clearOwned(): Promise<void> {
    const { custody, markCleared } = this.#on;
    const partitions = custody.uncleared();
    if (partitions.length === 0) return;
    for (const partition of partitions) await this.#drop(partition);
    await markCleared(partitions);
  }

  async #dropForeign(): Promise<void> {
    const { custody, storage, isActive } = this.#on;
    if (!isActive()) return;
    for (let partition = 0; partition < custody.partitions && !this.#isStopped; partition++) {
      if (storage.count(partition) === 0) continue;
      // Looked at anew each time: the owners may have changed during the drop before.
      if (this.#isOthers(partition)) await this.#drop(partition);
    }
  }

  #isOthers(partition: number): boolean {
    const { custody, isCompleteAt } = this.#on;
    const custodians = custody.view.custodians(partition);
    return (
      !custody.owns(partition) &&
      custodians.length > 0 &&
      custody.view.pending(partition).length === 0 &&
      custodians.every((peer) => isCompleteAt(peer, partition))
    );
  }

  async #drop(partition: number): Promise<void> {
    const { storage, events } = this.#on;
    const records = storage.count(partition);
    if (records === 0) return;
    await storage.dropPartition(partition);
    events.partitionCleared(partition, records);
  }
}
