import { expect } from 'chai';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Disk } from '../../../src/base/disk.ts';
import { systemDisk } from '../../../src/base/system/disk.ts';
import { folderDisk } from '../../../src/storage/backup/folder-disk.ts';

describe('a folder of a disk', () => {
  let root: string;
  let disk: Disk;

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'starling-folder-'));
    disk = folderDisk(systemDisk('/'), path.join(root, 'folder').slice(1));
    await disk.makeFolder('.');
  });

  afterEach(() => rm(root, { recursive: true }));

  it('is a disk of its own, whose files have paths of its own', async () => {
    expect(disk.root).to.equal(path.join(root, 'folder'));
    expect(folderDisk(systemDisk(root), 'folder').root).to.equal(disk.root);
    await disk.makeFolder('log');
    const file = await disk.open('log/a');
    expect(file.path).to.equal('log/a');
    await file.write([Uint8Array.of(1, 2, 3)], 0);
    await file.sync();
    await file.truncate(2);
    expect(file.size()).to.equal(2);
    await file.close();
    await disk.link('log/a', 'b');
    await disk.rename('b', 'c');
    await disk.syncDirectory('.');
    const again = (await disk.openToRead('c'))!;
    const target = new Uint8Array(2);
    expect([again.path, await again.read(target, 0), again.readSync(target, 0)]).to.deep.equal(['c', 2, 2]);
    await again.close();
    expect(await disk.openToRead('d')).to.equal(undefined);
    await disk.replaceFile('d', target);
    expect([...(await disk.readFile('d'))!]).to.deep.equal([1, 2]);
    await disk.remove('d');
    expect(await disk.list('.')).to.deep.equal(['c', 'log']);
    await disk.removeFolder('log');
    const unlock = await disk.lock('lock');
    expect(await readdir(path.join(root, 'folder'))).to.have.members(['c', 'lock']);
    await unlock();
  });
});
