import { expect } from 'chai';
import type { Disk, DiskFile } from '../../../src/base/disk.ts';
import { SeededRandom } from './seeded-random.ts';
import { VirtualDisk } from './virtual-disk.ts';
import { VirtualTime } from './virtual-time.ts';

const SEEDS = 60;

/** A disk with one mount, whose operations are waited for. */
class Machine {
  readonly time = new VirtualTime();
  readonly disk: VirtualDisk;
  mount: Disk;

  constructor(seed: number) {
    this.disk = new VirtualDisk({ random: new SeededRandom(seed) });
    this.mount = this.disk.mount(this.time);
  }

  settle<T>(promise: Promise<T>): Promise<T> {
    return this.time.settle(promise, 1000);
  }

  crash(): void {
    this.disk.crash();
    this.mount = this.disk.mount(this.time);
  }
}

const filled = (length: number, byte: number): Uint8Array => new Uint8Array(length).fill(byte);

/** What is left of a workload after a power cut, at many seeds. */
async function outcomes(work: (machine: Machine) => Promise<void>): Promise<(Uint8Array | undefined)[]> {
  const results: (Uint8Array | undefined)[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const machine = new Machine(seed);
    await machine.settle(work(machine));
    machine.crash();
    results.push(machine.disk.content('folder/a'));
  }
  return results;
}

/** A file of three sectors of ones, durable. */
async function durableFile({ mount }: Machine): Promise<DiskFile> {
  const file = await mount.open('folder/a');
  await file.write([filled(1000, 1), filled(536, 1)], 0);
  await file.sync();
  await mount.syncDirectory('folder');
  return file;
}

describe('virtual disk', () => {
  it('keeps what was synced, bytes and name, through any power cut', async () => {
    const results = await outcomes(async (machine) => {
      await durableFile(machine);
    });
    for (const content of results) expect(content).to.deep.equal(filled(1536, 1));
  });

  it('keeps any subset of the sectors that were not synced, and no others', async () => {
    const results = await outcomes(async (machine) => {
      const file = await durableFile(machine);
      await file.write([filled(1024, 2)], 512);
    });
    const seen = new Set(results.map((content) => [content![0], content![512], content![1024]].join()));
    expect([...seen].sort()).to.deep.equal(['1,1,1', '1,1,2', '1,2,1', '1,2,2']);
    for (const content of results) expect(content!.length).to.equal(1536);
  });

  it('gives a file that grew without a sync any size between the old and the new', async () => {
    const results = await outcomes(async (machine) => {
      const file = await durableFile(machine);
      await file.write([filled(1024, 2)], 1536);
    });
    const sizes = results.map((content) => content!.length);
    expect([Math.min(...sizes), Math.max(...sizes)]).to.deep.equal([1536, 2560]);
    expect(sizes.some((size) => size > 1536 && size < 2560)).to.equal(true);
    for (const content of results) expect(content!.slice(0, 1536)).to.deep.equal(filled(1536, 1));
  });

  it('may undo a truncation that was not synced, whole or not at all', async () => {
    const results = await outcomes(async (machine) => {
      const file = await durableFile(machine);
      await file.truncate(512);
    });
    const sizes = new Set(results.map((content) => content!.length));
    expect(sizes).to.include(512).and.include(1536);
    for (const content of results) expect(content!.slice(0, 512)).to.deep.equal(filled(512, 1));
  });

  it('loses a name, a new name, or a removal whose folder was not synced', async () => {
    const created = await outcomes(async ({ mount }) => {
      const file = await mount.open('folder/a');
      await file.write([filled(10, 1)], 0);
      await file.sync();
    });
    expect(new Set(created.map((content) => content?.length))).to.deep.equal(new Set([undefined, 10]));
    const removed = await outcomes(async (machine) => {
      await durableFile(machine);
      await machine.mount.remove('folder/a');
    });
    expect(new Set(removed.map((content) => content?.length))).to.deep.equal(new Set([undefined, 1536]));
    const renamed = await outcomes(async (machine) => {
      await durableFile(machine);
      await machine.mount.rename('folder/a', 'folder/b');
    });
    expect(new Set(renamed.map((content) => content?.length))).to.deep.equal(new Set([undefined, 1536]));
  });

  it('renames a folder as a whole, and forgets that in a power cut unless the one above was synced', async () => {
    const found = new Set<string>();
    for (let seed = 1; seed <= SEEDS; seed++) {
      const machine = new Machine(seed);
      for (const name of ['a', 'b/c']) machine.disk.plant(`old/${name}`, filled(1, 1));
      await machine.settle(machine.mount.rename('old', 'new'));
      expect(await machine.settle(machine.mount.list('new'))).to.deep.equal(['a', 'b']);
      if (seed % 2 > 0) await machine.settle(machine.mount.syncDirectory('.'));
      machine.crash();
      const left = ['old', 'new'].flatMap((folder) => machine.disk.list(folder).map((name) => folder + name));
      found.add(`${seed % 2} ${left.join()}`);
    }
    expect([...found]).to.have.members(['1 newa,newb', '0 newa,newb', '0 olda,oldb']);
  });

  it('removes a folder with what is in it, and renames none over one that has anything', async () => {
    const machine = new Machine(1);
    for (const path of ['full/a', 'full/b/c', 'other/d']) machine.disk.plant(path, filled(1, 1));
    const error = await machine.settle(
      machine.mount.rename('other', 'full').catch((thrown: unknown) => thrown),
    );
    expect(error).to.have.property('code', 'ENOTEMPTY');
    await machine.settle(machine.mount.removeFolder('full'));
    expect(machine.disk.list('.')).to.deep.equal(['other']);
  });

  it('replaces a file whole or not at all, and for good once it has said so', async () => {
    const results = await outcomes(async ({ mount }) => {
      await mount.replaceFile('folder/a', filled(10, 1));
      await mount.replaceFile('folder/a', filled(20, 2));
      void mount.replaceFile('folder/a', filled(30, 3));
    });
    expect(new Set(results.map((content) => content?.length))).to.deep.equal(new Set([20, 30]));
  });

  it('forgets a failed sync: a later one succeeds and saves nothing', async () => {
    const results = await outcomes(async ({ disk, mount }) => {
      const file = await mount.open('folder/a');
      await mount.syncDirectory('folder');
      await file.write([filled(512, 1)], 0);
      disk.fault = ({ kind }) => (kind === 'sync' ? 'EIO' : undefined);
      await file.sync().catch(() => undefined);
      disk.fault = () => undefined;
      await file.sync();
    });
    expect(results.some((content) => content!.length < 512 || content![0] === 0)).to.equal(true);
  });

  it('covers by a sync what was written before it began, not what came while it was under way', async () => {
    const results = await outcomes(async ({ mount }) => {
      const file = await mount.open('folder/a');
      await mount.syncDirectory('folder');
      await file.write([filled(512, 1)], 0);
      const sync = file.sync();
      await file.write([filled(512, 2)], 0);
      await sync;
    });
    expect(new Set(results.map((content) => content![0]))).to.deep.equal(new Set([1, 2]));
  });

  it('keeps the page cache when only the process dies, and ends nothing that was under way', async () => {
    const machine = new Machine(1);
    const file = await machine.settle(machine.mount.open('a'));
    let ended = false;
    void file.write([filled(10, 1)], 0).finally(() => {
      ended = true;
    });
    machine.disk.unmount();
    void file.write([filled(10, 9)], 0);
    await machine.time.run(1000);
    expect(ended).to.equal(false);
    expect(machine.disk.content('a')).to.deep.equal(filled(10, 1));
  });

  it('fails writes beyond its capacity, having written what fits', async () => {
    const machine = new Machine(1);
    machine.disk.capacityBytes = 100;
    const file = await machine.settle(machine.mount.open('a'));
    const error = await machine.settle(
      file.write([filled(60, 1), filled(60, 2)], 0).catch((e: unknown) => e),
    );
    expect(error).to.have.property('code', 'ENOSPC');
    expect(file.size()).to.equal(100);
  });

  it('lets one process hold a lock, until it dies', async () => {
    const machine = new Machine(1);
    await machine.settle(machine.mount.lock('lock'));
    const error = await machine.settle(machine.mount.lock('lock').catch((e: unknown) => e));
    expect(error).to.have.property('code', 'CONFIGURATION');
    machine.crash();
    const unlock = await machine.settle(machine.mount.lock('lock'));
    await unlock();
    await machine.settle(machine.mount.lock('lock'));
  });
});
