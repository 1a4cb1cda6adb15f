import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import { Coordinator } from '../../src/replication/coordinator.ts';
import type { PutRequestOptions, WriteRequestOptions } from '../../src/replication/requests.ts';
import { keyOf } from '../../src/version/key.ts';
import { compareVersions } from '../../src/version/version.ts';
import { EPOCH_MS } from '../simulation/world/virtual-time.ts';
import { rejection } from '../storage/rejection.ts';
import { record } from '../storage/records.ts';
import { ReplicationWorld, failsWith, silent } from './replication-world.ts';

const OPTIONS: WriteRequestOptions = {
  consistency: undefined,
  timeoutMs: 2000,
  durability: 'fsync',
  session: undefined,
};

function setUp(valueBytes = 100) {
  const world = new ReplicationWorld();
  return { world, coordinator: new Coordinator(world.coordination, valueBytes) };
}

const decode = (bytes: Uint8Array | undefined) =>
  bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('coordinator', () => {
  it('gives back what was put, until it is deleted', async () => {
    const { world, coordinator } = setUp();
    const put = await world.settle(coordinator.put('k', '\ufefff\u00fcr\ud83d\udc26', OPTIONS));
    const first = await world.settle(coordinator.get('k', OPTIONS));
    expect([decode(first.value), first.version]).to.deep.equal(['\ufefff\u00fcr\ud83d\udc26', put]);
    const deleted = await world.settle(coordinator.delete('k', OPTIONS));
    expect(await world.settle(coordinator.get('k', OPTIONS))).to.deep.equal({
      value: undefined,
      version: deleted,
      expiresAtMs: 0,
    });
  });

  it('tells an empty value from none', async () => {
    const { world, coordinator } = setUp();
    expect(await world.settle(coordinator.get('k', OPTIONS))).to.deep.equal({
      value: undefined,
      version: undefined,
      expiresAtMs: 0,
    });
    await world.settle(coordinator.put('k', '', OPTIONS));
    expect((await world.settle(coordinator.get('k', OPTIONS))).value).to.deep.equal(new Uint8Array());
  });

  it('shows no value that has expired', async () => {
    const { world, coordinator } = setUp();
    await world.seed({ ...record('k', 1), expiresAtMs: EPOCH_MS + 500 }, 'a', 'b', 'c');
    expect((await world.settle(coordinator.get('k', OPTIONS))).value).to.not.equal(undefined);
    await world.pass(500);
    const { value, version } = await world.settle(coordinator.get('k', OPTIONS));
    expect([value, version]).to.deep.equal([undefined, record('k', 1).version]);
  });

  it('counts the length of a value in bytes of UTF-8', async () => {
    const { world, coordinator } = setUp(8);
    await world.settle(coordinator.put('k', '\ud83d\udc26\ud83d\udc26', OPTIONS));
    const refused = await rejection(coordinator.put('k', '\ud83d\udc26\ud83d\udc26.', OPTIONS));
    expect(refused).to.deep.include({ code: 'INVALID_ARGUMENT', facts: { valueBytes: 9 } });
  });

  it('refuses what UTF-8 cannot carry, and bad keys, before anything is done', async () => {
    const { world, coordinator } = setUp();
    for (const promise of [
      coordinator.put('k', 'a\ud800b', OPTIONS),
      coordinator.put('', 'v', OPTIONS),
      coordinator.put('a\udc00', 'v', OPTIONS),
      coordinator.put('k', 'v', { ...OPTIONS, ttlMs: 0 }),
      coordinator.put('k', 'v', { ...OPTIONS, ttlMs: 0.5 }),
      coordinator.put('k', 'v', { ...OPTIONS, ttlMs: NaN }),
      coordinator.put('k', 'v', { ...OPTIONS, ttlMs: LIMITS.ttlMs + 1 }),
      coordinator.get('x'.repeat(LIMITS.keyBytes + 1), OPTIONS),
      coordinator.delete('', OPTIONS),
      coordinator.scan(1000, { ...OPTIONS, after: undefined, limitBytes: 100 }),
    ]) {
      expect(await rejection(promise)).to.include({ code: 'INVALID_ARGUMENT' });
    }
    expect(world.asked).to.deep.equal([]);
    expect(coordinator.inFlight).to.equal(0);
  });

  it('refuses more requests than it can hold, before anything is done', async () => {
    const { world, coordinator } = setUp();
    for (const peer of ['a', 'b', 'c']) world.holder(peer).fault = silent;
    for (let i = 0; i < LIMITS.coordinatorRequests; i++) void coordinator.delete('k', OPTIONS);
    const { length } = world.asked;
    const refused = await rejection(coordinator.put('k', 'v', OPTIONS));
    expect(refused).to.deep.include({ code: 'OVERLOADED', facts: { retryAfterMs: 50 } });
    expect(world.asked).to.have.length(length);
    expect(coordinator.inFlight).to.equal(LIMITS.coordinatorRequests);
    world.process.kill();
  });

  it('has room again when requests have ended, well or not', async () => {
    const { world, coordinator } = setUp();
    const well = coordinator.put('k', 'v', OPTIONS);
    expect(coordinator.inFlight).to.equal(1);
    await world.settle(well);
    for (const peer of ['a', 'b']) world.holder(peer).fault = failsWith('UNAVAILABLE');
    await world.settle(rejection(coordinator.get('k', OPTIONS)));
    expect(coordinator.inFlight).to.equal(0);
  });

  it('tells how each request ended, and how long it took', async () => {
    const { world, coordinator } = setUp();
    await world.settle(coordinator.put('k', 'v', { ...OPTIONS, consistency: 'all' }));
    await rejection(coordinator.get('', OPTIONS));
    expect(world.told[0]).to.match(/^requestDone put all undefined 0\.\d+$/);
    expect(world.told[1]).to.equal('requestDone get undefined INVALID_ARGUMENT 0');
    expect(world.told.length).to.equal(2);
  });
});

describe('coordinator, of what expires,', () => {
  const MINUTE: PutRequestOptions = { ...OPTIONS, ttlMs: 60_000 };
  const PEERS = ['a', 'b', 'c'] as const;

  const expiries = (world: ReplicationWorld) => PEERS.map((peer) => world.held(peer, 'k')?.expiresAtMs);

  /** What each owner by itself would answer a reader. */
  async function answersOfEach(world: ReplicationWorld, coordinator: Coordinator) {
    const answers: (string | undefined)[] = [];
    for (const peer of PEERS) {
      for (const other of PEERS)
        world.holder(other).fault = other === peer ? () => undefined : failsWith('UNAVAILABLE');
      const { value } = await world.settle(coordinator.get('k', { ...OPTIONS, consistency: 'one' }));
      answers.push(decode(value));
    }
    for (const peer of PEERS) world.holder(peer).fault = () => undefined;
    return answers;
  }

  it('gives all owners one expiry, counted from when it took the put, however late each stores it', async () => {
    const { world, coordinator } = setUp();
    await world.pass(1234);
    world.holder('b').fault = () => ({ delayMs: 700 });
    world.holder('c').fault = () => ({ delayMs: 1500 });
    await world.settle(coordinator.put('k', 'v', { ...MINUTE, consistency: 'all' }));
    expect(expiries(world)).to.deep.equal(PEERS.map(() => EPOCH_MS + 1234 + 60_000));
  });

  it('shows a value to its last millisecond and never after, whichever owner is asked', async () => {
    const world = new ReplicationWorld();
    let nowMs = EPOCH_MS;
    const coordinator = new Coordinator({ ...world.coordination, clusterTimeMs: () => nowMs }, 100);
    const version = await world.settle(coordinator.put('k', 'v', { ...MINUTE, consistency: 'all' }));
    const { expiresAtMs } = await world.settle(coordinator.get('k', OPTIONS));
    expect(expiresAtMs).to.equal(EPOCH_MS + 60_000);
    nowMs = expiresAtMs - 1;
    expect(await answersOfEach(world, coordinator)).to.deep.equal(['v', 'v', 'v']);
    nowMs = expiresAtMs;
    expect(await answersOfEach(world, coordinator)).to.deep.equal([undefined, undefined, undefined]);
    const read = await world.settle(coordinator.get('k', OPTIONS));
    expect(read).to.deep.equal({ value: undefined, version, expiresAtMs: 0 });
  });

  it('buys no time by stamping a put again', async () => {
    const { world, coordinator } = setUp();
    await world.seed(record('k', 400), 'b');
    world.holder('b').fault = () => ({ delayMs: 300 });
    const takenMs = world.coordination.clusterTimeMs();
    await world.settle(coordinator.put('k', 'new', { ...MINUTE, consistency: 'all' }));
    expect(world.told).to.include('restamped');
    expect(expiries(world)).to.deep.equal(PEERS.map(() => takenMs + 60_000));
  });

  it('buys no time by trying again, so that one version is one record', async () => {
    const { world, coordinator } = setUp();
    let refusals = 3;
    world.holder('b').fault = () => (refusals-- > 0 ? failsWith('NOT_READY')() : undefined);
    await world.settle(coordinator.put('k', 'v', { ...MINUTE, consistency: 'all' }));
    expect(world.coordination.clusterTimeMs()).to.be.greaterThan(EPOCH_MS);
    expect(expiries(world)).to.deep.equal(PEERS.map(() => EPOCH_MS + 60_000));
  });

  it('brings no older value back when a newer one expires, and mends owners that still hold it', async () => {
    const { world, coordinator } = setUp();
    const expired = { ...record('k', 2), expiresAtMs: EPOCH_MS + 500 };
    await world.seed(record('k', 1, 'older, for ever'), 'a', 'b');
    await world.seed(expired, 'c');
    await world.pass(500);
    const read = await world.settle(coordinator.get('k', { ...OPTIONS, consistency: 'all' }));
    expect(read).to.deep.equal({ value: undefined, version: expired.version, expiresAtMs: 0 });
    await world.pass(100);
    for (const peer of PEERS) expect(world.held(peer, 'k'), peer).to.deep.equal(expired);
  });

  it('carries the expiry as it is to owners that missed the put', async () => {
    const { world, coordinator } = setUp();
    world.holder('c').fault = silent;
    await world.settle(coordinator.put('k', 'v', MINUTE));
    world.holder('c').fault = () => undefined;
    await world.pass(30_000);
    await world.settle(coordinator.get('k', { ...OPTIONS, consistency: 'all' }));
    await world.pass(100);
    expect(expiries(world)).to.deep.equal(PEERS.map(() => EPOCH_MS + 60_000));
  });

  it('lets a later put without an expiry, or with another, take its place', async () => {
    const { world, coordinator } = setUp();
    await world.settle(coordinator.put('k', 'v', { ...MINUTE, consistency: 'all' }));
    await world.settle(coordinator.put('k', 'for ever', { ...OPTIONS, consistency: 'all' }));
    await world.pass(60_000);
    const forEver = await world.settle(coordinator.get('k', OPTIONS));
    expect([decode(forEver.value), forEver.expiresAtMs]).to.deep.equal(['for ever', 0]);
    await world.settle(coordinator.put('k', 'again', { ...OPTIONS, ttlMs: 1 }));
    await world.pass(2);
    expect((await world.settle(coordinator.get('k', OPTIONS))).value).to.equal(undefined);
  });

  it('stamps a put above an expired value that is later by the clock', async () => {
    const { world, coordinator } = setUp();
    const expired = { ...record('k', 400), expiresAtMs: EPOCH_MS + 1 };
    await world.seed(expired, ...PEERS);
    await world.pass(10);
    const version = await world.settle(coordinator.put('k', 'new', OPTIONS));
    expect(compareVersions(version, expired.version)).to.be.greaterThan(0);
    expect(decode((await world.settle(coordinator.get('k', OPTIONS))).value)).to.equal('new');
  });

  it('pages through a partition without what has expired', async () => {
    const { world, coordinator } = setUp();
    await world.settle(coordinator.put('k', 'v', { ...MINUTE, consistency: 'all' }));
    const page = { ...OPTIONS, after: undefined, limitBytes: 1000 };
    const partition = world.custody.partitionOf(keyOf('k'));
    const { records } = await world.settle(coordinator.scan(partition, page));
    expect(records.map(({ expiresAtMs }) => expiresAtMs)).to.deep.equal([EPOCH_MS + 60_000]);
    await world.pass(60_000);
    expect((await world.settle(coordinator.scan(partition, page))).records).to.deep.equal([]);
  });

  it('tells of a request that took long, and of whom it waited for', async () => {
    const { world, coordinator } = setUp();
    const key = world.keyIn(3).text;
    world.slowRequestMs = 100;
    await world.settle(coordinator.put(key, 'fast', OPTIONS));
    world.holder('b').fault = () => ({ delayMs: 300 });
    world.holder('c').fault = () => ({ delayMs: 10 });
    await world.settle(coordinator.put(key, 'slow', { ...OPTIONS, consistency: 'all' }));
    expect(world.told.filter((event) => event.startsWith('requestSlow'))).to.deep.equal([
      'requestSlow put 3 b',
    ]);
  });
});
