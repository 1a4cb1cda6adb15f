import type { Disk } from '../../base/disk.ts';
import { toStarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Pace } from '../../base/pace.ts';
import type { Timers } from '../../base/timers.ts';
import type { StorageEvents } from '../events.ts';
import type { Appender } from './appender.ts';
import { entryBytesOf } from './format.ts';
import type { GroupCommit } from './group-commit.ts';
import type { HighestVersion } from './highest-version.ts';
import { filterPath } from './key-filter-files.ts';
import type { KeyIndex } from './key-index.ts';
import type { LogState } from './log-state.ts';
import { NOTHING_PURGEABLE, type Purgeable, findPurgeable } from './purge.ts';
import type { Segment } from './segment.ts';
import { SegmentScan } from './segment-scan.ts';
import type { Segments } from './segments.ts';

export interface CompactionOptions {
  /** A segment of which less than this fraction is live is rewritten. */
  readonly minLiveFraction: number;
  /** The active segment is closed early to be rewritten only from this size on. */
  readonly minSegmentBytes: number;
}

/** How often segments are weighed, while the log grows by the smallest that is rewritten. */
const LOOKS_PER_SEGMENT = 8;

export interface CompactionParts {
  readonly disk: Disk;
  readonly timers: Timers;
  readonly state: LogState;
  readonly highestVersion: HighestVersion;
  readonly segments: Segments;
  readonly commit: GroupCommit;
  readonly index: KeyIndex;
  readonly appender: Appender;
  readonly pace: Pace;
  readonly events: StorageEvents;
}

/**
 * Gives disk space back: one segment at a time, what the index still points to is copied to the tail of
 * the log, and once the copies are durable the file is removed. Copies go through the same group commit as
 * writes and wait for it after every window, so that they never get ahead of clients by more than that.
 *
 * The segment with the least that is live goes first. One that is mostly tombstones and expired records counts as
 * worthwhile once some are settled (purge.ts); what it turns out to lack is looked for again only after more were.
 */
export class Compaction {
  readonly #options: CompactionOptions;
  readonly #parts: CompactionParts;
  #hasSettled = false;
  /** Partitions, one twice where it is held back twice. */
  readonly #heldBack: number[] = [];
  /** Segments in which nothing worth it could be purged, as it is. */
  #spared = new WeakSet<Segment>();
  #purged = 0;
  /** Bytes that were appended since it was last looked for something to do. */
  #grownBytes = 0;
  #running: Promise<void> | undefined;
  /** Whether somebody woke it while it was at work, perhaps for what it had passed already. */
  #wokenAgain = false;
  #stopped = false;

  constructor(options: CompactionOptions, parts: CompactionParts) {
    this.#options = options;
    this.#parts = parts;
  }

  /** Tombstones and expired records that have gone so far. */
  get purged(): number {
    return this.#purged;
  }

  /** Notes that the log has grown, and wakes where that is enough to make a difference. */
  grown(byBytes: number): void {
    this.#grownBytes += byBytes;
    if (this.#grownBytes >= this.#options.minSegmentBytes / LOOKS_PER_SEGMENT) this.wake();
  }

  /** Starts working unless it is at work already, or nothing is worth it. */
  wake(): void {
    this.#grownBytes = 0;
    this.#wokenAgain = this.#running !== undefined;
    if (this.#wokenAgain || this.#stopped || this.#next() === undefined) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#wokenAgain) this.wake();
    });
  }

  /** Notes that further tombstones or expired records are settled, and may go. */
  settled(): void {
    this.#hasSettled = true;
    this.#spared = new WeakSet();
    this.wake();
  }

  /** Copies nothing of a partition that is being dropped, until the given function is called: a copy would lie behind what is dropped, and stay. */
  holdBack(partition: number): () => void {
    this.#heldBack.push(partition);
    return () => {
      this.#heldBack.splice(this.#heldBack.indexOf(partition), 1);
      this.wake();
    };
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#parts.pace.hurry();
    await this.#running;
  }

  #next(): Segment | undefined {
    const { segments } = this.#parts;
    let best: Segment | undefined;
    for (const segment of segments.all) {
      if (segment.isDamaged || segment.durableBytes < segment.tailBytes) continue;
      if (segment === segments.active && segment.tailBytes < this.#options.minSegmentBytes) continue;
      if (!this.#isWorthwhile(segment)) continue;
      if (best === undefined || fraction(segment) < fraction(best)) best = segment;
    }
    return best;
  }

  #isWorthwhile(segment: Segment): boolean {
    const enough = segment.tailBytes * this.#options.minLiveFraction;
    if (segment.liveBytes < enough) return true;
    if (!this.#hasSettled || this.#spared.has(segment)) return false;
    return segment.liveBytes - segment.mortalBytes < enough;
  }

  /** Never rejects. */
  async #run(): Promise<void> {
    try {
      let segment = this.#next();
      while (segment !== undefined && !this.#stopped) {
        if (segment === this.#parts.segments.active) await this.#closeActive();
        if (!(await this.#compact(segment))) return;
        segment = this.#next();
      }
    } catch (error) {
      // A refusal of writes has been reported by the group commit, and ends this until writes are taken again.
      if (error !== this.#parts.commit.refusal) this.#parts.events.compactionFailed(toStarlingError(error));
    }
  }

  /** Lets the log go on in a new segment, which is there, durably, before the one that was active can be removed. */
  async #closeActive(): Promise<void> {
    const { commit, segments } = this.#parts;
    commit.admit(0);
    commit.batchFor(segments.startNew(), 0);
    await commit.durable();
  }

  /** Whether the segment is dealt with: removed, or left alone for good or until more is settled. */
  async #compact(segment: Segment): Promise<boolean> {
    const { commit, events } = this.#parts;
    const purgeable = await this.#findPurgeable(segment);
    if (segment.liveBytes - purgeable.bytes >= segment.tailBytes * this.#options.minLiveFraction) {
      this.#spared.add(segment);
      return true;
    }
    const freedBytes = segment.tailBytes;
    const copied = await this.#copyAll(segment, purgeable);
    if (copied === 'stopped') return false;
    if (copied === 'damaged') return true;
    // With the queue flushed, or rolled back, no batch can bring an entry of this segment back to life.
    if (commit.pendingBytes > 0) await commit.durable();
    if (segment.liveBytes > 0) return false;
    await this.#retire(segment);
    events.compacted(segment.path, copied, freedBytes);
    return true;
  }

  #findPurgeable(segment: Segment): Promise<Purgeable> {
    if (!this.#hasSettled) return Promise.resolve(NOTHING_PURGEABLE);
    return findPurgeable(this.#parts, segment);
  }

  #isHeldBack(tokenHigh: number): boolean {
    return this.#heldBack.includes(this.#parts.index.partitionOf(tokenHigh));
  }

  /** Removes a segment that nothing needs any more; that it goes is noted first, so that nobody takes it for missing. */
  async #retire(segment: Segment): Promise<void> {
    const { disk, segments, state, highestVersion } = this.#parts;
    segment.retire();
    await state.setSegments(highestVersion.value);
    await segments.remove(segment);
    await disk.remove(filterPath(segment.number));
  }

  /** Copies what is live and stays. Bytes that were copied, and are durable. */
  async #copyAll(segment: Segment, purgeable: Purgeable): Promise<number | 'stopped' | 'damaged'> {
    const { commit, events, pace } = this.#parts;
    const scan = new SegmentScan(segment, LIMITS.compactionWindowBytes);
    let copied = 0;
    while (segment.liveBytes > 0 && (await scan.fill())) {
      const window = await this.#copyWindow(segment, scan, purgeable);
      if (this.#stopped) return 'stopped';
      copied += window;
      if (window === 0) continue;
      await commit.durable();
      await pace.pause(window);
    }
    if (scan.damagedAt === undefined) return copied;
    segment.markDamaged();
    events.damageFound(segment.damageAt(scan.damagedAt, 'an entry fails its checksum'));
    return 'damaged';
  }

  /** In slices, so that requests are not held up for longer than one takes. */
  async #copyWindow(segment: Segment, scan: SegmentScan, purgeable: Purgeable): Promise<number> {
    const { index, commit, appender, events } = this.#parts;
    let copied = 0;
    let purged = 0;
    let slice = LIMITS.compactionSliceEntries;
    for (let head = scan.next(); head !== undefined; head = scan.next()) {
      if (--slice === 0) {
        slice = LIMITS.compactionSliceEntries;
        await new Promise<void>((resolve) => this.#parts.timers.endOfIteration(resolve));
        if (this.#stopped) break;
      }
      const table = index.tableOfToken(head.tokenHigh);
      const slot = table.slotAt(index.hashOf(head), { segmentSlot: segment.slot, offset: scan.offset });
      if (slot === undefined || this.#isHeldBack(head.tokenHigh)) continue;
      if (purgeable.offsets.has(scan.offset)) {
        appender.removeSettled({ table, slot });
        purged++;
        continue;
      }
      commit.admit(entryBytesOf(head));
      appender.move(scan.block, scan.at, head, { table, slot });
      copied += entryBytesOf(head);
    }
    this.#purged += purged;
    if (purged > 0) events.purged(purged);
    return copied;
  }
}

function fraction(segment: Segment): number {
  return segment.liveBytes / segment.tailBytes;
}
