import { computePlacement } from './placement.ts';
import { sum } from './proportion.ts';
import type { RingMember, RingOptions } from './ring-member.ts';
import { fairShares, zonesOf } from './zone.ts';

/** What a change of the members means for one of them; counts are of partitions. */
export interface MemberMovement {
  readonly peer: string;
  /** Owned before and after; 0 where it is no member then. */
  readonly before: number;
  readonly after: number;
  /** Owned after and not before, which it has to copy; and owned before and not after. */
  readonly takes: number;
  readonly gives: number;
  /** What its weight and its zone would give it, before and after: no whole number. */
  readonly fairBefore: number;
  readonly fairAfter: number;
}

/** What a change of the members moves. */
export interface Movement {
  /** All that are members before or after, by peer id. */
  readonly members: readonly MemberMovement[];
  /** Owners that come to partitions: each has one partition to copy. */
  readonly moved: number;
  /**
   * By how much fair shares grow, in all: what any placement has to move that gives everybody its fair share before and after. A real one
   * may move a little less, as its shares are only nearly fair.
   */
  readonly least: number;
  /** Owners of a partition before and after. */
  readonly widthBefore: number;
  readonly widthAfter: number;
}

/** Who owns which partition: a placement, or what another method makes of the same members. */
export interface Ownership {
  ownersOf(partition: number): readonly string[];
}

/**
 * Compares the placements of two sets of members. Either may be empty.
 * @throws StarlingError INVALID_ARGUMENT as `computePlacement` does
 */
export function movementBetween(
  before: readonly RingMember[],
  after: readonly RingMember[],
  options: RingOptions,
): Movement {
  const [old, next] = [computePlacement(before, options), computePlacement(after, options)];
  const [oldFair, nextFair] = [
    fairPartitions(before, old.width, options),
    fairPartitions(after, next.width, options),
  ];
  const owned = countOwned(old, options.partitions);
  const toOwn = countOwned(next, options.partitions);
  const takes = arrivals(old, next, options.partitions);
  const gives = arrivals(next, old, options.partitions);
  const members = [...new Set([...old.members, ...next.members])].sort().map((peer) => ({
    peer,
    before: owned.get(peer) ?? 0,
    after: toOwn.get(peer) ?? 0,
    takes: takes.get(peer) ?? 0,
    gives: gives.get(peer) ?? 0,
    fairBefore: oldFair.get(peer) ?? 0,
    fairAfter: nextFair.get(peer) ?? 0,
  }));
  return {
    members,
    moved: sum(members.map((member) => member.takes)),
    least: sum(members.map(({ fairBefore, fairAfter }) => Math.max(0, fairAfter - fairBefore))),
    widthBefore: old.width,
    widthAfter: next.width,
  };
}

/** Owners that `after` names and `before` doesn't: what has to be copied. */
export function movedBetween(before: Ownership, after: Ownership, partitions: number): number {
  return sum([...arrivals(before, after, partitions).values()]);
}

/** To how many partitions each peer comes as an owner. */
function arrivals(before: Ownership, after: Ownership, partitions: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let partition = 0; partition < partitions; partition++) {
    const owners = before.ownersOf(partition);
    for (const peer of after.ownersOf(partition)) {
      if (!owners.includes(peer)) counts.set(peer, (counts.get(peer) ?? 0) + 1);
    }
  }
  return counts;
}

const NOBODYS: Ownership = { ownersOf: () => [] };

/** What somebody owns it has come to own from nothing. */
function countOwned(ownership: Ownership, partitions: number): Map<string, number> {
  return arrivals(NOBODYS, ownership, partitions);
}

function fairPartitions(
  members: readonly RingMember[],
  width: number,
  { partitions }: RingOptions,
): Map<string, number> {
  if (width === 0) return new Map();
  const shares = fairShares(members, zonesOf(members, width));
  return new Map(members.map(({ peer }, index) => [peer, shares[index]! * partitions]));
}
