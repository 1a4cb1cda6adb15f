import { expect } from 'chai';
import fc from 'fast-check';
import { DeadlineEntry, DeadlineWheel } from '../../src/transport/deadline-wheel.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';

class Entry extends DeadlineEntry {
  readonly name: number;

  constructor(name: number) {
    super();
    this.name = name;
  }
}

function wheelAt(startMs: number) {
  const time = new VirtualTime();
  const process = time.process('a');
  const expired: { name: number; atMs: number }[] = [];
  const clock = { wallMs: () => 0, monotonicMs: () => startMs + time.nowMs };
  const wheel = new DeadlineWheel<Entry>(clock, process, ({ name }) =>
    expired.push({ name, atMs: time.nowMs }),
  );
  return { time, process, wheel, expired };
}

describe('a deadline wheel', () => {
  it('expires each entry once, never early and at most a slot late, whatever else comes and goes', async () => {
    const entries = fc.array(
      fc.record({
        addAtMs: fc.integer({ min: 0, max: 20_000 }),
        delayMs: fc.integer({ min: 0, max: 40_000 }),
        removeAfterMs: fc.option(fc.integer({ min: 0, max: 50_000 })),
      }),
      { minLength: 1, maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(entries, fc.double({ min: 0, max: 1e6, noNaN: true }), async (plan, startMs) => {
        const { time, wheel, expired } = wheelAt(startMs);
        plan.forEach(({ addAtMs, delayMs, removeAfterMs }, name) => {
          const entry = new Entry(name);
          time.after(addAtMs, () => wheel.add(entry, delayMs));
          if (removeAfterMs !== null) time.after(addAtMs + removeAfterMs, () => wheel.remove(entry));
        });
        await time.run(100_000);
        expect(wheel.size).to.equal(0);
        plan.forEach(({ addAtMs, delayMs, removeAfterMs }, name) => {
          const times = expired.filter((one) => one.name === name).map((one) => one.atMs);
          const dueMs = addAtMs + delayMs;
          const removedMs = addAtMs + (removeAfterMs ?? Infinity);
          expect(times.length, 'expired more than once').to.be.at.most(1);
          if (removedMs < dueMs) expect(times, 'expired though it was removed').to.deep.equal([]);
          if (removedMs > dueMs + 21) expect(times, 'never expired').to.have.length(1);
          for (const atMs of times) expect(atMs - dueMs).to.be.within(-1e-6, 20.001);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('expires everything that came due during a pause of the process', async () => {
    const { time, process, wheel, expired } = wheelAt(0);
    for (let i = 0; i < 100; i++) wheel.add(new Entry(i), i * 500);
    process.pause();
    await time.run(60_000);
    expect(expired).to.have.length(0);
    process.resume();
    await time.run(60_010);
    expect(expired).to.have.length(100);
  });

  it('lets what came during a pause of the process be read before anything is too late for it', async () => {
    const { time, process, wheel, expired } = wheelAt(0);
    const answered = new Entry(1);
    wheel.add(answered, 100);
    wheel.add(new Entry(2), 100);
    process.pause();
    // What sockets have comes after the timers, in the same turn of the event loop.
    time.after(5000, () => {
      process.resume();
      time.after(0, () => wheel.remove(answered));
    });
    await time.run(6000);
    expect(expired.map(({ name }) => name)).to.deep.equal([2]);
  });

  it('lets a callback remove another entry that is due at the same time, and add new ones', async () => {
    const time = new VirtualTime();
    const expired: number[] = [];
    const second = new Entry(2);
    const wheel = new DeadlineWheel<Entry>(time.process('a').clock, time.process('a'), ({ name }) => {
      expired.push(name);
      wheel.remove(second);
      if (name === 1) wheel.add(new Entry(3), 0);
    });
    wheel.add(new Entry(1), 100);
    wheel.add(second, 100);
    await time.run(1000);
    expect(expired).to.deep.equal([1, 3]);
  });

  it('schedules nothing while it is empty', async () => {
    const { time, wheel } = wheelAt(0);
    const entry = new Entry(1);
    wheel.add(entry, 1000);
    wheel.remove(entry);
    await time.run(100_000);
    expect(time.handledEvents).to.be.at.most(1);
  });
});
