import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import type { ReadAnswer } from '../../src/quorum/read-quorum.ts';
import type { WriteAnswer } from '../../src/quorum/write-quorum.ts';
import { Custody } from '../../src/replication/custody.ts';
import { LocalReplica } from '../../src/replication/local-replica.ts';
import type { ReplicaPage, ReplicaWrite } from '../../src/replication/replica.ts';
import type { ValueRoom } from '../../src/replication/value-room.ts';
import { HybridClock } from '../../src/version/hybrid-clock.ts';
import { keyOf } from '../../src/version/key.ts';
import { newestBefore } from '../../src/version/version.ts';
import { EPOCH_MS, VirtualTime } from '../simulation/world/virtual-time.ts';
import { MemoryEngine } from '../storage/memory-engine.ts';
import { record, version } from '../storage/records.ts';
import { PARTITIONS, member } from './replication-world.ts';

/** A replica on a slow disk: nothing is durable before the disk's turn comes. */
function setUp({ complete = 0xff, cleared = 0xff, self = 'a' } = {}) {
  const time = new VirtualTime();
  const custody = new Custody({
    self,
    partitions: PARTITIONS,
    replicas: 3,
    complete: Uint8Array.of(complete),
    cleared: Uint8Array.of(cleared),
  });
  custody.update(['a', 'b', 'c'].map((peer) => member(peer)));
  const storage = new MemoryEngine(time, Math.log2(PARTITIONS));
  const hybridClock = new HybridClock({ writer: 5, maxDriftMs: 500 });
  const limits = { fenceMs: 0, floorMs: 0 };
  const keptFor: string[] = [];
  const replica = new LocalReplica({
    self,
    storage,
    custody,
    hybridClock,
    clusterTimeMs: () => EPOCH_MS,
    bounds: { fenceMs: () => limits.fenceMs, floorMs: () => limits.floorMs },
    hints: {
      addDurably: (peer) => {
        keptFor.push(peer);
        return Promise.resolve(peer !== 'too many');
      },
    },
  });
  const key = keyOf('k');
  const partition = custody.partitionOf(key);
  const ownersHash = custody.view.ownersHash(partition);
  const writes: WriteAnswer[] = [];
  const reads: ReadAnswer[] = [];
  const pages: (ReplicaPage | StarlingError)[] = [];
  const write = (n: number, change: Partial<ReplicaWrite> = {}) => {
    const request = {
      ownersHash,
      record: record(key, n),
      durability: 'fsync',
      repair: false,
      ...change,
    } as const;
    replica.write(request, 1000, (answer) => writes.push(answer));
  };
  const keep = (peer: string) =>
    replica.keep({ peer, record: record(key, 1) }, 1000, (answer) => writes.push(answer));
  const read = (hash = ownersHash) =>
    replica.read({ ownersHash: hash, key }, 1000, (answer) => reads.push(answer));
  const readInto = (room: ValueRoom) =>
    replica.read({ ownersHash, key, room }, 1000, (answer) => reads.push(answer));
  const readVersion = () => replica.readVersion({ ownersHash, key }, 1000, (answer) => reads.push(answer));
  const scan = (hash = ownersHash) =>
    replica.scan({ ownersHash: hash, partition, after: undefined, limitBytes: 1000 }, 1000, (page) =>
      pages.push(page),
    );
  const promises = () => time.run(time.nowMs);
  const flush = () => time.run(time.nowMs + 10);
  return {
    readInto,
    keep,
    keptFor,
    replica,
    storage,
    custody,
    hybridClock,
    partition,
    ownersHash,
    writes,
    reads,
    pages,
    write,
    read,
    readVersion,
    scan,
    limits,
    promises,
    flush,
  };
}

const codesOf = (answers: readonly (ReadAnswer | WriteAnswer)[]) =>
  answers.map((answer) => (answer.kind === 'failed' ? answer.error.code : answer.kind));

describe('local replica', () => {
  it('acknowledges a write when it is durable, and never before the call returns', async () => {
    const { write, writes, promises, flush } = setUp();
    write(1);
    await promises();
    expect(writes).to.deep.equal([]);
    await flush();
    expect(writes).to.deep.equal([{ kind: 'acknowledged' }]);
  });

  it('acknowledges a write to memory without waiting for the disk, but after the call has returned', async () => {
    const { write, writes, promises } = setUp();
    write(1, { durability: 'memory' });
    expect(writes).to.deep.equal([]);
    await promises();
    expect(writes).to.deep.equal([{ kind: 'acknowledged' }]);
  });

  it('waits for the disk also where the same version was here already', async () => {
    const { write, writes, promises } = setUp();
    write(1, { durability: 'memory' });
    write(1);
    await promises();
    expect(writes).to.have.length(1);
  });

  it('counts a value that it reads before the call returns, and lets go of it where there is no room', async () => {
    const { write, flush, readInto, promises, reads } = setUp();
    write(1);
    await flush();
    const counted: number[] = [];
    readInto({ refusal: undefined, hold: (bytes) => void counted.push(bytes) });
    expect(counted).to.deep.equal(['value 1'.length]);
    const error = new StarlingError('OVERLOADED', 'full');
    readInto({ refusal: undefined, hold: () => error });
    await promises();
    expect(reads.map(({ kind }) => kind)).to.deep.equal(['held', 'failed']);
  });

  it('answers an older write with the version that it holds', async () => {
    const { write, writes, flush, storage } = setUp();
    write(2);
    write(1);
    await flush();
    expect(writes).to.deep.include({ kind: 'stale', version: version(2) });
    expect(storage.read(keyOf('k'))?.record.version).to.deep.equal(version(2));
  });

  it('takes an older repair for done, when what is here is durable', async () => {
    const { write, writes, promises, flush } = setUp();
    write(2, { durability: 'memory' });
    write(1, { repair: true });
    await promises();
    expect(codesOf(writes)).to.deep.equal(['acknowledged']);
    await flush();
    expect(codesOf(writes)).to.deep.equal(['acknowledged', 'acknowledged']);
  });

  it('refuses a version from the future, and stores nothing of it', async () => {
    const { write, writes, flush, storage } = setUp();
    write(501);
    await flush();
    expect(codesOf(writes)).to.deep.equal(['CLOCK_DRIFT']);
    expect(storage.stats().records).to.equal(0);
  });

  it('stamps above what it has taken', async () => {
    const { write, flush, hybridClock } = setUp();
    write(500);
    await flush();
    expect(hybridClock.stamp(EPOCH_MS).wallMs).to.equal(EPOCH_MS + 500);
  });

  it('gives the record, or its version alone', async () => {
    const { write, read, readVersion, reads, flush } = setUp();
    read();
    write(1);
    await flush();
    read();
    readVersion();
    await flush();
    expect(reads).to.deep.equal([
      { kind: 'held', version: undefined, record: undefined },
      { kind: 'held', version: version(1), record: record('k', 1) },
      { kind: 'held', version: version(1), record: undefined },
    ]);
  });

  it('shows nobody what a crash could still take back', async () => {
    const { write, read, readVersion, scan, reads, pages, promises, flush } = setUp();
    write(1, { durability: 'memory' });
    read();
    readVersion();
    scan();
    await promises();
    expect([reads, pages]).to.deep.equal([[], []]);
    await flush();
    expect(reads).to.have.length(2);
    expect(pages).to.have.length(1);
  });

  it('keeps writes for others, and says so once they are on disk', async () => {
    const { keep, keptFor, writes, storage, flush } = setUp();
    keep('b');
    keep('too many');
    await flush();
    expect(keptFor).to.deep.equal(['b', 'too many']);
    expect(codesOf(writes)).to.deep.equal(['acknowledged', 'OVERLOADED']);
    expect(storage.stats().records).to.equal(0);
  });

  it('takes writes of what it has yet to copy, without being counted, and answers no reads', async () => {
    const { write, read, readVersion, scan, writes, reads, pages, flush } = setUp({ complete: 0 });
    write(1);
    read();
    readVersion();
    scan();
    await flush();
    expect(codesOf(writes)).to.deep.equal(['kept']);
    expect(codesOf(reads)).to.deep.equal(['NOT_READY', 'NOT_READY']);
    expect(pages[0]).to.include({ code: 'NOT_READY' });
  });

  it('takes nothing of a partition while something may be left from before it was an owner', async () => {
    const { write, writes, custody, partition, storage, flush } = setUp({ complete: 0, cleared: 0 });
    write(1);
    await flush();
    expect(codesOf(writes)).to.deep.equal(['NOT_READY']);
    expect(storage.stats().records).to.equal(0);
    custody.markCleared([partition]);
    write(1);
    await flush();
    expect(codesOf(writes)).to.deep.equal(['NOT_READY', 'kept']);
  });

  it('is repaired only once its copy is complete: until then it knows of no deletions', async () => {
    const { write, writes, custody, partition, flush } = setUp({ complete: 0 });
    write(1, { repair: true });
    await flush();
    custody.markComplete(partition);
    write(1, { repair: true });
    await flush();
    expect(codesOf(writes)).to.deep.equal(['NOT_READY', 'acknowledged']);
  });

  it('has a new write stamped again that is older than its fence, and stores nothing', async () => {
    const { write, writes, limits, storage, flush } = setUp();
    limits.fenceMs = version(5).wallMs;
    write(4);
    write(5);
    await flush();
    expect(writes[0]).to.deep.equal({ kind: 'stale', version: newestBefore(limits.fenceMs) });
    expect(writes[1]).to.deep.equal({ kind: 'acknowledged' });
    expect(storage.stats().records).to.equal(1);
  });

  it('leaves a repair alone that is older than its purge floor, of a key that isn’t there', async () => {
    const { write, writes, limits, storage, flush } = setUp();
    limits.floorMs = version(5).wallMs;
    write(4, { repair: true });
    await flush();
    expect(writes).to.deep.equal([{ kind: 'acknowledged' }]);
    expect(storage.stats().records).to.equal(0);
    write(5, { repair: true });
    await flush();
    expect(storage.stats().records).to.equal(1);
  });

  it('takes a repair below its purge floor in the place of something older still', async () => {
    const { write, writes, limits, storage, flush } = setUp();
    write(3);
    limits.floorMs = version(5).wallMs;
    write(4, { repair: true });
    await flush();
    expect(codesOf(writes)).to.deep.equal(['acknowledged', 'acknowledged']);
    expect(storage.read(keyOf('k'))?.record.version).to.deep.equal(version(4));
  });

  it('says with a page up to where it may have forgotten deletions', async () => {
    const { scan, pages, limits, flush } = setUp();
    limits.floorMs = 7000;
    scan();
    await flush();
    expect(pages[0]).to.include({ floorMs: 7000 });
  });

  it('refuses coordinators that know other owners, and stores nothing of theirs', async () => {
    const { write, read, scan, writes, reads, pages, flush, storage, ownersHash } = setUp();
    write(1, { ownersHash: ownersHash ^ 1 });
    read(ownersHash ^ 1);
    scan(ownersHash ^ 1);
    await flush();
    expect([...codesOf(writes), ...codesOf(reads)]).to.deep.equal(['WRONG_OWNERS', 'WRONG_OWNERS']);
    expect(pages[0]).to.include({ code: 'WRONG_OWNERS' });
    expect(storage.stats().records).to.equal(0);
  });

  it('refuses what it does not own, though it agrees about the owners', async () => {
    const { write, writes, flush } = setUp({ self: 'stranger' });
    write(1);
    await flush();
    expect(codesOf(writes)).to.deep.equal(['WRONG_OWNERS']);
  });

  it('passes on why its store refuses', async () => {
    const { write, read, scan, writes, reads, pages, flush, storage } = setUp();
    await storage.close();
    write(1);
    read();
    scan();
    await flush();
    expect([...codesOf(writes), ...codesOf(reads)]).to.deep.equal(['STOPPED', 'STOPPED']);
    expect(pages[0]).to.include({ code: 'STOPPED' });
  });

  it('fails a write whose flush fails', async () => {
    const { write, writes, flush, storage } = setUp();
    storage.durable = () => Promise.reject(new StarlingError('STORE_POISONED', 'the disk is gone'));
    write(1);
    await flush();
    expect(codesOf(writes)).to.deep.equal(['STORE_POISONED']);
  });

  it('answers no reads of what it has handed over, and still takes writes and is copied from', async () => {
    const { flush, custody, replica } = setUp();
    custody.update([...['a', 'b', 'c'].map((peer) => member(peer)), member('d', 'joining')]);
    const { view } = custody;
    const keys = Array.from({ length: 64 }, (_, n) => keyOf(`k${n}`));
    const lost = keys.find((one) => view.loses('a', custody.partitionOf(one)))!;
    const kept = keys.find((one) => !view.loses('a', custody.partitionOf(one)))!;
    custody.isHandingOver = () => true;
    const answers: string[] = [];
    for (const one of [lost, kept]) {
      const partition = custody.partitionOf(one);
      const ownersHash = view.ownersHash(partition);
      replica.read({ ownersHash, key: one }, 1000, (answer) =>
        answers.push(answer.kind === 'failed' ? answer.error.code : answer.kind),
      );
      const request = { ownersHash, record: record(one, 1), durability: 'fsync', repair: false } as const;
      replica.write(request, 1000, (answer) => answers.push(answer.kind));
      replica.scan({ ownersHash, partition, after: undefined, limitBytes: 1000 }, 1000, (page) =>
        answers.push(page instanceof StarlingError ? page.code : 'page'),
      );
    }
    await flush();
    expect(answers.sort()).to.deep.equal([
      'NOT_READY',
      'acknowledged',
      'acknowledged',
      'held',
      'page',
      'page',
    ]);
  });
});
