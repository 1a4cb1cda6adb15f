import { expect } from 'chai';
import { keyOf } from '../../src/version/key.ts';
import type { WriteRequestOptions } from '../../src/replication/requests.ts';
import { WriteRequest } from '../../src/replication/write-request.ts';
import { compareVersions } from '../../src/version/version.ts';
import { rejection } from '../storage/rejection.ts';
import { record, textOf, tombstone, version } from '../storage/records.ts';
import { ReplicationWorld, failsWith, member, silent } from './replication-world.ts';

const OPTIONS: WriteRequestOptions = {
  consistency: undefined,
  timeoutMs: 2000,
  durability: 'fsync',
  session: undefined,
};

function put(world: ReplicationWorld, options: Partial<WriteRequestOptions> = {}) {
  const value = new TextEncoder().encode('new');
  return new WriteRequest(world.coordination, keyOf('k'), value, { ...OPTIONS, ...options }).run();
}

const deletes = (world: ReplicationWorld) =>
  new WriteRequest(world.coordination, keyOf('k'), undefined, OPTIONS).run();

describe('write request', () => {
  it('goes to every owner, and gives the version it has there', async () => {
    const world = new ReplicationWorld();
    const written = await world.settle(put(world));
    await world.pass(10);
    for (const peer of ['a', 'b', 'c']) {
      expect(textOf(world.held(peer, 'k'))).to.equal('new');
      expect(world.held(peer, 'k')?.version).to.deep.equal(written);
    }
  });

  it('deletes by a tombstone', async () => {
    const world = new ReplicationWorld();
    const written = await world.settle(deletes(world));
    expect(world.held('a', 'k')).to.deep.include({ version: written, value: undefined });
  });

  it('is acknowledged by W owners, whatever the others do', async () => {
    const world = new ReplicationWorld();
    world.holder('b').fault = silent;
    await world.settle(put(world));
    expect(world.time.nowMs).to.be.lessThan(100);
  });

  it('asks no owner that is declared dead', async () => {
    const world = new ReplicationWorld();
    world.dead.add('b');
    await world.settle(put(world));
    expect(world.asked).to.have.members(['write a', 'write c']);
  });

  it('leaves a hint for each owner that missed it, a slow one when its time is up', async () => {
    const world = new ReplicationWorld();
    world.dead.add('b');
    await world.settle(put(world));
    expect(world.hinted).to.deep.equal(['b k']);
    world.dead.delete('b');
    world.holder('c').fault = silent;
    await world.settle(put(world));
    expect(world.hinted).to.deep.equal(['b k']);
    await world.pass(OPTIONS.timeoutMs);
    expect(world.hinted).to.deep.equal(['b k', 'c k']);
  });

  it('leaves no hint where it was not acknowledged', async () => {
    const world = new ReplicationWorld();
    for (const peer of ['b', 'c']) world.dead.add(peer);
    await world.settle(rejection(put(world)));
    await world.pass(OPTIONS.timeoutMs);
    expect(world.hinted).to.deep.equal([]);
  });

  it('waits for as many owners as its consistency says', async () => {
    const world = new ReplicationWorld();
    world.dead.add('b');
    const refused = await world.settle(rejection(put(world, { consistency: 'all' })));
    expect(refused).to.deep.include({ code: 'QUORUM_FAILED', facts: { acknowledged: 0 } });
    world.holder('a').fault = silent;
    await world.settle(put(world, { consistency: 'one' }));
  });

  it('is stamped above whatever an owner holds, and sent again', async () => {
    const world = new ReplicationWorld();
    await world.seed(record('k', 400), 'b');
    const written = await world.settle(put(world));
    await world.pass(10);
    expect(compareVersions(written, version(400))).to.be.greaterThan(0);
    expect(['a', 'b', 'c'].map((peer) => textOf(world.held(peer, 'k')))).to.deep.equal(['new', 'new', 'new']);
    expect(world.told).to.include('restamped');
  });

  it('wins over a deletion that is later by the clock', async () => {
    const world = new ReplicationWorld();
    await world.seed(tombstone('k', 400), 'a', 'b', 'c');
    await world.settle(put(world));
    expect(textOf(world.held('a', 'k'))).to.equal('new');
  });

  it('is stamped above the session that it is told', async () => {
    const world = new ReplicationWorld();
    const written = await world.settle(put(world, { session: version(4000) }));
    expect(compareVersions(written, version(4000))).to.be.greaterThan(0);
  });

  it('refuses a session from the future, before anything is sent', async () => {
    const world = new ReplicationWorld();
    const refused = await world.settle(rejection(put(world, { session: version(60_000) })));
    expect(refused).to.include({ code: 'CLOCK_DRIFT' });
    expect(world.asked).to.deep.equal([]);
  });

  it('waits for its own clock where an owner holds a version too far ahead', async () => {
    const world = new ReplicationWorld();
    await world.seed(record('k', 10_500), 'a', 'b', 'c');
    const written = await world.settle(put(world));
    expect(world.time.nowMs).to.be.within(500, 1500);
    expect(compareVersions(written, version(10_500))).to.be.greaterThan(0);
  });

  it('compares the members with an owner that knows other owners, and tries again', async () => {
    const world = new ReplicationWorld();
    const members = ['a', 'b', 'c'].map((peer) => member(peer));
    world.holder('a').custody.update(members.slice(0, 2));
    world.holder('b').custody.update(members.slice(0, 2));
    const promise = put(world);
    await world.pass(100);
    expect(world.exchanged).to.include.members(['a', 'b']);
    expect(world.told).to.include('ownersDiffered a');
    world.holder('a').custody.update(members);
    await world.settle(promise);
    expect(textOf(world.held('a', 'k'))).to.equal('new');
    expect(world.time.nowMs).to.be.lessThan(500);
  });

  it('waits for members to become known, within its deadline', async () => {
    const world = new ReplicationWorld({ members: [] });
    const promise = put(world, { timeoutMs: 300 });
    await world.pass(200);
    expect(await world.settle(rejection(promise))).to.include({ code: 'QUORUM_FAILED' });
    expect(world.time.nowMs).to.be.within(200, 300);
  });

  it('does not wait out what does not pass by itself', async () => {
    const world = new ReplicationWorld();
    world.holder('a').fault = failsWith('UNAVAILABLE');
    world.holder('b').fault = failsWith('UNAVAILABLE');
    const refused = await world.settle(rejection(put(world)));
    expect(refused)
      .to.include({ code: 'QUORUM_FAILED' })
      .and.property('message')
      .to.contain('2 x UNAVAILABLE');
    expect(world.time.nowMs).to.be.lessThan(10);
  });

  it('ends at its deadline, with an outcome that it calls unknown', async () => {
    const world = new ReplicationWorld();
    world.holder('a').fault = () => ({ delayMs: 5000 });
    world.holder('b').fault = () => ({ delayMs: 5000 });
    const refused = await world.settle(rejection(put(world)));
    expect(refused).to.have.property('code').that.is.oneOf(['TIMEOUT', 'QUORUM_FAILED']);
    expect(refused).property('message').to.contain('unknown');
    expect(world.time.nowMs).to.be.within(2000, 2050);
  });

  describe('while a newcomer is copying the partition', () => {
    function setUp() {
      const members = [member('a'), member('b'), member('c'), member('d', 'joining')];
      const world = new ReplicationWorld({ members });
      const partition = world.custody.view.pendingPartitionsOf('d')[0]!;
      const { view } = world.custody;
      const staying = view.custodians(partition).filter((peer) => !view.loses(peer, partition));
      const write = new WriteRequest(world.coordination, world.keyIn(partition), new Uint8Array(1), OPTIONS);
      return { world, key: world.keyIn(partition), staying, write };
    }

    it('goes to it too, and waits for it where too few others have the write that will own it', async () => {
      const { world, key, staying, write } = setUp();
      world.holder('d').fault = () => ({ delayMs: 700 });
      world.holder(staying[0]!).fault = failsWith('UNAVAILABLE');
      await world.settle(write.run());
      expect(world.time.nowMs).to.be.at.least(700);
      expect(world.held('d', key)).to.not.equal(undefined);
    });

    it('does without it where those that stay have the write, and keeps a hint for it', async () => {
      const { world, key, write } = setUp();
      world.dead.add('d');
      await world.settle(write.run());
      expect(world.asked).to.not.include('write d');
      expect(world.hinted).to.include(`d ${key.text}`);
    });

    it('fails where it is dead, and another that will own the partition as well', async () => {
      const { world, staying, write } = setUp();
      world.dead.add('d');
      world.dead.add(staying[0]!);
      expect(await world.settle(rejection(write.run()))).to.include({ code: 'QUORUM_FAILED' });
    });
  });

  describe('with a sloppy quorum', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((peer) => member(peer));
    const SLOPPY: WriteRequestOptions = { ...OPTIONS, sloppy: true };

    /** A key with its three owners, the first of which is up. */
    function setUp(self?: string) {
      const world = new ReplicationWorld({ members: five, ...(self === undefined ? {} : { self }) });
      const key = world.keyIn(0);
      const [, ...down] = world.custody.view.custodians(0);
      for (const peer of down) world.dead.add(peer);
      const others = five
        .map(({ peer }) => peer)
        .filter((peer) => !world.custody.view.custodians(0).includes(peer));
      const write = (options = SLOPPY) =>
        world.settle(new WriteRequest(world.coordination, key, new Uint8Array(1), options).run());
      return { world, key, down, others, write };
    }

    it('lets other peers keep the write for owners that are down, each for one, and counts them', async () => {
      const { world, key, down, others, write } = setUp();
      await write();
      expect(world.held(others[0]!, key)).to.equal(undefined);
      const kept = world.kept.map((line) => line.split(' ')).map(([owner, , , peer]) => [owner, peer]);
      expect(kept.map(([owner]) => owner).sort()).to.deep.equal([...down].sort());
      expect(kept.map(([, peer]) => peer).sort()).to.deep.equal([...others].sort());
      expect(world.hinted).to.deep.equal([]);
    });

    it('is for writes that ask for it', async () => {
      const { world, write } = setUp();
      expect(await rejection(write(OPTIONS))).to.include({ code: 'QUORUM_FAILED' });
      expect(world.kept).to.deep.equal([]);
    });

    it('asks another where one has no room, and fails where none has', async () => {
      const { world, others, write } = setUp();
      world.holder(others[0]!).fault = (op) => (op === 'keep' ? failsWith('OVERLOADED')() : undefined);
      await write();
      expect(world.kept).to.have.length(1);
      world.holder(others[1]!).fault = (op) => (op === 'keep' ? failsWith('OVERLOADED')() : undefined);
      expect(await rejection(write())).to.include({ code: 'QUORUM_FAILED' });
    });

    it('asks nobody where an owner refuses for a reason of its own', async () => {
      const { world, write } = setUp();
      world.dead.clear();
      for (const { peer } of five) world.holder(peer).fault = failsWith('CORRUPTION');
      expect(await rejection(write())).to.include({ code: 'QUORUM_FAILED' });
      expect(world.kept).to.deep.equal([]);
    });
  });

  it('passes on what the client can do something about, where no owner has taken it', async () => {
    const world = new ReplicationWorld({ members: [member('a')] });
    world.holder('a').fault = failsWith('DISK_FULL');
    expect(await world.settle(rejection(put(world)))).to.include({ code: 'DISK_FULL' });
  });

  it('calls its outcome unknown where a flush failed: the log may have it at the next start', async () => {
    const world = new ReplicationWorld({ members: [member('a')] });
    world.holder('a').fault = failsWith('STORE_POISONED');
    expect(await world.settle(rejection(put(world)))).to.include({ code: 'QUORUM_FAILED' });
  });

  it('calls its outcome unknown where an owner may have taken it, whatever the others say', async () => {
    const world = new ReplicationWorld();
    world.holder('a').fault = failsWith('DISK_FULL');
    world.holder('b').fault = failsWith('DISK_FULL');
    world.holder('c').fault = () => ({ delayMs: 100 });
    const refused = await world.settle(rejection(put(world)));
    await world.pass(200);
    expect(textOf(world.held('c', 'k'))).to.equal('new');
    expect(refused).to.include({ code: 'QUORUM_FAILED' });
  });

  it('calls its outcome unknown where an owner took it in an earlier attempt', async () => {
    const world = new ReplicationWorld();
    await world.seed(record('k', 400), 'b');
    world.dead.add('c');
    let attempts = 0;
    world.holder('a').fault = () => (++attempts === 1 ? undefined : failsWith('OVERLOADED')());
    world.holder('b').fault = () => (attempts <= 1 ? { delayMs: 5 } : failsWith('OVERLOADED')());
    expect(await world.settle(rejection(put(world)))).to.include({ code: 'QUORUM_FAILED' });
    expect(textOf(world.held('a', 'k'))).to.equal('new');
  });

  it('gives up where others write the key each time', async () => {
    const world = new ReplicationWorld();
    let n = 0;
    world.holder('a').fault = () => {
      world
        .holder('a')
        .storage.write({ ...record('k', 0), version: { ...version(1000), writer: 1, logical: 2 * ++n } });
      return undefined;
    };
    const refused = await world.settle(rejection(put(world, { timeoutMs: 100_000 })));
    expect(refused).to.deep.include({ code: 'QUORUM_FAILED', facts: { restamps: 16 } });
  });
});
