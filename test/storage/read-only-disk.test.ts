import { expect } from 'chai';
import { readOnlyDisk } from '../../src/storage/read-only-disk.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { VirtualDisk } from '../simulation/world/virtual-disk.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';
import { rejection } from './rejection.ts';

describe('a disk for reading only', () => {
  it('gives what is there, and lets nothing be changed', async () => {
    const time = new VirtualTime();
    const disk = new VirtualDisk({ random: new SeededRandom(1) });
    disk.plant('folder/a', Uint8Array.of(1, 2));
    const reading = readOnlyDisk(disk.mount(time));
    const settle = <T>(promise: Promise<T>): Promise<T> => time.settle(promise, 1000);
    expect(await settle(reading.list('folder'))).to.deep.equal(['a']);
    expect([...(await settle(reading.readFile('folder/a')))!]).to.deep.equal([1, 2]);
    expect(await settle(reading.openToRead('folder/b'))).to.equal(undefined);
    const file = await settle(reading.open('folder/a'));
    const target = new Uint8Array(2);
    expect([await settle(file.read(target, 0)), file.readSync(target, 0), file.size()]).to.deep.equal([
      2, 2, 2,
    ]);
    const changes = [
      file.write([target], 0),
      file.truncate(0),
      file.sync(),
      reading.replaceFile('folder/a', target),
      reading.rename('folder/a', 'b'),
      reading.link('folder/a', 'b'),
      reading.remove('folder/a'),
      reading.removeFolder('folder'),
      reading.makeFolder('other'),
      reading.syncDirectory('folder'),
      reading.lock('lock'),
    ];
    for (const change of changes) expect(await rejection(change)).to.have.property('code', 'EROFS');
    expect(await settle(rejection(reading.open('folder/b')))).to.have.property('code', 'ENOENT');
    expect(disk.list('folder')).to.deep.equal(['a']);
    expect([...disk.content('folder/a')!]).to.deep.equal([1, 2]);
  });
});
