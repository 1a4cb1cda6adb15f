import { type Hashed, HashTree } from '../../merkle/hash-tree.ts';
import { tableBitsFor } from './key-index.ts';

/**
 * The hash tree over what the index holds, kept up to date with every change of the index: settled entries aside, a
 * leaf is the sum over its entries.
 *
 * Leaves can be *unknown*: after a start from a checkpoint that says nothing of them, or of entries that are gone since. They ignore
 * changes until `TreeRebuild` has read their entries.
 */
export class TreeKeeper {
  readonly tree: HashTree;
  /** Leaves of one table of the index. */
  readonly leavesEach: number;
  readonly #isKept: boolean;
  /** By leaf, 1 where it is unknown; empty until one is. */
  #unknown = new Uint8Array(0);
  #unknownCount = 0;

  /** @param isKept false: nobody will ask, and all leaves are unknown */
  constructor(partitionBits: number, isKept: boolean) {
    this.#isKept = isKept;
    this.tree = new HashTree(partitionBits);
    this.leavesEach = this.tree.leaves / 2 ** tableBitsFor(partitionBits);
  }

  get unknownLeaves(): number {
    return this.#unknownCount;
  }

  isKnown(leaf: number): boolean {
    return this.#isKept && this.#unknown[leaf] !== 1;
  }

  /** The first unknown leaf at or behind this one; undefined where there is none. */
  nextUnknown(leaf: number): number | undefined {
    const next = this.#unknownCount === 0 ? -1 : this.#unknown.indexOf(1, leaf);
    return next < 0 ? undefined : next;
  }

  gained(record: Hashed): void {
    if (this.isKnown(this.tree.leafOf(record.tokenHigh))) this.tree.add(record);
  }

  lost(record: Hashed): void {
    if (this.isKnown(this.tree.leafOf(record.tokenHigh))) this.tree.subtract(record);
  }

  /** The leaf is empty and known from now on. */
  learn(leaf: number): void {
    if (!this.#isKept) return;
    this.tree.clearLeaves(leaf, 1);
    if (this.isKnown(leaf)) return;
    this.#unknown[leaf] = 0;
    this.#unknownCount--;
  }

  /** The leaf is unknown from now on. */
  forget(leaf: number): void {
    if (!this.isKnown(leaf)) return;
    if (this.#unknown.length === 0) this.#unknown = new Uint8Array(this.tree.leaves);
    this.#unknown[leaf] = 1;
    this.#unknownCount++;
  }

  /** The leaves of an index table; undefined where some are unknown. */
  dump(table: number): Uint32Array | undefined {
    if (!this.#isKept) return undefined;
    const first = table * this.leavesEach;
    const unknown = this.nextUnknown(first);
    if (unknown !== undefined && unknown < first + this.leavesEach) return undefined;
    return this.tree.leafSums(first, this.leavesEach);
  }

  /** Takes in what `dump` gave; with undefined the leaves are unknown. */
  load(table: number, sums: Uint32Array | undefined): void {
    const first = table * this.leavesEach;
    for (let leaf = first; leaf < first + this.leavesEach; leaf++) {
      if (sums === undefined) this.forget(leaf);
      else this.learn(leaf);
    }
    if (sums !== undefined && this.#isKept) this.tree.setLeafSums(first, sums);
  }

  /** The table is empty. */
  clear(table: number): void {
    const first = table * this.leavesEach;
    for (let leaf = first; leaf < first + this.leavesEach; leaf++) this.learn(leaf);
  }
}
