import { expect } from 'chai';
import { ERROR_CODES } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { systemClock } from '../../src/base/system/clock.ts';
import { systemTimers } from '../../src/base/system/timers.ts';
import { until } from '../until.ts';
import { type StubPeer, startPeer } from './peer.ts';
import { RawClient } from './raw-client.ts';

/** Peer and clients are in this process: what it can't do, they can't either. */
function holdUp(forMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, forMs);
}

describe('requests that waited while a peer was held up', () => {
  let peer: StubPeer;
  let client: RawClient;

  beforeEach(async () => {
    peer = await startPeer({}, undefined, systemTimers, systemClock);
    client = await RawClient.to(peer.address);
    await client.ask({ id: 1, put: { key: 'a', value: 'before' } });
  });

  afterEach(async () => {
    client.close();
    await peer.stop();
  });

  const putAfter = async (waitMs: number, timeoutMs: number) => {
    client.send({ id: 2, timeoutMs, put: { key: 'a', value: 'old' } });
    holdUp(waitMs);
    return (await client.answer()).error?.code;
  };

  it('are refused where they write and are older than a client waits: it may have written something else by way of another peer', async () => {
    expect(await putAfter(LIMITS.clientUnreadMs + 400, 10_000)).to.equal(ERROR_CODES.OVERLOADED);
    expect(peer.events.unread).to.equal(1);
    expect((await client.ask({ id: 3, get: { key: 'a' } })).read?.value).to.equal('before');
  });

  it('are refused sooner where they were given less time', async () => {
    expect(await putAfter(600, 200)).to.equal(ERROR_CODES.OVERLOADED);
  });

  it('are done where they only read', async () => {
    client.send({ id: 2, get: { key: 'a' } });
    holdUp(LIMITS.clientUnreadMs + 400);
    expect((await client.answer()).read?.value).to.equal('before');
  });

  it('are done where it was short', async () => {
    // What else holds the machine up may make it long.
    await until(async () => (await putAfter(300, 10_000)) === undefined);
  });

  it('are taken again soon after', async () => {
    await putAfter(LIMITS.clientUnreadMs + 400, 10_000);
    await until(async () => (await putAfter(0, 10_000)) === undefined);
  });

  it('are refused on a connection that is taken only then', async () => {
    const opening = RawClient.to(peer.address);
    holdUp(LIMITS.clientUnreadMs + 400);
    const late = await opening;
    const { error } = await late.ask({ id: 2, timeoutMs: 10_000, put: { key: 'a', value: 'old' } });
    late.close();
    expect(error?.code).to.equal(ERROR_CODES.OVERLOADED);
  });
});
