import { expect } from 'chai';
import { compareIntents, type Intent, type IntentChange } from '../../src/membership/intent.ts';
import { Passage } from '../../src/node/passage.ts';
import { Custody } from '../../src/replication/custody.ts';
import { intentOf } from '../membership/intent-of.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';

const FULL = Uint8Array.of(0xff);

/** A node among others, whose intents and custody a test changes as gossip and copying would. */
function setUp(others: readonly Intent[], own: Partial<Intent>, complete = new Uint8Array()) {
  const time = new VirtualTime();
  const { clock } = time.process('self');
  const intents = new Map([...others, intentOf('self', own)].map((intent) => [intent.peer, intent]));
  const custody = new Custody({ self: 'self', partitions: 8, replicas: 3, complete });
  const changes: IntentChange[] = [];
  const ended: string[] = [];
  const passage = new Passage({
    self: 'self',
    custody,
    clock,
    timers: time,
    intents: () => [...intents.values()],
    isAlive: () => true,
    mayChange: () => true,
    mayGo: () => true,
    endRemoval: (peer) => void ended.push(peer),
    updateOwnIntent: (change) => {
      changes.push(change);
      const before = intents.get('self')!;
      const after = { ...before, ...change, counter: before.counter + 1 };
      expect(compareIntents(after, before)).to.be.greaterThan(0);
      intents.set('self', after);
    },
  });
  const learn = (...changed: readonly Intent[]) => {
    for (const intent of changed) intents.set(intent.peer, intent);
    custody.update([...intents.values()]);
    // Each says what it holds for the owners as they are, unless the test has it otherwise.
    for (const [peer, intent] of intents)
      if (peer !== 'self' && intent.completeFor === '')
        intents.set(peer, { ...intent, completeFor: custody.view.changeId });
    passage.advance();
  };
  const copyAll = () => {
    custody.markCleared(custody.uncleared());
    for (const partition of custody.incomplete()) custody.markComplete(partition);
    passage.advance();
  };
  const statuses = () => changes.flatMap(({ status }) => (status === undefined ? [] : [status]));
  return { time, custody, passage, ended, changes, statuses, learn, copyAll };
}

const three = ['a', 'b', 'c'].map((peer) => intentOf(peer, { complete: FULL }));

describe('passage of a node through its cluster', () => {
  it('is active once it holds everything that it is to own', async () => {
    const { time, changes, custody, learn, copyAll } = setUp(three, { status: 'joining' });
    learn();
    await time.run(5000);
    expect(changes).to.deep.equal([]);
    copyAll();
    const { complete, view } = custody;
    expect(changes).to.deep.equal([{ status: 'active', complete, completeFor: view.changeId }]);
  });

  it('waits for others, too, whom its coming gives something', async () => {
    const { peers, bystander } = flockWithBystander();
    const others = peers.map((peer) =>
      intentOf(peer, { complete: peer === bystander ? new Uint8Array() : FULL }),
    );
    const { time, statuses, learn, copyAll } = setUp(others, { status: 'joining' });
    learn();
    copyAll();
    await time.run(5000);
    expect(statuses()).to.deep.equal([]);
    learn(intentOf(bystander, { complete: FULL, counter: 2 }));
    expect(statuses()).to.deep.equal(['active']);
  });

  it('waits a moment though it has copied everything, lest another is before it', async () => {
    const { time, statuses, learn, copyAll } = setUp(three, { status: 'joining' });
    learn();
    copyAll();
    await time.run(400);
    expect(statuses()).to.deep.equal([]);
    await time.run(600);
    expect(statuses()).to.deep.equal(['active']);
  });

  it('waits for who is before it in the order, and then its moment anew', async () => {
    const { time, statuses, learn, copyAll } = setUp(three, { status: 'joining' });
    learn();
    copyAll();
    await time.run(400);
    learn(intentOf('d', { status: 'joining' }));
    await time.run(3000);
    expect(statuses()).to.deep.equal([]);
    learn(intentOf('d', { status: 'active', counter: 2 }));
    copyAll();
    await time.run(3400);
    expect(statuses()).to.deep.equal([]);
    await time.run(3600);
    expect(statuses()).to.deep.equal(['active']);
  });

  it('is not active in a cluster of which it knows no members', async () => {
    const { time, passage, changes } = setUp([], { status: 'joining' });
    passage.advance();
    await time.run(5000);
    expect(changes).to.deep.equal([]);
  });

  it('has left once its successors hold what it owned, and they say so', async () => {
    const { time, statuses, custody, learn } = setUp([...three, intentOf('d')], { status: 'leaving' }, FULL);
    learn();
    await time.run(3000);
    const partition = custody.view.partitionsOf('self')[0]!;
    expect(custody.view.pending(partition)).to.have.length(1);
    expect(statuses()).to.deep.equal([]);
    learn(...['a', 'b', 'c'].map((peer) => intentOf(peer, { counter: 2, complete: FULL })));
    expect(statuses()).to.deep.equal([]);
    learn(intentOf('d', { counter: 2, complete: FULL }));
    expect(statuses()).to.deep.equal(['left']);
  });

  it('has another weight once others hold what that gives them, and they say so', async () => {
    const next = { zone: '', weight: 1 };
    const others = ['a', 'b', 'c'].map((peer) => intentOf(peer, { complete: FULL }));
    const { time, custody, changes, learn, copyAll } = setUp(others, { next, complete: FULL }, FULL);
    learn();
    expect(others.flatMap(({ peer }) => custody.view.pendingPartitionsOf(peer))).to.not.deep.equal([]);
    learn(...others.map(({ peer }) => intentOf(peer, { complete: new Uint8Array(), counter: 2 })));
    copyAll();
    await time.run(5000);
    expect(changes.filter((change) => 'weight' in change)).to.deep.equal([]);
    learn(...others.map(({ peer }) => intentOf(peer, { complete: FULL, counter: 3 })));
    const { complete, view } = custody;
    expect(changes.at(-1)).to.deep.equal({ ...next, next: undefined, complete, completeFor: view.changeId });
  });

  it('does not take what a successor held for other owners for what it waits for', async () => {
    const { peers, bystander } = flockWithBystander();
    const others = peers.map((peer) =>
      intentOf(peer, { complete: FULL, completeFor: peer === bystander ? 'an earlier ring' : '' }),
    );
    const { time, statuses, learn, copyAll } = setUp(others, { status: 'joining' });
    learn();
    copyAll();
    await time.run(5000);
    expect(statuses()).to.deep.equal([]);
    learn(intentOf(bystander, { complete: FULL, counter: 2 }));
    expect(statuses()).to.deep.equal(['active']);
  });

  it('leaves at once where nobody is to succeed it, but for the moment of its turn', async () => {
    const { time, statuses, learn } = setUp(three.slice(0, 2), { status: 'leaving' }, FULL);
    learn();
    expect(statuses()).to.deep.equal([]);
    await time.run(600);
    expect(statuses()).to.deep.equal(['left']);
  });

  it('tells the others what it holds when that changes, all at once and once', () => {
    const { changes, custody, learn, copyAll } = setUp(three.slice(0, 2), {});
    learn();
    custody.markCleared(custody.uncleared());
    custody.markComplete(0);
    expect(changes).to.deep.equal([]);
    copyAll();
    copyAll();
    expect(changes).to.deep.equal([{ complete: FULL, completeFor: custody.view.changeId }]);
  });

  it('does nothing before it has an intent, nor once it has left', async () => {
    const left = setUp(three, { status: 'left', complete: new Uint8Array(1) });
    left.learn();
    await left.time.run(5000);
    expect(left.statuses()).to.not.include('active');
  });

  it('lets the first living full member end a removal, once all successors have said that they hold everything', async () => {
    for (const [own, expected] of [
      ['active', ['d']],
      ['joining', []],
    ] as const) {
      const removing = intentOf('d', { complete: FULL, status: 'removing', author: 'a' });
      const others = ['x', 'y', 'z'].map((peer) => intentOf(peer, { complete: Uint8Array.of(0) }));
      const { time, ended, learn } = setUp([...others, removing], { status: own }, FULL);
      learn();
      await time.run(5000);
      expect(ended).to.deep.equal([]);
      learn(
        ...others.map((intent) => ({ ...intent, complete: FULL })),
        intentOf('self', { status: own, complete: FULL }),
      );
      await time.run(10_000);
      expect(new Set(ended)).to.deep.equal(new Set(expected));
    }
  });

  it('leaves the end of a removal to a living member whose id comes before', async () => {
    const removing = intentOf('z', { complete: FULL, status: 'removing', author: 'a' });
    const { time, ended, learn } = setUp([...three, removing], {}, FULL);
    learn();
    await time.run(5000);
    expect(ended).to.deep.equal([]);
  });
});

/** Members of whom one is given something by the coming of `self`: balance moves more than what a newcomer takes. */
function flockWithBystander(): { readonly peers: readonly string[]; readonly bystander: string } {
  for (let size = 4; size < 40; size++) {
    const peers = Array.from({ length: size }, (_, index) => `peer${index}`);
    const custody = new Custody({ self: 'self', partitions: 8, replicas: 3, complete: new Uint8Array() });
    custody.update([...peers.map((peer) => intentOf(peer)), intentOf('self', { status: 'joining' })]);
    const bystander = peers.find((peer) => custody.view.pendingPartitionsOf(peer).length > 0);
    if (bystander !== undefined) return { peers, bystander };
  }
  throw new Error('no such members');
}
