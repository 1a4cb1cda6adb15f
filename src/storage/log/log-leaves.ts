import type { Hashed } from '../../merkle/hash-tree.ts';
import type { Record } from '../../version/record.ts';
import type { LeafReader, Token } from '../engine.ts';
import { keyAt, recordAt } from './format.ts';
import type { KeyIndex } from './key-index.ts';
import { slotsOfLeaf } from './leaf-slots.ts';
import type { TreeKeeper } from './tree-keeper.ts';

export interface LogLeavesParts {
  readonly index: KeyIndex;
  readonly trees: TreeKeeper;
}

/** The hash tree and what is under its leaves, for whoever compares replicas. */
export class LogLeaves implements LeafReader {
  readonly #index: KeyIndex;
  readonly #trees: TreeKeeper;
  readonly #refuseIfClosed: () => void;

  constructor({ index, trees }: LogLeavesParts, refuseIfClosed: () => void) {
    this.#index = index;
    this.#trees = trees;
    this.#refuseIfClosed = refuseIfClosed;
  }

  get depth(): number {
    return this.#trees.tree.depth;
  }

  isKnown(partition: number): boolean {
    const leavesEach = 2 ** (this.#trees.tree.leafBits - this.#index.partitionBits);
    if (!this.#trees.isKnown(partition * leavesEach)) return false;
    const unknown = this.#trees.nextUnknown(partition * leavesEach);
    return unknown === undefined || unknown >= (partition + 1) * leavesEach;
  }

  sums(depth: number, nodes: readonly number[]): Uint32Array {
    return this.#trees.tree.sums(depth, nodes);
  }

  versions(leaf: number): Hashed[] {
    this.#refuseIfClosed();
    const { table, slots } = slotsOfLeaf(this.#index, this.#trees.tree.leafBits, leaf);
    const unsettled = slots.filter((slot) => !table.isSettled(slot));
    return unsettled.map((slot) => this.#index.loadHead(table, slot).head);
  }

  records({ high, low }: Token): Record[] {
    this.#refuseIfClosed();
    const table = this.#index.tableOfToken(high);
    const hash = this.#index.hashOf({ tokenHigh: high, tokenLow: low });
    const records: Record[] = [];
    for (let slot = table.seek(hash); table.hasHash(slot, hash); slot++) {
      if (table.isSettled(slot)) continue;
      const { block, at, head } = this.#index.load(table, slot);
      if (head.tokenHigh !== high || head.tokenLow !== low) continue;
      records.push(recordAt(block, at, head, keyAt(block, at, head)));
    }
    return records;
  }
}
