import { expect } from 'chai';
import { StarlingError } from '../../../src/base/errors.ts';
import { checkpointPath } from '../../../src/storage/log/checkpoint-files.ts';
import { encodeCheckpointHeader } from '../../../src/storage/log/checkpoint-format.ts';
import { GroupCommit } from '../../../src/storage/log/group-commit.ts';
import type { LogEngine } from '../../../src/storage/log/log-engine.ts';
import type { Segment } from '../../../src/storage/log/segment.ts';
import { Segments } from '../../../src/storage/log/segments.ts';
import { keyOf } from '../../../src/version/key.ts';
import { record, textOf, tombstone } from '../records.ts';
import { rejection } from '../rejection.ts';
import { VirtualHome } from '../virtual-home.ts';
import { plantGetter, plantMethod } from './mutant.ts';

const KEYS = 40;
const SEEDS = 40;
const KEY_LIST = Array.from({ length: KEYS }, (_, i) => `key ${i}`);

/** Writes all keys once and waits. */
async function writeAll(home: VirtualHome, engine: LogEngine, round: number): Promise<void> {
  for (const [i, key] of KEY_LIST.entries()) {
    engine.write(i % 10 === 9 ? tombstone(key, round) : record(key, round, `${round} of ${key}`));
  }
  await home.settle(engine.durable());
}

function seen(engine: LogEngine): (string | undefined)[] {
  return KEY_LIST.map((key) => textOf(engine.read(keyOf(key))?.record));
}

function afterRound(round: number): (string | undefined)[] {
  return KEY_LIST.map((key, i) => (i % 10 === 9 ? undefined : `${round} of ${key}`));
}

describe('log engine, checkpoints', () => {
  it('let a clean start read nothing of the log', async () => {
    const home = new VirtualHome(1, { segmentBytes: 1024, compactionLiveFraction: 0 });
    let engine = await home.opened();
    for (let round = 1; round <= 3; round++) await writeAll(home, engine, round);
    const before = engine.stats();
    await home.settle(engine.close());
    engine = await home.opened();
    expect(home.tailBytes).to.equal(0);
    expect(seen(engine)).to.deep.equal(afterRound(3));
    const { records, tombstones, liveBytes, diskBytes, segments, highestVersion } = before;
    expect(engine.stats()).to.deep.include({
      records,
      tombstones,
      liveBytes,
      diskBytes,
      segments,
      highestVersion,
    });
  });

  it('let a start after a crash read only what the log got since', async () => {
    const home = new VirtualHome(2, { compactionLiveFraction: 0, checkpointBytes: 4096 });
    let engine = await home.opened();
    for (let round = 1; round <= 8; round++) await writeAll(home, engine, round);
    await home.time.run(home.time.nowMs + 100);
    expect(home.seen.checkpoints).to.be.greaterThan(1);
    engine.write(record('key 0', 8, '8 of key 0'));
    engine.write(record('one more', 9));
    await home.settle(engine.durable());
    const whole = engine.stats().diskBytes;
    home.crash();
    engine = await home.opened();
    expect(home.tailBytes)
      .to.be.greaterThan(0)
      .and.below(whole / 2);
    expect(seen(engine)).to.deep.equal(afterRound(8));
  });

  it('keep no more than two files, and no unfinished one', async () => {
    const home = new VirtualHome(3, { checkpointBytes: 1024 });
    const engine = await home.opened();
    for (let round = 1; round <= 10; round++) await writeAll(home, engine, round);
    await home.settle(engine.close());
    home.disk.plant('log/00000099.ckpt.new', new Uint8Array(10));
    await home.opened();
    expect(home.disk.list('log').filter((name) => name.includes('ckpt'))).to.have.length(2);
  });

  it('are written table by table while writes, compaction and drops go on, and miss nothing', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const home = new VirtualHome(seed, {
        segmentBytes: 1024,
        checkpointBytes: 2048,
        checkpointChunkBytes: 1,
        checkpointBytesPerSecond: 1 << 20,
      });
      let engine = await home.opened();
      for (let round = 1; round <= 12; round++) {
        await writeAll(home, engine, round);
        await home.time.run(home.time.nowMs + home.random.between(0, 5));
      }
      home.crash();
      engine = await home.opened();
      expect(seen(engine), `seed ${seed}`).to.deep.equal(afterRound(12));
      expect(home.refusedCheckpoints).to.deep.equal([]);
      expect(engine.stats()).to.include({ records: KEYS });
    }
  });

  describe('that are damaged', function () {
    // A store is opened for each byte: seconds of the processor's time, of which other processes may take most.
    this.timeout('120s');

    /** A closed store with two checkpoints, of rounds 1 and 2, and a tail of round 3. */
    async function store(): Promise<{ home: VirtualHome; newest: string; older: string }> {
      const home = new VirtualHome(4, {
        segmentBytes: 2048,
        compactionLiveFraction: 0,
        checkpointBytes: 1 << 20,
      });
      for (let round = 1; round <= 2; round++) {
        const engine = await home.opened();
        await writeAll(home, engine, round);
        await home.settle(engine.close());
      }
      const engine = await home.opened();
      await writeAll(home, engine, 3);
      home.crash();
      const [older, newest] = home.disk.list('log').filter((name) => name.endsWith('.ckpt'));
      return { home, newest: `log/${newest!}`, older: `log/${older!}` };
    }

    it('are told, with file and offset, at every flipped byte, and the older one is read', async () => {
      const { home, newest } = await store();
      const size = home.disk.content(newest)!.length;
      for (let offset = 0; offset < size; offset++) {
        home.refusedCheckpoints.length = 0;
        home.kill();
        const log = snapshotOf(home);
        home.disk.rot(newest, offset, 0x10);
        const engine = await home.opened();
        expect(seen(engine), `flip at ${offset}`).to.deep.equal(afterRound(3));
        expect(home.refusedCheckpoints, `flip at ${offset}`).to.have.length(1);
        const { code, facts } = home.refusedCheckpoints[0]!;
        expect({ code, file: facts['file'] }).to.deep.equal({ code: 'CORRUPTION', file: newest });
        home.kill();
        putBack(home, log);
      }
    });

    it('are told at every length that they may have been cut to', async () => {
      const { home, newest } = await store();
      const whole = home.disk.content(newest)!;
      for (let length = 0; length < whole.length; length++) {
        home.refusedCheckpoints.length = 0;
        home.kill();
        const log = snapshotOf(home);
        home.disk.plant(newest, whole.slice(0, length));
        const engine = await home.opened();
        expect(seen(engine), `cut at ${length}`).to.deep.equal(afterRound(3));
        expect(home.refusedCheckpoints, `cut at ${length}`).to.have.length(1);
        home.kill();
        putBack(home, log);
      }
    });

    it('leave the log, which is read whole then', async () => {
      const { home, newest, older } = await store();
      home.disk.rot(newest, 100);
      home.disk.rot(older, 5);
      const engine = await home.opened();
      expect(home.refusedCheckpoints.map(({ facts }) => facts['file'])).to.deep.equal([newest, older]);
      expect(home.tailBytes).to.equal(engine.stats().diskBytes);
      expect(seen(engine)).to.deep.equal(afterRound(3));
    });

    it('are not read: of a newer format, of another log, renamed', async () => {
      const { home, newest } = await store();
      const { home: other } = await store();
      const otherHome = new VirtualHome(99, { segmentBytes: 2048, compactionLiveFraction: 0 });
      const otherEngine = await otherHome.opened();
      await writeAll(otherHome, otherEngine, 1);
      await otherHome.settle(otherEngine.close());
      const stranger = otherHome.disk.content(checkpointPath(1))!;
      const own = other.disk.content(newest)!;
      const newerFormat = own.slice();
      newerFormat.set(
        encodeCheckpointHeader({
          partitionBits: 4,
          tableBits: 10,
          number: 2,
          position: { segment: 1, offset: 28 },
        }),
      );
      newerFormat[9]!++;
      const { crc32 } = await import('node:zlib');
      new DataView(newerFormat.buffer).setUint32(24, crc32(newerFormat.subarray(0, 24)));
      for (const [content, said] of [
        [stranger, 'renamed copy'],
        [newerFormat, 'newer format'],
      ] as const) {
        home.refusedCheckpoints.length = 0;
        home.kill();
        const log = snapshotOf(home);
        home.disk.plant(newest, content);
        expect(seen(await home.opened())).to.deep.equal(afterRound(3));
        expect(home.refusedCheckpoints[0]?.message).to.include(said);
        home.kill();
        putBack(home, log);
      }
      home.refusedCheckpoints.length = 0;
      home.disk.plant(checkpointPath(1), stranger);
      home.disk.rot(newest, 0);
      expect(seen(await home.opened())).to.deep.equal(afterRound(3));
      expect(home.refusedCheckpoints[1]?.message).to.include('of another log');
    });
  });

  it('from the future, which know more of the log than there is, keep the store from opening', async () => {
    const home = new VirtualHome(5, { compactionLiveFraction: 0 });
    const engine = await home.opened();
    await writeAll(home, engine, 1);
    const [segment, state] = ['log/00000001.seg', 'log/state.json'].map((path) => home.disk.content(path)!);
    await writeAll(home, engine, 2);
    await home.settle(engine.close());
    // Somebody put older files back, but not the checkpoint.
    home.disk.plant('log/00000001.seg', segment!);
    home.disk.plant('log/state.json', state!);
    const error = await home.settle(rejection(home.open()));
    expect(error).to.be.instanceOf(StarlingError).with.property('code', 'CORRUPTION');
    expect(error).to.have.property('facts').that.includes({ file: 'log/00000001.seg' });
  });

  it('that could not be written leave the store as it is, and are tried again later', async () => {
    for (const code of ['EIO', 'ENOSPC']) {
      for (const kind of ['open', 'write', 'sync', 'rename', 'remove', 'syncDirectory'] as const) {
        const home = new VirtualHome(6, { checkpointBytes: 4096, compactionLiveFraction: 0 });
        let engine = await home.opened();
        home.disk.fault = (operation) =>
          operation.kind === kind && (operation.path.includes('ckpt') || kind === 'syncDirectory')
            ? code
            : undefined;
        for (let round = 1; round <= 3; round++) await writeAll(home, engine, round);
        await home.time.run(home.time.nowMs + 100);
        home.disk.fault = () => undefined;
        expect(home.seen.failedCheckpoints, `${kind} ${code}`).to.be.greaterThan(0);
        for (let round = 4; round <= 9; round++) await writeAll(home, engine, round);
        await home.time.run(home.time.nowMs + 100);
        expect(home.seen.checkpoints, `${kind} ${code}`).to.be.greaterThan(0);
        home.crash();
        engine = await home.opened();
        expect(seen(engine), `${kind} ${code}`).to.deep.equal(afterRound(9));
      }
    }
  });

  it('are given up where a flush was rolled back meanwhile', async () => {
    await expectCaught(throughRollBack, () => plantGetter(GroupCommit.prototype, 'rollBacks', 0));
  });

  it('know which segment a slot meant, though the segment goes and its slot is wanted for another', async () => {
    const unpinned = function (this: Segments): { release: () => Segment[] } {
      return { release: () => [...this.all] };
    };
    await expectCaught(throughReuse, () => plantMethod(Segments.prototype, 'pinSlots', unpinned));
  });
});

/** At no seed anything is wrong, and at some seed it is once the bug is planted. */
async function expectCaught(run: (seed: number) => Promise<string>, plant: () => () => void): Promise<void> {
  for (let seed = 1; seed <= SEEDS; seed++) expect(await run(seed), `seed ${seed}`).to.equal('as it was');
  const remove = plant();
  try {
    for (let seed = 1; seed <= SEEDS; seed++) if ((await run(seed)) !== 'as it was') return;
  } finally {
    remove();
  }
  expect.fail('no seed noticed the planted bug');
}

/** A flush finds the disk full while a checkpoint is gathered that knows of what it was to make durable. */
async function throughRollBack(seed: number): Promise<string> {
  const home = new VirtualHome(seed, { checkpointBytes: 2048, checkpointChunkBytes: 1, probeIntervalMs: 1 });
  const engine = await home.opened();
  await writeAll(home, engine, 1);
  await home.time.runUntil(() => isBeingWritten(home), 1000, 0.01);
  let isFull = false;
  home.disk.fault = ({ kind, path }) =>
    isFull && kind === 'write' && path.endsWith('.seg') ? 'ENOSPC' : undefined;
  for (let version = 2; !isFull && isBeingWritten(home); version++) {
    for (const key of KEY_LIST)
      engine.write(record(key, version, `${version} of ${key}, and more than before`));
    await home.time.run(home.time.nowMs + 0.3);
    isFull = home.random.chance(0.2);
  }
  await home.time.run(home.time.nowMs + 2);
  isFull = false;
  await home.time.run(home.time.nowMs + 100);
  const expected = seen(engine);
  home.crash();
  return outcome(home, expected);
}

/** While a checkpoint is gathered, which takes long with many tables, segments that it has noted go, and new ones come. */
async function throughReuse(seed: number): Promise<string> {
  const home = new VirtualHome(seed, {
    segmentBytes: 1024,
    checkpointBytes: 2048,
    checkpointChunkBytes: 1,
    checkpointBytesPerSecond: 1 << 20,
    compactionLiveFraction: 0.9,
  });
  const engine = await home.opened();
  const many = Array.from({ length: 500 }, (_, i) => `many ${i}`);
  for (const key of many) engine.write(record(key, 1));
  await home.settle(engine.durable());
  for (let round = 1; round <= 24; round++) {
    await writeAll(home, engine, round);
    await home.time.run(home.time.nowMs + home.random.between(2, 12));
  }
  home.crash();
  return outcome(home, afterRound(24));
}

async function outcome(home: VirtualHome, expected: readonly (string | undefined)[]): Promise<string> {
  try {
    const found = seen(await home.opened());
    return JSON.stringify(found) === JSON.stringify(expected) ? 'as it was' : 'something else';
  } catch (error) {
    return String(error);
  }
}

function isBeingWritten(home: VirtualHome): boolean {
  return home.disk.list('log').some((name) => name.endsWith('.ckpt.new'));
}

function snapshotOf(home: VirtualHome): Map<string, Uint8Array> {
  return new Map(home.disk.list('log').map((name) => [name, home.disk.content(`log/${name}`)!]));
}

function putBack(home: VirtualHome, files: ReadonlyMap<string, Uint8Array>): void {
  for (const name of home.disk.list('log')) if (!files.has(name)) home.disk.lose(`log/${name}`);
  for (const [name, content] of files) home.disk.plant(`log/${name}`, content);
}
