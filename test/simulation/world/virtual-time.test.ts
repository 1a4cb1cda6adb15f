import { expect } from 'chai';
import { SeededRandom } from './seeded-random.ts';
import { EPOCH_MS, VirtualTime } from './virtual-time.ts';

describe('virtual time', () => {
  it('makes events happen in the order of their times, and of queueing within one instant', async () => {
    const time = new VirtualTime();
    const seen: string[] = [];
    time.after(20, () => seen.push('late'));
    time.after(10, () => seen.push('first of ten'));
    time.after(10, () => seen.push('second of ten'));
    await time.run(15);
    expect(seen).to.deep.equal(['first of ten', 'second of ten']);
    expect(time.nowMs).to.equal(15);
    await time.run(20);
    expect(seen).to.have.length(3);
  });

  it('keeps a thousand random events in order', async () => {
    const time = new VirtualTime();
    const random = new SeededRandom(7);
    const seen: number[] = [];
    for (let i = 0; i < 1000; i++) time.after(random.integer(100), () => seen.push(time.nowMs));
    await time.run(100);
    expect(seen).to.have.length(1000);
    expect(seen).to.deep.equal(seen.toSorted((a, b) => a - b));
  });

  it('lets every promise that an event sets off settle before the next event', async () => {
    const time = new VirtualTime();
    const seen: string[] = [];
    time.after(1, () => {
      void (async () => {
        for (let i = 0; i < 20; i++) await Promise.resolve();
        seen.push('promises');
      })();
    });
    time.after(1, () => seen.push('next event'));
    await time.run(1);
    expect(seen).to.deep.equal(['promises', 'next event']);
  });

  it('does not call what was cancelled', async () => {
    const time = new VirtualTime();
    let called = 0;
    const timer = time.after(5, () => called++);
    timer.cancel();
    timer.cancel();
    await time.run(10);
    expect(called).to.equal(0);
  });

  it('rejects with what an event threw', async () => {
    const time = new VirtualTime();
    time.after(5, () => {
      throw new Error('planted');
    });
    let message = '';
    await time.run(10).catch((error: unknown) => {
      message = (error as Error).message;
    });
    expect(message).to.equal('planted');
    expect(time.nowMs).to.equal(5);
  });

  it('gives a killed process no more events, its restarted life included in nothing of the old', async () => {
    const time = new VirtualTime();
    const seen: string[] = [];
    const first = time.process('a');
    first.after(10, () => seen.push('first life'));
    first.kill();
    first.after(10, () => seen.push('a killed process schedules'));
    time.process('a').after(10, () => seen.push('second life'));
    await time.run(20);
    expect(seen).to.deep.equal(['second life']);
  });

  it('holds back the events of a paused process and catches up in order', async () => {
    const time = new VirtualTime();
    const seen: string[] = [];
    const process = time.process('a');
    process.after(1, () => seen.push('one'));
    process.after(2, () => seen.push('two'));
    const cancelled = process.after(2, () => seen.push('cancelled during the pause'));
    process.pause();
    await time.run(10);
    expect(seen).to.deep.equal([]);
    cancelled.cancel();
    process.resume();
    await time.run(10);
    expect(seen).to.deep.equal(['one', 'two']);
  });

  it('shows each process its own wall clock, stepped and drifting, and one monotonic time', async () => {
    const time = new VirtualTime();
    const right = time.process('right');
    const wrong = time.process('wrong');
    wrong.setWallErrorMs(-5000);
    await time.run(1000);
    expect(right.clock.wallMs()).to.equal(EPOCH_MS + 1000);
    expect(wrong.clock.wallMs()).to.equal(EPOCH_MS - 4000);
    wrong.setWallDrift(10);
    await time.run(3000);
    expect(wrong.clock.wallMs()).to.equal(EPOCH_MS - 1980);
    expect(wrong.clock.monotonicMs()).to.equal(right.clock.monotonicMs());
  });

  it('has one fingerprint per history', async () => {
    const history = async (seed: number) => {
      const time = new VirtualTime();
      const random = new SeededRandom(seed);
      const processes = ['a', 'b', 'c'].map((name) => time.process(name));
      for (let i = 0; i < 100; i++) processes[random.integer(3)]!.after(random.between(0, 50), () => i);
      await time.run(50);
      return time.fingerprint;
    };
    expect(await history(1)).to.equal(await history(1));
    expect(await history(1)).not.to.equal(await history(2));
  });

  it('waits for a condition and gives up at the deadline', async () => {
    const time = new VirtualTime();
    let done = false;
    time.after(55, () => {
      done = true;
    });
    expect(await time.runUntil(() => done, 30)).to.equal(false);
    expect(await time.runUntil(() => done, 1000)).to.equal(true);
    expect(time.nowMs).to.be.within(55, 65);
  });
});
