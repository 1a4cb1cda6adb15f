import { expect } from 'chai';
import type { StarlingError } from '../../src/base/errors.ts';
import type { Intent, IntentChange } from '../../src/membership/intent.ts';
import { Departure } from '../../src/node/departure.ts';
import { OperatorOrders } from '../../src/node/operator-orders.ts';
import { proveOrder } from '../../src/transport/operator-proof.ts';
import { intentOf } from '../membership/intent-of.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';

const NOW_MS = 1_800_000_000_000;

/** A node among others, which a test lets leave. */
function setUp(others: readonly Intent[] = [intentOf('b')]) {
  const time = new VirtualTime();
  let own = intentOf('self');
  let isStopping = false;
  let left = 0;
  let isKnown = true;
  const gossip = {
    intents: () => [...others, own],
    updateOwnIntent: (change: IntentChange) => {
      own = { ...own, ...change };
    },
    clusterTimeMs: () => NOW_MS,
  };
  const departure = new Departure({
    self: 'self',
    gossip,
    passage: { advance: () => false },
    turn: { isKnown: () => Promise.resolve(isKnown) },
    timers: time,
    isStopping: () => isStopping,
    onLeft: () => {
      left++;
    },
  });
  const orders = new OperatorOrders({ gossip, secrets: ['secret'], clusterId: () => 'id' });
  /** Gives the code of the refusal. */
  const order = (peer = 'self', secret = 'secret', action: 'leave' | 'remove' = 'leave') => {
    const expiresMs = NOW_MS + 60_000;
    const proof = proveOrder(secret, { clusterId: 'id', action, peer, force: false, expiresMs });
    try {
      departure.obey({ peer, expiresMs, proof }, orders);
      return 'done';
    } catch (error) {
      return (error as StarlingError).code;
    }
  };
  return {
    time,
    departure,
    order,
    status: () => own.status,
    left: () => left,
    become: (status: Intent['status']) => {
      own = { ...own, status };
      departure.handleIntents();
    },
    stop: () => {
      isStopping = true;
    },
    know: (known: boolean) => {
      isKnown = known;
    },
  };
}

describe('the departure of a node', () => {
  it('begins when somebody who knows the secret says so, and once', () => {
    const { order, status } = setUp();
    expect([order(), status()]).to.deep.equal(['done', 'leaving']);
    expect(order()).to.equal('done');
  });

  it('is refused without a proof, with that of another order, or where another peer is meant', () => {
    const { order, status } = setUp([intentOf('b'), intentOf('c')]);
    expect(order('self', 'a guess')).to.equal('FORBIDDEN');
    expect(order('self', 'secret', 'remove')).to.equal('FORBIDDEN');
    expect(order('b')).to.equal('INVALID_ARGUMENT');
    expect(status()).to.equal('active');
  });

  it('is refused where nobody could take over', () => {
    const { order, status } = setUp([
      intentOf('b', { status: 'joining' }),
      intentOf('c', { status: 'left' }),
    ]);
    expect(order()).to.equal('INVALID_ARGUMENT');
    expect(status()).to.equal('active');
  });

  it('ends when it has left, and lets the node stop a moment later, once', async () => {
    const { time, departure, become, left } = setUp();
    departure.begin();
    const ended = departure.end().then(() => 'left');
    await time.run(10_000);
    expect(left()).to.equal(0);
    become('left');
    become('left');
    expect(await time.settle(ended, 1000)).to.equal('left');
    await time.run(time.nowMs + 5000);
    expect(left()).to.equal(1);
  });

  it('does not end where the node is stopped before', async () => {
    const { time, departure, stop } = setUp();
    departure.begin();
    const ended = departure.end().catch((error: unknown) => (error as StarlingError).code);
    stop();
    expect(await time.settle(ended, 1000)).to.equal('STOPPED');
  });

  it('stays until most of the others know that it has left', async () => {
    const { time, departure, become, left, know } = setUp();
    departure.begin();
    know(false);
    become('left');
    await time.run(30_000);
    expect(left()).to.equal(0);
    know(true);
    await time.run(32_000);
    expect(left()).to.equal(1);
  });
});
