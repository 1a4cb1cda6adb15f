import { expect } from 'chai';
import type { StarlingError } from '../../src/base/errors.ts';
import type { MemberView } from '../../src/gossip/gossip-options.ts';
import type { IntentContent } from '../../src/membership/intent.ts';
import type { Liveness } from '../../src/membership/member.ts';
import { OperatorOrders } from '../../src/node/operator-orders.ts';
import { Removal } from '../../src/node/removal.ts';
import { Custody } from '../../src/replication/custody.ts';
import { proveOrder } from '../../src/transport/operator-proof.ts';
import type { MemberRemoval } from '../../src/wire/operator-operation.ts';
import { intentOf } from '../membership/intent-of.ts';

const NOW_MS = 1_800_000_000_000;
const FULL = Uint8Array.of(0xff);

function member(peer: string, liveness: Liveness, change: Partial<IntentContent> = {}): MemberView {
  const intent = intentOf(peer, { complete: FULL, ...change });
  return { peer, liveness, incarnation: 1, sinceMs: 0, accusers: [], roundTripMs: undefined, intent };
}

const OTHERS = [member('self', 'alive'), member('b', 'alive'), member('c', 'dead')];

/** A node among members, with three owners a partition and W = 2. */
function setUp(members: readonly MemberView[] = OTHERS) {
  const custody = new Custody({ self: 'self', partitions: 8, replicas: 3, complete: FULL });
  custody.update(members.map(({ intent }) => intent!));
  const removed: string[] = [];
  const gossip = {
    members: () => members,
    intents: () => members.map(({ intent }) => intent!),
    clusterTimeMs: () => NOW_MS,
    beginRemoval: (peer: string) => void removed.push(peer),
  };
  const clusterId = () => 'id';
  const removal = new Removal({
    self: 'self',
    gossip,
    custody,
    orders: new OperatorOrders({ gossip, secrets: ['secret'], clusterId }),
    writeQuorum: 2,
  });
  /** Gives the code of its refusal. */
  const order = (change: Partial<MemberRemoval> = {}, secret = 'secret') => {
    const wanted = { peer: 'c', force: false, expiresMs: NOW_MS + 60_000, ...change };
    const proof = proveOrder(secret, { clusterId: 'id', action: 'remove', ...wanted });
    try {
      removal.remove({ proof, ...wanted });
      return 'done';
    } catch (error) {
      return (error as StarlingError).code;
    }
  };
  return { removed, order };
}

describe('an order to remove a member', () => {
  it('is carried out where the member is dead and the others hold everything', () => {
    const { removed, order } = setUp();
    expect(order()).to.equal('done');
    expect(removed).to.deep.equal(['c']);
  });

  for (const [what, change, secret] of [
    ['was proven with another secret', {}, 'other'],
    ['was not proven', { proof: new Uint8Array(32) }],
    ['has expired', { expiresMs: NOW_MS }],
    ['is kept for later', { expiresMs: NOW_MS + 86_400_000 }],
    ['has no time that makes sense', { expiresMs: NaN }],
  ] as const) {
    it(`is forbidden where it ${what}`, () => {
      const { removed, order } = setUp();
      expect(order(change, secret)).to.equal('FORBIDDEN');
      expect(removed).to.deep.equal([]);
    });
  }

  for (const [what, peer] of [
    ['nobody', 'x'],
    ['the one that is asked', 'self'],
    ['a living one', 'b'],
  ] as const) {
    it(`is refused where the member is ${what}`, () => {
      const { removed, order } = setUp();
      expect(order({ peer })).to.equal('INVALID_ARGUMENT');
      expect(removed).to.deep.equal([]);
    });
  }

  it('is refused while a living owner has yet to copy what it owns, unless by force', () => {
    const others = [OTHERS[0]!, member('b', 'alive', { complete: Uint8Array.of(0x7f) }), OTHERS[2]!];
    const { removed, order } = setUp(others);
    expect(order()).to.equal('UNAVAILABLE');
    expect(removed).to.deep.equal([]);
    expect(order({ force: true })).to.equal('done');
  });

  it('is refused while another owner is dead as well, unless by force', () => {
    const { order } = setUp([OTHERS[0]!, member('b', 'dead'), OTHERS[2]!]);
    expect(order()).to.equal('UNAVAILABLE');
    expect(order({ force: true })).to.equal('done');
  });

  it('does nothing where the member has gone already', () => {
    const { removed, order } = setUp([...OTHERS.slice(0, 2), member('c', 'dead', { status: 'left' })]);
    expect(order()).to.equal('done');
    expect(removed).to.deep.equal([]);
  });
});
