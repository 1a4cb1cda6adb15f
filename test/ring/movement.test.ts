import { expect } from 'chai';
import fc from 'fast-check';
import { computePlacement } from '../../src/ring/placement.ts';
import { RING, member, movedBetween, movementWhileGrowing, ordinaryMembers } from './ring-members.ts';

describe('movement when a member joins or leaves', () => {
  for (const [from, to] of [
    [3, 5],
    [5, 10],
    [10, 16],
    [26, 34],
  ] as const) {
    it(`is at most 1.1 of the least possible from ${from} to ${to} members`, () => {
      expect(movementWhileGrowing(from, to)).to.be.at.most(1.1);
    });
  }

  it('is at most 1.1 of the least possible at 100 members with 8192 partitions', () => {
    expect(movementWhileGrowing(100, 103, { partitions: 8192, replicas: 3 })).to.be.at.most(1.1);
  });

  // A share of thirty partitions is too small for both an even load and the least movement (see load.ts).
  for (const [from, to] of [
    [100, 104],
    [300, 303],
    [1000, 1001],
  ] as const) {
    it(`stays near the least possible from ${from} to ${to} members, though shares are small`, () => {
      expect(movementWhileGrowing(from, to)).to.be.at.most(2.5);
    });
  }

  it('is only towards newcomers while nobody is near its capacity', () => {
    const ring = { partitions: 1024, replicas: 3 };
    const before = computePlacement(ordinaryMembers(4), ring);
    const after = computePlacement([...ordinaryMembers(4), member(77)], ring);
    let elsewhere = 0;
    for (let partition = 0; partition < ring.partitions; partition++) {
      const owners = before.ownersOf(partition);
      elsewhere += after.ownersOf(partition).filter((p) => !owners.includes(p) && p !== 'peer-77').length;
    }
    expect(elsewhere / movedBetween(before, after, ring.partitions)).to.be.below(0.02);
  });

  it('is nothing when the same members come again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const placements = [1, 2].map(() => computePlacement(ordinaryMembers(count), RING));
        expect(movedBetween(placements[0]!, placements[1]!, RING.partitions)).to.equal(0);
      }),
      { numRuns: 10 },
    );
  });

  it('is at most 1.1 of the least possible in three zones of equal size', () => {
    const inZones = ordinaryMembers(12).map((m, i) => ({ ...m, zone: `zone-${i % 3}` }));
    const before = computePlacement(inZones, RING);
    for (const zone of ['zone-0', 'zone-1', 'zone-2']) {
      const after = computePlacement([...inZones, member(500, { zone })], RING);
      // Each zone owns every partition once: the newcomer takes a fifth of its zone's.
      const moved = movedBetween(before, after, RING.partitions);
      expect(moved / (RING.partitions / 5)).to.be.at.most(1.1);
    }
  });
});
