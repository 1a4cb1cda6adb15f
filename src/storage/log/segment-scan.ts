import { LIMITS } from '../../base/limits.ts';
import {
  type Block,
  type EntryHead,
  HEAD_BYTES,
  SEGMENT_HEADER_BYTES,
  blockOf,
  entryBytesOf,
  mayStartBatch,
  readHead,
  valueIsIntact,
} from './format.ts';
import type { Segment } from './segment.ts';

/**
 * Reads the entries of a segment, a window at a time:
 *
 *     while (await scan.fill()) for (let head = scan.next(); head; head = scan.next()) { ... }
 *
 * It ends at the durable end, or at the first bytes that aren't a valid entry: `damagedAt` is set then.
 */
export class SegmentScan {
  readonly #segment: Segment;
  readonly #windowBytes: number;
  readonly #endBytes: number;
  #block: Block = blockOf(new Uint8Array(0));
  #windowAt: number;
  #nextAt: number;
  #entryAt: number;
  /** How much the entry at `#nextAt` is known to need. */
  #neededBytes = HEAD_BYTES;
  #damagedAt: number | undefined;

  /** @param from offset of the entry to begin with */
  constructor(segment: Segment, windowBytes: number, from: number = SEGMENT_HEADER_BYTES) {
    this.#segment = segment;
    this.#windowBytes = windowBytes;
    this.#windowAt = this.#nextAt = this.#entryAt = from;
    this.#endBytes = segment.durableBytes;
  }

  /** Offset of the first bytes that are not a valid entry; undefined while there are none. */
  get damagedAt(): number | undefined {
    return this.#damagedAt;
  }

  /** The window; valid until the next `fill`. */
  get block(): Block {
    return this.#block;
  }

  /** Offset in the segment of the entry that `next` gave. */
  get offset(): number {
    return this.#entryAt;
  }

  /** Its place in `block`. */
  get at(): number {
    return this.#entryAt - this.#windowAt;
  }

  /** Reads on. False: the end, or damage. */
  async fill(): Promise<boolean> {
    if (this.#damagedAt !== undefined || this.#nextAt === this.#endBytes) return false;
    const wanted = Math.max(this.#windowBytes, this.#neededBytes);
    const target = new Uint8Array(Math.min(wanted, this.#endBytes - this.#nextAt));
    const got = await this.#segment.read(target, this.#nextAt);
    this.#block = blockOf(target.subarray(0, got));
    this.#windowAt = this.#nextAt;
    if (got < target.length) this.#damagedAt = this.#nextAt;
    return this.#damagedAt === undefined;
  }

  /** The next entry that lies in the window whole; undefined where the window has no more. */
  next(): EntryHead | undefined {
    if (this.#damagedAt !== undefined || this.#nextAt === this.#endBytes) return undefined;
    const at = this.#nextAt - this.#windowAt;
    const available = this.#block.bytes.length - at;
    const remaining = this.#endBytes - this.#nextAt;
    if (available < Math.min(HEAD_BYTES, remaining)) {
      this.#neededBytes = HEAD_BYTES;
      return undefined;
    }
    const head = readHead(this.#block, at, available, this.#segment.seed(this.#nextAt));
    const length = head === undefined ? Infinity : entryBytesOf(head);
    if (length > available && length <= remaining) {
      this.#neededBytes = length;
      return undefined;
    }
    if (head === undefined || length > remaining || !valueIsIntact(this.#block, at, head)) {
      this.#damagedAt = this.#nextAt;
      return undefined;
    }
    this.#entryAt = this.#nextAt;
    this.#nextAt += length;
    return head;
  }
}

/** The offset of a valid first entry of a batch behind `from`; undefined where there is none up to the end. */
export async function findBatchStart(segment: Segment, from: number): Promise<number | undefined> {
  const windowBytes = LIMITS.scanWindowBytes;
  for (let start = from; start < segment.durableBytes; start += windowBytes) {
    const target = new Uint8Array(Math.min(windowBytes + HEAD_BYTES, segment.durableBytes - start));
    const got = await segment.read(target, start);
    const block = blockOf(target.subarray(0, got));
    for (let at = 0; at < Math.min(got, windowBytes); at++) {
      if (!mayStartBatch(block, at)) continue;
      if (readHead(block, at, got - at, segment.seed(start + at)) !== undefined) return start + at;
    }
  }
  return undefined;
}

/** Where the zeros begin with which the segment ends, at `from` the earliest. */
export async function endWithoutZeros(segment: Segment, from: number): Promise<number> {
  const window = new Uint8Array(LIMITS.scanWindowBytes);
  for (let end = segment.durableBytes; end > from;) {
    const start = Math.max(from, end - window.length);
    const got = await segment.read(window.subarray(0, end - start), start);
    const last = window.subarray(0, got).findLastIndex((byte) => byte !== 0);
    if (last >= 0) return start + last + 1;
    end = start;
  }
  return from;
}
