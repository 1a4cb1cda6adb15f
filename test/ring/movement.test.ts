import { expect } from 'chai';
import fc from 'fast-check';
import { movedBetween, movementBetween } from '../../src/ring/movement.ts';
import { computePlacement } from '../../src/ring/placement.ts';
import { RING, anyMembers, loadsOf, member, movementWhileGrowing, ordinaryMembers } from './ring-members.ts';

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

describe('a change of the members', () => {
  const ring = { partitions: 64, replicas: 3 };
  /** Any two sets of members, of which some are in both, changed or not. */
  const anyChange = fc.tuple(anyMembers, anyMembers, fc.nat({ max: 24 })).map(([before, others, kept]) => {
    const stay = before.slice(0, kept);
    const after = others.filter(({ peer }) => !stay.some((member) => member.peer === peer));
    return { before, after: [...stay, ...after] };
  });

  it('takes from each member what it gives, and gives it what it takes', () => {
    fc.assert(
      fc.property(anyChange, ({ before, after }) => {
        for (const { before: had, after: has, takes, gives } of movementBetween(before, after, ring)
          .members) {
          expect(had + takes - gives).to.equal(has);
          expect(takes).to.be.at.most(has);
          expect(gives).to.be.at.most(had);
        }
      }),
    );
  });

  it('moves as many owners as the placements differ in, and to each member those that it owns after', () => {
    fc.assert(
      fc.property(anyChange, ({ before, after }) => {
        const movement = movementBetween(before, after, ring);
        const [old, next] = [computePlacement(before, ring), computePlacement(after, ring)];
        expect(movement.moved).to.equal(movedBetween(old, next, ring.partitions));
        const owned = new Map(movement.members.map((one) => [one.peer, one.after]));
        loadsOf(next).forEach((load, index) => expect(owned.get(next.members[index]!)).to.equal(load));
      }),
    );
  });

  it('never moves less than loads that are only nearly fair allow', () => {
    fc.assert(
      fc.property(anyChange, ({ before, after }) => {
        const { members, moved, least } = movementBetween(before, after, ring);
        const unfairness = members.reduce(
          (total, one) => total + Math.abs(one.before - one.fairBefore) + Math.abs(one.after - one.fairAfter),
          0,
        );
        expect(moved).to.be.at.least(least - unfairness - 1e-6);
      }),
    );
  });

  it('needs nothing, and moves nothing, where it is none', () => {
    fc.assert(
      fc.property(anyMembers, (members) => {
        expect(movementBetween(members, members.toReversed(), ring)).to.include({ moved: 0 });
        expect(movementBetween(members, members.toReversed(), ring).least).to.be.closeTo(0, 1e-6);
      }),
    );
  });

  it('needs the fair share of a newcomer, and of one that leaves', () => {
    const [four, five] = [ordinaryMembers(4), ordinaryMembers(5)];
    const join = movementBetween(four, five, RING);
    expect(join.least).to.be.closeTo((RING.partitions * RING.replicas) / 5, 1e-6);
    expect(movementBetween(five, four, RING).least).to.be.closeTo(join.least, 1e-6);
    expect(join.members.find(({ peer }) => peer === 'peer-4')).to.include({ before: 0, gives: 0 });
  });

  it('needs what a greater weight adds to the fair share', () => {
    const before = ordinaryMembers(6);
    const after = before.map((one, index) => (index === 0 ? { ...one, weight: 200 } : one));
    const owners = RING.partitions * RING.replicas;
    const { least, members } = movementBetween(before, after, RING);
    expect(least).to.be.closeTo(owners * (2 / 7 - 1 / 6), 1e-6);
    expect(members.find(({ peer }) => peer === 'peer-0')?.fairAfter).to.be.closeTo(owners * (2 / 7), 1e-6);
  });

  it('needs a copy of everything where there are more owners to a partition', () => {
    const { widthBefore, widthAfter, moved, least } = movementBetween(
      ordinaryMembers(2),
      ordinaryMembers(3),
      RING,
    );
    expect({ widthBefore, widthAfter, moved }).to.deep.equal({ widthBefore: 2, widthAfter: 3, moved: 1024 });
    expect(least).to.be.closeTo(1024, 1e-6);
  });

  it('may begin with nobody, and end with nobody', () => {
    const [nobody, three] = [[], ordinaryMembers(3)];
    expect(movementBetween(nobody, three, RING)).to.include({ moved: 3072, widthBefore: 0 });
    expect(movementBetween(three, nobody, RING)).to.include({ moved: 0, least: 0, widthAfter: 0 });
  });
});
