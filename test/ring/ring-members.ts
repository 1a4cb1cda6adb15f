import fc from 'fast-check';
import { movedBetween } from '../../src/ring/movement.ts';
import { type Placement, computePlacement } from '../../src/ring/placement.ts';
import { DEFAULT_WEIGHT, type RingMember } from '../../src/ring/ring-member.ts';

export const RING = { partitions: 1024, replicas: 3 };

/** An ordinary member; equal numbers are equal members. */
export function member(number: number, details: Partial<RingMember> = {}): RingMember {
  return { peer: `peer-${number}`, zone: '', weight: DEFAULT_WEIGHT, ...details };
}

/** `count` ordinary members, other ones for another `flock`. */
export function ordinaryMembers(count: number, flock = 0): RingMember[] {
  return Array.from({ length: count }, (_, i) => member(flock * 100_000 + i));
}

/** Any members: few or some, in zones or not, of all weights. */
export const anyMembers: fc.Arbitrary<RingMember[]> = fc.integer({ min: 0, max: 5 }).chain((zones) =>
  fc.uniqueArray(
    fc.record({
      peer: fc.nat({ max: 1_000_000 }).map((number) => `peer-${number}`),
      zone: fc.integer({ min: 0, max: zones }).map((zone) => (zone === 0 ? '' : `zone-${zone}`)),
      weight: fc.integer({ min: 1, max: 1000 }),
    }),
    { selector: ({ peer }) => peer, minLength: 1, maxLength: 24 },
  ),
);

/** How many partitions each member owns, in the order of `placement.members`. */
export function loadsOf(placement: Placement): number[] {
  const loads = placement.members.map(() => 0);
  for (const index of placement.owners) loads[index] = (loads[index] ?? 0) + 1;
  return loads;
}

/**
 * What joins move on average, as a multiple of what the newcomer must get, while a cluster
 * grows from `from` to `to` members. A leave is the same, backwards.
 */
export function movementWhileGrowing(from: number, to: number, ring = RING): number {
  const flock = ordinaryMembers(to, from);
  let moved = 0;
  let least = 0;
  let before = computePlacement(flock.slice(0, from), ring);
  for (let count = from + 1; count <= to; count++) {
    const after = computePlacement(flock.slice(0, count), ring);
    moved += movedBetween(before, after, ring.partitions);
    least += (ring.partitions * after.width) / count;
    before = after;
  }
  return moved / least;
}
