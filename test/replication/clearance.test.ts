import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { Clearance } from '../../src/replication/clearance.ts';
import { Custody } from '../../src/replication/custody.ts';
import { keyOf } from '../../src/version/key.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';
import { MemoryEngine } from '../storage/memory-engine.ts';
import { record } from '../storage/records.ts';
import { member } from './replication-world.ts';

const PARTITIONS = 8;
const KEYS = Array.from({ length: 100 }, (_, i) => `key ${i}`);

async function setUp() {
  const time = new VirtualTime();
  const process = time.process('node');
  const custody = new Custody({
    self: 'me',
    partitions: PARTITIONS,
    replicas: 1,
    complete: new Uint8Array(),
  });
  const storage = new MemoryEngine(process, Math.log2(PARTITIONS));
  for (const key of KEYS) storage.write(record(key, 1));
  await time.settle(storage.durable(), 1000);
  const world = { isActive: true, completeElsewhere: true, failures: 0, told: [] as string[] };
  const clearance = new Clearance({
    custody,
    storage,
    timers: process,
    markCleared: async (partitions) => {
      if (world.failures-- > 0) throw new StarlingError('DISK_FULL', 'no room');
      custody.markCleared(partitions);
    },
    isCompleteAt: () => world.completeElsewhere,
    isActive: () => world.isActive,
    events: {
      partitionCleared: (partition) => void world.told.push(`cleared ${partition}`),
      partitionsNotCleared: (error) => void world.told.push(`failed ${error.code}`),
    },
  });
  const pass = (ms: number) => time.run(time.nowMs + ms);
  return Object.assign(world, { custody, storage, clearance, pass });
}

const heldOf = ({ storage }: { storage: MemoryEngine }) =>
  Array.from({ length: PARTITIONS }, (_, partition) => partition).filter(
    (partition) => storage.count(partition) > 0,
  );

describe('clearance', () => {
  it('clears what lay here from before, as soon as the node is to own it', async () => {
    const world = await setUp();
    world.custody.update([member('me'), member('other')]);
    const owned = world.custody.uncleared();
    expect(owned.length).to.be.within(1, PARTITIONS - 1);
    world.completeElsewhere = false;
    world.clearance.wake();
    await world.pass(100);
    expect(world.custody.uncleared()).to.deep.equal([]);
    expect(heldOf(world).filter((partition) => owned.includes(partition))).to.deep.equal([]);
    expect(heldOf(world), 'what others own and lack stays').to.have.length(PARTITIONS - owned.length);
  });

  it('touches nothing that is cleared or complete', async () => {
    const world = await setUp();
    world.custody.markAllComplete();
    world.custody.update([member('me')]);
    world.clearance.wake();
    await world.pass(100);
    expect(heldOf(world)).to.have.length(PARTITIONS);
    for (const key of KEYS) expect(world.storage.read(keyOf(key))).to.not.equal(undefined);
  });

  it('drops what the node owned once, when all who own it now hold everything and nobody copies any more', async () => {
    const world = await setUp();
    world.custody.markAllComplete();
    world.custody.update([member('me')]);
    world.custody.update([member('me'), member('other', 'joining')]);
    world.clearance.wake();
    await world.pass(100);
    expect(heldOf(world), 'the newcomer is copying').to.have.length(PARTITIONS);
    world.custody.update([member('me'), member('other')]);
    world.completeElsewhere = false;
    world.clearance.wake();
    await world.pass(100);
    expect(heldOf(world), 'the newcomer lacks something').to.have.length(PARTITIONS);
    world.completeElsewhere = true;
    world.isActive = false;
    world.clearance.wake();
    await world.pass(100);
    expect(heldOf(world), 'the node is no member').to.have.length(PARTITIONS);
    world.isActive = true;
    world.clearance.wake();
    await world.pass(100);
    expect(heldOf(world)).to.deep.equal([...world.custody.view.partitionsOf('me')]);
  });

  it('tries again where it can’t note what it did, and takes nothing meanwhile', async () => {
    const world = await setUp();
    world.failures = 2;
    world.custody.update([member('me')]);
    world.clearance.wake();
    await world.pass(1500);
    expect(world.custody.uncleared()).to.have.length(PARTITIONS);
    await world.pass(2000);
    expect(world.custody.uncleared()).to.deep.equal([]);
    expect(world.told.filter((what) => what === 'failed DISK_FULL')).to.have.length(2);
  });
});
