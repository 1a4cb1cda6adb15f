import { type Range, divideInProportion, sum } from './proportion.ts';
import type { RingMember } from './ring-member.ts';

/**
 * Members that may fail together, and how many owners they give to each partition.
 *
 * Zones give in rounds: in each round every zone that still has a member gives one owner, so that a
 * partition's owners are spread as evenly as can be. Only the last round may have fewer owners to find than zones to
 * find them in, and only there do weights decide between zones. With five owners:
 *
 *     zone   members   round 1   2   last     least   most   share, all weights equal
 *     a      4         1         1            2       2      2
 *     b      3         1         1            2       2      2
 *     c      1         1                      1       1      1
 */
export interface Zone extends Range {
  /** Indices of its members, ascending. */
  readonly members: readonly number[];
  /** Owners that it gives to a partition on average: `least..most`. */
  readonly share: number;
}

/**
 * The zones of these members, for partitions with `width` owners. A member without a zone is one of its own:
 * nothing says that it fails together with anybody.
 */
export function zonesOf(members: readonly RingMember[], width: number): Zone[] {
  const groups = groupByZone(members);
  const ranges = rangesOf(
    groups.map((group) => group.length),
    width,
  );
  const weights = groups.map((group) => sum(group.map((index) => members[index]!.weight)));
  const shares = divideInProportion(weights, ranges, width);
  return groups.map((group, zone) => ({ ...ranges[zone]!, members: group, share: shares[zone]! }));
}

/** The part of all partitions that each member should own, 0..1, in proportion to weight within its zone. */
export function fairShares(members: readonly RingMember[], zones: readonly Zone[]): Float64Array {
  const shares = new Float64Array(members.length);
  for (const zone of zones) {
    const weights = zone.members.map((index) => members[index]!.weight);
    // Nobody owns a partition twice.
    const ranges = zone.members.map(() => ({ least: 0, most: 1 }));
    const parts = divideInProportion(weights, ranges, zone.share);
    zone.members.forEach((index, position) => (shares[index] = parts[position]!));
  }
  return shares;
}

/** Indices of the members of each zone, zones in the order of their first member. */
function groupByZone(members: readonly RingMember[]): number[][] {
  const groups: number[][] = [];
  const groupOf = new Map<string, number[]>();
  members.forEach(({ zone }, index) => {
    const known = groupOf.get(zone);
    if (known !== undefined) {
      known.push(index);
      return;
    }
    const group = [index];
    groups.push(group);
    if (zone !== '') groupOf.set(zone, group);
  });
  return groups;
}

/** How many owners of one partition each zone gives, for zones of so many members. */
function rangesOf(zoneSizes: readonly number[], width: number): Range[] {
  let left = width;
  let fullRounds = 0;
  const givers = (): number => zoneSizes.filter((size) => size > fullRounds).length;
  while (left > 0 && givers() <= left) {
    left -= givers();
    fullRounds++;
  }
  return zoneSizes.map((size) => {
    const least = Math.min(size, fullRounds);
    return { least, most: left > 0 && size > fullRounds ? least + 1 : least };
  });
}
