import { expect } from 'chai';
import { Pause } from '../../src/antientropy/pause.ts';
import type { StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { OperatorOrders } from '../../src/node/operator-orders.ts';
import { RepairPause } from '../../src/node/repair-pause.ts';
import { proveOrder } from '../../src/transport/operator-proof.ts';
import type { PauseOrder } from '../../src/wire/repair-codec.ts';

const NOW_MS = 1_800_000_000_000;

function setUp() {
  const pause = new Pause({ monotonicMs: () => 5 });
  const told: number[] = [];
  const gossip = { clusterTimeMs: () => NOW_MS };
  const repairPause = new RepairPause({
    self: 'self',
    pause,
    orders: new OperatorOrders({ gossip, secrets: ['secret'], clusterId: () => 'id' }),
    events: { comparisonsPaused: (pauseMs) => void told.push(pauseMs) },
  });
  /** Gives the code of the refusal. */
  const order = (change: Partial<PauseOrder> = {}, secret = 'secret') => {
    const wanted = { peer: 'self', pauseMs: 60_000, expiresMs: NOW_MS + 60_000, ...change };
    const proof = proveOrder(secret, { clusterId: 'id', action: 'pause repair', ...wanted });
    try {
      repairPause.obey({ proof, ...wanted });
      return 'done';
    } catch (error) {
      return (error as StarlingError).code;
    }
  };
  return { pause, told, order };
}

describe('an order to pause comparisons', () => {
  it('is obeyed, and so is the one that ends the pause', () => {
    const { pause, told, order } = setUp();
    expect([order(), pause.leftMs]).to.deep.equal(['done', 60_000]);
    expect([order({ pauseMs: 0 }), pause.leftMs]).to.deep.equal(['done', 0]);
    expect(told).to.deep.equal([60_000, 0]);
  });

  for (const [what, change, secret] of [
    ['was proven with another secret', {}, 'other'],
    ['was not proven', { proof: new Uint8Array(32) }],
    ['has expired', { expiresMs: NOW_MS }],
    ['is kept for later', { expiresMs: NOW_MS + 86_400_000 }],
  ] as const) {
    it(`is forbidden where it ${what}`, () => {
      const { pause, told, order } = setUp();
      expect([order(change, secret), pause.leftMs, told]).to.deep.equal(['FORBIDDEN', 0, []]);
    });
  }

  for (const [what, change] of [
    ['another peer is meant', { peer: 'b' }],
    ['the pause is too long', { pauseMs: LIMITS.repairPauseMs + 1 }],
    ['the pause is of less than nothing', { pauseMs: -1 }],
    ['the pause is no number', { pauseMs: NaN }],
  ] as const) {
    it(`is refused where ${what}`, () => {
      const { pause, told, order } = setUp();
      expect([order(change), pause.leftMs, told]).to.deep.equal(['INVALID_ARGUMENT', 0, []]);
    });
  }
});
