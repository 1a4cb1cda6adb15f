import { expect } from 'chai';
import fc from 'fast-check';
import { bidsOf, peerHashOf } from '../../src/ring/bid.ts';

const peers = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme-ascii' });

describe('bids of a member', () => {
  it('are spread evenly: one in each part of (0, 1)', () => {
    fc.assert(
      fc.property(peers, fc.integer({ min: 0, max: 10 }), (peer, bits) => {
        const partitions = 2 ** bits;
        const sorted = bidsOf(peerHashOf(peer), partitions).sort();
        sorted.forEach((bid, i) => {
          expect(bid).to.be.greaterThan(0);
          expect(Math.floor(bid * partitions)).to.equal(i);
        });
      }),
    );
  });

  it('have nothing to do with those of another member', () => {
    const a = bidsOf(peerHashOf('wren'), 1024);
    const b = bidsOf(peerHashOf('siskin'), 1024);
    // The correlation of 1024 independent pairs is within 4 / sqrt(1024) all but never.
    const correlation = a.reduce((total, bid, p) => total + (bid - 0.5) * (b[p]! - 0.5), 0) / (1024 / 12);
    expect(Math.abs(correlation)).to.be.below(0.125);
  });
});
