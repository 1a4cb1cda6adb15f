import { compareVersions } from '../../version/version.ts';
import { toStarlingError } from '../../base/errors.ts';
import { HashTree } from '../../merkle/hash-tree.ts';
import { partitionOfToken } from '../../version/key.ts';
import { checkpointPath } from '../log/checkpoint-files.ts';
import { BLOCK_HEADER_BYTES, CHECKPOINT_HEADER_BYTES, packLeaves } from '../log/checkpoint-format.ts';
import type { CheckpointReader, DumpedTable } from '../log/checkpoint-reader.ts';
import { type EntryHead, entryBytesOf } from '../log/format.ts';
import { IndexTable } from '../log/index-table.ts';
import { type LogPosition, isBefore } from '../log/log-state.ts';
import {
  PACKED_BYTES,
  type PackedEntry,
  WORDS,
  hashOfEntry,
  hashOfToken,
  isMortal,
  isSettled,
  moveToSlot,
  pack,
  placeOfEntry,
  settle,
} from '../log/packed-entry.ts';
import type { Segment } from '../log/segment.ts';
import type { Census } from './census.ts';
import { START_DOES_WITHOUT } from './checkpoint-files.ts';
import type { Findings } from './findings.ts';
import type { HeadReader } from './head-reader.ts';
import type { VerifyProgress } from './verify-progress.ts';

export interface CheckpointCheckParts {
  readonly findings: Findings;
  readonly progress: VerifyProgress;
  readonly heads: HeadReader;
  readonly census: Census;
  readonly partitionBits: number;
  readonly isDropped: (partition: number, at: LogPosition) => boolean;
  /** The segments that could be read, by number. */
  readonly segments: ReadonlyMap<number, Segment>;
  /** Of which parts, or all, are lost. */
  readonly damaged: ReadonlySet<number>;
}

/** What can be wrong with many entries at once: what there is to say of each kind. */
const MISTAKES = {
  order: 'are not in the order of their hashes',
  nowhere: 'name a segment that the checkpoint does not know',
  misplaced: 'point to where there is no such record',
  future: 'point behind what the checkpoint says was durable',
  version: 'point to a record with a higher version than the checkpoint says there was',
  stale: 'point to a record that was not the newest of its key any more',
  leaves: 'are summed up wrongly in the leaves of the hash tree',
} as const;

type Mistake = keyof typeof MISTAKES;

/** For those that a checkpoint has no block for. */
const EMPTY = new IndexTable();

/**
 * Compares one checkpoint with the log: each entry must point to a record with that hash, length and flags; and what the log
 * has before the checkpoint's position must be in it, each key with its newest record. (Tombstones and expired records may
 * be missing: a purge takes them out of the index first and out of the log later.)
 */
export class CheckpointCheck {
  readonly #parts: CheckpointCheckParts;
  readonly #reader: CheckpointReader;
  readonly #path: string;
  /** What each slot in the file means: 'gone' where that segment was removed since, 'lost' where it can't be read. */
  readonly #meaning = new Map<number, Segment | 'gone' | 'lost'>();
  readonly #mistakes = new Map<Mistake, { count: number; readonly offset: number }>();
  /** Newest records in what is lost, by segment. */
  readonly #lost = new Map<number, number>();
  readonly #numbers = new Map<number, number>();
  readonly #previous: PackedEntry = new Uint32Array(WORDS);
  /** Of the entries that were found to be right. */
  readonly #tree: HashTree;
  #missing = 0;

  constructor(parts: CheckpointCheckParts, reader: CheckpointReader) {
    this.#parts = parts;
    this.#reader = reader;
    this.#path = checkpointPath(reader.header.number);
    this.#tree = new HashTree(parts.partitionBits);
  }

  /** Newest records that it knows in what is lost, by the number of the segment. */
  get lost(): ReadonlyMap<number, number> {
    return this.#lost;
  }

  async run(): Promise<void> {
    if (!this.#fits()) return;
    try {
      await this.#readTables();
    } catch (error) {
      const { message, facts } = toStarlingError(error);
      this.#problem(Number(facts['offset'] ?? 0), message);
    }
    for (const [mistake, { count, offset }] of this.#mistakes) {
      this.#wrong(offset, `${count} of its entries, the first of them there, ${MISTAKES[mistake]}`);
    }
    if (this.#missing > 0) {
      this.#wrong(undefined, `it lacks ${this.#missing} keys that the log has before its position`);
    }
  }

  /** Whether it is of this log at all. */
  #fits(): boolean {
    const { census, partitionBits, segments, damaged } = this.#parts;
    const { header, footer, slots } = this.#reader;
    if (header.partitionBits !== partitionBits || header.tableBits !== census.tableBits) {
      this.#problem(0, `it was written for ${2 ** header.partitionBits} partitions`);
      return false;
    }
    for (const { slot, number, salt } of slots) {
      const segment = segments.get(number);
      if (segment !== undefined && segment.header.salt !== salt) {
        this.#problem(0, `it is of another log: it knows another segment ${number}`);
        return false;
      }
      this.#meaning.set(slot, segment ?? (damaged.has(number) ? 'lost' : 'gone'));
      this.#numbers.set(slot, number);
    }
    this.#checkPosition(header.position);
    if (isBefore(footer.durable, header.position)) this.#wrong(0, 'its position is behind what was durable');
    return true;
  }

  /** An opening reads the log from there: an entry has to begin there, or the segment to end. */
  #checkPosition({ segment: number, offset }: LogPosition): void {
    const segment = this.#parts.segments.get(number);
    if (segment === undefined || offset === segment.durableBytes || this.#parts.damaged.has(number)) return;
    if (this.#parts.heads.at(segment, offset) !== undefined) return;
    this.#wrong(0, `its position, ${segment.path} at ${offset}, is none at which an entry begins`);
  }

  async #readTables(): Promise<void> {
    const { census, progress } = this.#parts;
    let tables = 0;
    let expected = 0;
    let at = CHECKPOINT_HEADER_BYTES;
    for (let dumped = await this.#reader.next(); dumped !== undefined; dumped = await this.#reader.next()) {
      const itemsAt = at + BLOCK_HEADER_BYTES;
      const leavesBytes = dumped.leaves === undefined ? 0 : BLOCK_HEADER_BYTES + dumped.leaves.byteLength;
      const sizeBytes = BLOCK_HEADER_BYTES + dumped.words.byteLength + leavesBytes;
      if (dumped.table < expected || dumped.table >= census.tables.length) {
        this.#wrong(at, `table ${dumped.table} does not belong there`);
        return;
      }
      for (; expected < dumped.table; expected++) this.#compare(expected, EMPTY);
      this.#takeTable(dumped, itemsAt);
      expected++;
      tables++;
      at += sizeBytes;
      progress.advance(sizeBytes);
    }
    for (; expected < census.tables.length; expected++) this.#compare(expected, EMPTY);
    if (tables !== this.#reader.footer.tables) this.#problem(at, 'it lacks some of its tables');
  }

  #takeTable({ table: number, words, leaves }: DumpedTable, itemsAt: number): void {
    let kept = 0;
    for (let at = 0; at < words.length; at += WORDS) {
      const entry = words.subarray(at, at + WORDS);
      const fileOffset = itemsAt + at * (PACKED_BYTES / WORDS);
      if (at > 0 && isAfter(this.#previous, entry)) this.#mistake('order', fileOffset);
      this.#previous.set(entry);
      const verdict = this.#judge(entry, number);
      if (verdict !== 'right' && verdict !== 'gone') this.#mistake(verdict, fileOffset);
      if (verdict !== 'right') continue;
      words.copyWithin(kept, at, at + WORDS);
      kept += WORDS;
    }
    if (kept === words.length && leaves !== undefined && !this.#isSumOfEntries(number, leaves)) {
      this.#mistake('leaves', itemsAt + (words.length / WORDS) * PACKED_BYTES);
    }
    const table = new IndexTable();
    table.load(words.slice(0, kept));
    this.#compare(number, table);
  }

  /** Once the table's entries have been judged, and found to be right. */
  #isSumOfEntries(number: number, leaves: Uint32Array): boolean {
    const leavesEach = this.#tree.leaves / 2 ** this.#parts.census.tableBits;
    const expected = packLeaves(this.#tree.leafSums(number * leavesEach, leavesEach));
    return expected.length === leaves.length && expected.every((word, at) => word === leaves[at]);
  }

  /** Checks an entry, and lets it name the segment by the slot that it has here. */
  #judge(entry: PackedEntry, tableNumber: number): Mistake | 'right' | 'gone' {
    const { segmentSlot, offset, length } = placeOfEntry(entry);
    const segment = this.#meaning.get(segmentSlot);
    if (segment === undefined || length === 0) return 'nowhere';
    if (segment === 'lost') this.#noteLost(this.#numbers.get(segmentSlot)!);
    if (segment === 'lost' || segment === 'gone') return 'gone';
    moveToSlot(entry, 0, segment.slot);
    const { heads, census, damaged, partitionBits, isDropped } = this.#parts;
    const { footer } = this.#reader;
    const at = { segment: segment.number, offset };
    if (!isBefore(at, footer.durable)) return 'future';
    const head = heads.at(segment, offset);
    if (head === undefined && damaged.has(segment.number)) {
      this.#noteLost(segment.number);
      return 'gone';
    }
    if (head === undefined || !this.#isOf(head, entry, tableNumber)) return 'misplaced';
    if (!isSettled(entry[1]!)) this.#tree.add(head);
    if (compareVersions(head.version, footer.highestVersion) > 0) return 'version';
    if (damaged.size > 0 || isDropped(partitionOfToken(head.tokenHigh, partitionBits), at)) return 'right';
    const table = census.tables[tableNumber]!;
    if (table.slotAt(hashOfEntry(entry), { segmentSlot: segment.slot, offset }) !== undefined) return 'right';
    const newest = census.find(head, heads.keyBytes(head).slice());
    return newest !== undefined && this.#isFromPosition(table, newest) ? 'right' : 'stale';
  }

  #isOf(head: EntryHead, entry: PackedEntry, tableNumber: number): boolean {
    const { tableBits } = this.#parts.census;
    if (head.tokenHigh >>> (32 - tableBits) !== tableNumber) return false;
    const place = { ...placeOfEntry(entry), length: entryBytesOf(head) };
    const mortality = { tombstone: head.tombstone, expires: head.expiresAtMs > 0 };
    const expected = pack(hashOfToken(head.tokenHigh, head.tokenLow, tableBits), place, mortality);
    if (isSettled(entry[1]!) && isMortal(entry[1]!)) settle(expected, 0);
    return expected.every((word, i) => entry[i] === word);
  }

  /** Looks for what the log has in this table before the position, and the checkpoint lacks. */
  #compare(number: number, table: IndexTable): void {
    // What the log lost can't be told from what the checkpoint has too much or too little.
    if (this.#parts.damaged.size > 0) return;
    const expected = this.#parts.census.tables[number]!;
    for (let slot = expected.nextUsed(0); slot !== undefined; slot = expected.nextUsed(slot + 1)) {
      if (expected.isMortal(slot) || this.#isFromPosition(expected, slot)) continue;
      if (table.slotAt(expected.hash(slot), expected.place(slot)) === undefined) this.#missing++;
    }
  }

  /** Whether an opening reads that entry from the log, whatever the checkpoint says of its key. */
  #isFromPosition(table: IndexTable, slot: number): boolean {
    const { segmentSlot, offset } = table.place(slot);
    const at = { segment: this.#parts.census.segmentAt(segmentSlot).number, offset };
    return !isBefore(at, this.#reader.header.position);
  }

  #noteLost(number: number): void {
    this.#lost.set(number, (this.#lost.get(number) ?? 0) + 1);
  }

  #mistake(mistake: Mistake, offset: number): void {
    const known = this.#mistakes.get(mistake);
    if (known === undefined) this.#mistakes.set(mistake, { count: 1, offset });
    else known.count++;
  }

  /** Something that a start notices. */
  #problem(offset: number, what: string): void {
    this.#parts.findings.problems.add(this.#path, offset, `${what}; ${START_DOES_WITHOUT}`);
  }

  /** Something that a start doesn't notice, since the checksums are right. */
  #wrong(offset: number | undefined, what: string): void {
    const advice = 'remove it before the next start, which would believe it; the log has what is needed';
    this.#parts.findings.problems.add(this.#path, offset, `${what}: ${advice}`);
  }
}

function isAfter(a: PackedEntry, b: PackedEntry): boolean {
  const [first, second] = [hashOfEntry(a), hashOfEntry(b)];
  return first.upper > second.upper || (first.upper === second.upper && first.lower > second.lower);
}
