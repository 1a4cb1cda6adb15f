import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Disk } from '../../../src/base/disk.ts';
import { systemDisk } from '../../../src/base/system/disk.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

describe('disk of this machine', () => {
  let folder: string;
  let disk: Disk;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'starling-disk-'));
    disk = systemDisk(path.join(folder, 'new', 'data'));
    await disk.makeFolder('.');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('makes files and folders that nobody else can read', async () => {
    await disk.makeFolder('log');
    const file = await disk.open('log/a');
    await file.close();
    await disk.replaceFile('b', bytes(1));
    expect((await stat(path.join(disk.root, 'log/a'))).mode & 0o777).to.equal(0o600);
    expect((await stat(path.join(disk.root, 'b'))).mode & 0o777).to.equal(0o600);
    expect((await stat(path.join(disk.root, 'log'))).mode & 0o777).to.equal(0o700);
  });

  it('writes several chunks in order at an offset, and reads them back both ways', async () => {
    const file = await disk.open('a');
    await file.write([bytes(1, 2), bytes(), bytes(3)], 0);
    await file.write([bytes(9)], 1);
    await file.sync();
    const target = new Uint8Array(8);
    expect([file.readSync(target, 0), [...target]]).to.deep.equal([3, [1, 9, 3, 0, 0, 0, 0, 0]]);
    expect(await file.read(target, 1)).to.equal(2);
    expect(file.size()).to.equal(3);
    await file.truncate(1);
    expect(file.size()).to.equal(1);
    await file.close();
    await file.close();
  });

  it('goes on behind a short write, and reports the error that ends it', async function () {
    // A limit on the size of files makes the kernel write short once, and fail then.
    if (spawnSync('prlimit', ['--version']).error !== undefined) {
      console.log('      skipped: this machine has no prlimit');
      this.skip();
    }
    const script = path.join(folder, 'short.mts');
    await writeFile(
      script,
      `import { systemDisk } from ${JSON.stringify(path.resolve('src/base/system/disk.ts'))};
       process.on('SIGXFSZ', () => undefined);
       const file = await systemDisk(${JSON.stringify(disk.root)}).open('short');
       try {
         await file.write([new Uint8Array(3000), new Uint8Array(3000)], 0);
       } catch (error) {
         console.log(error.code, file.size());
       }`,
    );
    const run = spawnSync('prlimit', ['--fsize=4096', process.execPath, '--import=tsx', script], {
      encoding: 'utf8',
    });
    expect(run.stdout.trim(), run.stderr).to.equal('EFBIG 4096');
  });

  it('replaces, renames, links, lists and removes', async () => {
    expect(await disk.readFile('a')).to.equal(undefined);
    expect(await disk.list('log')).to.deep.equal([]);
    await disk.makeFolder('log/deep');
    await disk.replaceFile('log/b', bytes(1));
    await disk.replaceFile('log/b', bytes(2, 3));
    await disk.rename('log/b', 'log/a');
    await disk.link('log/a', 'log/c');
    await disk.syncDirectory('log');
    expect(await disk.list('log')).to.deep.equal(['a', 'c', 'deep']);
    expect([...(await disk.readFile('log/c'))!]).to.deep.equal([2, 3]);
    await disk.remove('log/c');
    await disk.remove('log/c');
    expect(await disk.list('log')).to.deep.equal(['a', 'deep']);
  });

  it('opens for reading alone what is there, and makes nothing that is not', async () => {
    await disk.replaceFile('a', bytes(1, 2));
    const file = (await disk.openToRead('a'))!;
    const target = new Uint8Array(2);
    expect([file.readSync(target, 0), ...target]).to.deep.equal([2, 1, 2]);
    expect(await file.write([bytes(3)], 0).catch((error: unknown) => error)).to.have.property('code');
    await file.close();
    expect(await disk.openToRead('b')).to.equal(undefined);
    expect(await disk.list('.')).to.deep.equal(['a']);
  });

  it('renames and removes a folder with what is in it, and never over one that has anything', async () => {
    for (const name of ['new/deep', 'taken', 'empty']) await disk.makeFolder(name);
    await disk.replaceFile('new/deep/a', bytes(1));
    await disk.replaceFile('taken/b', bytes(2));
    expect(await disk.rename('new', 'taken').catch((error: unknown) => error)).to.have.property('code');
    await disk.rename('new', 'empty');
    expect([...(await disk.readFile('empty/deep/a'))!]).to.deep.equal([1]);
    await disk.removeFolder('empty');
    await disk.removeFolder('empty');
    expect(await disk.list('.')).to.deep.equal(['taken']);
  });

  it('keeps a lock for the life of the process, also where nobody keeps the function that releases it', async () => {
    const script = path.join(folder, 'lock.mts');
    await writeFile(
      script,
      `import { systemDisk } from ${JSON.stringify(path.resolve('src/base/system/disk.ts'))};
       const disk = systemDisk(${JSON.stringify(disk.root)});
       await (async () => { await disk.lock('lock'); })();
       for (let i = 0; i < 20; i++) { globalThis.gc(); await new Promise((resolve) => setTimeout(resolve, 5)); }
       console.log(await disk.lock('lock').then(() => 'granted', (error) => error.code));`,
    );
    const run = spawnSync(process.execPath, ['--expose-gc', '--import=tsx', script], { encoding: 'utf8' });
    expect(run.stdout.trim(), run.stderr).to.equal('CONFIGURATION');
  });

  it('locks a directory against others until it is released', async () => {
    const unlock = await disk.lock('lock');
    const other = systemDisk(disk.root);
    const error = await other.lock('lock').catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'CONFIGURATION');
    expect(error).to.have.property('message').that.includes(disk.root);
    await unlock();
    await (
      await other.lock('lock')
    )();
  });
});
