import { expect } from 'chai';
import { StarlingError } from '../../../src/base/errors.ts';
import { LIMITS } from '../../../src/base/limits.ts';
import { SILENT_STORAGE_EVENTS } from '../../../src/storage/events.ts';
import { keyOf } from '../../../src/version/key.ts';
import type { OperationKind } from '../../simulation/world/virtual-mount.ts';
import { rejection } from '../rejection.ts';
import { record, textOf } from '../records.ts';
import { VirtualHome } from '../virtual-home.ts';

describe('log engine, failing disks', () => {
  let home: VirtualHome;

  beforeEach(() => {
    home = new VirtualHome(3, { segmentBytes: 4096, probeIntervalMs: 100 });
  });

  const failure = async (promise: Promise<unknown>): Promise<StarlingError> => {
    const error = await home.settle(rejection(promise));
    expect(error).to.be.instanceOf(StarlingError);
    return error as StarlingError;
  };
  const failAll = (kind: OperationKind, code: string): void => {
    home.disk.fault = (operation) => (operation.kind === kind ? code : undefined);
  };
  const heal = (): void => {
    home.disk.fault = () => undefined;
  };

  for (const [kind, code] of [
    ['sync', 'EIO'],
    ['sync', 'ENOSPC'],
    ['write', 'EIO'],
  ] as const) {
    it(`is poisoned for good by a ${kind} that fails with ${code}, and goes on reading what is durable`, async () => {
      const engine = await home.opened();
      engine.write(record('a', 1));
      await home.settle(engine.durable());
      engine.write(record('a', 2));
      engine.write(record('b', 2));
      failAll(kind, code);
      expect(await failure(engine.durable())).to.have.property('code', 'STORE_POISONED');
      heal();
      await home.time.run(home.time.nowMs + 10_000);
      expect(() => engine.write(record('c', 3)))
        .to.throw()
        .with.property('code', 'STORE_POISONED');
      expect(await failure(engine.durable())).to.have.property('code', 'STORE_POISONED');
      expect(await failure(engine.dropPartition(0))).to.have.property('code', 'STORE_POISONED');
      expect(textOf(engine.read(keyOf('a'))?.record)).to.equal('value 1');
      expect(engine.read(keyOf('b'))).to.equal(undefined);
      expect(engine.stats()).to.include({ records: 1, pendingBytes: 0, poisoned: true });
      home.crash();
      const reopened = await home.opened();
      expect(reopened.readVersion(keyOf('a'))).to.have.property('durable', true);
      reopened.write(record('c', 3));
      await home.settle(reopened.durable());
    });
  }

  it('refuses writes while the disk is full, takes back what found no room, and recovers by itself', async () => {
    const refused: string[] = [];
    const engine = await home.opened({
      segmentBytes: 128 << 10,
      events: {
        ...SILENT_STORAGE_EVENTS,
        refusingWrites: (reason) => void refused.push(reason.code),
        acceptingWrites: () => void refused.push('accepting'),
      },
    });
    engine.write(record('a', 1));
    // So large a flush leaves no room for entries to come in the file.
    engine.write(record('large', 1, 'l'.repeat(LIMITS.zerosAheadFlushBytes)));
    await home.settle(engine.durable());
    // Room for the next two records, whose flush fails all the same.
    home.fillDisk(250);
    engine.write(record('a', 2, 'x'.repeat(90)));
    engine.write(record('b', 2));
    // Enough to roll to further segments, whose files can't be made either.
    for (let i = 0; i < 1000; i++) engine.write(record(`more ${i}`, 2, 'y'.repeat(90)));
    expect(await failure(engine.durable())).to.have.property('code', 'DISK_FULL');
    expect(textOf(engine.read(keyOf('a'))?.record)).to.equal('value 1');
    expect(engine.stats()).to.include({ records: 2, pendingBytes: 0, segments: 1 });
    expect(() => engine.write(record('c', 3)))
      .to.throw()
      .with.property('code', 'DISK_FULL');
    await home.time.run(home.time.nowMs + 1000);
    expect(() => engine.write(record('c', 3)))
      .to.throw()
      .with.property('code', 'DISK_FULL');

    home.disk.capacityBytes = Infinity;
    await home.time.run(home.time.nowMs + 1000);
    expect(refused).to.deep.equal(['DISK_FULL', 'accepting']);
    // As long as the first of those records: were they still in the file, the second would follow this one.
    engine.write(record('a', 4, 'z'.repeat(90)));
    await home.settle(engine.durable());
    home.crash();
    const reopened = await home.opened({ segmentBytes: 128 << 10 });
    expect(['a', 'b', 'c'].map((key) => textOf(reopened.read(keyOf(key))?.record))).to.deep.equal([
      'z'.repeat(90),
      undefined,
      undefined,
    ]);
    expect(reopened.stats().records).to.equal(2);
  });

  it('refuses more than may wait for the disk, and takes it once the disk has caught up', async () => {
    const engine = await home.opened();
    const value = 'v'.repeat(LIMITS.valueBytes);
    let taken = 0;
    const overload = (): unknown => {
      for (;;) engine.write(record(`key ${taken}`, ++taken, value));
    };
    expect(overload).to.throw(StarlingError).with.property('code', 'OVERLOADED');
    expect(engine.stats().pendingBytes).to.be.at.most(LIMITS.pendingWriteBytes);
    expect(taken).to.be.greaterThan(60);
    await home.settle(engine.durable());
    expect(engine.stats()).to.include({ pendingBytes: 0, records: taken - 1 });
    engine.write(record('later', 1));
    await home.settle(engine.durable());
  });

  it('loses nothing acknowledged, whichever operation fails with whatever error', async () => {
    const operations = await countOperations();
    expect(operations).to.be.greaterThan(30);
    for (let index = 0; index < operations; index++) {
      for (const code of ['EIO', 'ENOSPC']) {
        home = new VirtualHome(index + 1, { segmentBytes: 1024, probeIntervalMs: 100 });
        home.disk.fault = (operation) => (operation.index === index ? code : undefined);
        const acknowledged = await work(home);
        home.crash();
        heal();
        const engine = await home.opened();
        for (const [key, n] of acknowledged) {
          const found = engine.readVersion(keyOf(key))?.version;
          expect(found?.wallMs, `operation ${index} ${code}: ${key}`).to.be.at.least(
            record(key, n).version.wallMs,
          );
        }
      }
    }
  });

  it('releases the file of a segment too whose creation failed', async () => {
    const engine = await home.opened();
    home.disk.fault = ({ kind, path }) => (kind === 'sync' && path.endsWith('2.seg') ? 'EIO' : undefined);
    for (let i = 0; i < 100; i++) engine.write(record(`key ${i}`, 1, 'v'.repeat(60)));
    expect(await failure(engine.durable())).to.have.property('code', 'STORE_POISONED');
    await home.settle(engine.close());
    expect(home.disk.openFiles).to.deep.equal([]);
  });

  it('releases its files at a close whose last flush fails', async () => {
    const engine = await home.opened();
    engine.write(record('a', 1));
    failAll('sync', 'EIO');
    expect(await failure(engine.close())).to.have.property('code', 'STORE_POISONED');
    heal();
    expect((await home.opened()).stats().poisoned).to.equal(false);
  });
});

/** A bounded workload; what was acknowledged, each key's highest version. Failures end it, or are passed over. */
async function work(home: VirtualHome): Promise<Map<string, number>> {
  const acknowledged = new Map<string, number>();
  const run = async (): Promise<void> => {
    const engine = await home.open();
    for (let n = 1; n <= 25; n++) {
      const key = `key ${n % 4}`;
      try {
        engine.write(record(key, n, 'v'.repeat(60)));
        await engine.durable();
        acknowledged.set(key, n);
      } catch (error) {
        if (!(error instanceof StarlingError)) throw error;
      }
    }
    await engine.close();
  };
  await home.settle(run().catch((error: unknown) => error));
  return acknowledged;
}

async function countOperations(): Promise<number> {
  const home = new VirtualHome(1, { segmentBytes: 1024 });
  expect((await work(home)).size).to.equal(4);
  return home.disk.operations;
}
