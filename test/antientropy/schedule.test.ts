import { expect } from 'chai';
import { Schedule } from '../../src/antientropy/schedule.ts';
import { StarlingError } from '../../src/base/errors.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';

const REPORT = { partitions: 1, differing: 0, given: 0, taken: 0, recordBytes: 0 };

function setUp(partners: readonly string[]) {
  const time = new VirtualTime();
  const process = time.process('node');
  const asked: string[] = [];
  const told: string[] = [];
  const dead = new Set<string>();
  const world = { time, asked, told, dead, tookMs: 0, failure: undefined as StarlingError | undefined };
  const schedule = new Schedule({
    timers: process,
    random: new SeededRandom(1),
    intervalMs: 1000,
    partners: () => partners,
    isDead: (peer) => dead.has(peer),
    exchange: async (peer) => {
      asked.push(peer);
      await new Promise<void>((resolve) => process.after(world.tookMs, resolve));
      if (world.failure) throw world.failure;
      return REPORT;
    },
    events: {
      exchanged: (peer) => void told.push(`exchanged ${peer}`),
      exchangeFailed: (peer, error) => void told.push(`failed ${peer} ${error.code}`),
      floorsRaised: () => undefined,
      floorsNotRaised: () => undefined,
    },
  });
  return Object.assign(world, { schedule, pass: (ms: number) => time.run(time.nowMs + ms) });
}

describe('the schedule of exchanges', () => {
  it('takes the partners in turn, about an interval apart', async () => {
    const { schedule, asked, pass } = setUp(['a', 'b', 'c']);
    schedule.start();
    await pass(6500);
    expect(asked.slice(0, 5)).to.deep.equal(['a', 'b', 'c', 'a', 'b']);
    expect(asked.length).to.be.within(5, 8);
  });

  it('takes those first that were asked for, once each', async () => {
    const { schedule, asked, pass } = setUp(['a', 'b', 'c']);
    schedule.start();
    schedule.want('c');
    schedule.want('c');
    schedule.want('stranger');
    await pass(3900);
    expect(asked.slice(0, 3)).to.deep.equal(['c', 'a', 'b']);
  });

  it('passes over the dead, and remembers that one of them was asked for', async () => {
    const { schedule, asked, dead, pass } = setUp(['a', 'b']);
    dead.add('b');
    schedule.start();
    schedule.want('b');
    await pass(2600);
    expect(new Set(asked)).to.deep.equal(new Set(['a']));
    dead.delete('b');
    asked.length = 0;
    await pass(1300);
    expect(asked[0]).to.equal('b');
  });

  it('never runs two at once, and goes on after one that failed', async () => {
    const world = setUp(['a']);
    world.tookMs = 2500;
    world.failure = new StarlingError('TIMEOUT', 'no answer');
    world.schedule.start();
    await world.pass(7500);
    expect(world.asked).to.have.length(2);
    expect(world.told).to.deep.equal(['failed a TIMEOUT', 'failed a TIMEOUT']);
  });

  it('stops for good, and waits for what is under way', async () => {
    const world = setUp(['a']);
    world.tookMs = 500;
    world.schedule.start();
    await world.pass(1300);
    await world.time.settle(world.schedule.stop(), 1000);
    const { length } = world.asked;
    await world.pass(10_000);
    expect(world.asked).to.have.length(length);
  });

  it('waits where there is nobody to compare with', async () => {
    const { schedule, asked, pass } = setUp([]);
    schedule.start();
    await pass(5000);
    expect(asked).to.deep.equal([]);
  });
});
