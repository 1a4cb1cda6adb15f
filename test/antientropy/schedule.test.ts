import { expect } from 'chai';
import { Schedule } from '../../src/antientropy/schedule.ts';
import { StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { NOTHING_EXCHANGED } from '../../src/wire/repair-codec.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';

const REPORT = { ...NOTHING_EXCHANGED, partitions: 1 };

function setUp(partners: readonly string[]) {
  const time = new VirtualTime();
  const process = time.process('node');
  const asked: string[] = [];
  const told: string[] = [];
  const dead = new Set<string>();
  const world = {
    time,
    asked,
    told,
    dead,
    isPaused: false,
    tookMs: 0,
    failure: undefined as StarlingError | undefined,
  };
  const schedule = new Schedule({
    timers: process,
    random: new SeededRandom(1),
    intervalMs: () => 1000,
    partners: () => partners,
    isDead: (peer) => dead.has(peer),
    isPaused: () => world.isPaused,
    exchange: async (peer, { partition }) => {
      asked.push(partition === undefined ? peer : `${peer} ${partition}`);
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
  /** Gives how it ended, some time later. */
  const order = (peer: string, partition?: number) =>
    schedule
      .order(peer, { partition })
      .then(
        (outcome) => void told.push(`${peer}: ${outcome instanceof StarlingError ? outcome.code : 'done'}`),
      );
  return Object.assign(world, { schedule, order, pass: (ms: number) => time.run(time.nowMs + ms) });
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

  it('carries out an order at once, in the line of the orders, and tells whoever gave it', async () => {
    const world = setUp(['a', 'b', 'c']);
    world.tookMs = 100;
    world.schedule.start();
    void world.order('c');
    void world.order('b', 7);
    await world.pass(150);
    expect(world.asked).to.deep.equal(['c', 'b 7']);
    expect(world.told).to.deep.equal(['exchanged c', 'c: done']);
    await world.pass(100);
    expect(world.told.slice(2)).to.deep.equal(['exchanged b', 'b: done']);
  });

  it('keeps its own turns while orders wait, and never runs two at once', async () => {
    const world = setUp(['a', 'b']);
    world.tookMs = 2000;
    world.schedule.start();
    for (let orders = 0; orders < 4; orders++) void world.order('b', orders);
    await world.pass(8100);
    expect(world.asked).to.deep.equal(['b 0', 'a', 'b 1', 'b', 'b 2']);
  });

  it('tells whoever gave an order why it failed, and goes on', async () => {
    const world = setUp(['a', 'b']);
    world.failure = new StarlingError('WRONG_OWNERS', 'they know others');
    world.schedule.start();
    void world.order('b');
    await world.pass(10);
    expect(world.told).to.deep.equal(['failed b WRONG_OWNERS', 'b: WRONG_OWNERS']);
    world.failure = undefined;
    await world.pass(1300);
    expect(world.told.at(-1)).to.equal('exchanged a');
  });

  it('refuses orders before it is started, beyond a short line, and when it is stopped', async () => {
    const world = setUp(['a']);
    world.tookMs = 50;
    await world.time.settle(world.order('a'), 1000);
    world.schedule.start();
    for (let orders = 0; orders <= LIMITS.waitingComparisons; orders++) void world.order('a', orders);
    await world.time.settle(world.order('a', 99), 1000);
    expect(world.told).to.deep.equal(['a: NOT_READY', 'a: OVERLOADED']);
    const stopping = world.schedule.stop();
    await world.time.settle(stopping, 1000);
    await world.time.settle(world.order('a', 100), 1000);
    expect(world.told.slice(2)).to.deep.equal([
      ...Array.from({ length: LIMITS.waitingComparisons }, () => 'a: STOPPED'),
      'exchanged a',
      'a: done',
      'a: STOPPED',
    ]);
  });

  it('begins nothing by itself while it is paused, and then first what was wanted; orders it carries out', async () => {
    const world = setUp(['a', 'b', 'c']);
    world.isPaused = true;
    world.schedule.start();
    world.schedule.want('c');
    await world.pass(10_000);
    expect(world.asked).to.deep.equal([]);
    await world.time.settle(world.order('b'), 1000);
    expect(world.asked).to.deep.equal(['b']);
    world.isPaused = false;
    await world.pass(2600);
    expect(world.asked.slice(0, 3)).to.deep.equal(['b', 'c', 'a']);
  });
});
