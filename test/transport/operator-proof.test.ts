import { expect } from 'chai';
import { type ProvenOrder, isProven, proveOrder } from '../../src/transport/operator-proof.ts';

const REMOVAL: ProvenOrder = {
  clusterId: 'c1',
  action: 'remove',
  peer: 'p',
  force: false,
  expiresMs: 1_800_000_000_000,
};

describe('the proof of an operator’s order', () => {
  const proof = proveOrder('secret', REMOVAL);

  it('holds under the secret that it was made with, while that is one of the cluster’s', () => {
    expect(isProven(['secret'], REMOVAL, proof)).to.equal(true);
    expect(isProven(['new', 'secret'], REMOVAL, proof)).to.equal(true);
    expect(isProven(['new'], REMOVAL, proof)).to.equal(false);
    expect(isProven([''], REMOVAL, proof)).to.equal(false);
  });

  for (const [what, change] of [
    ['another cluster', { clusterId: 'c2' }],
    ['another peer', { peer: 'q' }],
    ['another action', { action: 'leave' }],
    ['force', { force: true }],
    ['another time', { expiresMs: 1_900_000_000_000 }],
  ] as const) {
    it(`holds for nothing else: ${what}`, () => {
      expect(isProven(['secret'], { ...REMOVAL, ...change }, proof)).to.equal(false);
    });
  }

  it('holds for a pause of the length that it was made for, and for no other order', () => {
    const pause = {
      clusterId: 'c1',
      action: 'pause repair',
      peer: 'p',
      pauseMs: 60_000,
      expiresMs: 1,
    } as const;
    const proven = proveOrder('secret', pause);
    expect(isProven(['secret'], pause, proven)).to.equal(true);
    expect(isProven(['secret'], { ...pause, pauseMs: 0 }, proven)).to.equal(false);
    expect(isProven(['secret'], { ...pause, pauseMs: 6000 }, proven)).to.equal(false);
    expect(isProven(['secret'], { ...REMOVAL, expiresMs: 1 }, proven)).to.equal(false);
  });

  it('does not hold when it was cut, or is missing', () => {
    for (const length of [0, 1, 31])
      expect(isProven(['secret'], REMOVAL, proof.subarray(0, length))).to.equal(false);
  });

  it('doesn’t mix up where one field ends and the next begins', () => {
    const shifted = { ...REMOVAL, clusterId: 'c', peer: '1p' };
    expect(isProven(['secret'], shifted, proof)).to.equal(false);
  });
});
