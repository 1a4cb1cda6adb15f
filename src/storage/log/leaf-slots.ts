import type { KeyIndex } from './key-index.ts';
import type { IndexTable } from './index-table.ts';

/** The entries of a leaf of the hash tree: neighbours in one table, since both are ordered by token. */
export interface LeafSlots {
  readonly table: IndexTable;
  /** Ascending; void after the next insertion or removal in the table. */
  readonly slots: readonly number[];
}

/** @param leafBits bits of the token that choose a leaf; more than those that choose a table */
export function slotsOfLeaf(index: KeyIndex, leafBits: number, leaf: number): LeafSlots {
  const bitsInTable = leafBits - index.tableBits;
  const table = index.table(leaf >>> bitsInTable);
  const inTable = leaf & (2 ** bitsInTable - 1);
  const slots: number[] = [];
  const first = table.seek({ upper: (inTable << (32 - bitsInTable)) >>> 0, lower: 0 });
  for (let slot = table.nextUsed(first); slot !== undefined; slot = table.nextUsed(slot + 1)) {
    if (table.hash(slot).upper >>> (32 - bitsInTable) !== inTable) break;
    slots.push(slot);
  }
  return { table, slots };
}
