import { expect } from 'chai';
import type { StarlingError } from '../../../src/base/errors.ts';
import { SILENT_STORAGE_EVENTS } from '../../../src/storage/events.ts';
import type { LogEngine } from '../../../src/storage/log/log-engine.ts';
import type { LogOptions } from '../../../src/storage/log/log-options.ts';
import { TreeKeeper } from '../../../src/storage/log/tree-keeper.ts';
import type { Record } from '../../../src/version/record.ts';
import { replaceMethod } from '../../replace-method.ts';
import { ProcessTime } from '../../simulation/world/virtual-time.ts';
import { craftedKey, record, tombstone, version } from '../records.ts';
import { rejection } from '../rejection.ts';
import { VirtualHome } from '../virtual-home.ts';
import { plantMethod } from './mutant.ts';

const SEGMENT = 'log/00000001.seg';
/** Of 16. */
const PARTITION = 6;
const KEYS = 200;
const SOUND = { damaged: 0, differing: 0 };

/** Key number `n` of the partition; neighbours share leaves and, in pairs, the whole hash. */
const key = (n: number) => craftedKey(`key ${n}`, ((PARTITION << 28) | ((n >> 1) << 12)) >>> 0, n % 2);

const records = (): Record[] => Array.from({ length: KEYS }, (_, n) => record(key(n), 1));

/** So many in one leaf, seven of each hash: the last bits of a token are no part of that. */
const crowd = (value?: string): Record[] =>
  Array.from({ length: 300 }, (_, n) =>
    record(craftedKey(`crowd ${n}`, (PARTITION << 28) >>> 0, Math.floor(n / 7) << 6), 1, value),
  );

/** A store, what it told of damage, and for how many bytes it waited while it was looked through. */
async function setUp(options: Partial<LogOptions> = {}) {
  const home = new VirtualHome(5, { hashTree: true, ...options });
  const damage: StarlingError[] = [];
  const engine = await home.opened({
    events: { ...SILENT_STORAGE_EVENTS, damageFound: (reason) => void damage.push(reason) },
  });
  const paces: number[] = [];
  const pace = async (sizeBytes: number) => {
    paces.push(sizeBytes);
    await Promise.resolve();
  };
  const write = async (...some: readonly Record[]) => {
    for (const each of some) engine.write(each);
    await home.settle(engine.durable());
  };
  const scrub = (partition = PARTITION, paced = pace) => home.settle(engine.scrub(partition, paced));
  return { home, engine, damage, paces, write, scrub };
}

/** Where the last entry of the log ends, before the zeros. */
function tailOf(home: VirtualHome): number {
  const content = home.disk.content(SEGMENT)!;
  return content.findLastIndex((byte) => byte !== 0) + 1;
}

/** Writes without the hash tree hearing of it: the bug that is planted. */
async function writeBehindTheTree(write: () => Promise<void>): Promise<void> {
  const remove = plantMethod(TreeKeeper.prototype, 'gained', () => undefined);
  try {
    await write();
  } finally {
    remove();
  }
}

/** Does something each time that other work has its turn. */
async function interrupted<T>(scrub: () => Promise<T>, work: () => unknown): Promise<T> {
  const putBack = replaceMethod(
    ProcessTime.prototype,
    'endOfIteration',
    (original) =>
      function (this: ProcessTime, task) {
        original.call(this, () => {
          work();
          task();
        });
      },
  );
  try {
    return await scrub();
  } finally {
    putBack();
  }
}

const rootOf = (engine: LogEngine) => engine.leaves.sums(0, [PARTITION]).join();

describe('scrubbing a partition', () => {
  it('reads all of it and nothing else, and finds nothing where nothing is wrong', async () => {
    const { engine, damage, write, scrub } = await setUp();
    await write(...records(), tombstone(key(3), 2), record(craftedKey('elsewhere', 0, 1), 1));
    const before = rootOf(engine);
    const report = await scrub();
    expect(report).to.include({ entries: KEYS, ...SOUND });
    expect(report.bytes).to.equal(engine.stats().liveBytes - (await scrub(0)).bytes);
    expect(await scrub(1)).to.deep.equal({ entries: 0, bytes: 0, ...SOUND });
    expect([rootOf(engine), damage.length]).to.deep.equal([before, 0]);
  });

  it('reads what is settled, too, which the tree leaves out', async () => {
    const { engine, write, scrub } = await setUp({ compactionLiveFraction: 0 });
    await write(...records(), tombstone(key(3), 2));
    await engine.allowPurge(PARTITION, { floor: version(5), expiredBeforeMs: 0 });
    expect(await scrub()).to.include({ entries: KEYS, ...SOUND });
  });

  for (const [what, fromTail] of [
    ['value', 1],
    ['head', 30],
  ] as const) {
    it(`finds a flipped bit in a ${what}, tells it once, and leaves the rest comparable`, async () => {
      const { home, engine, damage, write, scrub } = await setUp();
      await write(...records());
      await write(record(key(7), 2, 'x'.repeat(10)));
      const before = rootOf(engine);
      home.disk.rot(SEGMENT, tailOf(home) - fromTail);
      expect(await scrub()).to.include({ entries: KEYS, damaged: 1, differing: 0 });
      expect(damage.map(({ facts }) => facts.file)).to.deep.equal([SEGMENT]);
      expect([rootOf(engine), engine.leaves.isKnown(PARTITION)]).to.deep.equal([before, true]);
      expect((await scrub()).damaged, 'it is still there').to.equal(1);
    });
  }

  it('finds a leaf that is not the sum of its entries, and makes it that', async () => {
    const { engine, write, scrub } = await setUp();
    await write(...records());
    const before = rootOf(engine);
    await writeBehindTheTree(() => write(record(key(KEYS), 1)));
    expect(rootOf(engine)).to.equal(before);
    expect(await scrub()).to.include({ entries: KEYS + 1, damaged: 0, differing: 1 });
    const sound = await setUp();
    await sound.write(...records(), record(key(KEYS), 1));
    expect(rootOf(engine)).to.equal(rootOf(sound.engine));
    expect(await scrub()).to.include(SOUND);
  });

  it('lets other work have its turn, and waits for all that it read, a window at a time', async () => {
    const { paces, write, scrub } = await setUp();
    await write(...records());
    let turns = 0;
    const { bytes } = await interrupted(scrub, () => turns++);
    expect(paces).to.deep.equal([bytes]);
    expect(turns).to.be.greaterThan(KEYS / 40);
    paces.length = 0;
    await write(...Array.from({ length: 6 }, (_, n) => record(key(n), 3, 'x'.repeat(150_000))));
    await scrub();
    expect(Math.max(...paces)).to.be.within(256 << 10, 512 << 10);
  });

  it('takes no write that comes meanwhile for a difference, and reads what was there throughout', async () => {
    const { engine, write, scrub } = await setUp();
    await write(...records());
    let next = KEYS;
    const report = await interrupted(scrub, () => {
      // Before and behind where it is, new ones and newer ones.
      for (const n of [next, KEYS - (next % KEYS), next % KEYS]) engine.write(record(key(n), next));
      next++;
    });
    expect(report).to.include(SOUND);
    expect(report.entries).to.be.within(KEYS, KEYS + next);
    expect(next - KEYS).to.be.greaterThan(5);
  });

  it('does not wait for entries of one leaf that are many, and misses none of one hash', async () => {
    const { write, scrub } = await setUp();
    await write(...crowd());
    let turns = 0;
    expect(await interrupted(scrub, () => turns++)).to.include({ entries: 300, ...SOUND });
    // The other leaves are empty, and looked at 32 in a turn.
    expect(turns - 4096 / 32).to.be.within(3, 11);
  });

  it('ends where the store is closed under it, and takes that for no damage', async () => {
    const { home, engine, damage, write, scrub } = await setUp();
    await write(...crowd('x'.repeat(2000)));
    const closing = () => home.settle(engine.close());
    const error = await rejection(scrub(PARTITION, closing));
    expect(error).to.have.property('code', 'STOPPED');
    expect(damage).to.deep.equal([]);
  });
});
