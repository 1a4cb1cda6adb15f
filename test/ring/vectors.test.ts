import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { bidsOf, drawOf, peerHashOf } from '../../src/ring/bid.ts';
import { computePlacement } from '../../src/ring/placement.ts';
import { ringIdOf } from '../../src/ring/ring-id.ts';
import type { RingMember } from '../../src/ring/ring-member.ts';

/**
 * What clients in other languages are checked against, and what peers of different releases must agree
 * on: these figures never change within a major version.
 */
interface Vectors {
  readonly bids: readonly {
    readonly peer: string;
    readonly hash: string;
    readonly draws: readonly (readonly [number, number])[];
    readonly partitions: number;
    readonly ranks: readonly number[];
  }[];
  readonly placements: readonly {
    readonly name: string;
    readonly partitions: number;
    readonly replicas: number;
    readonly members: readonly RingMember[];
    readonly ringId: string;
    readonly sortedPeers: readonly string[];
    readonly width: number;
    readonly owners: readonly number[];
  }[];
}

const file = new URL('../fixtures/ring/vectors.json', import.meta.url);
const { bids, placements } = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

describe('the published vectors hold', () => {
  for (const { peer, hash, draws, partitions, ranks } of bids) {
    it(`for the bids of ${peer}`, () => {
      const { high, low } = peerHashOf(peer);
      expect(hex(high) + hex(low)).to.equal(hash);
      for (const [partition, draw] of draws) expect(drawOf({ high, low }, partition)).to.equal(draw);
      const computed = Array.from(bidsOf({ high, low }, partitions), (bid) => Math.floor(bid * partitions));
      expect(computed).to.deep.equal(ranks);
    });
  }

  for (const vector of placements) {
    it(`for ${vector.name}`, () => {
      const placement = computePlacement(vector.members, vector);
      expect(placement.members).to.deep.equal(vector.sortedPeers);
      expect(placement.width).to.equal(vector.width);
      expect([...placement.owners]).to.deep.equal(vector.owners);
      expect(ringIdOf(vector.members)).to.equal(vector.ringId);
    });
  }
});

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
