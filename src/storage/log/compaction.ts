import { toStarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Timers } from '../../base/timers.ts';
import type { StorageEvents } from '../events.ts';
import type { Appender } from './appender.ts';
import { entryBytesOf } from './format.ts';
import type { GroupCommit } from './group-commit.ts';
import type { KeyIndex } from './key-index.ts';
import type { Segment } from './segment.ts';
import { SegmentScan } from './segment-scan.ts';
import type { Segments } from './segments.ts';

export interface CompactionOptions {
  /** A segment of which less than this fraction is live is rewritten. */
  readonly minLiveFraction: number;
  /** Most bytes copied in a second. */
  readonly bytesPerSecond: number;
}

export interface CompactionParts {
  readonly timers: Timers;
  readonly segments: Segments;
  readonly commit: GroupCommit;
  readonly index: KeyIndex;
  readonly appender: Appender;
  readonly events: StorageEvents;
}

/**
 * Gives disk space back: one segment at a time, what the index still points to is copied to the tail of
 * the log, and once the copies are durable the file is removed. Copies go through the same group commit as
 * writes and wait for it after every window, so that they never get ahead of clients by more than that.
 *
 * Tombstones are records like any other here and are never dropped.
 */
export class Compaction {
  readonly #options: CompactionOptions;
  readonly #parts: CompactionParts;
  #running: Promise<void> | undefined;
  #stopped = false;
  /** Ends a pause that is under way. */
  #endPause: (() => void) | undefined;

  constructor(options: CompactionOptions, parts: CompactionParts) {
    this.#options = options;
    this.#parts = parts;
  }

  /** Whether rewriting this segment is worth it. */
  isWorthwhile(segment: Segment): boolean {
    if (segment === this.#parts.segments.active || segment.isDamaged) return false;
    return (
      segment.durableBytes === segment.tailBytes &&
      segment.liveBytes < segment.tailBytes * this.#options.minLiveFraction
    );
  }

  /** Starts working unless it is at work already. */
  wake(): void {
    if (this.#running !== undefined || this.#stopped || this.#next() === undefined) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#endPause?.();
    await this.#running;
  }

  #next(): Segment | undefined {
    let best: Segment | undefined;
    for (const segment of this.#parts.segments.all) {
      if (!this.isWorthwhile(segment)) continue;
      if (best === undefined || fraction(segment) < fraction(best)) best = segment;
    }
    return best;
  }

  /** Never rejects. */
  async #run(): Promise<void> {
    try {
      let segment = this.#next();
      while (segment !== undefined && !this.#stopped) {
        if (!(await this.#compact(segment))) return;
        segment = this.#next();
      }
    } catch (error) {
      // A refusal of writes has been reported by the group commit, and ends this until writes are taken again.
      if (error !== this.#parts.commit.refusal) this.#parts.events.compactionFailed(toStarlingError(error));
    }
  }

  /** Whether the segment is settled: removed, or left alone for good. */
  async #compact(segment: Segment): Promise<boolean> {
    const { commit, segments } = this.#parts;
    const scan = new SegmentScan(segment, LIMITS.compactionWindowBytes);
    let copied = 0;
    while (segment.liveBytes > 0 && (await scan.fill())) {
      if (this.#stopped) return false;
      const window = this.#copyWindow(segment, scan);
      copied += window;
      if (window === 0) continue;
      await commit.durable();
      await this.#pause((window / this.#options.bytesPerSecond) * 1000);
    }
    if (scan.damagedAt !== undefined) {
      segment.markDamaged();
      this.#parts.events.damageFound(segment.damageAt(scan.damagedAt, 'an entry fails its checksum'));
      return true;
    }
    // With the queue flushed, or rolled back, no batch can bring an entry of this segment back to life.
    if (commit.pendingBytes > 0) await commit.durable();
    if (segment.liveBytes > 0) return false;
    await segments.remove(segment);
    this.#parts.events.compacted(segment.path, copied, segment.durableBytes);
    return true;
  }

  /** Waits, unless it was stopped. */
  #pause(durationMs: number): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = this.#parts.timers.after(durationMs, resolve);
      this.#endPause = () => {
        timer.cancel();
        resolve();
      };
    });
  }

  #copyWindow(segment: Segment, scan: SegmentScan): number {
    const { index, commit, appender } = this.#parts;
    let copied = 0;
    for (let head = scan.next(); head !== undefined; head = scan.next()) {
      const table = index.tableOfToken(head.tokenHigh);
      const slot = table.slotAt(index.hashOf(head), { segmentSlot: segment.slot, offset: scan.offset });
      if (slot === undefined) continue;
      commit.admit(entryBytesOf(head));
      appender.move(scan.block, scan.at, head, { table, slot });
      copied += entryBytesOf(head);
    }
    return copied;
  }
}

function fraction(segment: Segment): number {
  return segment.liveBytes / segment.tailBytes;
}
