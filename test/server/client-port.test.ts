import { expect } from 'chai';
import { ERROR_CODES, StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import type { ValueRequestOptions, WriteRequestOptions } from '../../src/replication/requests.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { type StubPeer, startPeer } from './peer.ts';
import { RawClient } from './raw-client.ts';

const { Consistency, Durability } = starling.v1;

describe('the client port', () => {
  let peer: StubPeer;
  let client: RawClient;

  beforeEach(async () => {
    peer = await startPeer();
    client = await RawClient.to(peer.address);
  });

  afterEach(async () => {
    client.close();
    await peer.stop();
  });

  it('puts, gets and deletes, and every answer carries the version', async () => {
    const put = await client.ask({ id: 1, put: { key: 'a', value: 'one' } });
    expect(put.id).to.equal(1);
    expect(put.write?.version).to.have.length(14);

    const get = await client.ask({ id: 2, get: { key: 'a' } });
    expect(get.read?.value).to.equal('one');
    expect(get.read?.version).to.deep.equal(put.write?.version);

    const deleted = await client.ask({ id: 3, delete: { key: 'a' } });
    const gone = await client.ask({ id: 4, get: { key: 'a' } });
    expect(gone.read?.value ?? undefined).to.equal(undefined);
    expect(gone.read?.version).to.deep.equal(deleted.write?.version);
  });

  it('tells an empty value from none, and a key that was never written from a deleted one', async () => {
    await client.ask({ id: 1, put: { key: 'empty', value: '' } });
    expect((await client.ask({ id: 2, get: { key: 'empty' } })).read?.value).to.equal('');
    const never = await client.ask({ id: 3, get: { key: 'never' } });
    expect(never.read?.value ?? undefined).to.equal(undefined);
    expect(never.read?.version ?? []).to.have.length(0);
  });

  it('puts what expires, alone and in batches, and tells when it will', async () => {
    const { nowMs } = peer.requests;
    await client.ask({ id: 1, put: { key: 'a', value: 'v', ttlMs: 5 } });
    const items = [
      { key: 'b', value: 'v', ttlMs: 7 },
      { key: 'c', value: 'v' },
    ];
    await client.ask({ id: 2, putMany: { items } });
    const { readMany } = await client.ask({ id: 3, getMany: { keys: ['a', 'b', 'c'] } });
    expect(readMany?.items?.map(({ read }) => read?.expiresAtMs)).to.deep.equal([nowMs + 5, nowMs + 7, 0]);
    peer.requests.nowMs += 5;
    const expired = await client.ask({ id: 4, get: { key: 'a' } });
    expect(expired.read?.value ?? undefined).to.equal(undefined);
    expect([expired.read?.version?.length, expired.read?.expiresAtMs]).to.deep.equal([14, 0]);
  });

  it('refuses a time to live that is none, of one item for that item alone', async () => {
    const refused = await client.ask({ id: 1, put: { key: 'a', value: 'v', ttlMs: NaN } });
    expect(refused.error?.message).to.include('ttlMs is NaN');
    const items = [
      { key: 'b', value: 'v', ttlMs: -1 },
      { key: 'c', value: 'v', ttlMs: 1 },
    ];
    const { writeMany } = await client.ask({ id: 2, putMany: { items } });
    expect(writeMany?.items?.map(({ result }) => result)).to.deep.equal(['error', 'write']);
    expect([...peer.requests.records.keys()]).to.deep.equal(['c']);
  });

  for (const key of [
    '__proto__',
    'constructor',
    'toString',
    '🐦‍⬛ starling',
    '\u0000',
    'k'.repeat(1024),
    'é'.repeat(512),
  ]) {
    it(`stores under the key ${JSON.stringify(key.slice(0, 20))} of ${Buffer.byteLength(key)} bytes`, async () => {
      await client.ask({ id: 1, put: { key, value: key } });
      expect((await client.ask({ id: 2, get: { key } })).read?.value).to.equal(key);
      const many = await client.ask({ id: 3, getMany: { keys: [key, 'other'] } });
      expect(many.readMany?.items?.map((item) => item.read?.value ?? undefined)).to.deep.equal([
        key,
        undefined,
      ]);
    });
  }

  it('answers a batch with one result per item, in their order, whatever became of the others', async () => {
    peer.requests.before = (_op, key) => {
      if (key === 'full') throw new StarlingError('DISK_FULL', 'the disk is full');
    };
    const items = ['a', '', 'full', 'k'.repeat(1025), 'b'].map((key) => ({ key, value: `value of ${key}` }));
    const put = await client.ask({ id: 1, putMany: { items } });
    expect(put.writeMany?.items?.map(({ error }) => error?.code)).to.deep.equal([
      undefined,
      ERROR_CODES.INVALID_ARGUMENT,
      ERROR_CODES.DISK_FULL,
      ERROR_CODES.INVALID_ARGUMENT,
      undefined,
    ]);
    const read = await client.ask({ id: 2, getMany: { keys: ['b', 'nothing', '', 'a'] } });
    expect(read.readMany?.items?.map((item) => item.error?.code ?? item.read?.value ?? null)).to.deep.equal([
      'value of b',
      null,
      ERROR_CODES.INVALID_ARGUMENT,
      'value of a',
    ]);
    const deleted = await client.ask({ id: 3, deleteMany: { keys: ['a', ''] } });
    expect(deleted.writeMany?.items?.map(({ error }) => error?.code)).to.deep.equal([
      undefined,
      ERROR_CODES.INVALID_ARGUMENT,
    ]);
    expect((await client.ask({ id: 4, putMany: { items: [] } })).writeMany?.items ?? []).to.deep.equal([]);
  });

  it('leaves out the values that are too much for one answer, and says so for each', async () => {
    const keys = Array.from({ length: 30 }, (_, i) => `large ${i}`);
    const valueBytes = 200_000;
    for (const key of keys) await client.ask({ id: 1, put: { key, value: 'v'.repeat(valueBytes) } });
    const { readMany } = await client.ask({ id: 2, getMany: { keys } });
    const found = readMany?.items?.filter(({ read }) => read?.value?.length === valueBytes) ?? [];
    const refused =
      readMany?.items?.filter(({ error }) => Number(error?.code) === ERROR_CODES.OVERLOADED) ?? [];
    expect(found).to.have.length(Math.floor(LIMITS.batchAnswerBytes / valueBytes));
    expect(refused).to.have.length(keys.length - found.length);
  });

  it('answers each request when it is ready, not in the order they came', async () => {
    let release = (): void => {};
    peer.requests.before = (_op, key) =>
      key === 'slow' ? new Promise((resolve) => (release = resolve)) : undefined;
    client.send({ id: 1, get: { key: 'slow' } }, { id: 2, get: { key: 'quick' } });
    expect((await client.answer()).id).to.equal(2);
    release();
    expect((await client.answer()).id).to.equal(1);
  });

  it('hands consistency, durability, deadline, session, and whether others may stand in to the coordinator', async () => {
    const session = Uint8Array.from([0, 0, 0, 0, 1, 2, 0, 3, 0, 0, 0, 0, 0, 9]);
    const put = {
      key: 'a',
      value: '',
      consistency: Consistency.CONSISTENCY_ALL,
      durability: Durability.DURABILITY_MEMORY,
    };
    await client.ask({ id: 1, timeoutMs: 3777, session, sloppy: true, put });
    await client.ask({ id: 2, get: { key: 'a' } });
    await client.ask({ id: 3, timeoutMs: 4_000_000_000, delete: { key: 'a' } });
    const [first, second, third] = peer.requests.seen.map(({ options }) => options as WriteRequestOptions);
    expect(first).to.deep.equal({
      consistency: 'all',
      durability: 'memory',
      timeoutMs: 3777,
      session: { wallMs: 258, logical: 3, writer: 9 },
      trace: undefined,
      sloppy: true,
    });
    const { room, ...read } = second as ValueRequestOptions;
    expect(room?.hold(1), 'a reason for which there is no room').to.equal(undefined);
    expect(read).to.deep.equal({
      consistency: undefined,
      timeoutMs: LIMITS.defaultDeadlineMs,
      trace: undefined,
    });
    expect(third?.timeoutMs).to.equal(LIMITS.deadlineMs);
  });

  it('reports an error with its code, whether to try again and when', async () => {
    peer.requests.before = () => {
      throw new StarlingError('OVERLOADED', 'too much to do', { retryAfterMs: 120 });
    };
    const { id, error } = await client.ask({ id: 9, get: { key: 'a' } });
    expect(id).to.equal(9);
    expect(error).to.deep.include({
      code: ERROR_CODES.OVERLOADED,
      message: 'too much to do',
      retryable: true,
      retryAfterMs: 120,
    });
  });

  it('pages through one partition', async () => {
    const keys = Array.from({ length: 200 }, (_, i) => `key ${i}`);
    await client.ask({ id: 1, putMany: { items: keys.map((key) => ({ key, value: key })) } });
    const found: string[] = [];
    for (let partition = 0; partition < 16; partition++) {
      let cursor: Uint8Array | undefined;
      do {
        const { scan } = await client.ask({
          id: 2,
          scan: { partition, limitBytes: 40, ...(cursor === undefined ? {} : { cursor }) },
        });
        for (const { key, value } of scan?.items ?? []) {
          expect(value).to.equal(key);
          found.push(key ?? '');
        }
        cursor = scan?.next?.length ? scan.next : undefined;
      } while (cursor !== undefined);
    }
    expect(found.sort()).to.deep.equal(keys.sort());
  });

  it('tells topology, status and location', async () => {
    const { topology } = await client.ask({ id: 1, topology: {} });
    expect(topology?.members?.[0]?.clientAddress).to.equal(peer.address);
    expect(topology?.owners).to.have.length(16);
    const { status } = await client.ask({ id: 2, status: {} });
    expect(status?.counters).to.deep.equal({ puts: 3 });
    expect(status?.warnings).to.deep.equal(['1 of 1 members alive']);
    const { location } = await client.ask({ id: 3, locate: { key: 'hello' } });
    expect(location?.token).to.equal('26c7827d889f6da3');
    const { error } = await client.ask({ id: 4, locate: { key: '' } });
    expect(error?.code).to.equal(ERROR_CODES.INVALID_ARGUMENT);
  });

  it('refuses to start on a port that is in use, and names it', async () => {
    const port = Number(peer.address.split(':')[1]);
    const error: unknown = await startPeer({ port }).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(StarlingError);
    expect((error as StarlingError).code).to.equal('CONFIGURATION');
    expect((error as StarlingError).message)
      .to.include(`127.0.0.1:${port}`)
      .and.include('another port');
  });

  it('answers what is under way before it stops, and takes nothing more', async () => {
    let release = (): void => {};
    peer.requests.before = () => new Promise((resolve) => (release = resolve));
    client.send({ id: 1, get: { key: 'a' } });
    while (peer.requests.seen.length === 0) await new Promise(setImmediate);
    const stopped = peer.stop();
    const late = await client.ask({ id: 2, get: { key: 'b' } });
    expect([late.error?.code, late.error?.retryable]).to.deep.equal([ERROR_CODES.UNAVAILABLE, true]);
    release();
    expect((await client.answer()).id).to.equal(1);
    await client.ended();
    await stopped;
    expect(peer.port.connections).to.equal(0);
  });

  it('closes connections beyond its limit and serves the others', async () => {
    const small = await startPeer({ connections: 1 });
    const first = await RawClient.to(small.address);
    await first.ask({ id: 1, status: {} });
    const second = await RawClient.to(small.address);
    await second.ended();
    expect(small.events.refused).to.equal(1);
    expect((await first.ask({ id: 2, status: {} })).id).to.equal(2);
    first.close();
    await small.stop();
  });

  it('answers OVERLOADED beyond the requests one connection may have under way', async () => {
    const held: (() => void)[] = [];
    peer.requests.before = () => new Promise((resolve) => held.push(resolve));
    const keys = Array.from({ length: LIMITS.batchItems }, (_, i) => `k${i}`);
    const most = LIMITS.clientRequestsInFlight;
    for (let sent = 0; sent < most - keys.length; sent += keys.length)
      client.send({ id: 1 + sent, getMany: { keys } });
    client.send({ id: most, get: { key: 'one' } });
    const batch = await client.ask({ id: 9998, getMany: { keys } });
    expect([batch.id, batch.error?.code], 'a batch that is one item too long').to.deep.equal([
      9998,
      ERROR_CODES.OVERLOADED,
    ]);
    client.send({ id: 9997, getMany: { keys: keys.slice(1) } });
    const { id, error } = await client.ask({ id: 9999, get: { key: 'one more' } });
    expect([id, error?.code]).to.deep.equal([9999, ERROR_CODES.OVERLOADED]);
    expect(error?.retryAfterMs).to.be.greaterThan(0);
    expect(peer.requests.seen).to.have.length(LIMITS.clientRequestsInFlight);

    const other = await RawClient.to(peer.address);
    peer.requests.before = () => {};
    expect((await other.ask({ id: 1, get: { key: 'a' } })).error ?? undefined).to.equal(undefined);
    other.close();
    for (const release of held) release();
    await client.answer();
    expect((await client.ask({ id: 10_000, status: {} })).status).to.not.equal(undefined);
  });
});
