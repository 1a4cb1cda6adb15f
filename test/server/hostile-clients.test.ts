import { expect } from 'chai';
import { ERROR_CODES } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { systemTimers } from '../../src/base/system/timers.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { type StubPeer, startPeer } from './peer.ts';
import { RawClient, frameOf, varint } from './raw-client.ts';

const requestBytes = (request: starling.v1.ClientRequest.$Properties): Uint8Array =>
  starling.v1.ClientRequest.encode(request).finish();

const isOverloaded = (error: starling.v1.Error.$Properties | null | undefined): boolean =>
  Number(error?.code) === ERROR_CODES.OVERLOADED;

/** A length-delimited field. */
const field = (number: number, content: Uint8Array): Uint8Array =>
  Buffer.concat([varint(number * 8 + 2), varint(content.length), content]);

const text = (value: string): Uint8Array => Buffer.from(value);

describe('the client port, facing a hostile client,', () => {
  let peer: StubPeer;
  let hostile: RawClient;
  let bystander: RawClient;

  beforeEach(async () => {
    peer = await startPeer();
    hostile = await RawClient.to(peer.address);
    bystander = await RawClient.to(peer.address);
    await bystander.ask({ id: 1, put: { key: 'mine', value: 'safe' } });
  });

  afterEach(async () => {
    const { read } = await bystander.ask({ id: 2, get: { key: 'mine' } });
    expect(read?.value, 'what another client sees').to.equal('safe');
    hostile.close();
    bystander.close();
    await peer.stop();
  });

  /** The peer must say what is wrong under id 0, hang up on this connection, and count it. */
  async function expectHungUp(reason: RegExp): Promise<void> {
    const { id, error } = await hostile.answer();
    expect(id).to.equal(0);
    expect(error?.code).to.equal(ERROR_CODES.PROTOCOL);
    expect(error?.message).to.match(reason);
    await hostile.ended();
    expect(peer.events.malformedErrors).to.have.length(1);
    expect(peer.requests.seen, 'requests that reached the store').to.have.length(1);
  }

  const malformed: readonly (readonly [name: string, bytes: Uint8Array, reason: RegExp])[] = [
    ['a frame of 2^31 bytes', varint(2 ** 31), /2147483648 bytes.*limit/],
    ['a frame just above the limit', varint(LIMITS.clientFrameBytes + 1), /limit/],
    ['a length that never ends', Buffer.alloc(11, 0x80), /length takes more than/],
    ['an HTTP request', text('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(9)), /no ClientRequest/],
    ['a truncated varint', frameOf(Uint8Array.from([0x08, 0xff])), /no ClientRequest/],
    ['a field that ends beyond its frame', frameOf(Uint8Array.from([0x52, 0x7f, 0x0a])), /no ClientRequest/],
    ['a wire type that does not exist', frameOf(Uint8Array.from([0x0f, 0x01])), /no ClientRequest/],
    [
      'a key of invalid UTF-8',
      frameOf(field(11, field(1, Uint8Array.from([0xc3, 0x28])))),
      /no ClientRequest/,
    ],
    [
      'a key with a surrogate',
      frameOf(field(11, field(1, Uint8Array.from([0xed, 0xa0, 0x80])))),
      /no ClientRequest/,
    ],
    [
      'a long value of invalid UTF-8',
      frameOf(field(10, field(2, Buffer.alloc(500, 0xff)))),
      /no ClientRequest/,
    ],
    ['groups within groups', frameOf(Buffer.alloc(5000, 0x0b)), /no ClientRequest/],
  ];
  for (const [name, bytes, reason] of malformed) {
    it(`hangs up on ${name}`, async () => {
      hostile.sendBytes(bytes);
      await expectHungUp(reason);
    });
  }

  it('answers what came before the malformed frame, and nothing that came after it', async () => {
    hostile.send({ id: 5, status: {} });
    hostile.sendBytes(varint(2 ** 31));
    hostile.send({ id: 6, put: { key: 'mine', value: 'overwritten' } });
    expect((await hostile.answer()).id).to.equal(5);
    await expectHungUp(/limit/);
  });

  it('refuses a request without an operation, or with one from the future, and stays', async () => {
    expect((await hostile.ask({ id: 7 })).error?.code).to.equal(ERROR_CODES.INVALID_ARGUMENT);
    hostile.sendBytes(frameOf(Buffer.concat([requestBytes({ id: 8 }), field(99, text('new'))])));
    const { id, error } = await hostile.answer();
    expect([id, error?.code]).to.deep.equal([8, ERROR_CODES.INVALID_ARGUMENT]);
    expect((await hostile.ask({ id: 9, status: {} })).id).to.equal(9);
  });

  it('ignores fields that it does not know', async () => {
    const known = requestBytes({ id: 10, get: { key: 'mine' } });
    hostile.sendBytes(frameOf(Buffer.concat([field(77, text('?')), known, field(2000, Buffer.alloc(300))])));
    const { id, read } = await hostile.answer();
    expect([id, read?.value]).to.deep.equal([10, 'safe']);
  });

  it('reads a known field of a wrong wire type as one that it does not know', async () => {
    hostile.sendBytes(frameOf(Buffer.concat([requestBytes({ id: 11 }), varint(11 * 8), varint(5)])));
    const { id, error } = await hostile.answer();
    expect([id, error?.code]).to.deep.equal([11, ERROR_CODES.INVALID_ARGUMENT]);
  });

  it('refuses levels, sessions and cursors that do not exist, and stays', async () => {
    const key = field(1, text('mine'));
    const refused: readonly Uint8Array[] = [
      field(11, Buffer.concat([key, Uint8Array.of(2 << 3, 9)])),
      field(10, Buffer.concat([key, Uint8Array.of(4 << 3, 5)])),
      requestBytes({ put: { key: 'mine', value: '' }, session: Uint8Array.of(1, 2, 3) }),
      requestBytes({ scan: { partition: 0, cursor: Uint8Array.of(1, 2, 3) } }),
      requestBytes({ put: { key: '', value: '' } }),
      requestBytes({ explain: {} }),
      requestBytes({ explain: { key: 'k'.repeat(1025) } }),
      requestBytes({ delete: { key: 'k'.repeat(1025) } }),
    ];
    for (const [index, request] of refused.entries()) {
      hostile.sendBytes(frameOf(Buffer.concat([requestBytes({ id: index + 1 }), request])));
      const { id, error } = await hostile.answer();
      expect([id, error?.code]).to.deep.equal([index + 1, ERROR_CODES.INVALID_ARGUMENT]);
    }
    expect(peer.requests.records.size).to.equal(1);
  });

  it('takes the largest batch and refuses one item more, before it makes objects of them', async () => {
    const batch = (items: number): Uint8Array =>
      field(13, Buffer.alloc(2 * items, Uint8Array.from([0x0a, 0x00])));
    const before = peer.requests.seen.length;
    hostile.sendBytes(frameOf(Buffer.concat([requestBytes({ id: 1 }), batch(LIMITS.batchItems)])));
    expect((await hostile.answer()).writeMany?.items).to.have.length(LIMITS.batchItems);
    expect(peer.requests.seen.length - before).to.equal(LIMITS.batchItems);

    const half = batch(LIMITS.batchItems / 2);
    for (const batches of [[batch(LIMITS.batchItems + 1)], [half, half, batch(1)], [batch(4_000_000)]]) {
      hostile.sendBytes(frameOf(Buffer.concat([requestBytes({ id: 2 }), ...batches])));
      const { id, error } = await hostile.answer();
      expect([id, error?.code]).to.deep.equal([2, ERROR_CODES.INVALID_ARGUMENT]);
      expect(error?.message).to.match(/batch of \d+ items/);
    }
    expect(peer.requests.seen.length - before).to.equal(LIMITS.batchItems);
  });

  it('answers ten thousand frames of nonsense, or hangs up, and never fails', async () => {
    const random = new SeededRandom(20_251);
    for (let sent = 0; sent < 10_000;) {
      const client = await RawClient.to(peer.address);
      const frames = Array.from({ length: 100 }, () => frameOf(random.bytes(random.integer(40))));
      client.sendBytes(Buffer.concat(frames));
      sent += frames.length;
      client.socket.end();
      await client.ended();
    }
    expect(peer.events.malformedErrors.length).to.be.greaterThan(50);
    expect(peer.events.malformedErrors.every(({ code }) => code === 'PROTOCOL')).to.equal(true);
  }).timeout(20_000);

  it('understands requests that come a byte at a time', async () => {
    const bytes = Buffer.concat([
      frameOf(requestBytes({ id: 1, put: { key: 'slow', value: 'v'.repeat(200) } })),
      frameOf(requestBytes({ id: 2, get: { key: 'slow' } })),
    ]);
    hostile.socket.setNoDelay(true);
    for (const byte of bytes) {
      hostile.sendBytes(Uint8Array.of(byte));
      await new Promise(setImmediate);
    }
    expect((await hostile.answer()).id).to.equal(1);
    expect((await hostile.answer()).read?.value).to.equal('v'.repeat(200));
  });
});

describe('the client port, facing a client that does not read,', () => {
  const VALUE = 'v'.repeat(100_000);

  it('stops reading its requests, bounds what it holds, and answers all once it reads again', async () => {
    const peer = await startPeer();
    const lazy = await RawClient.to(peer.address);
    const bystander = await RawClient.to(peer.address);
    await lazy.ask({ id: 1, put: { key: 'big', value: VALUE } });
    lazy.socket.pause();
    const first = 1000;
    lazy.send(...Array.from({ length: first }, (_, i) => ({ id: 10 + i, get: { key: 'big' } })));
    // As many answers as the port holds, and the rest refused: 16 MiB and what fits the kernel's buffers.
    while (peer.events.overloads === 0) await bystander.ask({ id: 1, status: {} });
    while (peer.requests.seen.length < first + 1) await bystander.ask({ id: 1, status: {} });

    lazy.send(...Array.from({ length: 50 }, (_, i) => ({ id: 5000 + i, get: { key: 'big' } })));
    for (let round = 0; round < 20; round++) await bystander.ask({ id: 1, get: { key: 'nothing' } });
    expect(
      peer.requests.seen.filter(({ key }) => key === 'big'),
      'requests read while answers wait',
    ).to.have.length(first + 1);

    lazy.socket.resume();
    const outcomes = { read: 0, refused: 0 };
    for (let i = 0; i < first + 50; i++) {
      const { read, error } = await lazy.answer();
      if (read?.value === VALUE) outcomes.read++;
      else if (isOverloaded(error)) outcomes.refused++;
    }
    expect(outcomes.read + outcomes.refused).to.equal(first + 50);
    expect(outcomes.refused).to.equal(peer.events.overloads);
    expect(outcomes.read * VALUE.length).to.be.greaterThan(LIMITS.clientOutputBytes);
    lazy.close();
    bystander.close();
    await peer.stop();
  });

  it('cuts it off when it goes on not reading', async () => {
    const stalls: (() => void)[] = [];
    const peer = await startPeer({}, undefined, {
      ...systemTimers,
      after(delayMs, task) {
        if (delayMs === LIMITS.stalledClientMs) stalls.push(task);
        return systemTimers.after(delayMs, task);
      },
    });
    const lazy = await RawClient.to(peer.address);
    await lazy.ask({ id: 1, put: { key: 'big', value: VALUE } });
    lazy.socket.pause();
    lazy.send(...Array.from({ length: 500 }, (_, i) => ({ id: 10 + i, get: { key: 'big' } })));
    while (stalls.length === 0) await new Promise(setImmediate);
    for (const stall of stalls) stall();
    await peer.stop();
    expect(peer.events.closed).to.equal(1);
    lazy.close();
  });
});
