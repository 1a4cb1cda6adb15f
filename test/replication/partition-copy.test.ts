import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { PartitionCopy } from '../../src/replication/partition-copy.ts';
import { keyOf } from '../../src/version/key.ts';
import { record, textOf } from '../storage/records.ts';
import { PARTITIONS, ReplicationWorld, failsWith, member, silent } from './replication-world.ts';

/** A member that joins three others, N being 3, and has nothing yet. */
function setUp(bytesPerSecond = 2 ** 30) {
  const members = [member('a'), member('b'), member('c'), member('new', 'joining')];
  const world = new ReplicationWorld({ members, self: 'new' });
  // It owned nothing before, so it holds nothing of what it is to own.
  world.custody.update(members.slice(0, 3));
  world.custody.update(members);
  world.custody.markCleared(world.custody.uncleared());
  const { storage } = world.holder('new');
  const completed: number[] = [];
  const onComplete = (partition: number) => {
    completed.push(partition);
    world.custody.markComplete(partition);
  };
  const copy = new PartitionCopy({ coordination: world.coordination, storage, bytesPerSecond, onComplete });
  return { world, members, storage, copy, completed, owed: world.custody.incomplete() };
}

/** Records in every partition, on these peers. */
async function fill(world: ReplicationWorld, count: number, ...peers: string[]): Promise<void> {
  for (let n = 0; n < count; n++) await world.seed(record(`k${n}`, n % 400), ...peers);
}

const expectedOf = (world: ReplicationWorld, count: number, owed: readonly number[]) =>
  Array.from({ length: count }, (_, n) => `k${n}`).filter((key) =>
    owed.includes(world.custody.partitionOf(keyOf(key))),
  );

describe('copy of partitions', () => {
  it('takes over everything that its node is to own, and nothing else', async () => {
    const { world, copy, storage, completed, owed } = setUp();
    await fill(world, 100, 'a', 'b', 'c');
    copy.wake();
    await world.pass(1000);
    expect(completed.sort()).to.deep.equal(owed);
    const expected = expectedOf(world, 100, owed);
    expect(storage.stats().records).to.equal(expected.length);
    for (const key of expected) expect(textOf(world.held('new', key))).to.not.equal(undefined);
    expect(world.custody.incomplete()).to.deep.equal([]);
  });

  it('is taken from all others where its node lost its disk, and one of them alone may have acknowledged', async () => {
    const members = ['a', 'b', 'c'].map((peer) => member(peer));
    const quorum = { replicas: 3, writeQuorum: 1, readQuorum: 3 };
    const world = new ReplicationWorld({ members, self: 'c', quorum });
    const { storage, custody } = world.holder('c');
    custody.update([]);
    custody.update(members);
    custody.markCleared(custody.uncleared());
    await fill(world, 30, 'a');
    const copy = new PartitionCopy({
      coordination: world.coordination,
      storage,
      bytesPerSecond: 2 ** 30,
      onComplete: (partition) => custody.markComplete(partition),
    });
    world.holder('b').fault = failsWith('UNAVAILABLE');
    copy.wake();
    await world.pass(1000);
    expect(custody.incomplete()).to.have.length(PARTITIONS);
    world.holder('b').fault = () => undefined;
    await world.pass(1000);
    expect(custody.incomplete()).to.deep.equal([]);
    expect(storage.stats().records).to.equal(30);
  });

  it('is taken from those that are left where an owner is being removed, whose disk nobody will see again', async () => {
    const members = [member('a'), member('b'), member('gone', 'removing'), member('new')];
    const quorum = { replicas: 3, writeQuorum: 1, readQuorum: 3 };
    const world = new ReplicationWorld({ members, self: 'new', quorum });
    const { storage, custody } = world.holder('new');
    custody.update(members.slice(0, 3));
    custody.update(members);
    custody.markCleared(custody.uncleared());
    await fill(world, 30, 'a');
    world.holder('gone').fault = failsWith('UNAVAILABLE');
    const copy = new PartitionCopy({
      coordination: world.coordination,
      storage,
      bytesPerSecond: 2 ** 30,
      onComplete: (partition) => custody.markComplete(partition),
    });
    copy.wake();
    await world.pass(1000);
    expect(custody.incomplete()).to.deep.equal([]);
  });

  it('finds what only W of the custodians hold, whichever these are', async () => {
    for (const pair of [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
    ]) {
      const { world, copy, storage, owed } = setUp();
      await fill(world, 60, ...pair);
      copy.wake();
      await world.pass(1000);
      expect(storage.stats().records).to.equal(expectedOf(world, 60, owed).length);
    }
  });

  it('follows a partition over its pages', async () => {
    const { world, copy, storage, owed } = setUp();
    const value = 'x'.repeat(60_000);
    for (let n = 0; n < 100; n++) await world.seed(record(`k${n}`, 1, value), 'a', 'b', 'c');
    copy.wake();
    await world.pass(1000);
    expect(storage.stats().records).to.equal(expectedOf(world, 100, owed).length);
    expect(world.asked.length).to.be.greaterThan(2 * owed.length);
  });

  it('keeps what is newer here already', async () => {
    const { world, copy, storage, owed } = setUp();
    const key = expectedOf(world, 100, owed)[0]!;
    await world.seed(record(key, 1, 'old'), 'a', 'b', 'c');
    storage.write(record(key, 2, 'written meanwhile'));
    copy.wake();
    await world.pass(1000);
    expect(textOf(world.held('new', key))).to.equal('written meanwhile');
  });

  it('is complete with nothing that it could not copy from n - W + 1 custodians', async () => {
    const { world, copy, completed, owed } = setUp();
    await fill(world, 30, 'a', 'b', 'c');
    world.holder('a').fault = failsWith('UNAVAILABLE');
    world.dead.add('b');
    copy.wake();
    await world.pass(3000);
    expect(completed).to.deep.equal([]);
    expect(world.told).to.include(`partitionCopyFailed ${owed[0]!} NOT_READY`);
    expect(world.asked).to.not.include('scan b');
    world.dead.delete('b');
    await world.pass(1000);
    expect(completed.sort()).to.deep.equal(owed);
  });

  it('does not count a custodian that is itself still copying', async () => {
    const { world, copy, completed } = setUp();
    for (const peer of ['a', 'b']) world.holder(peer).fault = failsWith('NOT_READY');
    copy.wake();
    await world.pass(1000);
    expect(completed).to.deep.equal([]);
  });

  it('tries on after a source has been silent for a while', async () => {
    const { world, copy, completed, owed } = setUp();
    world.holder('a').fault = silent;
    world.holder('b').fault = silent;
    copy.wake();
    await world.pass(2000);
    world.holder('b').fault = () => undefined;
    expect(completed).to.deep.equal([]);
    await world.pass(30_000);
    expect(completed.sort()).to.deep.equal(owed);
  });

  it('is not complete where the owners changed meanwhile, and what comes after that is not kept', async () => {
    const { world, members, storage, copy, completed } = setUp();
    await fill(world, 30, 'a', 'b', 'c');
    for (const peer of ['a', 'b', 'c']) world.holder(peer).fault = () => ({ delayMs: 100 });
    copy.wake();
    await world.pass(50);
    world.custody.update([...members.slice(0, 2), member('c', 'removed'), members[3]!]);
    await world.pass(400);
    expect(completed).to.deep.equal([]);
    expect(storage.stats().records).to.equal(0);
    expect(world.told.join()).to.contain('WRONG_OWNERS');
  });

  it('compares the members with a source that knows other owners', async () => {
    const { world, copy } = setUp();
    world.holder('a').custody.update([member('a'), member('b')]);
    copy.wake();
    await world.pass(50);
    expect(world.exchanged).to.include('a');
  });

  it('copies again from the others what it lost while it was a custodian', async () => {
    const world = new ReplicationWorld({ self: 'c' });
    const members = ['a', 'b', 'c'].map((peer) => member(peer));
    world.custody.update(members.slice(0, 2));
    world.custody.update(members);
    expect(world.custody.incomplete()).to.have.length(PARTITIONS);
    world.custody.markCleared(world.custody.uncleared());
    await fill(world, 30, 'a', 'b');
    const { storage } = world.holder('c');
    const onComplete = (partition: number) => world.custody.markComplete(partition);
    const { coordination } = world;
    new PartitionCopy({ coordination, storage, bytesPerSecond: 2 ** 30, onComplete }).wake();
    await world.pass(1000);
    expect(storage.stats().records).to.equal(30);
    expect(world.custody.incomplete()).to.deep.equal([]);
  });

  it('asks for nothing where nothing is missing', async () => {
    const { world, copy, owed } = setUp();
    for (const partition of owed) world.custody.markComplete(partition);
    copy.wake();
    await world.pass(1000);
    expect(world.asked).to.deep.equal([]);
  });

  it('copies nothing that has yet to be cleared', async () => {
    const { world, members, copy, completed } = setUp();
    world.custody.update(members.slice(0, 3));
    world.custody.update(members);
    copy.wake();
    await world.pass(1000);
    expect(world.asked).to.deep.equal([]);
    world.custody.markCleared(world.custody.uncleared());
    copy.wake();
    await world.pass(1000);
    expect(completed).to.not.deep.equal([]);
  });

  it('takes no more in a second than it is told, however many partitions it copies at once', async () => {
    const { world, copy, storage, owed } = setUp(100_000);
    for (let n = 0; n < 200; n++) await world.seed(record(`k${n}`, 1, 'x'.repeat(1000)), 'a', 'b', 'c');
    const { length } = expectedOf(world, 200, owed);
    // From each of two custodians.
    const leastMs = (2 * length * 1000 * 1000) / 100_000;
    copy.wake();
    await world.pass(leastMs * 0.9);
    expect(world.custody.incomplete()).not.to.deep.equal([]);
    await world.pass(leastMs * 0.2 + 100);
    expect(world.custody.incomplete()).to.deep.equal([]);
    expect(storage.stats().records).to.equal(length);
    expect(copy.progress).to.include({ records: 2 * length, refusal: undefined });
    expect(copy.progress.bytes).to.be.within(2 * length * 1000, 2 * length * 1010);
  });

  it('says why it can not go on, until it can', async () => {
    const { world, copy } = setUp();
    const sick = () => ({ error: new StarlingError('UNAVAILABLE', 'no route') });
    for (const peer of ['a', 'b', 'c']) world.holder(peer).fault = sick;
    copy.wake();
    await world.pass(50);
    expect(copy.progress.refusal?.message).to.match(/0 of the 2 custodians needed: no route/);
    for (const peer of ['a', 'b', 'c']) world.holder(peer).fault = () => undefined;
    await world.pass(1000);
    expect(copy.progress.refusal).to.equal(undefined);
  });

  it('does not start twice, and takes up later what is owed later', async () => {
    const { world, copy, completed, owed } = setUp();
    copy.wake();
    copy.wake();
    await world.pass(1000);
    expect(completed.sort()).to.deep.equal(owed);
    expect(world.asked).to.have.length(2 * owed.length);
  });

  it('ends when it is stopped, with nothing half copied called complete', async () => {
    const { world, copy, completed } = setUp();
    for (const peer of ['a', 'b', 'c']) world.holder(peer).fault = () => ({ delayMs: 100 });
    copy.wake();
    await world.pass(50);
    copy.stop();
    await world.pass(1000);
    const { length } = world.asked;
    await world.pass(5000);
    expect(completed).to.deep.equal([]);
    expect(world.asked).to.have.length(length);
    copy.wake();
    await world.pass(1000);
    expect(world.asked).to.have.length(length);
  });
});
