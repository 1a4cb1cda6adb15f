import { toStarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Timers } from '../../base/timers.ts';
import type { ScrubReport } from '../engine.ts';
import type { IndexTable } from './index-table.ts';
import type { KeyIndex } from './key-index.ts';
import { rebuildLeaf } from './leaf-rebuild.ts';
import { slotsOfLeaf } from './leaf-slots.ts';
import type { Hash } from './packed-entry.ts';
import type { TreeKeeper } from './tree-keeper.ts';

export interface PartitionScrubParts {
  readonly index: KeyIndex;
  readonly trees: TreeKeeper;
  readonly timers: Timers;
  /** Waited for after so many bytes were read. */
  readonly pace: (sizeBytes: number) => Promise<void>;
  /** @throws StarlingError STOPPED */
  readonly refuseIfClosed: () => void;
}

/**
 * Looks whether what was written to a partition is still what the disk gives back, and what the hash tree says. Leaf by leaf:
 *
 *     1  each entry is read whole and its checksums looked at, in slices, other work in between
 *     2  in one go, so that no write comes between: the leaf is made anew from the heads of its entries, and compared with what it was
 *
 * A leaf with a damaged entry stays as it was: its sum is from when that was written, so that the partition can still be compared with
 * other owners.
 */
export class PartitionScrub {
  readonly #parts: PartitionScrubParts;
  readonly #partition: number;
  readonly #report = { entries: 0, bytes: 0, damaged: 0, differing: 0 };
  /** Leaves and entries looked at since other work had its turn. */
  #steps = 0;
  /** Bytes that were read and not yet waited for. */
  #owedBytes = 0;

  constructor(parts: PartitionScrubParts, partition: number) {
    this.#parts = parts;
    this.#partition = partition;
  }

  /** @throws StarlingError STOPPED */
  async run(): Promise<ScrubReport> {
    const { index, trees, refuseIfClosed } = this.#parts;
    const leavesEach = 2 ** (trees.tree.leafBits - index.partitionBits);
    const first = this.#partition * leavesEach;
    for (let leaf = first; leaf < first + leavesEach; leaf++) {
      refuseIfClosed();
      const damagedBefore = this.#report.damaged;
      await this.#readEntries(leaf);
      if (this.#report.damaged === damagedBefore) this.#compare(leaf);
      this.#steps++;
      if (this.#isSliceFull()) await this.#endSlice();
    }
    await this.#payBytes();
    return this.#report;
  }

  async #readEntries(leaf: number): Promise<void> {
    let slice = this.#readSlice(leaf, undefined);
    while (slice !== 'done') {
      await this.#endSlice();
      slice = this.#readSlice(leaf, slice);
    }
  }

  /** Reads on behind this hash, and gives how far it came. Entries of one hash are not separated. */
  #readSlice(leaf: number, behind: Hash | undefined): Hash | 'done' {
    const { index, trees } = this.#parts;
    const { table, slots } = slotsOfLeaf(index, trees.tree.leafBits, leaf);
    let read = behind;
    for (const slot of slots) {
      const hash = table.hash(slot);
      if (behind !== undefined && !isAbove(hash, behind)) continue;
      if (read !== undefined && this.#isSliceFull() && isAbove(hash, read)) return read;
      this.#readEntry(table, slot);
      read = hash;
    }
    return 'done';
  }

  #readEntry(table: IndexTable, slot: number): void {
    const { length } = table.place(slot);
    this.#report.entries++;
    this.#report.bytes += length;
    this.#steps++;
    this.#owedBytes += length;
    try {
      this.#parts.index.load(table, slot);
    } catch (error) {
      if (toStarlingError(error).code !== 'CORRUPTION') throw error;
      this.#report.damaged++;
    }
  }

  #compare(leaf: number): void {
    const { trees } = this.#parts;
    // What is unknown is being read already.
    if (!trees.isKnown(leaf)) return;
    const [high, low] = trees.tree.leafSums(leaf, 1);
    rebuildLeaf(this.#parts, leaf);
    const [highNow, lowNow] = trees.tree.leafSums(leaf, 1);
    if (high !== highNow || low !== lowNow) this.#report.differing++;
  }

  #isSliceFull(): boolean {
    return this.#steps >= LIMITS.scanSliceRecords || this.#owedBytes >= LIMITS.compactionWindowBytes;
  }

  /** A timer for each few leaves would take longer than reading them. */
  async #endSlice(): Promise<void> {
    this.#steps = 0;
    if (this.#owedBytes >= LIMITS.compactionWindowBytes) await this.#payBytes();
    else await new Promise<void>((resolve) => this.#parts.timers.endOfIteration(resolve));
    this.#parts.refuseIfClosed();
  }

  async #payBytes(): Promise<void> {
    const sizeBytes = this.#owedBytes;
    this.#owedBytes = 0;
    await this.#parts.pace(sizeBytes);
  }
}

function isAbove(a: Hash, b: Hash): boolean {
  return a.upper > b.upper || (a.upper === b.upper && a.lower > b.lower);
}
