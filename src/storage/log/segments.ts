import type { Disk } from '../../base/disk.ts';
import { StarlingError } from '../../base/errors.ts';
import type { Random } from '../../base/random.ts';
import { SEGMENT_HEADER_BYTES } from './format.ts';
import { LOG_START, type LogPosition } from './log-state.ts';
import { LOG_FOLDER, Segment } from './segment.ts';

const SLOTS = 65_536;

export interface SegmentsOptions {
  readonly disk: Disk;
  readonly random: Random;
  readonly partitionBits: number;
  /** A segment that has reached this size takes no more entries. */
  readonly segmentBytes: number;
}

/** The segments of a log: the older ones, which only shrink in worth, and the active one at the end. */
export class Segments {
  readonly #options: SegmentsOptions;
  readonly #bySlot: (Segment | undefined)[] = [];
  readonly #freeSlots: number[] = [];
  /** In the order of their numbers; the last one is active. */
  readonly #inOrder: Segment[] = [];
  /** Taken back before they were fully created; their files may be there, and open. */
  readonly #unfinished: Segment[] = [];
  /** Slots that were given back while somebody relies on what they mean; undefined while nobody does. */
  #pinned: Segment[] | undefined;

  constructor(options: SegmentsOptions) {
    this.#options = options;
  }

  /** In the order of the log. */
  get all(): readonly Segment[] {
    return this.#inOrder;
  }

  /** Where entries are appended. */
  get active(): Segment {
    const last = this.#inOrder.at(-1);
    if (last === undefined) throw new StarlingError('STOPPED', 'the log has no segment yet');
    return last;
  }

  /** The segment that the index means by this slot. */
  at(slot: number): Segment {
    return this.#bySlot[slot]!;
  }

  /** Numbers of the segments whose files are durable, and stay. */
  numbers(): number[] {
    return this.#inOrder
      .filter((segment) => segment.isCreated && !segment.isRetired)
      .map(({ number }) => number);
  }

  /** How far the log is durable on disk. */
  durableEnd(): LogPosition {
    let end: LogPosition = LOG_START;
    for (const segment of this.#inOrder) {
      if (!segment.isCreated) break;
      end = { segment: segment.number, offset: segment.durableBytes };
      if (segment.durableBytes < segment.tailBytes) break;
    }
    return end;
  }

  /**
   * Until its release no slot changes its meaning: that of a segment that goes is not used again. `release` gives all
   * segments that a slot has meant meanwhile, and may be called twice. One pin at a time.
   */
  pinSlots(): { readonly release: () => Segment[] } {
    const pinned: Segment[] = [];
    this.#pinned = pinned;
    return {
      release: () => {
        const meant = [...pinned, ...this.#inOrder];
        if (this.#pinned === pinned) this.#pinned = undefined;
        for (const { slot } of pinned.splice(0)) this.returnSlot(slot);
        return meant;
      },
    };
  }

  /** Slot for a segment that `add` will bring. @throws StarlingError DISK_FULL where all are taken */
  takeSlot(): number {
    const slot = this.#freeSlots.pop() ?? this.#bySlot.length;
    if (slot >= SLOTS) {
      throw new StarlingError(
        'DISK_FULL',
        `${this.#options.disk.root} has ${SLOTS} segments, the most that there can be; wait for compaction or use larger segments`,
      );
    }
    this.#bySlot[slot] ??= undefined;
    return slot;
  }

  /** Gives back a slot that stayed unused. */
  returnSlot(slot: number): void {
    this.#freeSlots.push(slot);
  }

  add(segment: Segment): void {
    this.#bySlot[segment.slot] = segment;
    this.#inOrder.push(segment);
  }

  /** The active segment, a new one where this entry doesn't fit any more. The new one isn't on disk yet. */
  roomFor(lengthBytes: number): Segment {
    const active = this.#inOrder.at(-1);
    if (active !== undefined) {
      const fits = active.tailBytes + lengthBytes <= this.#options.segmentBytes;
      if (fits || active.tailBytes === SEGMENT_HEADER_BYTES) return active;
    }
    return this.startNew();
  }

  startNew(): Segment {
    const previous = this.#inOrder.at(-1);
    const segment = new Segment(this.takeSlot(), {
      partitionBits: this.#options.partitionBits,
      number: (previous?.number ?? 0) + 1,
      previousBytes: previous?.tailBytes ?? 0,
      salt: this.#options.random.integer(2 ** 32),
    });
    this.add(segment);
    return segment;
  }

  /** Size up to which a segment grows. */
  get segmentBytes(): number {
    return this.#options.segmentBytes;
  }

  /** Ends the file of the segment before this one, which is about to be created. */
  async sealBefore(segment: Segment): Promise<void> {
    await this.#inOrder[this.#inOrder.indexOf(segment) - 1]?.seal();
  }

  /** Takes back what was appended and isn't durable, in memory; `tidy` then does so on disk. */
  rollBack(): void {
    for (const segment of this.#inOrder.filter(({ isCreated }) => !isCreated)) {
      this.#forget(segment);
      this.#unfinished.push(segment);
    }
    for (const segment of this.#inOrder) segment.rollBack();
  }

  /** After a roll-back: removes the files of segments that were not fully created, and cuts the active one. */
  async tidy(): Promise<void> {
    for (const segment of this.#unfinished.splice(0)) {
      await segment.close();
      await this.#options.disk.remove(segment.path);
    }
    // Durably: other bytes will be written there, and what was cut off must not come back between them.
    await this.active.truncate();
    await this.active.sync();
    await this.#options.disk.syncDirectory(LOG_FOLDER);
  }

  /** Removes an old segment's file, durably. Nothing may point to it any more, and that it goes has been noted. */
  async remove(segment: Segment): Promise<void> {
    await segment.close();
    await this.#options.disk.remove(segment.path);
    await this.#options.disk.syncDirectory(LOG_FOLDER);
    this.#forget(segment);
  }

  async close(): Promise<void> {
    for (const segment of [...this.#inOrder, ...this.#unfinished]) await segment.close();
  }

  #forget(segment: Segment): void {
    this.#inOrder.splice(this.#inOrder.indexOf(segment), 1);
    this.#bySlot[segment.slot] = undefined;
    if (this.#pinned === undefined) this.returnSlot(segment.slot);
    else this.#pinned.push(segment);
  }
}
