import { LIMITS } from '../../base/limits.ts';
import { partitionOfToken } from '../../version/key.ts';
import { type Block, type EntryHead, SEGMENT_HEADER_BYTES, entryBytesOf, keyBytesAt } from '../log/format.ts';
import type { KeyFilter } from '../log/key-filter.ts';
import { type LogPosition, isBefore } from '../log/log-state.ts';
import type { Segment } from '../log/segment.ts';
import { SegmentScan, endWithoutZeros, findBatchStart } from '../log/segment-scan.ts';
import type { Census } from './census.ts';
import { keyText, mistakeIn } from './entry-rules.ts';
import { findEntry } from './entry-search.ts';
import type { Findings } from './findings.ts';
import type { HeadReader } from './head-reader.ts';
import type { VerifyProgress } from './verify-progress.ts';

export interface SegmentCheckParts {
  readonly findings: Findings;
  readonly progress: VerifyProgress;
  readonly heads: HeadReader;
  readonly census: Census;
  readonly partitionBits: number;
  /** Whether what is at this position was dropped with its partition. */
  readonly isDropped: (partition: number, at: LogPosition) => boolean;
  /** The log is known to have been durable up to here. */
  readonly durable: LogPosition;
  /** The last segment of the log: its tail may be torn. */
  readonly last: Segment | undefined;
}

export interface SegmentTotals {
  readonly entries: number;
  /** Bytes in which there are no valid entries, and should be. */
  readonly lostBytes: number;
}

/**
 * Reads one segment whole, and checks all that can be checked of its entries. Behind damage it goes on at the next valid entry:
 *
 *     | entry | entry | no valid head ..........| entry | head, value damaged | entry |
 *                     '-> searched byte by byte-^                             ^- known from the head
 */
export class SegmentCheck {
  readonly #parts: SegmentCheckParts;
  readonly #segment: Segment;
  readonly #filter: KeyFilter | undefined;
  #entries = 0;
  #lostBytes = 0;
  /** Keys that the filter doesn't know. */
  #unfiltered = 0;

  /** @param filter of the keys in this segment, where there is one */
  constructor(parts: SegmentCheckParts, segment: Segment, filter: KeyFilter | undefined) {
    this.#parts = parts;
    this.#segment = segment;
    this.#filter = filter;
  }

  /** Keys of the segment that its filter doesn't know. */
  get unfiltered(): number {
    return this.#unfiltered;
  }

  async run(): Promise<SegmentTotals> {
    this.#parts.progress.advance(SEGMENT_HEADER_BYTES);
    let next: number | undefined = SEGMENT_HEADER_BYTES;
    while (next !== undefined) next = await this.#readFrom(next);
    return { entries: this.#entries, lostBytes: this.#lostBytes };
  }

  /** Gives where to go on behind damage; undefined at the end. */
  async #readFrom(from: number): Promise<number | undefined> {
    const scan = new SegmentScan(this.#segment, LIMITS.scanWindowBytes, from);
    let readTo = from;
    while (await scan.fill()) {
      for (let head = scan.next(); head !== undefined; head = scan.next()) {
        this.#take(scan.offset, head, scan.block, scan.at);
        readTo = scan.offset + entryBytesOf(head);
      }
      this.#parts.progress.advance(readTo - from);
      from = readTo;
    }
    return scan.damagedAt === undefined ? undefined : this.#behindDamage(scan.damagedAt);
  }

  #take(offset: number, head: EntryHead, block: Block, at: number): void {
    this.#entries++;
    const mistake = mistakeIn(block, at, head);
    if (mistake !== undefined) {
      this.#problem(
        offset,
        `the record there was written wrongly, though its checksums are right: ${mistake}`,
      );
    }
    this.#count(offset, head, keyBytesAt(block, at, head));
  }

  /** Counts its key, though its value may be damaged. */
  #count(offset: number, head: EntryHead, keyBytes: Uint8Array): void {
    const { census, isDropped, partitionBits } = this.#parts;
    if (this.#filter?.mayHold(head.tokenHigh, head.tokenLow) === false) this.#unfiltered++;
    const at = { segment: this.#segment.number, offset };
    if (isDropped(partitionOfToken(head.tokenHigh, partitionBits), at)) return;
    census.add(this.#segment, offset, head, keyBytes);
  }

  async #behindDamage(at: number): Promise<number | undefined> {
    const { heads, progress } = this.#parts;
    const sizeBytes = this.#segment.durableBytes;
    if (await this.#isTorn(at)) {
      await this.#noteTorn(at);
      progress.advance(sizeBytes - at);
      return undefined;
    }
    const head = heads.at(this.#segment, at);
    if (head !== undefined && at + entryBytesOf(head) <= sizeBytes) return this.#behindValue(at, head);
    const next = await findEntry(this.#segment, at + 1, (bytes) => progress.advance(bytes));
    const lost = (next ?? sizeBytes) - at;
    this.#lostBytes += lost;
    const where = next === undefined ? 'up to the end of the file' : `before the next one at ${next}`;
    this.#problem(
      at,
      `${lost} bytes, ${where}, are no valid entry: at least one record is lost, and nothing there says of which key`,
    );
    return next;
  }

  /** What is zeros up to the end is room for entries to come, as the last segment has it. */
  async #noteTorn(at: number): Promise<void> {
    const tornBytes = (await endWithoutZeros(this.#segment, at)) - at;
    if (tornBytes === 0) return;
    this.#parts.findings.notes.add(
      this.#segment.path,
      at,
      `${tornBytes} bytes are of a flush that a crash cut short: nothing of it was acknowledged, and the next start cuts it off`,
    );
  }

  #behindValue(at: number, head: EntryHead): number {
    const keyBytes = this.#parts.heads.keyBytes(head).slice();
    this.#entries++;
    this.#problem(at, `the value of the key ${keyText(keyBytes)} fails its checksum: this record is lost`);
    this.#count(at, head, keyBytes);
    return at + entryBytesOf(head);
  }

  /** As recovery sees it: the end of the log, not known to have been durable, and no later flush behind it. */
  async #isTorn(at: number): Promise<boolean> {
    const { last, durable } = this.#parts;
    if (this.#segment !== last || isBefore({ segment: this.#segment.number, offset: at }, durable))
      return false;
    return (await findBatchStart(this.#segment, at + 1)) === undefined;
  }

  #problem(offset: number, what: string): void {
    this.#parts.findings.problems.add(this.#segment.path, offset, what);
  }
}
