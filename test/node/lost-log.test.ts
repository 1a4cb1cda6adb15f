import { expect } from 'chai';
import { forgetLostLog } from '../../src/node/lost-log.ts';
import { loadCustodyState } from '../../src/node/custody-state.ts';
import { DataDirectory } from '../../src/storage/data-directory.ts';
import { silentLog } from '../../src/telemetry/log.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { VirtualDisk } from '../simulation/world/virtual-disk.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';
import { rejection } from '../storage/rejection.ts';

async function setUp(peers: readonly string[]) {
  const time = new VirtualTime();
  const process = time.process('node');
  const random = new SeededRandom(1);
  const disk = new VirtualDisk({ random }).mount(process);
  const settle = <T>(promise: Promise<T>) => time.settle(promise, 1000);
  const directory = await settle(DataDirectory.open({ disk, random, cluster: 'tested', partitions: 8 }));
  const members = peers.map((peer) => ({
    peer,
    status: 'active' as const,
    zone: '',
    weight: 100,
    counter: 1,
  }));
  const state = { complete: Uint8Array.of(0xff), cleared: Uint8Array.of(0xff), members };
  const look = (of = state) => settle(forgetLostLog(directory, of, { random, log: silentLog }));
  return { disk, directory, state, look, settle };
}

describe('a data directory whose log is gone', () => {
  it('is another storage, complete in nothing, also after a crash', async () => {
    const { directory, state, look, settle } = await setUp(['a', 'b']);
    const before = directory.storageId;
    const found = await look();
    expect([found.complete.length, found.cleared.length]).to.deep.equal([0, 0]);
    expect(directory.storageId).to.not.equal(before);
    const saved = await settle(loadCustodyState(directory));
    expect([saved.complete.length, saved.members]).to.deep.equal([0, state.members]);
  });

  it('is left alone where the log is there, or nothing was complete', async () => {
    const { disk, directory, state, look, settle } = await setUp(['a', 'b']);
    const before = directory.storageId;
    const fresh = { ...state, complete: new Uint8Array(1) };
    expect(await look(fresh)).to.equal(fresh);
    await settle(disk.makeFolder('log'));
    await settle(disk.replaceFile('log/state.json', new Uint8Array(1)));
    expect(await look()).to.equal(state);
    expect(directory.storageId).to.equal(before);
  });

  it('keeps the peer from starting where nobody else could have what it held', async () => {
    const { look, settle } = await setUp(['a']);
    expect(await settle(rejection(look()))).to.have.property('code', 'CORRUPTION');
  });
});
