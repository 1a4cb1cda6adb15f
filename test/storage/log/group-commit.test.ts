import { expect } from 'chai';
import { LIMITS } from '../../../src/base/limits.ts';
import { keyOf } from '../../../src/version/key.ts';
import type { OperationKind } from '../../simulation/world/virtual-mount.ts';
import { rejection } from '../rejection.ts';
import { record } from '../records.ts';
import { VirtualHome } from '../virtual-home.ts';

describe('log engine, group commit', () => {
  let home: VirtualHome;
  let operations: OperationKind[];

  beforeEach(() => {
    home = new VirtualHome(1);
    operations = [];
    home.disk.fault = ({ kind }) => void operations.push(kind);
  });

  const flushes = (): OperationKind[] => operations.filter((kind) => kind === 'write' || kind === 'sync');

  it('makes one write and one fdatasync of all writes of an iteration', async () => {
    const engine = await home.opened();
    operations = [];
    const promises = Array.from({ length: 100 }, (_, i) => {
      engine.write(record(`key ${i}`, 1));
      return engine.durable();
    });
    expect(new Set(promises).size).to.equal(1);
    await home.settle(Promise.all(promises));
    expect(flushes()).to.deep.equal(['write', 'sync']);
    expect(engine.stats().flushes).to.equal(1);
  });

  it('collects what comes during a flush for the next one, and acknowledges it only then', async () => {
    const engine = await home.opened();
    operations = [];
    engine.write(record('first', 1));
    const first = engine.durable();
    await home.time.runUntil(() => operations.includes('sync'), 100, 0.01);
    engine.write(record('second', 1));
    const second = engine.durable();
    engine.write(record('third', 1));
    await home.settle(first);
    expect(engine.read(keyOf('first'))?.durable).to.equal(true);
    expect(engine.read(keyOf('second'))?.durable).to.equal(false);
    await home.settle(second);
    expect(engine.read(keyOf('third'))?.durable).to.equal(true);
    expect(flushes()).to.deep.equal(['write', 'sync', 'write', 'sync']);
  });

  it('flushes what nobody waits for', async () => {
    const engine = await home.opened();
    engine.write(record('a', 1));
    await home.time.run(home.time.nowMs + 10);
    expect(engine.read(keyOf('a'))?.durable).to.equal(true);
  });

  it('bounds the bytes of one flush', async () => {
    const engine = await home.opened();
    const value = 'v'.repeat(1 << 20);
    for (let i = 0; i < 10; i++) engine.write(record(`key ${i}`, 1, value));
    await home.settle(engine.durable());
    expect(engine.stats().flushes).to.equal(4);
    expect(3 * (1 << 20)).to.be.below(LIMITS.flushBytes);
  });

  it('goes on in a new segment where one is full, and in one of its own with an entry larger than that', async () => {
    home = new VirtualHome(1, { segmentBytes: 1024, compactionLiveFraction: 0 });
    let engine = await home.opened();
    for (let i = 0; i < 30; i++) engine.write(record(`key ${i}`, 1));
    engine.write(record('large', 1, 'v'.repeat(5000)));
    engine.write(record('small', 1));
    await home.settle(engine.durable());
    expect(engine.stats().segments).to.equal(4);
    home.crash();
    engine = await home.opened();
    expect(engine.stats()).to.include({ records: 32, segments: 4 });
  });

  it('opens, reads and closes on a full disk', async () => {
    let engine = await home.opened();
    engine.write(record('a', 1));
    await home.settle(engine.close());
    home.disk.fault = ({ kind }) => (kind === 'write' || kind === 'replaceFile' ? 'ENOSPC' : undefined);
    engine = await home.opened();
    expect(engine.readVersion(keyOf('a'))).to.not.equal(undefined);
    engine.write(record('b', 1));
    expect(await home.settle(rejection(engine.durable()))).to.have.property('code', 'DISK_FULL');
    await home.settle(engine.close());
  });

  it('leaves a partition as it was where dropping it could not be noted', async () => {
    const engine = await home.opened();
    engine.write(record('a', 1));
    await home.settle(engine.durable());
    home.disk.fault = ({ kind }) => (kind === 'replaceFile' ? 'EIO' : undefined);
    for (let partition = 0; partition < 16; partition++) {
      expect(await home.settle(rejection(engine.dropPartition(partition)))).to.have.property(
        'code',
        'UNAVAILABLE',
      );
    }
    expect(engine.stats().records).to.equal(1);
  });

  it('refuses what the format has no room for', async () => {
    const engine = await home.opened();
    const value = new Uint8Array(LIMITS.valueBytesCeiling + 1);
    expect(() => engine.write({ ...record('a', 1), value }))
      .to.throw()
      .with.property('code', 'INVALID_ARGUMENT');
    expect(() => engine.write({ ...record('a', 1), expiresAtMs: 2 ** 48 }))
      .to.throw()
      .with.property('code', 'INVALID_ARGUMENT');
    engine.write({ ...record('a', 1), value: value.subarray(1) });
    await home.settle(engine.durable());
    expect(engine.read(keyOf('a'))?.record.value?.length).to.equal(LIMITS.valueBytesCeiling);
  });

  it('refuses options outside of their ranges, naming them', async () => {
    for (const option of ['segmentBytes', 'compactionLiveFraction', 'partitionBits', 'probeIntervalMs']) {
      const error = await home.settle(rejection(home.open({ [option]: -1 })));
      expect(error).to.have.property('code', 'CONFIGURATION');
      expect(error).to.have.property('message').that.includes(option);
    }
  });
});
