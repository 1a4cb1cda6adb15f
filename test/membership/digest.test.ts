import { expect } from 'chai';
import fc from 'fast-check';
import { LIMITS } from '../../src/base/limits.ts';
import { type Entry, differingParts, partCountFor, partOf, DigestSums } from '../../src/membership/digest.ts';
import { intentOf } from './intent-of.ts';

function entryOf(peer: string, change: { counter?: number; incarnation?: number } = {}): Entry {
  const { counter = 1, incarnation = 1 } = change;
  return {
    intent: intentOf(peer, { counter }),
    liveness: { peer, liveness: 'alive', incarnation, from: peer },
  };
}

function sumsOf(entries: readonly Entry[], partCount: number): number[] {
  const byPeer = new Map(entries.map((entry) => [entry.intent.peer, entry]));
  const sums = new DigestSums((peer) => byPeer.get(peer));
  for (const peer of byPeer.keys()) sums.touch(peer);
  return sums.inParts(partCount);
}

const PEERS = Array.from({ length: 200 }, (_, i) => `peer ${i}`);

describe('a digest of the members', () => {
  it('is the same in whatever order they are known', () => {
    const entries = PEERS.map((peer) => entryOf(peer));
    expect(sumsOf(entries.toReversed(), 64)).to.deep.equal(sumsOf(entries, 64));
  });

  for (const [what, change] of [
    ['an intent', { counter: 2 }],
    ['an incarnation', { incarnation: 2 }],
  ] as const) {
    it(`differs in one part, that of the member, where ${what} differs`, () => {
      fc.assert(
        fc.property(fc.constantFrom(...PEERS), (changed) => {
          const ours = sumsOf(
            PEERS.map((peer) => entryOf(peer)),
            64,
          );
          const theirs = sumsOf(
            PEERS.map((peer) => entryOf(peer, peer === changed ? change : {})),
            64,
          );
          expect(differingParts(ours, theirs)).to.deep.equal([partOf(changed, 64)]);
        }),
        { numRuns: 20 },
      );
    });
  }

  it('differs where a liveness differs, and not in who told it', () => {
    const alive = entryOf('a');
    const sums = (change: object) => sumsOf([{ ...alive, liveness: { ...alive.liveness!, ...change } }], 1);
    expect(sums({ liveness: 'suspect' })).not.to.deep.equal(sumsOf([alive], 1));
    expect(sums({ from: 'b' })).to.deep.equal(sumsOf([alive], 1));
  });

  it('is after any changes what it would be had they been known from the beginning', () => {
    const change = fc.record({
      peer: fc.constantFrom(...PEERS.slice(0, 20)),
      counter: fc.integer({ min: 1, max: 9 }),
      incarnation: fc.integer({ min: 1, max: 9 }),
      isLooked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const known = new Map<string, Entry>();
        const sums = new DigestSums((peer) => known.get(peer));
        for (const { peer, isLooked, ...now } of changes) {
          known.set(peer, entryOf(peer, now));
          sums.touch(peer);
          if (isLooked) sums.inParts(16);
        }
        for (const partCount of [1, 16, LIMITS.digestParts]) {
          expect(sums.inParts(partCount)).to.deep.equal(sumsOf([...known.values()], partCount));
        }
      }),
    );
  });

  it('leaves out the liveness of who has gone, of which nobody is told any more', () => {
    const intent = intentOf('a', { status: 'left' });
    const { liveness } = entryOf('a');
    expect(sumsOf([{ intent, liveness }], 16)).to.deep.equal(sumsOf([{ intent, liveness: undefined }], 16));
  });

  it('has about one part for four members, within its bounds', () => {
    expect([1, 64, 65, 1000, 1e6].map(partCountFor)).to.deep.equal([16, 16, 32, 256, LIMITS.digestParts]);
  });

  it('spreads members evenly over the parts', () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < 16_000; i++) {
      const part = partOf(`12D3KooW${i}`, 16);
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
    for (let part = 0; part < 16; part++) expect(counts.get(part)).to.be.within(850, 1150);
  });
});
