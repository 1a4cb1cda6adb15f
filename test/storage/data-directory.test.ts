import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { DataDirectory } from '../../src/storage/data-directory.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { VirtualDisk } from '../simulation/world/virtual-disk.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';
import { rejection } from './rejection.ts';

describe('data directory', () => {
  let time: VirtualTime;
  let disk: VirtualDisk;
  let random: SeededRandom;

  beforeEach(() => {
    time = new VirtualTime();
    random = new SeededRandom(1);
    disk = new VirtualDisk({ random: random.fork('disk'), root: '/data/peer-1' });
  });

  const settle = <T>(promise: Promise<T>): Promise<T> => time.settle(promise, 1000);
  const open = (options = {}): Promise<DataDirectory> =>
    settle(
      DataDirectory.open({ disk: disk.mount(time), random, cluster: 'birds', partitions: 1024, ...options }),
    );
  const failure = async (promise: Promise<unknown>): Promise<StarlingError> => {
    const error = await rejection(promise);
    expect(error).to.be.instanceOf(StarlingError);
    return error as StarlingError;
  };

  it('gives a new directory a storage id of its own, and keeps it', async () => {
    const first = await open();
    expect(first.storageId).to.match(/^[0-9a-f]{32}$/);
    expect(first.clusterId).to.equal('');
    await settle(first.close());
    disk.crash();
    expect((await open()).storageId).to.equal(first.storageId);
    disk = new VirtualDisk({ random });
    expect((await open()).storageId).not.to.equal(first.storageId);
  });

  it('remembers which cluster it belongs to, and refuses another', async () => {
    const directory = await open();
    await settle(directory.setClusterId('c1'));
    disk.crash();
    const again = await open();
    expect(again.clusterId).to.equal('c1');
    await settle(again.setClusterId('c1'));
    const error = await failure(settle(again.setClusterId('c2')));
    expect(error.code).to.equal('CONFIGURATION');
    expect(again.clusterId).to.equal('c1');
  });

  it('refuses a directory of another cluster or partition count, and says so', async () => {
    await open();
    const other = await failure(open({ cluster: 'fish' }));
    expect(other.code).to.equal('CONFIGURATION');
    expect(other.message).to.include('/data/peer-1').and.include('"birds"').and.include('"fish"');
    const partitions = await failure(open({ partitions: 64 }));
    expect(partitions.message).to.include('1024').and.include('64');
    await open();
  });

  it('is held by one process at a time', async () => {
    const mount = disk.mount(time);
    const options = { disk: mount, random, cluster: 'birds', partitions: 1024 };
    const directory = await settle(DataDirectory.open(options));
    expect(await failure(settle(DataDirectory.open(options)))).to.have.property('code', 'CONFIGURATION');
    await settle(directory.close());
    await settle(directory.close());
    await settle(DataDirectory.open(options));
  });

  it('refuses a directory with other things in it', async () => {
    disk.plant('thesis.txt', new Uint8Array(1));
    const error = await failure(open());
    expect(error.message).to.include('thesis.txt');
    expect(disk.content('manifest.json')).to.equal(undefined);
  });

  it('refuses a damaged manifest and one of a newer format', async () => {
    await open();
    const text = new TextDecoder().decode(disk.content('manifest.json'));
    disk.plant('manifest.json', new TextEncoder().encode(text.replace('birds', 'bards')));
    expect(await failure(open())).to.have.property('code', 'CORRUPTION');
    disk.plant('manifest.json', new TextEncoder().encode(text.replace('"format": 1', '"format": 2')));
    expect(await failure(open())).to.have.property('code', 'CONFIGURATION');
    disk.plant('manifest.json', new TextEncoder().encode('{'));
    expect(await failure(open())).to.have.property('code', 'CORRUPTION');
    disk.plant('manifest.json', new TextEncoder().encode(text));
    await open();
  });

  it('keeps small states, each whole as it was written last', async () => {
    let directory = await open();
    expect(await settle(directory.readState('membership'))).to.equal(undefined);
    await settle(directory.writeState('membership', { incarnation: 1 }));
    await settle(directory.writeState('membership', { incarnation: 2, peers: ['a'] }));
    disk.crash();
    directory = await open();
    expect(await settle(directory.readState('membership'))).to.deep.equal({ incarnation: 2, peers: ['a'] });
    disk.rot('state/membership.json', 40);
    const error = await failure(settle(directory.readState('membership')));
    expect(error.code).to.equal('CORRUPTION');
    expect(error.facts.file).to.equal('state/membership.json');
  });
});
