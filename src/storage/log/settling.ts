import { toStarlingError } from '../../base/errors.ts';
import type { Timers } from '../../base/timers.ts';
import { compareVersions } from '../../version/version.ts';
import type { PurgeLimit } from '../engine.ts';
import type { EntryHead } from './format.ts';
import type { KeyIndex } from './key-index.ts';
import { slotsOfLeaf } from './leaf-slots.ts';
import type { TreeKeeper } from './tree-keeper.ts';

export interface SettlingParts {
  readonly timers: Timers;
  readonly index: KeyIndex;
  readonly trees: TreeKeeper;
}

/** Entries looked at before other work has its turn: most are judged by the index alone. */
const SLICE_ENTRIES = 1024;
const SLICE_READS = 64;

/**
 * Settles what the limit allows of one partition: from then on nobody sees it, and the hash tree leaves it out. Gives how many
 * entries that were. A damaged one is left as it is: the damage was told when it was found.
 */
export async function settlePartition(
  { timers, index, trees }: SettlingParts,
  partition: number,
  limit: PurgeLimit,
): Promise<number> {
  const { leafBits } = trees.tree;
  const leavesEach = 2 ** (leafBits - index.partitionBits);
  let settled = 0;
  let looked = 0;
  let reads = 0;
  for (let leaf = partition * leavesEach; leaf < (partition + 1) * leavesEach; leaf++) {
    const { table, slots } = slotsOfLeaf(index, leafBits, leaf);
    looked += slots.length;
    for (const slot of slots) {
      if (!table.isMortal(slot) || table.isSettled(slot)) continue;
      reads++;
      const head = headOf(index, table, slot);
      if (head === undefined || !mayGo(head, limit)) continue;
      table.settle(slot);
      trees.lost(head);
      settled++;
    }
    if (looked < SLICE_ENTRIES && reads < SLICE_READS) continue;
    looked = reads = 0;
    await new Promise<void>((resolve) => timers.endOfIteration(resolve));
  }
  return settled;
}

function headOf(
  index: KeyIndex,
  table: Parameters<KeyIndex['loadHead']>[0],
  slot: number,
): EntryHead | undefined {
  try {
    return index.loadHead(table, slot).head;
  } catch (error) {
    if (toStarlingError(error).code !== 'CORRUPTION') throw error;
    return undefined;
  }
}

function mayGo(
  { tombstone, expiresAtMs, version }: EntryHead,
  { floor, expiredBeforeMs }: PurgeLimit,
): boolean {
  if (compareVersions(version, floor) > 0) return false;
  return tombstone || (expiresAtMs > 0 && expiresAtMs <= expiredBeforeMs);
}
