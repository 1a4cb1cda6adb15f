import { expect } from 'chai';
import { NOTHING_SCRUBBED, Scrub, type ScrubSettings } from '../../src/antientropy/scrub.ts';
import { StarlingError } from '../../src/base/errors.ts';
import type { ScrubReport } from '../../src/storage/engine.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';

const PARTITIONS = 16;
const SOUND: ScrubReport = { entries: 10, bytes: 1000, damaged: 0, differing: 0 };

/** A node that holds these partitions; a test says what is found in them. */
function setUp(held: readonly number[], settings: Partial<ScrubSettings> = {}) {
  const time = new VirtualTime();
  const process = time.process('node');
  const read: { readonly partition: number; readonly atMs: number }[] = [];
  const told: string[] = [];
  const compared: number[] = [];
  const world = { time, read, told, compared, found: new Map<number, ScrubReport | StarlingError>() };
  const scrub = new Scrub({
    intervalMs: 160_000,
    bytesPerSecond: 1_000_000,
    ...settings,
    storage: {
      count: (partition) => (held.includes(partition) ? 10 : 0),
      scrub: async (partition, pace) => {
        read.push({ partition, atMs: time.nowMs });
        await pace(600);
        await pace(400);
        const found = world.found.get(partition) ?? SOUND;
        if (found instanceof StarlingError) throw found;
        return found;
      },
    },
    partitions: PARTITIONS,
    clock: { monotonicMs: () => time.nowMs },
    timers: process,
    random: new SeededRandom(3),
    compareFirst: (partition) => void compared.push(partition),
    events: {
      scrubFound: (partition, { damaged, differing }) =>
        void told.push(`${partition}: ${damaged} damaged, ${differing} differing`),
      scrubFailed: (partition, error) => void told.push(`${partition}: ${error.code}`),
    },
  });
  return Object.assign(world, { scrub, pass: (ms: number) => time.run(time.nowMs + ms) });
}

const partitionsOf = (read: readonly { readonly partition: number }[]) =>
  read.map(({ partition }) => partition);

describe('scrubbing', () => {
  it('reads all that is held once in the interval, spread evenly, over and over', async () => {
    const { scrub, read, pass } = setUp([2, 5, 6, 11]);
    scrub.start();
    await pass(160_001);
    expect(partitionsOf(read).sort((a, b) => a - b)).to.deep.equal([2, 5, 6, 11]);
    expect(read.map(({ atMs }) => atMs)).to.deep.equal([40_000, 80_000, 120_000, 160_000]);
    const first = partitionsOf(read).slice(0, 4);
    await pass(160_000);
    expect(partitionsOf(read)).to.deep.equal([...first, ...first]);
    expect(scrub.totals).to.deep.equal({ ...NOTHING_SCRUBBED, partitions: 8, bytes: 8000 });
  });

  it('begins with any partition, so that restarts do not always look at the same', async () => {
    const { scrub, read, pass } = setUp([...Array(PARTITIONS).keys()]);
    scrub.start();
    await pass(10_001);
    expect(partitionsOf(read)).to.deep.equal([new SeededRandom(3).integer(PARTITIONS)]);
  });

  it('reads no faster than it may, and takes longer then', async () => {
    const { scrub, read, pass } = setUp([0, 1], { intervalMs: 100, bytesPerSecond: 100 });
    scrub.start();
    await pass(60_000);
    expect(read[0]?.atMs).to.equal(50);
    expect(read.map(({ atMs }, index) => atMs - (read[index - 1]?.atMs ?? atMs)).slice(1, 5)).to.deep.equal([
      10_000, 10_000, 10_000, 10_000,
    ]);
  });

  it('counts and tells what it finds, and has the other owners compared with first', async () => {
    const { scrub, found, told, compared, pass } = setUp([3, 4, 5]);
    found.set(3, { ...SOUND, damaged: 2 });
    found.set(4, { ...SOUND, differing: 1 });
    scrub.start();
    await pass(160_001);
    expect(told.sort()).to.deep.equal(['3: 2 damaged, 0 differing', '4: 0 damaged, 1 differing']);
    expect(compared.sort()).to.deep.equal([3, 4]);
    expect(scrub.totals).to.include({ partitions: 3, damaged: 2, differing: 1 });
    expect(scrub.damagedPartitions).to.deep.equal([3]);
  });

  it('remembers which partitions are damaged until they are not, or are held no more', async () => {
    const held = [3, 12];
    const { scrub, found, pass } = setUp(held);
    for (const partition of [12, 3]) found.set(partition, { ...SOUND, damaged: 1 });
    scrub.start();
    await pass(160_001);
    expect(scrub.damagedPartitions).to.deep.equal([3, 12]);
    found.delete(3);
    await pass(160_001);
    expect(scrub.damagedPartitions).to.deep.equal([12]);
    held.pop();
    expect(scrub.damagedPartitions).to.deep.equal([]);
  });

  it('goes on where a partition could not be read to its end', async () => {
    const { scrub, found, told, read, pass } = setUp([3, 4]);
    found.set(3, new StarlingError('UNAVAILABLE', 'something odd'));
    scrub.start();
    await pass(320_001);
    expect(told).to.deep.equal(['3: UNAVAILABLE', '3: UNAVAILABLE']);
    expect(read).to.have.length(4);
    expect(scrub.totals.partitions).to.equal(2);
  });

  it('waits where nothing is held, and looks at least once a day where next to nothing is', async () => {
    const empty = setUp([]);
    empty.scrub.start();
    await empty.pass(1_000_000);
    expect(empty.read).to.deep.equal([]);
    const little = setUp([1], { intervalMs: 365 * 86_400_000 });
    little.scrub.start();
    await little.pass(2 * 86_400_000 + 1);
    expect(little.read).to.have.length(2);
  });

  it('stops at once, in the middle of a partition, and tells of nothing', async () => {
    const { scrub, time, read, told, pass } = setUp([0, 1, 2], { intervalMs: 100, bytesPerSecond: 1 });
    scrub.start();
    await pass(50);
    expect(read).to.have.length(1);
    const beforeMs = time.nowMs;
    await time.settle(scrub.stop(), 100);
    expect(time.nowMs - beforeMs).to.be.at.most(1);
    await pass(10_000_000);
    expect([read.length, told, scrub.totals.partitions]).to.deep.equal([1, [], 0]);
  });
});
