import { toStarlingError } from '../../base/errors.ts';
import type { KeyIndex } from './key-index.ts';
import { slotsOfLeaf } from './leaf-slots.ts';
import type { TreeKeeper } from './tree-keeper.ts';

export interface LeafRebuildParts {
  readonly index: KeyIndex;
  readonly trees: TreeKeeper;
}

/**
 * Makes a leaf of the hash tree anew from its entries, in one go: what is written afterwards finds the leaf known. Where an entry is
 * damaged the leaf stays as it was; the loader told of that.
 * @returns how many entries there are
 */
export function rebuildLeaf({ index, trees }: LeafRebuildParts, leaf: number): number {
  const { table, slots } = slotsOfLeaf(index, trees.tree.leafBits, leaf);
  const unsettled = slots.filter((slot) => !table.isSettled(slot));
  try {
    const heads = unsettled.map((slot) => index.loadHead(table, slot).head);
    trees.learn(leaf);
    for (const head of heads) trees.gained(head);
  } catch (error) {
    // Anything else is a mistake of ours and must not pass for damage.
    if (toStarlingError(error).code !== 'CORRUPTION') throw error;
  }
  return unsettled.length;
}
