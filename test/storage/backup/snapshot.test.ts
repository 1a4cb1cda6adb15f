import { expect } from 'chai';
import type { Disk } from '../../../src/base/disk.ts';
import { StarlingError } from '../../../src/base/errors.ts';
import {
  type SnapshotOptions,
  type SnapshotReport,
  takeSnapshot,
} from '../../../src/storage/backup/snapshot.ts';
import { Transfer } from '../../../src/storage/backup/transfer.ts';
import type { LogEngine } from '../../../src/storage/log/log-engine.ts';
import { encodeSegmentHeader } from '../../../src/storage/log/format.ts';
import { segmentPath } from '../../../src/storage/log/segment.ts';
import { MANIFEST } from '../../../src/storage/manifest.ts';
import { keyOf, partitionOfToken } from '../../../src/version/key.ts';
import { PARTITION_BITS } from '../conformance.ts';
import { plantMethod } from '../log/mutant.ts';
import { plantAround } from '../plant-around.ts';
import { record, textOf } from '../records.ts';
import { rejection } from '../rejection.ts';
import { BusyPeer } from './busy-peer.ts';
import { problemsIn } from './problems-in.ts';
import { interceptedDisk } from './intercepted-disk.ts';
import { DATA, Machine, SNAPSHOT } from './machine.ts';

const SEEDS = Number(process.env['SEEDS'] ?? 150);
/** Small enough for everything to happen: segments end and go, checkpoints are written, purges look for keys. */
const TINY = { segmentBytes: 2048, checkpointBytes: 4096, probeIntervalMs: 5 };
const PARTIAL = `${SNAPSHOT}.partial`;
const FIRST_SEGMENT = 'log/00000001.seg';

describe('a snapshot', function () {
  this.timeout(SEEDS * 1000);

  it(`holds all that was acknowledged before it began, of a peer that goes on, at ${SEEDS} seeds`, async () => {
    const done = { attempts: 0, linkedBytes: 0, copiedBytes: 0, acknowledgedSince: 0 };
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { report, peer, violations } = await live(seed);
      expect(violations, `seed ${seed}`).to.deep.equal([]);
      done.attempts += report.attempts;
      done.linkedBytes += report.linkedBytes;
      done.copiedBytes += report.copiedBytes;
      done.acknowledgedSince += peer.acknowledgedSince;
    }
    expect(done.attempts, 'some were begun anew').to.be.greaterThan(SEEDS * 1.1);
    expect(done.linkedBytes).to.be.greaterThan(SEEDS * 1000);
    expect(done.copiedBytes).to.be.greaterThan(SEEDS * 1000);
    expect(done.acknowledgedSince, 'the peer went on').to.be.greaterThan(SEEDS * 10);
  });

  it('does well with seed 965, which once found that what a full disk had cut off the log came back in a power cut', async () => {
    expect((await live(965)).violations).to.deep.equal([]);
  });

  const mutants: [string, () => () => void][] = [
    [
      'a segment that still grows, and is linked',
      () =>
        plantMethod(Transfer.prototype, 'hold', function (this: Transfer, path) {
          void this.take(path);
        }),
    ],
    [
      'a segment that went, and is done without',
      () =>
        plantAround(
          Transfer.prototype,
          'take',
          (take) =>
            async function (this: Transfer, path) {
              await take.call(this, path);
              return true;
            },
        ),
    ],
    [
      'an end of the log that is copied but for its last byte',
      () =>
        plantAround(
          Transfer.prototype,
          'hold',
          (hold) =>
            function (this: Transfer, path, file, measure) {
              hold.call(this, path, file, async () => (await measure()) - 1);
            },
        ),
    ],
  ];
  for (const [name, plant] of mutants) {
    it(`would be noticed with ${name}`, async () => {
      const remove = plant();
      try {
        for (let seed = 1; seed <= 200; seed++) if ((await live(seed)).violations.length > 0) return;
      } finally {
        remove();
      }
      expect.fail('no seed noticed it');
    });
  }

  describe('of a small log', () => {
    let machine: Machine;
    let engine: LogEngine;

    beforeEach(async () => {
      machine = new Machine(1, { segmentBytes: 1024, compactionLiveFraction: 0 });
      engine = await machine.opened(DATA);
      await write(40);
    });

    const write = async (records: number): Promise<void> => {
      for (let i = 0; i < records; i++) engine.write(record(`key ${i}`, 1));
      await machine.settle(engine.durable());
    };
    const take = (disk: Disk = machine.mount, options: Partial<SnapshotOptions> = {}) =>
      machine.settle(takeSnapshot({ disk, source: DATA, target: SNAPSHOT, ...options }));
    const failure = async (disk?: Disk, options?: Partial<SnapshotOptions>): Promise<StarlingError> => {
      const error = await rejection(take(disk, options));
      expect(error).to.be.instanceOf(StarlingError);
      return error as StarlingError;
    };
    const expectNothingLeft = () => {
      expect([...machine.contents(SNAPSHOT).keys(), ...machine.contents(PARTIAL).keys()]).to.deep.equal([]);
    };

    it('has the files of the data directory but lock and reserve, byte for byte, and changes none of them', async () => {
      await machine.settle(engine.close());
      const before = machine.contents(DATA);
      const report = await take();
      expect(machine.contents(DATA)).to.deep.equal(before);
      before.delete('lock');
      before.delete('log/reserve');
      expect(machine.contents(SNAPSHOT)).to.deep.equal(before);
      expect(report).to.include({ files: before.size, attempts: 1, linkRefusal: undefined });
      expect(report.linkedBytes).to.be.greaterThan(2048).and.greaterThan(report.copiedBytes);
    });

    for (const code of ['EXDEV', 'EPERM', 'EMLINK']) {
      it(`copies what the file system can't link, and says why: ${code}`, async () => {
        await machine.settle(engine.close());
        machine.disk.fault = ({ kind }) => (kind === 'link' ? code : undefined);
        expect(await take()).to.include({ linkedBytes: 0, linkRefusal: code });
        expect(machine.contents(SNAPSHOT).get(FIRST_SEGMENT)).to.deep.equal(
          machine.contents(DATA).get(FIRST_SEGMENT),
        );
      });
    }

    it('copies the last two segments where the last is but a header, and the one before may go on', async () => {
      await machine.settle(engine.close());
      const last = machine.disk.list(`${DATA}/log`).findLast((name) => name.endsWith('.seg'))!;
      const number = Number.parseInt(last, 10);
      const previousBytes = machine.disk.content(`${DATA}/log/${last}`)!.length - 10;
      const header = { partitionBits: PARTITION_BITS, number: number + 1, salt: 1, previousBytes };
      machine.disk.plant(`${DATA}/${segmentPath(number + 1)}`, encodeSegmentHeader(header));
      await take();
      machine.disk.rot(`${DATA}/log/${last}`, 40);
      const copy = machine.contents(SNAPSHOT).get(`log/${last}`)!;
      expect(copy[40]).to.not.equal(machine.disk.content(`${DATA}/log/${last}`)![40]);
      expect(copy, 'is as long as the header behind it knows it').to.have.length(previousBytes);
    });

    it('copies a segment up to its end, where its file goes on behind that', async () => {
      await machine.settle(engine.close());
      const whole = machine.disk.content(`${DATA}/${FIRST_SEGMENT}`)!;
      machine.disk.plant(`${DATA}/${FIRST_SEGMENT}`, Uint8Array.from([...whole, 1, 2, 3]));
      await take();
      expect(machine.disk.content(`${SNAPSHOT}/${FIRST_SEGMENT}`)).to.deep.equal(whole);
      expect(await problemsIn(machine, SNAPSHOT)).to.deep.equal([]);
    });

    it('leaves out the zeros that the last segment is ahead of its entries', async () => {
      const last = machine.disk.list(`${DATA}/log`).findLast((name) => name.endsWith('.seg'))!;
      const { length } = machine.disk.content(`${DATA}/log/${last}`)!;
      await take();
      const copy = machine.disk.content(`${SNAPSHOT}/log/${last}`)!;
      expect(copy.length).to.be.lessThan(length);
      expect((await machine.opened(SNAPSHOT)).stats().records).to.equal(40);
    });

    it('copies a segment that was removed after it had been opened', async () => {
      const content = machine.disk.content(`${DATA}/${FIRST_SEGMENT}`);
      machine.disk.fault = ({ kind }) => (kind === 'link' ? 'EXDEV' : undefined);
      const report = await take(machine.mount, {
        onProgress: () => machine.disk.lose(`${DATA}/${FIRST_SEGMENT}`),
      });
      expect(report.attempts).to.equal(1);
      expect(machine.disk.content(`${SNAPSHOT}/${FIRST_SEGMENT}`)).to.deep.equal(content);
    });

    it('is begun anew where the end of the log becomes another while it is copied', async () => {
      const last = machine.disk.list(`${DATA}/log`).findLast((name) => name.endsWith('.seg'))!;
      let windows = 0;
      const report = await take(machine.mount, {
        windowBytes: 100,
        onProgress: () => {
          if (++windows === 2) machine.disk.rot(`${DATA}/log/${last}`, 50);
        },
      });
      expect(report.attempts).to.equal(2);
      expect(machine.contents(SNAPSHOT).get(`log/${last}`)?.at(50)).to.equal(
        machine.contents(DATA).get(`log/${last}`)?.at(50),
      );
    });

    it('is begun anew where a partition is dropped meanwhile, and has nothing of it then', async () => {
      const { tokenHigh } = keyOf('key 7');
      const partition = partitionOfToken(tokenHigh, PARTITION_BITS);
      let dropped: Promise<void> | undefined;
      const disk = interceptedDisk(machine.mount, (method) => {
        if (method !== 'link') return undefined;
        dropped ??= engine.dropPartition(partition);
        return dropped;
      });
      expect(await take(disk)).to.include({ attempts: 2 });
      const restored = await machine.opened(SNAPSHOT);
      expect(restored.read(keyOf('key 7'))).to.equal(undefined);
      expect(restored.stats().records).to.equal(engine.stats().records);
    });

    it('is given up where the log changes again and again, and leaves nothing', async () => {
      const disk = interceptedDisk(machine.mount, (method) =>
        method === 'link' ? engine.dropPartition(machine.random.integer(16)) : undefined,
      );
      const error = await failure(disk);
      expect(error.code).to.equal('UNAVAILABLE');
      expect(error.message).to.include('20 attempts').and.include('a partition was dropped');
      expectNothingLeft();
    });

    it('refuses a target with something in it, and a source that is no data directory', async () => {
      machine.disk.plant(`${SNAPSHOT}/thesis.txt`, new Uint8Array(1));
      expect(await failure()).to.have.property('code', 'CONFIGURATION');
      expect((await failure()).message)
        .to.include(SNAPSHOT)
        .and.include('thesis.txt');
      machine.disk.lose(`${SNAPSHOT}/thesis.txt`);
      expect((await failure(undefined, { source: 'peer' })).message).to.include('no Starling data directory');
      machine.disk.plant(`${PARTIAL}/log/00000001.seg`, new Uint8Array(1));
      expect((await failure()).message)
        .to.include(PARTIAL)
        .and.include('cut short');
      expect(machine.disk.content(`${PARTIAL}/log/00000001.seg`), 'is not touched').to.have.length(1);
    });

    it('is taken once at a time', async () => {
      const first = takeSnapshot({ disk: machine.mount, source: DATA, target: SNAPSHOT });
      await machine.time.run(machine.time.nowMs + 1);
      expect(await failure()).to.have.property('code', 'CONFIGURATION');
      await machine.settle(first);
      expect(machine.contents(SNAPSHOT).has(MANIFEST)).to.equal(true);
    });

    it('leaves nothing where it is ended before its time', async () => {
      const abort = new AbortController();
      const error = await rejection(
        take(machine.mount, { signal: abort.signal, windowBytes: 100, onProgress: () => abort.abort() }),
      );
      expect(error).to.have.property('name', 'AbortError');
      expectNothingLeft();
    });

    it('leaves nothing where any one operation fails', async () => {
      let index = 0;
      for (let isOver = false; !isOver; index++) {
        const failing = machine.disk.operations + index;
        machine.disk.fault = (operation) => (operation.index === failing ? 'EIO' : undefined);
        isOver = await take().then(
          () => machine.disk.operations <= failing,
          () => {
            expectNothingLeft();
            return false;
          },
        );
        machine.disk.fault = () => undefined;
        await machine.settle(machine.mount.removeFolder(SNAPSHOT));
      }
      expect(index).to.be.greaterThan(40);
    });

    it('is never taken for whole where the power fails at any operation of its making', async () => {
      await machine.settle(engine.close());
      let whole = 0;
      let index = 0;
      for (let isOver = false; !isOver; index++) {
        const last = machine.disk.operations + index;
        let isCut = false;
        machine.disk.fault = (operation) => {
          if (operation.index === last) isCut = true;
          if (isCut) machine.process.pause();
          return undefined;
        };
        const taken = takeSnapshot({ disk: machine.mount, source: DATA, target: SNAPSHOT }).then(() => true);
        isOver = await machine.time.settle(taken, 1000).catch(() => false);
        machine.disk.fault = () => undefined;
        machine.crash();
        for (const folder of [SNAPSHOT, PARTIAL]) {
          if (!machine.contents(folder).has(MANIFEST)) continue;
          const found = await machine.opened(folder);
          for (let i = 0; i < 40; i++) {
            expect(textOf(found.read(keyOf(`key ${i}`))?.record), `cut at ${index}`).to.equal('value 1');
          }
          whole++;
          machine.restart();
        }
        for (const folder of [SNAPSHOT, PARTIAL]) await machine.settle(machine.mount.removeFolder(folder));
      }
      expect(index).to.be.greaterThan(40);
      expect(whole).to.be.within(1, index / 4);
    });
  });
});

interface Life {
  readonly report: SnapshotReport;
  readonly peer: BusyPeer;
  readonly violations: string[];
}

/** A peer at work, of which a snapshot is taken, and that goes on for a while, or until the power fails. */
async function live(seed: number): Promise<Life> {
  const machine = new Machine(seed, TINY);
  const { random, disk, time } = machine;
  const peer = new BusyPeer(machine, await machine.opened(DATA));
  const violations: string[] = [];
  const canLink = seed % 3 > 0;
  const isFullAtTimes = seed % 2 > 0;
  disk.fault = ({ kind, path }) => {
    if (kind === 'link' && !canLink) return 'EXDEV';
    if (isFullAtTimes && kind === 'write' && path.startsWith(DATA) && random.chance(0.02)) return 'ENOSPC';
    return undefined;
  };
  peer.start();
  await time.run(time.nowMs + random.between(1, 150));
  peer.snapshotBegins();
  const report = await machine.settle(
    takeSnapshot({ disk: machine.mount, source: DATA, target: SNAPSHOT, windowBytes: 256 }),
  );
  const taken = machine.contents(SNAPSHOT);
  await time.run(time.nowMs + random.between(1, 50));
  if (random.chance(0.5)) machine.crash();
  else machine.restart();
  peer.stop();
  disk.fault = () => undefined;
  for (const [path, content] of taken) {
    const now = disk.content(`${SNAPSHOT}/${path}`);
    if (now === undefined || Buffer.compare(now, content) !== 0)
      violations.push(`${path} changed, or was not durable`);
  }
  violations.push(...(await problemsIn(machine, SNAPSHOT)), ...(await problemsIn(machine, DATA)));
  try {
    peer.ledger.check(await machine.opened(SNAPSHOT), 'in the snapshot');
  } catch (error) {
    violations.push(String(error));
  }
  return { report, peer, violations: [...violations, ...peer.ledger.violations] };
}
