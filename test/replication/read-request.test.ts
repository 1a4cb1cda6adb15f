import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import type { ValueRequestOptions } from '../../src/replication/requests.ts';
import { ReadRequest } from '../../src/replication/read-request.ts';
import { keyOf } from '../../src/version/key.ts';
import { rejection } from '../storage/rejection.ts';
import { record, textOf, tombstone } from '../storage/records.ts';
import { ReplicationWorld, failsWith, member, silent } from './replication-world.ts';

const OPTIONS: ValueRequestOptions = { consistency: undefined, timeoutMs: 2000 };

function read(world: ReplicationWorld, options: Partial<ValueRequestOptions> = {}) {
  return new ReadRequest(world.coordination, keyOf('k'), { ...OPTIONS, ...options }).run();
}

describe('read request', () => {
  it('takes the record from one owner and the version from as many more as R asks for', async () => {
    const world = new ReplicationWorld();
    await world.seed(record('k', 1, 'old'), 'a', 'b', 'c');
    expect(textOf(await world.settle(read(world)))).to.equal('old');
    expect(world.asked.map((line) => line.split(' ')[0])).to.deep.equal(['read', 'readVersion']);
  });

  it('does not always ask the same owners', async () => {
    const world = new ReplicationWorld();
    for (let i = 0; i < 30; i++) await world.settle(read(world));
    for (const peer of ['a', 'b', 'c']) expect(world.asked).to.include(`read ${peer}`);
  });

  it('takes the record from its own node where that is an owner', async () => {
    const world = new ReplicationWorld({ self: 'b' });
    await world.seed(record('k', 1), 'a', 'b', 'c');
    await world.settle(read(world));
    expect(world.asked[0]).to.equal('read b');
    expect(world.asked).to.not.include.members(['read a', 'read c']);
  });

  it('finds nothing where R owners never heard of the key', async () => {
    const world = new ReplicationWorld();
    expect(await world.settle(read(world))).to.equal(undefined);
  });

  it('is given up where there is no room for the value, and asks nobody else for it', async () => {
    const world = new ReplicationWorld({ self: 'b' });
    await world.seed(record('k', 1, 'long'), 'a', 'b', 'c');
    const error = new StarlingError('OVERLOADED', 'full');
    const room = {
      refusal: undefined as StarlingError | undefined,
      hold: (bytes: number) => (room.refusal = bytes === 4 ? error : undefined),
    };
    expect(await rejection(world.settle(read(world, { room })))).to.equal(error);
    expect(world.asked.filter((line) => line.startsWith('read '))).to.deep.equal(['read b']);
  });

  it('gives deletions too', async () => {
    const world = new ReplicationWorld();
    await world.seed(tombstone('k', 1), 'a', 'b', 'c');
    expect(await world.settle(read(world))).to.deep.equal(tombstone('k', 1));
  });

  for (const holder of ['a', 'b', 'c']) {
    it(`gives the newest, which is on W owners then, wherever it was (${holder})`, async () => {
      const world = new ReplicationWorld();
      await world.seed(record('k', 1, 'old'), 'a', 'b', 'c');
      await world.seed(record('k', 2, 'new'), holder);
      const lost = ['a', 'b', 'c'].find((peer) => peer !== holder)!;
      world.dead.add(lost);
      expect(textOf(await world.settle(read(world)))).to.equal('new');
      const holders = ['a', 'b', 'c'].filter((peer) => textOf(world.held(peer, 'k')) === 'new');
      expect(holders).to.have.length(2);
    });
  }

  for (const lacking of ['a', 'b', 'c']) {
    it(`mends an owner that lacks the newest, whether it was needed or not (${lacking})`, async () => {
      const world = new ReplicationWorld();
      await world.seed(record('k', 1), ...['a', 'b', 'c'].filter((peer) => peer !== lacking));
      expect(textOf(await world.settle(read(world)))).to.equal('value 1');
      await world.pass(1000);
      expect(textOf(world.held(lacking, 'k'))).to.equal('value 1');
      expect(world.told).to.include(`readRepaired ${lacking}`);
    });
  }

  it('mends owners also with what only one that was not needed holds', async () => {
    const world = new ReplicationWorld();
    world.dead.add('c');
    await world.seed(record('k', 1, 'old'), 'a', 'b');
    await world.seed(record('k', 2, 'new'), 'c');
    // It is taken for dead, wrongly: so it is asked by nobody, and compared with all the same.
    await world.settle(read(world));
    world.dead.delete('c');
    await world.pass(1000);
    expect(['a', 'b', 'c'].map((peer) => textOf(world.held(peer, 'k')))).to.deep.equal(['new', 'new', 'new']);
  });

  it('sends nothing further where all owners agree', async () => {
    const world = new ReplicationWorld();
    await world.seed(record('k', 1), 'a', 'b', 'c');
    await world.settle(read(world));
    await world.pass(1000);
    expect(world.asked.map((line) => line.split(' ')[0])).to.deep.equal(['read', 'readVersion', 'compare']);
  });

  it('fails where it cannot bring what it saw to W owners', async () => {
    const world = new ReplicationWorld();
    await world.seed(record('k', 1), 'a');
    world.dead.add('c');
    world.holder('b').fault = (op) => (op === 'write' ? failsWith('DISK_FULL')() : undefined);
    expect(await world.settle(rejection(read(world)))).to.include({ code: 'DISK_FULL' });
    expect(world.told).to.include('readRepairFailed b DISK_FULL');
  });

  describe('while a newcomer is copying the partition', () => {
    function setUp() {
      const members = [member('a'), member('b'), member('c'), member('d', 'joining')];
      const world = new ReplicationWorld({ members });
      const { view } = world.custody;
      const partition = view.pendingPartitionsOf('d')[0]!;
      const key = world.keyIn(partition);
      const [losing] = view.custodians(partition).filter((peer) => view.loses(peer, partition));
      const staying = view.custodians(partition).filter((peer) => peer !== losing);
      return {
        world,
        key,
        losing: losing!,
        staying,
        seed: (peers: readonly string[]) => world.seed(record(key.text, 1), ...peers),
        read: () => world.settle(new ReadRequest(world.coordination, key, OPTIONS).run()),
      };
    }

    it('asks those that will own it afterwards, and nobody else where they agree', async () => {
      const { world, staying, losing, seed, read } = setUp();
      await seed([losing, ...staying]);
      await read();
      expect(world.asked).to.have.members([`read ${staying[0]}`, `readVersion ${staying[1]}`]);
    });

    it('tells the newcomer where one of them is dead: what is returned must not vanish with the change', async () => {
      const { world, key, losing, staying, seed, read } = setUp();
      await seed([losing, staying[0]!]);
      world.dead.add(staying[1]!);
      expect(textOf(await read())).to.equal('value 1');
      expect(textOf(world.held('d', key))).to.equal('value 1');
    });

    it('fails where what it found could vanish with the change', async () => {
      const { world, losing, staying, seed, read } = setUp();
      await seed([losing, staying[0]!]);
      world.dead.add(staying[1]!);
      world.dead.add('d');
      expect(await rejection(read())).to.include({ code: 'QUORUM_FAILED' });
    });

    it('looks again where the owners have changed meanwhile', async () => {
      const { world, key, losing, staying, seed, read } = setUp();
      await seed([losing, staying[0]!]);
      world.dead.add(staying[1]!);
      const changed = ['a', 'b', 'c', 'd'].map((peer) => member(peer));
      // The coordinator hears of it once it has asked, those whom it asked a little later.
      world.holder(losing).fault = () => {
        world.custody.update(changed);
        world.process.after(5, () => world.holders.forEach(({ custody }) => custody.update(changed)));
        return undefined;
      };
      world.holder('d').fault = () => ({ delayMs: 10 });
      expect(textOf(await read())).to.equal('value 1');
      expect(world.asked).to.include('write d');
      expect(textOf(world.held('d', key))).to.equal('value 1');
    });
  });

  it('asks the other owners as well where one is slow', async () => {
    for (const slow of ['a', 'b', 'c']) {
      const world = new ReplicationWorld();
      await world.seed(record('k', 1), 'a', 'b', 'c');
      world.holder(slow).fault = silent;
      expect(textOf(await world.settle(read(world)))).to.equal('value 1');
      expect(world.time.nowMs).to.be.lessThan(100);
    }
  });

  it('needs no record from the owner that is slow', async () => {
    const world = new ReplicationWorld();
    await world.seed(record('k', 1), 'a', 'b', 'c');
    world.faultEverywhere((op) => (op === 'read' && !world.told.includes('hedged') ? silent() : undefined));
    expect(textOf(await world.settle(read(world)))).to.equal('value 1');
    expect(world.told).to.include('hedged');
    expect(world.time.nowMs).to.be.lessThan(100);
  });

  it('takes no owner for slow where all of them are, and does again when they are quick', async () => {
    const world = new ReplicationWorld();
    await world.seed(record('k', 1), 'a', 'b', 'c');
    const hedgedIn = async (reads: number): Promise<number> => {
      const before = world.told.filter((told) => told === 'hedged').length;
      for (let i = 0; i < reads; i++) await world.settle(read(world));
      return world.told.filter((told) => told === 'hedged').length - before;
    };
    world.faultEverywhere(() => ({ delayMs: 200 }));
    await hedgedIn(10);
    expect(await hedgedIn(20)).to.equal(0);
    world.faultEverywhere(() => undefined);
    await hedgedIn(200);
    world.holder('a').fault = silent;
    expect(await hedgedIn(20)).to.be.above(5);
  });

  it('asks nobody else where the answers come in time', async () => {
    const world = new ReplicationWorld();
    await world.seed(record('k', 1), 'a', 'b', 'c');
    world.faultEverywhere(() => ({ delayMs: 30 }));
    await world.settle(read(world));
    await world.pass(1000);
    expect(world.told).to.not.include('hedged');
    expect(world.asked).to.have.length(3);
  });

  it('waits for a slow owner where there is no other, and mends the one that was faster', async () => {
    for (const slow of ['a', 'b']) {
      const world = new ReplicationWorld();
      await world.seed(record('k', 1), slow);
      world.dead.add('c');
      world.holder(slow).fault = () => ({ delayMs: 100 });
      expect(textOf(await world.settle(read(world)))).to.equal('value 1');
      expect(textOf(world.held(slow === 'a' ? 'b' : 'a', 'k'))).to.equal('value 1');
    }
  });

  it('asks no owner that is declared dead', async () => {
    for (const lost of ['a', 'b', 'c']) {
      const world = new ReplicationWorld();
      await world.seed(record('k', 1), ...['a', 'b', 'c'].filter((peer) => peer !== lost));
      world.dead.add(lost);
      expect(textOf(await world.settle(read(world)))).to.equal('value 1');
      expect(world.asked)
        .to.not.include.members([`read ${lost}`])
        .and.not.include.members([`readVersion ${lost}`]);
    }
  });

  it('asks another owner in the place of one that fails', async () => {
    for (const failing of ['a', 'b', 'c']) {
      const world = new ReplicationWorld();
      await world.seed(record('k', 1), 'a', 'b', 'c');
      world.holder(failing).fault = failsWith('UNAVAILABLE');
      expect(textOf(await world.settle(read(world)))).to.equal('value 1');
      expect(world.time.nowMs).to.be.lessThan(10);
    }
  });

  it('waits for as many owners as its consistency says', async () => {
    const world = new ReplicationWorld();
    await world.seed(record('k', 1), 'a', 'b', 'c');
    world.dead.add('a');
    expect(await world.settle(rejection(read(world, { consistency: 'all' })))).to.include({
      code: 'QUORUM_FAILED',
    });
    expect(textOf(await world.settle(read(world, { consistency: 'one' })))).to.equal('value 1');
  });

  it('compares the members with owners that know other owners, and tries again', async () => {
    const world = new ReplicationWorld();
    await world.seed(record('k', 1), 'a', 'b', 'c');
    const members = ['a', 'b', 'c'].map((peer) => member(peer));
    world.holder('a').custody.update(members.slice(0, 2));
    world.holder('b').custody.update(members.slice(0, 2));
    const promise = read(world);
    await world.pass(100);
    expect(world.exchanged).to.include.members(['a', 'b']);
    world.holder('b').custody.update(members);
    expect(textOf(await world.settle(promise))).to.equal('value 1');
    expect(world.time.nowMs).to.be.lessThan(500);
  });

  it('waits for owners that have yet to finish their copies', async () => {
    const world = new ReplicationWorld();
    await world.seed(record('k', 1), 'a', 'b', 'c');
    for (const peer of ['a', 'b']) {
      let isReady = false;
      world.process.after(700, () => (isReady = true));
      world.holder(peer).fault = () => (isReady ? undefined : failsWith('NOT_READY')());
    }
    expect(textOf(await world.settle(read(world)))).to.equal('value 1');
    expect(world.time.nowMs).to.be.within(700, 900);
  });

  it('gives up at its deadline on owners that never are ready', async () => {
    const world = new ReplicationWorld();
    for (const peer of ['a', 'b']) world.holder(peer).fault = failsWith('NOT_READY');
    const refused = await world.settle(rejection(read(world)));
    expect(refused).to.include({ code: 'QUORUM_FAILED' }).and.property('message').to.contain('2 x NOT_READY');
    expect(world.time.nowMs).to.be.within(1800, 2000);
    expect(world.asked.length).to.be.lessThan(200);
  });

  it('does not wait out what does not pass by itself', async () => {
    const world = new ReplicationWorld();
    for (const peer of ['a', 'b']) world.holder(peer).fault = failsWith('UNAVAILABLE');
    expect(await world.settle(rejection(read(world)))).to.include({ code: 'QUORUM_FAILED' });
    expect(world.time.nowMs).to.be.lessThan(10);
  });

  it('passes on what the client, or whoever runs the owner, can do something about', async () => {
    const world = new ReplicationWorld();
    world.holder('a').fault = failsWith('UNAVAILABLE');
    world.holder('b').fault = failsWith('CORRUPTION');
    expect(await world.settle(rejection(read(world)))).to.include({ code: 'CORRUPTION' });
  });

  it('ends at its deadline', async () => {
    const world = new ReplicationWorld();
    for (const peer of ['a', 'b']) world.holder(peer).fault = () => ({ delayMs: 5000 });
    const refused = await world.settle(rejection(read(world, { timeoutMs: 500 })));
    expect(refused).to.have.property('code').that.is.oneOf(['TIMEOUT', 'QUORUM_FAILED']);
    expect(world.time.nowMs).to.be.within(500, 550);
  });
});
