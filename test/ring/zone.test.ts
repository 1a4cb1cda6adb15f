import { expect } from 'chai';
import fc from 'fast-check';
import { computePlacement } from '../../src/ring/placement.ts';
import type { RingMember } from '../../src/ring/ring-member.ts';
import { fairShares, zonesOf } from '../../src/ring/zone.ts';
import { RING, anyMembers, loadsOf, member } from './ring-members.ts';

/** Members in zones of these sizes. */
function zoned(...sizes: number[]): RingMember[] {
  return sizes.flatMap((size, zone) =>
    Array.from({ length: size }, (_, i) => member(zone * 100 + i, { zone: `zone-${zone}` })),
  );
}

const rangesOf = (members: RingMember[], width: number): number[][] =>
  zonesOf(members, width).map(({ least, most }) => [least, most]);

describe('zones', () => {
  it('give one owner each where there are as many as owners', () => {
    expect(rangesOf(zoned(1, 4, 2), 3)).to.deep.equal([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('give one owner at most where there are more of them than owners', () => {
    expect(rangesOf(zoned(2, 2, 2, 2), 3)).to.deep.equal(Array(4).fill([0, 1]));
  });

  it('give in rounds where there are fewer of them than owners, as long as they have members', () => {
    expect(rangesOf(zoned(4, 3, 1), 5)).to.deep.equal([
      [2, 2],
      [2, 2],
      [1, 1],
    ]);
    expect(rangesOf(zoned(4, 3, 1), 4)).to.deep.equal([
      [1, 2],
      [1, 2],
      [1, 1],
    ]);
    expect(rangesOf(zoned(2, 2), 3)).to.deep.equal([
      [1, 2],
      [1, 2],
    ]);
  });

  it('of one member each are what members without a zone have', () => {
    expect(zonesOf([member(1), member(2)], 1)).to.have.length(2);
  });

  it('have shares in proportion to weight as far as spreading allows', () => {
    const shares = zonesOf(zoned(6, 2, 2), 2).map(({ share }) => share);
    // By weight alone the first would have 1.2 owners of each partition.
    expect(shares[0]).to.be.closeTo(1, 1e-9);
    expect(shares[1]).to.be.closeTo(0.5, 1e-9);
  });

  it('and members have shares that add up to the owners of a partition, none above one', () => {
    fc.assert(
      fc.property(anyMembers, fc.integer({ min: 1, max: 6 }), (members, replicas) => {
        const width = Math.min(replicas, members.length);
        const zones = zonesOf(members, width);
        const shares = fairShares(members, zones);
        expect(Math.max(...shares)).to.be.at.most(1);
        expect(shares.reduce((a, b) => a + b)).to.be.closeTo(width, 1e-6);
        expect(zones.reduce((a, { share }) => a + share, 0)).to.be.closeTo(width, 1e-6);
      }),
    );
  });
});

describe('owners and zones', () => {
  it('spread as evenly as the zones allow, whatever members there are', () => {
    fc.assert(
      fc.property(anyMembers, fc.integer({ min: 1, max: 6 }), (members, replicas) => {
        const placement = computePlacement(members, { partitions: 64, replicas });
        const zoneOf = new Map(members.map(({ peer, zone }) => [peer, zone === '' ? peer : zone]));
        const sizes = countBy(members.map(({ peer }) => zoneOf.get(peer)!));
        for (let partition = 0; partition < 64; partition++) {
          const used = countBy(placement.ownersOf(partition).map((peer) => zoneOf.get(peer)!));
          const most = Math.max(...used.values());
          for (const [zone, size] of sizes) {
            const isExhausted = (used.get(zone) ?? 0) === size;
            if (!isExhausted) expect(used.get(zone) ?? 0).to.be.at.least(most - 1);
          }
        }
      }),
    );
  });

  it('put a lone member of one of two zones into every partition', () => {
    const placement = computePlacement(zoned(5, 1), { partitions: 256, replicas: 2 });
    expect(loadsOf(placement)[placement.members.indexOf('peer-100')]).to.equal(256);
  });

  for (const sizes of [[4, 4, 4, 4, 4], [6, 5, 4, 3], [5, 4, 3], [4, 3], [9]]) {
    it(`give zones of ${sizes.join(', ')} members what they should have, within a tenth`, () => {
      const members = zoned(...sizes).toSorted((a, b) => (a.peer < b.peer ? -1 : 1));
      const placement = computePlacement(members, RING);
      const loads = loadsOf(placement);
      const zones = zonesOf(members, placement.width);
      const shares = fairShares(members, zones);
      for (const zone of zones) {
        const zoneLoad = zone.members.reduce((total, index) => total + loads[index]!, 0);
        expect(zoneLoad / (zone.share * RING.partitions)).to.be.within(0.9, 1.1);
        for (const index of zone.members) {
          expect(loads[index]! / (shares[index]! * RING.partitions)).to.be.within(0.8, 1.1);
        }
      }
    });
  }
});

function countBy(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
