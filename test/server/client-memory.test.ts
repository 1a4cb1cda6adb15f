import { expect } from 'chai';
import { ERROR_CODES } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { systemTimers } from '../../src/base/system/timers.ts';
import type { Timers } from '../../src/base/timers.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { gate } from '../node/state-files.ts';
import { MemoryRequests } from './memory-requests.ts';
import { startPeer } from './peer.ts';
import { RawClient, frameOf, varint } from './raw-client.ts';

const isOverloaded = (error: starling.v1.Error.$Properties | null | undefined): boolean =>
  Number(error?.code) === ERROR_CODES.OVERLOADED;

describe('the client port, which clients would have hold too much,', () => {
  const MEMORY = 4 << 20;
  /** The length of a frame of a MiB, and so many of its bytes. */
  const partOf = (bytes: number) => Buffer.concat([varint(1 << 20), Buffer.alloc(bytes)]);

  it('hangs up on who sends parts of frames beyond a quarter of its memory, and serves the others', async () => {
    const peer = await startPeer({ memoryBytes: MEMORY });
    const honest = await RawClient.to(peer.address);
    const halves = await Promise.all(Array.from({ length: 40 }, () => RawClient.to(peer.address)));
    for (const client of halves) client.sendBytes(partOf(60_000));
    while (halves.every(({ isClosed }) => !isClosed)) await honest.ask({ id: 1, status: {} });
    expect(peer.port.heldBytes).to.be.within(1, MEMORY / 4);
    expect((await honest.ask({ id: 2, put: { key: 'a', value: 'v'.repeat(500_000) } })).write).to.be.an(
      'object',
    );
    for (const client of [honest, ...halves]) client.close();
    await peer.stop();
    expect(peer.port.heldBytes).to.equal(0);
  });

  it('refuses requests beyond a quarter of its memory, and takes them when those before are done', async () => {
    const requests = new MemoryRequests({ partitionBits: 4 });
    const held = gate();
    const put = requests.put.bind(requests);
    requests.put = async (...args) => {
      await held.wait();
      return put(...args);
    };
    const peer = await startPeer({ memoryBytes: MEMORY }, requests);
    const client = await RawClient.to(peer.address);
    const large = (id: number) => ({ id, put: { key: `k${id}`, value: 'v'.repeat(400_000) } });
    client.send(large(1), large(2), large(3));
    const refused = await client.answer();
    expect(refused.id).to.equal(3);
    expect(isOverloaded(refused.error)).to.equal(true);
    held.open();
    await client.answer();
    await client.answer();
    expect((await client.ask(large(4))).write).to.be.an('object');
    client.close();
    await peer.stop();
    expect(peer.port.heldBytes).to.equal(0);
  });

  it('gives those who don’t read no more values beyond half of its memory, and all others theirs', async () => {
    const peer = await startPeer({ memoryBytes: MEMORY });
    const honest = await RawClient.to(peer.address);
    await honest.ask({ id: 1, put: { key: 'big', value: 'v'.repeat(100_000) } });
    const deaf = await Promise.all(Array.from({ length: 8 }, () => RawClient.to(peer.address)));
    for (const client of deaf) {
      client.socket.pause();
      client.send(...Array.from({ length: 150 }, (_, i) => ({ id: 1 + i, get: { key: 'big' } })));
    }
    while (peer.events.overloads === 0)
      expect((await honest.ask({ id: 2, get: { key: 'big' } })).read).to.be.an('object');
    // What one iteration of the event loop has answered before it is known that nobody reads it.
    expect(peer.port.heldBytes).to.be.lessThan(MEMORY / 2 + (8 * 150 * 100_000) / 4);
    for (const client of [honest, ...deaf]) client.close();
    await peer.stop();
    expect(peer.port.heldBytes).to.equal(0);
  });

  it('counts values that have been read and wait for other owners, and has no more read for who is owed them', async () => {
    const requests = new MemoryRequests({ partitionBits: 4 });
    const held = gate();
    const peer = await startPeer({ memoryBytes: MEMORY }, requests);
    const [greedy, honest] = [await RawClient.to(peer.address), await RawClient.to(peer.address)];
    await honest.ask({ id: 1, put: { key: 'big', value: 'v'.repeat(100_000) } });
    requests.beforeAnswer = () => held.wait();
    greedy.send(...Array.from({ length: 40 }, (_, i) => ({ id: 1 + i, get: { key: 'big' } })));
    // Half of the room for answers, and the value that went beyond.
    for (let i = 0; i < 40 - 11; i++) expect(isOverloaded((await greedy.answer()).error)).to.equal(true);
    expect(peer.port.heldBytes).to.be.within(MEMORY / 4, MEMORY / 4 + 100_000 + 1000);
    held.open();
    expect((await honest.ask({ id: 2, get: { key: 'big' } })).read).to.be.an('object');
    for (let i = 0; i < 11; i++) expect((await greedy.answer()).read).to.be.an('object');
    for (const client of [honest, greedy]) client.close();
    await peer.stop();
    expect(peer.port.heldBytes).to.equal(0);
  });

  it('hangs up on who has read nothing for longest where answers fill its memory', async () => {
    const peer = await startPeer({ memoryBytes: MEMORY });
    const honest = await RawClient.to(peer.address);
    await honest.ask({ id: 1, put: { key: 'big', value: 'v'.repeat(100_000) } });
    const deaf = await Promise.all(Array.from({ length: 60 }, () => RawClient.to(peer.address)));
    for (const client of deaf) client.socket.pause();
    // Until the operating system takes no more for any of them, and each is owed a value.
    while (peer.events.closed === 0) {
      for (const client of deaf) client.send({ id: 1, get: { key: 'big' } });
      expect((await honest.ask({ id: 2, status: {} })).status).to.be.an('object');
    }
    expect(peer.port.heldBytes).to.be.lessThan(MEMORY / 2);
    for (const client of [honest, ...deaf]) client.close();
    await peer.stop();
    expect(peer.port.heldBytes).to.equal(0);
  });

  it('hangs up on who does not end a frame in time, and not on who sends one after the other', async () => {
    const looks: (() => void)[] = [];
    let nowMs = 0;
    const timers: Timers = {
      ...systemTimers,
      after(delayMs, task) {
        if (delayMs !== LIMITS.clientFrameLookMs) return systemTimers.after(delayMs, task);
        looks.push(task);
        return { cancel: () => undefined };
      },
    };
    const peer = await startPeer({}, undefined, timers, { monotonicMs: () => nowMs });
    const slow = await RawClient.to(peer.address);
    const bystander = await RawClient.to(peer.address);
    const busy = await RawClient.to(peer.address);
    const request = { id: 7, get: { key: 'k'.repeat(200) } };
    const frame = frameOf(starling.v1.ClientRequest.encode(request).finish());
    for (let elapsed = 0; elapsed <= LIMITS.clientFrameMs; elapsed += LIMITS.clientFrameLookMs) {
      if (elapsed > 0) busy.sendBytes(frame.subarray(100));
      busy.sendBytes(frame.subarray(0, 100));
      slow.sendBytes(elapsed === 0 ? partOf(1) : Uint8Array.of(1));
      // Both have come when what came after them is answered.
      for (let round = 0; round < 5; round++) await bystander.ask({ id: 1, status: {} });
      looks.shift()?.();
      nowMs += LIMITS.clientFrameLookMs;
    }
    looks.shift()?.();
    await slow.ended();
    expect(busy.isClosed).to.equal(false);
    for (const client of [busy, bystander]) client.close();
    await peer.stop();
  });
});
