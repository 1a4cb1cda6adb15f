import type { Clock } from '../base/clock.ts';
import { StarlingError, toStarlingError } from '../base/errors.ts';
import { Pace } from '../base/pace.ts';
import type { Random } from '../base/random.ts';
import type { Timer, Timers } from '../base/timers.ts';
import type { ScrubReport, StorageEngine } from '../storage/engine.ts';

/** How often, and how fast, a peer reads its whole log again to find damage. */
export interface ScrubSettings {
  /** In which everything is read once, in ms. */
  readonly intervalMs: number;
  /** Most bytes that are read in a second. */
  readonly bytesPerSecond: number;
}

/** What a scrub has to tell; telemetry listens. One method an event. */
export interface ScrubEvents {
  /** Something of the partition is not what it was when it was written, or not what the hash tree says; the owners are compared next. */
  scrubFound(partition: number, report: ScrubReport): void;
  /** A partition was not read to its end; it has its turn again. */
  scrubFailed(partition: number, error: StarlingError): void;
}

export interface ScrubDependencies extends ScrubSettings {
  readonly storage: Pick<StorageEngine, 'scrub' | 'count'>;
  readonly partitions: number;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly timers: Timers;
  readonly random: Random;
  /** Compares the partition with its other owners before anything else is compared. */
  readonly compareFirst: (partition: number) => void;
  readonly events: ScrubEvents;
}

/** The machine's timers take 24 days at most. Where a node holds next to nothing, it is read more often than it need be. */
const LONGEST_PAUSE_MS = 86_400_000;

/** What it has done since the start. */
export interface ScrubTotals {
  readonly partitions: number;
  readonly bytes: number;
  readonly damaged: number;
  readonly differing: number;
}

export const NOTHING_SCRUBBED: ScrubTotals = { partitions: 0, bytes: 0, damaged: 0, differing: 0 };

/**
 * Reads what this node holds, one partition after the other, for ever: disks give back other bits than they were given, and who finds out
 * while the other owners are well can be mended or replaced in time. Spread over the whole interval, so that it is felt at no time:
 *
 *     |<-------- interval / partitions that hold anything -------->|
 *     | reads one, at bytesPerSecond at most |       nothing       | reads the next ...
 *
 * It begins with any partition: a peer that is started more often than the interval looks at all of them in the end.
 */
export class Scrub {
  readonly #on: ScrubDependencies;
  readonly #pace: Pace;
  readonly #damagedPartitions = new Set<number>();
  #totals = NOTHING_SCRUBBED;
  #next: number | undefined;
  #timer: Timer | undefined;
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(dependencies: ScrubDependencies) {
    this.#on = dependencies;
    this.#pace = new Pace(dependencies.timers, dependencies.bytesPerSecond);
  }

  get totals(): ScrubTotals {
    return this.#totals;
  }

  /** Partitions of which something was damaged when they were read last, in their order; without those that are held no more. */
  get damagedPartitions(): number[] {
    const held = [...this.#damagedPartitions].filter((partition) => this.#on.storage.count(partition) > 0);
    return held.sort((a, b) => a - b);
  }

  start(): void {
    this.#plan(0);
  }

  /** Resolves when nothing is being read any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    this.#pace.hurry();
    await this.#running;
  }

  #plan(tookMs: number): void {
    const { partitions, storage, intervalMs, timers } = this.#on;
    let held = 0;
    for (let partition = 0; partition < partitions; partition++) if (storage.count(partition) > 0) held++;
    const shareMs = Math.min(intervalMs / Math.max(1, held), LONGEST_PAUSE_MS);
    const delayMs = Math.max(0, shareMs - tookMs);
    this.#timer = timers.after(delayMs, () => {
      this.#running = this.#takeTurn();
    });
  }

  async #takeTurn(): Promise<void> {
    const { clock } = this.#on;
    const startedMs = clock.monotonicMs();
    const partition = this.#choose();
    if (partition !== undefined) await this.#scrub(partition);
    if (!this.#isStopped) this.#plan(clock.monotonicMs() - startedMs);
  }

  /** The next one that holds anything; undefined where none does. */
  #choose(): number | undefined {
    const { partitions, storage, random } = this.#on;
    const first = this.#next ?? random.integer(partitions);
    for (let step = 0; step < partitions; step++) {
      const partition = (first + step) % partitions;
      if (storage.count(partition) === 0) continue;
      this.#next = (partition + 1) % partitions;
      return partition;
    }
    return undefined;
  }

  async #scrub(partition: number): Promise<void> {
    const { storage, events, compareFirst } = this.#on;
    try {
      const report = await storage.scrub(partition, (sizeBytes) => this.#paced(sizeBytes));
      this.#count(report);
      if (report.damaged > 0) this.#damagedPartitions.add(partition);
      else this.#damagedPartitions.delete(partition);
      if (report.damaged === 0 && report.differing === 0) return;
      events.scrubFound(partition, report);
      compareFirst(partition);
    } catch (thrown) {
      const error = toStarlingError(thrown);
      if (!this.#isStopped) events.scrubFailed(partition, error);
    }
  }

  #count({ bytes, damaged, differing }: ScrubReport): void {
    const totals = this.#totals;
    this.#totals = {
      partitions: totals.partitions + 1,
      bytes: totals.bytes + bytes,
      damaged: totals.damaged + damaged,
      differing: totals.differing + differing,
    };
  }

  /** @throws StarlingError STOPPED, so that a stop need not wait until the partition is read */
  async #paced(sizeBytes: number): Promise<void> {
    await this.#pace.pause(sizeBytes);
    if (this.#isStopped) throw new StarlingError('STOPPED', 'the node is stopping');
  }
}
