import { compareVersions } from '../../version/version.ts';
import { type EntryHead, entryBytesOf } from '../log/format.ts';
import { IndexTable } from '../log/index-table.ts';
import { tableBitsFor } from '../log/key-index.ts';
import { type Place, hashOfToken, pack } from '../log/packed-entry.ts';
import type { Segment } from '../log/segment.ts';
import type { HeadReader } from './head-reader.ts';

/** A census of keys, by what a reader would get. */
export interface Count {
  readonly live: number;
  readonly tombstones: number;
  /** Expired by the clock of this machine. */
  readonly expired: number;
}

/** Which entry is the newest of each key: an index (key-index.ts) of segments that are read and never written. */
export class Census {
  readonly tableBits: number;
  readonly #segments: readonly Segment[];
  readonly #heads: HeadReader;
  readonly #nowMs: number;
  readonly #tables: readonly IndexTable[];
  readonly #count = { live: 0, tombstones: 0, expired: 0 };

  /** @param segments by slot */
  constructor(
    segments: readonly Segment[],
    heads: HeadReader,
    { partitionBits, nowMs }: { readonly partitionBits: number; readonly nowMs: number },
  ) {
    // The tables of a checkpoint are those of a census.
    this.tableBits = tableBitsFor(partitionBits);
    this.#segments = segments;
    this.#heads = heads;
    this.#nowMs = nowMs;
    this.#tables = Array.from({ length: 2 ** this.tableBits }, () => new IndexTable());
  }

  get count(): Count {
    return this.#count;
  }

  /** In the order of the tokens. */
  get tables(): readonly IndexTable[] {
    return this.#tables;
  }

  segmentAt(slot: number): Segment {
    return this.#segments[slot]!;
  }

  /** Takes the next entry of the log. */
  add(segment: Segment, offset: number, head: EntryHead, keyBytes: Uint8Array): void {
    const place = { segmentSlot: segment.slot, offset, length: entryBytesOf(head) };
    const mortality = { tombstone: head.tombstone, expires: head.expiresAtMs > 0 };
    const entry = pack(hashOfToken(head.tokenHigh, head.tokenLow, this.tableBits), place, mortality);
    const table = this.#tableOf(head);
    const slot = this.find(head, keyBytes);
    if (slot === undefined) {
      table.insert(entry);
    } else {
      const present = this.#headAt(table.place(slot));
      // Of two with the same version the later one counts, as for whoever reads the log to open it.
      if (present === undefined || compareVersions(head.version, present.version) < 0) return;
      this.#count[this.#kindOf(present)]--;
      table.replace(slot, entry);
    }
    this.#count[this.#kindOf(head)]++;
  }

  /** The slot in its table of the key of this entry; undefined where it is in none. */
  find(head: EntryHead, keyBytes: Uint8Array): number | undefined {
    const table = this.#tableOf(head);
    const hash = hashOfToken(head.tokenHigh, head.tokenLow, this.tableBits);
    for (let slot = table.seek(hash); table.hasHash(slot, hash); slot++) {
      const present = this.#headAt(table.place(slot));
      if (present !== undefined && Buffer.compare(this.#heads.keyBytes(present), keyBytes) === 0) return slot;
    }
    return undefined;
  }

  #tableOf(head: EntryHead): IndexTable {
    return this.#tables[head.tokenHigh >>> (32 - this.tableBits)]!;
  }

  #headAt({ segmentSlot, offset }: Place): EntryHead | undefined {
    return this.#heads.at(this.segmentAt(segmentSlot), offset);
  }

  #kindOf({ tombstone, expiresAtMs }: EntryHead): keyof Count {
    if (tombstone) return 'tombstones';
    return expiresAtMs > 0 && expiresAtMs <= this.#nowMs ? 'expired' : 'live';
  }
}
