import { assert } from '../../base/assert.ts';
import type { Record } from '../../version/record.ts';
import type { Batch } from './batch.ts';
import {
  type Block,
  type EntryHead,
  entryBytes,
  entryBytesOf,
  readHead,
  resignEntry,
  writeEntry,
} from './format.ts';
import type { GroupCommit } from './group-commit.ts';
import type { KeyIndex, Located } from './key-index.ts';
import { type LogPosition, isBefore } from './log-state.ts';
import { type PackedEntry, isMortal, isSettled, placeOfEntry, settle } from './packed-entry.ts';
import type { IndexSlot } from './index-table.ts';
import type { Segment } from './segment.ts';
import type { Segments } from './segments.ts';
import type { TreeKeeper } from './tree-keeper.ts';

export interface AppenderParts {
  readonly segments: Segments;
  readonly commit: GroupCommit;
  readonly index: KeyIndex;
  readonly trees: TreeKeeper;
  /** Whether the entry at this position belongs to a partition that was dropped since. */
  readonly isDropped: (tokenHigh: number, at: LogPosition) => boolean;
}

/** The tail of a batch, claimed for one entry. */
interface Claim {
  readonly segment: Segment;
  readonly batch: Batch;
  readonly offset: number;
  readonly at: number;
}

/** Puts entries at the tail of the log and into the index and the hash tree, and takes them out again where their flush fails. */
export class Appender {
  readonly #parts: AppenderParts;

  constructor(parts: AppenderParts) {
    this.#parts = parts;
  }

  /** Appends a record, in the place of an older one of its key where there is one. `admit` it first. */
  put(record: Record, older: Located | undefined): void {
    const { index } = this.#parts;
    const { key, value, version, expiresAtMs } = record;
    const claim = this.#claim(entryBytes(record));
    writeEntry(claim.batch.block, claim.at, record, framingOf(claim));
    const head: EntryHead = {
      keyBytes: key.bytes.length,
      valueBytes: value?.length ?? 0,
      tombstone: value === undefined,
      batchStart: claim.at === 0,
      tokenHigh: key.tokenHigh,
      tokenLow: key.tokenLow,
      version,
      expiresAtMs,
    };
    const entry = index.packed(head, claim.segment.slot, claim.offset);
    if (older === undefined) {
      this.insert(head, entry);
      return;
    }
    claim.batch.replaced.note(claim.offset, older);
    this.replace(older, head, entry);
  }

  /** Appends a copy of an entry, for compaction. `admit` it first. */
  move(source: Block, at: number, head: EntryHead, from: IndexSlot): void {
    const length = entryBytesOf(head);
    const claim = this.#claim(length);
    claim.batch.block.bytes.set(source.bytes.subarray(at, at + length), claim.at);
    resignEntry(claim.batch.block, claim.at, framingOf(claim));
    const entry = this.#parts.index.packed(head, claim.segment.slot, claim.offset);
    if (from.table.isSettled(from.slot)) settle(entry, 0);
    claim.batch.replaced.note(claim.offset, from);
    this.#repoint(from, entry);
  }

  /** Adds to the index what is in the log already. */
  insert(head: EntryHead, entry: PackedEntry): void {
    const { index, trees } = this.#parts;
    trees.gained(head);
    this.#gain(entry);
    index.tableOfToken(head.tokenHigh).insert(entry);
  }

  /** Points the index to another entry of the same key, which is in the log already. */
  replace(older: IndexSlot & { readonly head: EntryHead }, head: EntryHead, entry: PackedEntry): void {
    const { trees } = this.#parts;
    if (!older.table.isSettled(older.slot)) trees.lost(older.head);
    if (!isSettled(entry[1]!)) trees.gained(head);
    this.#repoint(older, entry);
  }

  /** Takes everything of a table out that is before this position. */
  drop(number: number, before: LogPosition): void {
    const { segments, index, trees } = this.#parts;
    const table = index.table(number);
    const kept: PackedEntry[] = [];
    for (let slot = table.nextUsed(0); slot !== undefined; slot = table.nextUsed(slot + 1)) {
      const place = table.place(slot);
      const at = { segment: segments.at(place.segmentSlot).number, offset: place.offset };
      if (isBefore(at, before)) this.#lose({ table, slot });
      else kept.push(table.entry(slot));
    }
    table.clear();
    for (const entry of kept) table.insert(entry);
    if (kept.length === 0) trees.clear(number);
    else trees.load(number, undefined);
  }

  /** Takes a settled key out of the index. */
  removeSettled({ table, slot }: IndexSlot): void {
    assert(table.isSettled(slot), 'what others may still have to hear of stays');
    this.#lose({ table, slot });
    table.remove(slot);
  }

  /** Makes the index say what it said before these batches, the newest of which comes last. */
  rollBack(batches: readonly Batch[]): void {
    for (const batch of batches.toReversed()) {
      for (const { offset, head } of entriesOf(batch).reverse()) {
        this.#undo(batch.segment, offset, head, batch.replaced.takeLast(offset));
      }
    }
  }

  #undo(segment: Segment, offset: number, head: EntryHead, previous: PackedEntry | undefined): void {
    const { index, segments, trees, isDropped } = this.#parts;
    const table = index.tableOfToken(head.tokenHigh);
    const slot = table.slotAt(index.hashOf(head), { segmentSlot: segment.slot, offset });
    if (slot === undefined) return; // Its partition was dropped since.
    if (previous === undefined) {
      if (!table.isSettled(slot)) trees.lost(head);
    } else {
      // The version of what comes back is on disk only, and this is rare.
      trees.forget(trees.tree.leafOf(head.tokenHigh));
    }
    if (previous !== undefined) {
      const place = placeOfEntry(previous);
      const at = { segment: segments.at(place.segmentSlot).number, offset: place.offset };
      if (!isDropped(head.tokenHigh, at)) {
        this.#repoint({ table, slot }, previous);
        return;
      }
    }
    this.#lose({ table, slot });
    table.remove(slot);
  }

  #repoint({ table, slot }: IndexSlot, entry: PackedEntry): void {
    this.#lose({ table, slot });
    this.#gain(entry);
    table.replace(slot, entry);
  }

  #claim(lengthBytes: number): Claim {
    const segment = this.#parts.segments.roomFor(lengthBytes);
    const batch = this.#parts.commit.batchFor(segment, lengthBytes);
    return { segment, batch, offset: segment.claim(lengthBytes), at: batch.claim(lengthBytes) };
  }

  #gain(entry: PackedEntry): void {
    const { segmentSlot, length } = placeOfEntry(entry);
    this.#parts.segments.at(segmentSlot).gain(length, isMortal(entry[1]!));
  }

  #lose({ table, slot }: IndexSlot): void {
    const { segmentSlot, length } = table.place(slot);
    this.#parts.segments.at(segmentSlot).lose(length, table.isMortal(slot));
  }
}

function framingOf(claim: Claim): { seed: number; batchStart: boolean } {
  return { seed: claim.segment.seed(claim.offset), batchStart: claim.at === 0 };
}

function entriesOf(batch: Batch): { offset: number; head: EntryHead }[] {
  const entries: { offset: number; head: EntryHead }[] = [];
  for (let at = 0; at < batch.sizeBytes;) {
    const offset = batch.offset + at;
    const head = readHead(batch.block, at, batch.sizeBytes - at, batch.segment.seed(offset))!;
    entries.push({ offset, head });
    at += entryBytesOf(head);
  }
  return entries;
}
