import { type Key, partitionOfToken } from '../../version/key.ts';
import type { EntryLoader, LoadedEntry } from './entry-loader.ts';
import { type EntryHead, entryBytesOf, isEntryOf } from './format.ts';
import { type Hash, type PackedEntry, hashOfToken, pack } from './packed-entry.ts';
import { PartitionTable } from './partition-table.ts';

/** A key that is in the index. */
export interface Located extends LoadedEntry {
  readonly table: PartitionTable;
  /** Void after the next insertion or removal. */
  readonly slot: number;
}

/**
 * Which entry of the log is the newest of each key: one small table a partition, so that growing stops the
 * world for one partition's entries only. Keys are not kept in memory: equal hashes are told apart by the
 * key on disk, so the index is exact.
 */
export class KeyIndex {
  readonly partitionBits: number;
  readonly #tables: PartitionTable[];
  readonly #loader: EntryLoader;

  constructor(partitionBits: number, loader: EntryLoader) {
    this.partitionBits = partitionBits;
    this.#loader = loader;
    this.#tables = Array.from({ length: 2 ** partitionBits }, () => new PartitionTable());
  }

  get tables(): readonly PartitionTable[] {
    return this.#tables;
  }

  table(partition: number): PartitionTable {
    return this.#tables[partition]!;
  }

  tableOfToken(tokenHigh: number): PartitionTable {
    return this.table(partitionOfToken(tokenHigh, this.partitionBits));
  }

  hashOf(token: { readonly tokenHigh: number; readonly tokenLow: number }): Hash {
    return hashOfToken(token.tokenHigh, token.tokenLow, this.partitionBits);
  }

  /**
   * Where the key is, with its entry's head, or all of it, loaded; undefined where it isn't.
   * @throws StarlingError CORRUPTION
   */
  locate(key: Key, part: 'head' | 'whole' = 'head'): Located | undefined {
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
  load(table: PartitionTable, slot: number): LoadedEntry {
    return this.#loader.load(table.place(slot));
  }

  /** What the index says of an entry at a place. */
  packed(head: EntryHead, segmentSlot: number, offset: number): PackedEntry {
    return pack(this.hashOf(head), { segmentSlot, offset, length: entryBytesOf(head) }, head.tombstone);
  }
}
