import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { connectIn } from '../../src/client/connect.ts';
import { type StarlingClient, connect } from '../../src/client/index.ts';
import { realWorld } from '../../src/client/real-world.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { keyOf, partitionOfToken } from '../../src/version/key.ts';
import { PARTITION_BITS, type StubPeer, startPeer, topologyOf } from '../server/peer.ts';
import { MemoryRequests } from '../server/memory-requests.ts';

/** What a promise rejects with. */
async function failureOf(promise: Promise<unknown>): Promise<StarlingError> {
  const outcome: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome, 'the outcome').to.be.instanceOf(StarlingError);
  return outcome as StarlingError;
}

describe('the client, of one peer,', () => {
  let peer: StubPeer;
  let client: StarlingClient;

  beforeEach(async () => {
    peer = await startPeer();
    client = await connect({ addresses: [peer.address] });
  });

  afterEach(async () => {
    await client.close();
    await peer.stop();
  });

  it('puts, gets and deletes, with versions that sort in the order of the writes', async () => {
    const first = await client.put('a', 'one');
    const second = await client.put('a', 'two');
    expect(first.version).to.match(/^[0-9a-f]{28}$/);
    expect(second.version > first.version).to.equal(true);
    expect(await client.get('a')).to.deep.equal({ value: 'two', version: second.version });
    const { version } = await client.delete('a');
    expect(await client.get('a')).to.deep.equal({ value: undefined, version });
    expect(await client.get('never')).to.deep.equal({ value: undefined, version: undefined });
  });

  it('puts what expires, alone and in batches, and reads when it will', async () => {
    const { nowMs } = peer.requests;
    await client.put('alone', 'v', { ttlMs: 5 });
    const items = [
      { key: 'own', value: 'v', ttlMs: 7 },
      { key: 'of the batch', value: 'v' },
    ];
    await client.putMany(items, { ttlMs: 9 });
    await client.putMany([{ key: 'for ever', value: 'v' }]);
    const keys = ['alone', 'own', 'of the batch', 'for ever'];
    const expiries = [nowMs + 5, nowMs + 7, nowMs + 9, undefined];
    const expiryOf = (found: object): unknown => ('expiresAtMs' in found ? found.expiresAtMs : undefined);
    expect((await client.getMany(keys)).map(expiryOf)).to.deep.equal(expiries);
    expect(await client.get('alone')).to.include({ value: 'v', expiresAtMs: nowMs + 5 });
    expect(await client.get('for ever')).not.to.have.property('expiresAtMs');
    const seen = new Map<string, unknown>();
    for await (const entry of client.entries()) seen.set(entry.key, expiryOf(entry));
    expect(keys.map((key) => seen.get(key))).to.deep.equal(expiries);

    peer.requests.nowMs += 7;
    const found = await client.getMany(keys);
    expect(found.map((result) => ('value' in result ? result.value : result))).to.deep.equal([
      undefined,
      undefined,
      'v',
      'v',
    ]);
    expect(await client.get('own'))
      .to.have.property('version')
      .that.matches(/^[0-9a-f]{28}$/);
  });

  it('keeps a value for ever that is put again without an expiry', async () => {
    await client.put('a', 'v', { ttlMs: 5 });
    await client.put('a', 'w');
    peer.requests.nowMs += 5;
    expect((await client.get('a')).value).to.equal('w');
  });

  it('refuses an impossible time to live by itself, of one item for that item alone', async () => {
    const [good, bad] = await client.putMany([
      { key: 'good', value: 'v', ttlMs: 1 },
      { key: 'bad', value: 'v', ttlMs: 0.5 },
    ]);
    expect(good).to.have.property('version');
    expect(bad).to.have.property('code', 'INVALID_ARGUMENT');
    expect(peer.requests.seen.map(({ key }) => key)).to.deep.equal(['good']);
  });

  it('keeps keys that are special to JavaScript, emoji, empty and large values', async () => {
    const values = new Map([
      ['__proto__', 'polluted'],
      ['constructor', ''],
      ['🪶', 'ü'.repeat(500_000)],
      ['k'.repeat(1024), 'long'],
    ]);
    const items = [...values].map(([key, value]) => ({ key, value }));
    for (const result of await client.putMany(items)) expect(result).to.have.property('version');
    for (const [key, value] of values) expect((await client.get(key)).value).to.equal(value);
    const found = await client.getMany([...values.keys()]);
    expect(found.map((result) => ('value' in result ? result.value : result))).to.deep.equal([
      ...values.values(),
    ]);
  });

  it('answers a batch in its order, each item by itself', async () => {
    peer.requests.before = (_op, key) => {
      if (key === 'poisoned') throw new StarlingError('STORE_POISONED', 'a flush failed');
    };
    const results = await client.putMany(
      ['a', '', 'poisoned', '\ud800', 'b'].map((key) => ({ key, value: `of ${key}` })),
    );
    const codes = results.map((result) => (result instanceof StarlingError ? result.code : 'ok'));
    expect(codes).to.deep.equal(['ok', 'INVALID_ARGUMENT', 'STORE_POISONED', 'INVALID_ARGUMENT', 'ok']);
    expect(peer.requests.seen.map(({ key }) => key)).to.deep.equal(['a', 'poisoned', 'b']);
    const deleted = await client.deleteMany(['b', '']);
    expect(deleted[0]).to.have.property('version');
    expect(deleted[1]).to.have.property('code', 'INVALID_ARGUMENT');
    expect(await client.getMany([])).to.deep.equal([]);
  });

  it('asks again for the values that did not fit the answer to a large batch', async () => {
    const keys = Array.from({ length: 40 }, (_, i) => `large ${i}`);
    const value = 'v'.repeat(200_000);
    for (const result of await client.putMany(keys.map((key) => ({ key, value })))) {
      expect(result).to.have.property('version');
    }
    for (const result of await client.getMany(keys)) expect(result).to.have.property('value', value);
  });

  it('refuses what can never be stored without asking', async () => {
    const tooMany = Array.from({ length: LIMITS.batchItems + 1 }, (_, i) => `k${i}`);
    const refused = [
      client.put('', 'x'),
      client.put('a', '\udc00'),
      client.put('a', 'v'.repeat(LIMITS.valueBytesCeiling + 1)),
      client.put('a', undefined as unknown as string),
      client.put('a', 'x', { session: 'yesterday' }),
      client.put('a', 'x', { ttlMs: 0 }),
      client.put('a', 'x', { ttlMs: LIMITS.ttlMs + 1 }),
      client.putMany([{ key: 'a', value: 'x' }], { ttlMs: -1 }),
      client.get('k'.repeat(1025)),
      client.get('a', { timeoutMs: 0 }),
      client.getMany(tooMany),
      connect({ addresses: [] }),
      connect({ addresses: ['localhost'] }),
      connect({ addresses: ['a:1'], connectionsPerPeer: 0 }),
    ];
    for (const promise of refused) expect((await failureOf(promise)).code).to.equal('INVALID_ARGUMENT');
    expect(peer.requests.seen).to.deep.equal([]);
  });

  it('passes an error of the peer on and does not repeat what can never succeed', async () => {
    const small = await startPeer({}, new MemoryRequests({ valueBytes: 10 }));
    const other = await connect({ addresses: [small.address] });
    expect((await failureOf(other.put('a', 'v'.repeat(11)))).code).to.equal('INVALID_ARGUMENT');
    expect(small.requests.seen).to.have.length(1);
    await other.close();
    await small.stop();
  });

  it('goes through every live entry once, over many pages', async () => {
    const keys = Array.from({ length: 900 }, (_, i) => `entry ${i}`);
    await client.putMany(keys.map((key) => ({ key, value: 'v'.repeat(8000) })));
    await client.deleteMany(keys.slice(0, 100));
    const seen: string[] = [];
    for await (const { key, value, version } of client.entries()) {
      expect(value).to.have.length(8000);
      expect(version).to.have.length(28);
      seen.push(key);
    }
    expect(seen.sort()).to.deep.equal(keys.slice(100).sort());
    const scans = peer.requests.seen.filter(({ op }) => op === 'scan');
    expect(scans.length, 'pages').to.be.greaterThan(16);
  });

  it('tells topology, status and location', async () => {
    expect((await client.topology()).members.map(({ clientAddress }) => clientAddress)).to.deep.equal([
      peer.address,
    ]);
    expect((await client.status()).counters).to.deep.equal(new Map([['puts', 3]]));
    expect((await client.status(peer.address)).peer).to.equal(`peer-at-${peer.address}`);
    expect((await client.locate('hello')).token).to.equal('26c7827d889f6da3');
  });

  it('keeps thousands of requests in flight, on several connections where it is told to', async () => {
    const wide = await connect({ addresses: [peer.address], connectionsPerPeer: 3 });
    const count = 3 * LIMITS.clientRequestsInFlight;
    const keys = Array.from({ length: count }, (_, i) => `key ${i}`);
    await Promise.all(keys.map((key) => client.put(key, key)));
    const found = await Promise.all(keys.map((key) => wide.get(key)));
    expect(found.every(({ value }, i) => value === keys[i])).to.equal(true);
    expect(peer.port.connections).to.equal(1 + 3);
    expect(peer.events.overloads).to.equal(0);
    await wide.close();
  });

  it('remembers the newest version it has seen and sends it with its writes', async () => {
    const future = '0fffffffffff0000000000000001';
    const { version } = await client.put('a', '1', { session: future });
    expect(version > future).to.equal(true);
    expect(client.session).to.equal(version);
    const later = await client.put('b', '2');
    await client.get('a');
    expect(client.session).to.equal(later.version);
    await client.putMany([{ key: 'c', value: '3' }]);
    expect(peer.requests.seen.at(-1)?.options).to.have.deep.nested.property(
      'session.wallMs',
      0x0fffffffffff + 2,
    );

    const forgetful = await connect({ addresses: [peer.address], readYourWrites: false });
    await forgetful.put('c', '3');
    await forgetful.put('c', '4');
    expect(peer.requests.seen.at(-1)?.options).to.have.property('session', undefined);
    await forgetful.close();
  });

  it('ends what is under way with STOPPED when it is closed, and starts nothing more', async () => {
    peer.requests.before = () => new Promise(() => {});
    const pending = failureOf(client.get('a'));
    while (peer.requests.seen.length === 0) await new Promise(setImmediate);
    await client.close();
    expect((await pending).code).to.equal('STOPPED');
    expect((await failureOf(client.get('a'))).code).to.equal('STOPPED');
    await client.close();
  });
});

describe('the client, when things fail,', () => {
  let peers: StubPeer[];
  let client: StarlingClient | undefined;
  let addresses: string[];

  beforeEach(async () => {
    peers = await Promise.all([startPeer(), startPeer(), startPeer()]);
    addresses = peers.map(({ address }) => address);
    for (const peer of peers) peer.topology = topologyOf(addresses, 'ring-1', 2);
  });

  afterEach(async () => {
    await client?.close();
    client = undefined;
    await Promise.all(peers.map((peer) => peer.stop()));
  });

  /** The index of the peer that the ring names first for a key. */
  const ownerOf = (key: string): number => partitionOfToken(keyOf(key).tokenHigh, PARTITION_BITS) % 3;

  const keyOwnedBy = (owner: number): string => {
    for (let i = 0; ; i++) if (ownerOf(`k${i}`) === owner) return `k${i}`;
  };

  it('asks the first owner of each key while nothing is under way, and for batches', async () => {
    client = await connect({ addresses: addresses.slice(0, 1) });
    const keys = Array.from({ length: 60 }, (_, i) => `key ${i}`);
    for (const key of keys) await client.put(key, key);
    const results = await client.getMany(keys);
    expect(results.map((result) => ('value' in result ? result.value : result))).to.deep.equal(keys);
    for (const [index, peer] of peers.entries()) {
      const own = keys.filter((key) => ownerOf(key) === index);
      expect(own).to.not.have.length(0);
      expect(peer.requests.seen.map(({ key }) => key)).to.have.members([...own, ...own]);
    }
  });

  it('asks the next owner while the first is down, and anybody when both are', async () => {
    client = await connect({ addresses });
    const key = keyOwnedBy(0);
    await peers[0]!.stop();
    await client.put(key, 'to the second owner');
    expect(peers[1]!.requests.records.has(key)).to.equal(true);
    await peers[1]!.stop();
    await client.put(key, 'to no owner');
    expect(peers[2]!.requests.records.has(key)).to.equal(true);
  });

  it('loses no request to a peer that is stopped in good order', async () => {
    client = await connect({ addresses });
    const key = keyOwnedBy(0);
    let release = (): void => {};
    peers[0]!.requests.before = () => new Promise((resolve) => (release = resolve));
    const underWay = client.put(key, 'taken before the stop');
    while (peers[0]!.requests.seen.length === 0) await new Promise(setImmediate);
    const stopped = peers[0]!.stop();
    await client.put(key, 'refused by the first owner');
    expect(peers[1]!.requests.records.has(key)).to.equal(true);
    release();
    await underWay;
    await stopped;
    expect(peers[0]!.requests.records.has(key)).to.equal(true);
  });

  it('asks somebody else when the store of a peer is closed under it', async () => {
    client = await connect({ addresses });
    peers[0]!.requests.before = () => {
      throw new StarlingError('STOPPED', 'the store is closed');
    };
    await client.put(keyOwnedBy(0), 'x');
    expect(peers[1]!.requests.records.size).to.equal(1);
  });

  it('does not even try an owner that the ring says is dead', async () => {
    const topology = topologyOf(addresses, 'ring-1', 2);
    const members = topology.members.map((member, i) => (i === 0 ? { ...member, liveness: 'dead' } : member));
    for (const peer of peers) peer.topology = { ...topology, members };
    client = await connect({ addresses: addresses.slice(1) });
    await client.put(keyOwnedBy(0), 'x');
    expect(peers[0]!.events.opened).to.equal(0);
    expect(peers[1]!.requests.seen).to.have.length(1);
  });

  it('finds a peer again that was restarted on the same port', async () => {
    client = await connect({ addresses: addresses.slice(0, 1), retries: 30 });
    const key = keyOwnedBy(0);
    await client.put(key, 'before');
    await Promise.all(peers.map((peer) => peer.stop()));
    const pending = client.put(key, 'meanwhile');
    const port = Number(addresses[0]!.split(':')[1]);
    peers.push(await startPeer({ port }));
    await pending;
    expect((await client.get(key)).value).to.equal('meanwhile');
  });

  it('learns a new ring when a connection breaks', async () => {
    client = await connect({ addresses: addresses.slice(0, 1), refreshMs: 86_400_000 });
    const newcomer = await startPeer();
    peers.push(newcomer);
    for (const peer of peers) peer.topology = topologyOf([newcomer.address], 'ring-2', 1);
    await client.put(keyOwnedBy(1), 'opens a connection');
    await peers[1]!.stop();
    while (newcomer.requests.seen.length === 0) await client.put('any', 'x');
  });

  it('learns a new ring when a peer says that the owners have changed', async () => {
    client = await connect({ addresses: addresses.slice(0, 1), refreshMs: 86_400_000 });
    for (const peer of peers) {
      peer.topology = topologyOf(addresses.slice(2), 'ring-2', 1);
      if (peer === peers[2]) continue;
      peer.requests.before = () => {
        throw new StarlingError('WRONG_OWNERS', 'not mine');
      };
    }
    const refused = (): number => peers[0]!.requests.seen.length + peers[1]!.requests.seen.length;
    for (let before = -1; refused() > before;) {
      before = refused();
      await client.put(keyOwnedBy(0), 'x', { timeoutMs: 20_000 });
    }
  });

  it('sends again what failed for a passing reason, with the wait that the peer asked for', async () => {
    let failures = 3;
    const waits: number[] = [];
    const world = {
      ...realWorld,
      sleep: (delayMs: number) => {
        waits.push(delayMs);
        return Promise.resolve();
      },
    };
    for (const peer of peers) {
      peer.requests.before = () => {
        if (failures-- > 0) throw new StarlingError('OVERLOADED', 'busy', { retryAfterMs: 31 });
      };
    }
    client = await connectIn(world, { addresses });
    await client.put('a', 'x');
    expect(waits).to.have.length(3);
    for (const wait of waits) expect(wait).to.be.greaterThan(31 + 9);
    failures = 2;
    expect((await client.putMany([{ key: 'a', value: 'y' }]))[0]).to.have.property('version');
  });

  it('gives up after the retries it was allowed, with the error itself', async () => {
    for (const peer of peers) {
      peer.requests.before = () => {
        throw new StarlingError('OVERLOADED', 'busy', { retryAfterMs: 1 });
      };
    }
    client = await connect({ addresses, retries: 2 });
    expect((await failureOf(client.put('a', 'x'))).code).to.equal('OVERLOADED');
    expect(peers.flatMap(({ requests }) => requests.seen)).to.have.length(3);
  });

  it('does not call a write refused that an earlier attempt may have applied', async () => {
    let attempt = 0;
    for (const peer of peers) {
      peer.requests.before = () => {
        attempt++;
        throw attempt === 1
          ? new StarlingError('QUORUM_FAILED', '1 of 2 answered')
          : new StarlingError('DISK_FULL', 'the disk is full');
      };
    }
    client = await connect({ addresses });
    const error = await failureOf(client.put('a', 'x'));
    expect(error.code).to.equal('QUORUM_FAILED');
    expect(error.message).to.include('the disk is full');
  });

  it('leaves a peer that hangs in time to ask another within the deadline', async () => {
    client = await connect({ addresses });
    const key = keyOwnedBy(0);
    peers[0]!.requests.before = () => new Promise(() => {});
    await client.put(key, 'x', { timeoutMs: 3000 });
    expect(peers[1]!.requests.records.has(key)).to.equal(true);
  });

  it('fails with TIMEOUT at the deadline when nobody answers', async () => {
    client = await connect({ addresses });
    for (const peer of peers) peer.requests.before = () => new Promise(() => {});
    const startMs = performance.now();
    expect((await failureOf(client.get('a', { timeoutMs: 200 }))).code).to.equal('TIMEOUT');
    expect(performance.now() - startMs).to.be.within(150, 2000);
    const [result] = await client.getMany(['a'], { timeoutMs: 200 });
    expect(result).to.have.property('code', 'TIMEOUT');
  });

  it('gives up a connection on which nothing comes back for two seconds, and none that is slow for a moment', async () => {
    client = await connect({ addresses: addresses.slice(0, 1), retries: 0 });
    const key = keyOwnedBy(0);
    const opened = peers[0]!.events.opened;
    for (const peer of peers) peer.requests.before = () => new Promise(() => {});
    const startMs = performance.now();
    while (peers[0]!.events.closed === 0) {
      const timeouts = Array.from({ length: 3 }, () => failureOf(client!.get(key, { timeoutMs: 60 })));
      for (const timeout of timeouts) expect((await timeout).code).to.be.oneOf(['TIMEOUT', 'UNAVAILABLE']);
    }
    expect(performance.now() - startMs).to.be.above(1900);
    for (const peer of peers) peer.requests.before = () => {};
    while (peers[0]!.events.opened === opened)
      await client.status(addresses[0]).catch(() => new Promise(setImmediate));
    expect((await client.status(addresses[0])).cluster).to.equal('test');
  });

  it('says whom it tried when nobody answers at all', async () => {
    await Promise.all(peers.map((peer) => peer.stop()));
    const error = await failureOf(connect({ addresses: addresses.slice(0, 1), retries: 1 }));
    expect(error.code).to.equal('UNAVAILABLE');
    expect(error.message).to.include(addresses[0]);
  });
});
