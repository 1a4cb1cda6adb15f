import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { EmbeddedStore } from '../../src/node/embedded-store.ts';
import { decodeVersion } from '../../src/version/version.ts';
import { MemoryRequests } from '../server/memory-requests.ts';
import { rejection } from '../storage/rejection.ts';

function setUp() {
  const requests = new MemoryRequests();
  return { requests, store: new EmbeddedStore(requests) };
}

describe('store inside the process', () => {
  it('gives back what was put until it is deleted, with versions that sort as text', async () => {
    const { store } = setUp();
    const put = await store.put('k', '\ufeffv\u00fc');
    expect(put.version).to.match(/^[0-9a-f]{28}$/);
    expect(await store.get('k')).to.deep.equal({ value: '\ufeffv\u00fc', version: put.version });
    const deleted = await store.delete('k');
    expect(deleted.version > put.version).to.equal(true);
    expect((await store.get('k')).value).to.equal(undefined);
  });

  it('tells an empty value from none', async () => {
    const { store } = setUp();
    await store.put('k', '');
    expect((await store.get('k')).value).to.equal('');
    expect(await store.get('never written')).to.deep.equal({ value: undefined, version: undefined });
  });

  it('asks for durability and five seconds unless it is told otherwise', async () => {
    const { store, requests } = setUp();
    const { version } = await store.put('k', 'v');
    await store.put('k', 'w', { durability: 'memory', timeoutMs: 7, consistency: 'all', session: version });
    expect(requests.seen.map(({ options }) => options)).to.deep.equal([
      { durability: 'fsync', timeoutMs: 5000, consistency: undefined, session: undefined },
      {
        durability: 'memory',
        timeoutMs: 7,
        consistency: 'all',
        session: decodeVersion(new Uint8Array(Buffer.from(version, 'hex'))),
      },
    ]);
  });

  it('puts what expires, alone and in batches, and reads when it will', async () => {
    const { store, requests } = setUp();
    const { nowMs } = requests;
    await store.put('alone', 'v', { ttlMs: 5 });
    const items = [
      { key: 'own', value: 'v', ttlMs: 7 },
      { key: 'of the batch', value: 'v' },
    ];
    await store.putMany(items, { ttlMs: 9 });
    await store.put('for ever', 'v');
    const expiries: unknown[] = [];
    for (const key of ['alone', 'own', 'of the batch', 'for ever']) {
      expiries.push((await store.get(key)).expiresAtMs);
    }
    expect(expiries).to.deep.equal([nowMs + 5, nowMs + 7, nowMs + 9, undefined]);
    expect(await store.get('for ever')).not.to.have.property('expiresAtMs');
    requests.nowMs += 5;
    const { value, version } = await store.get('alone');
    expect([value, version?.length]).to.deep.equal([undefined, 28]);
  });

  it('refuses an impossible time to live, of one item for that item alone', async () => {
    const { store, requests } = setUp();
    expect(await rejection(store.put('k', 'v', { ttlMs: 0 }))).to.include({ code: 'INVALID_ARGUMENT' });
    expect(await rejection(store.putMany([{ key: 'k', value: 'v' }], { ttlMs: NaN }))).to.include({
      code: 'INVALID_ARGUMENT',
    });
    expect(requests.records.size).to.equal(0);
    const [bad, good] = await store.putMany([
      { key: 'bad', value: 'v', ttlMs: -1 },
      { key: 'good', value: 'v' },
    ]);
    expect(bad).to.include({ code: 'INVALID_ARGUMENT' });
    expect(good).to.have.property('version');
  });

  it('refuses deadlines and sessions that are none, by rejecting', async () => {
    const { store, requests } = setUp();
    for (const timeoutMs of [0, -1, NaN, LIMITS.deadlineMs + 1]) {
      expect(await rejection(store.get('k', { timeoutMs }))).to.include({ code: 'INVALID_ARGUMENT' });
    }
    expect(await rejection(store.put('k', 'v', { session: 'last week' }))).to.include({
      code: 'INVALID_ARGUMENT',
    });
    expect(requests.seen).to.deep.equal([]);
  });

  it('gives each item of a batch a result of its own, in order', async () => {
    const { store, requests } = setUp();
    requests.before = (_op, key) => {
      if (key === 'b') throw new StarlingError('TIMEOUT', 'slow');
    };
    const written = await store.putMany(['a', 'b', 'c'].map((key) => ({ key, value: `${key}!` })));
    expect(written[1]).to.include({ code: 'TIMEOUT' });
    const read = await store.getMany(['c', 'b', 'a']);
    expect(read[0]).to.include({ value: 'c!' });
    expect(read[1]).to.include({ code: 'TIMEOUT' });
    expect(read[2]).to.include({ value: 'a!' });
    const [gone] = await store.deleteMany(['a']);
    expect(gone).to.have.property('version');
    expect((await store.get('a')).value).to.equal(undefined);
  });

  it('refuses a batch that is too long, before any of it is tried', async () => {
    const { store, requests } = setUp();
    const keys = Array.from({ length: LIMITS.batchItems + 1 }, (_, n) => `k${n}`);
    expect(await rejection(store.getMany(keys))).to.include({ code: 'INVALID_ARGUMENT' });
    expect(await rejection(store.putMany(keys.map((key) => ({ key, value: '' }))))).to.include({
      code: 'INVALID_ARGUMENT',
    });
    expect(requests.seen).to.deep.equal([]);
    expect(await store.deleteMany(keys.slice(1))).to.have.length(LIMITS.batchItems);
  });
});
