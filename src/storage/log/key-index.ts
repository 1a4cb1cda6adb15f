import { type Key, partitionOfToken } from '../../version/key.ts';
import type { EntryLoader, LoadedEntry } from './entry-loader.ts';
import { type EntryHead, entryBytesOf, isEntryOf } from './format.ts';
import { type Hash, type PackedEntry, WORDS, hashOfToken, pack } from './packed-entry.ts';
import { IndexTable } from './index-table.ts';

/** A key that is in the index. */
export interface Located extends LoadedEntry {
  readonly table: IndexTable;
  /** Void after the next insertion or removal. */
  readonly slot: number;
}

/** At least so many tables: with ten million keys one has ten thousand, and growing it takes a tenth of a millisecond. */
const MIN_TABLE_BITS = 10;

/** The index, and a checkpoint of it, have so many tables: 2 to the power of what this gives. */
export function tableBitsFor(partitionBits: number): number {
  return Math.max(partitionBits, MIN_TABLE_BITS);
}

/**
 * Which entry of the log is the newest of each key, in many small tables, so that growing stops the world for
 * one table's entries only. The top bits of the token choose the table: a partition is one table, or some that
 * follow one another. Keys are not kept in memory: equal hashes are told apart by the key on disk, so the index is exact.
 */
export class KeyIndex {
  readonly partitionBits: number;
  readonly tableBits: number;
  readonly #tables: IndexTable[];
  readonly #loader: EntryLoader;
  readonly #packed: PackedEntry = new Uint32Array(WORDS);

  constructor(partitionBits: number, loader: EntryLoader) {
    this.partitionBits = partitionBits;
    this.tableBits = tableBitsFor(partitionBits);
    this.#loader = loader;
    this.#tables = Array.from({ length: 2 ** this.tableBits }, () => new IndexTable());
  }

  get tables(): readonly IndexTable[] {
    return this.#tables;
  }

  table(number: number): IndexTable {
    return this.#tables[number]!;
  }

  /** Keys, those of tombstones included, without what is settled. */
  get records(): number {
    return this.#tables.reduce((sum, table) => sum + table.records, 0);
  }

  /** The tables of a partition, in the order of the tokens. */
  tablesOf(partition: number): readonly IndexTable[] {
    const each = 2 ** (this.tableBits - this.partitionBits);
    return this.#tables.slice(partition * each, (partition + 1) * each);
  }

  tableNumbersOf(partition: number): number[] {
    const each = 2 ** (this.tableBits - this.partitionBits);
    return Array.from({ length: each }, (_, index) => partition * each + index);
  }

  partitionOfTable(number: number): number {
    return number >>> (this.tableBits - this.partitionBits);
  }

  tableOfToken(tokenHigh: number): IndexTable {
    return this.table(tokenHigh >>> (32 - this.tableBits));
  }

  partitionOf(tokenHigh: number): number {
    return partitionOfToken(tokenHigh, this.partitionBits);
  }

  hashOf(token: { readonly tokenHigh: number; readonly tokenLow: number }): Hash {
    return hashOfToken(token.tokenHigh, token.tokenLow, this.tableBits);
  }

  /**
   * Where the key is, with its entry's head, or all of it, loaded; undefined where it isn't.
   * @throws StarlingError CORRUPTION
   */
  locate(
    key: Pick<Key, 'bytes' | 'tokenHigh' | 'tokenLow'>,
    part: 'head' | 'whole' = 'head',
  ): Located | undefined {
    const table = this.tableOfToken(key.tokenHigh);
    const hash = this.hashOf(key);
    for (let slot = table.seek(hash); table.hasHash(slot, hash); slot++) {
      const place = table.place(slot);
      const entry = part === 'whole' ? this.#loader.load(place) : this.#loader.loadHead(place);
      const { block, at, head, durable } = entry;
      if (isEntryOf(block, at, head, key)) return { block, at, head, durable, table, slot };
    }
    return undefined;
  }

  /** The entry in a used slot. @throws StarlingError CORRUPTION */
  load(table: IndexTable, slot: number): LoadedEntry {
    return this.#loader.load(table.place(slot));
  }

  /** The head of the entry in a used slot. @throws StarlingError CORRUPTION */
  loadHead(table: IndexTable, slot: number): LoadedEntry {
    return this.#loader.loadHead(table.place(slot));
  }

  /** What the index says of an entry at a place. Valid until the next call: an allocation less for every write. */
  packed(head: EntryHead, segmentSlot: number, offset: number): PackedEntry {
    const place = { segmentSlot, offset, length: entryBytesOf(head) };
    const mortality = { tombstone: head.tombstone, expires: head.expiresAtMs > 0 };
    return pack(this.hashOf(head), place, mortality, this.#packed);
  }
}
