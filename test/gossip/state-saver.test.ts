import { expect } from 'chai';
import { StateSaver } from '../../src/gossip/state-saver.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';

/** A saver whose disk takes 10 ms a write, and fails on demand. */
function makeSaver() {
  const time = new VirtualTime();
  const disk = { state: 0, saved: 0, writes: 0, isFull: false, underWay: 0, failures: 0 };
  const saver = new StateSaver({
    timers: time,
    save: async () => {
      disk.writes++;
      expect(++disk.underWay, 'writes under way').to.equal(1);
      const { state } = disk;
      await new Promise<void>((resolve) => void time.after(10, resolve));
      disk.underWay--;
      if (disk.isFull) throw new Error('ENOSPC');
      disk.saved = state;
    },
    onFailed: () => {
      disk.failures++;
    },
  });
  const change = () => {
    disk.state++;
    saver.changed();
  };
  return { time, disk, saver, change };
}

describe('saving the membership', () => {
  it('writes a change at once', async () => {
    const { time, disk, change } = makeSaver();
    change();
    await time.run(20);
    expect(disk).to.include({ saved: 1, writes: 1 });
  });

  it('writes many changes together, one write at a time, and never misses the last', async () => {
    const { time, disk, change } = makeSaver();
    for (let i = 0; i < 100; i++) time.after(i * 7, change);
    await time.run(10_000);
    expect(disk).to.include({ state: 100, saved: 100, writes: 2 });
  });

  it('writes what is dear to lose without a pause, also while another write is under way', async () => {
    const { time, disk, saver, change } = makeSaver();
    const changeMuch = () => {
      disk.state++;
      saver.changedMuch();
    };
    change();
    time.after(5, changeMuch);
    await time.run(25);
    expect(disk).to.include({ saved: 2, writes: 2 });
    changeMuch();
    await time.run(40);
    expect(disk).to.include({ saved: 3, writes: 3 });
  });

  it('reports a failed write and tries again until one has succeeded', async () => {
    const { time, disk, change } = makeSaver();
    disk.isFull = true;
    change();
    await time.run(12_000);
    expect(disk).to.include({ saved: 0, failures: 3 });
    disk.isFull = false;
    await time.run(20_000);
    expect(disk).to.include({ saved: 1, failures: 3, writes: 4 });
  });

  it('writes what is left when it stops, and nothing afterwards', async () => {
    const { time, disk, saver, change } = makeSaver();
    change();
    await time.run(5);
    change();
    await time.settle(saver.stop(), 1000);
    expect(disk).to.include({ saved: 2, writes: 2 });
    await time.run(60_000);
    expect(disk.writes).to.equal(2);
  });

  it('does not go on for ever where the last write fails', async () => {
    const { time, disk, saver, change } = makeSaver();
    disk.isFull = true;
    change();
    await time.settle(saver.stop(), 1000);
    await time.run(60_000);
    expect(disk.writes).to.equal(2);
  });
});
