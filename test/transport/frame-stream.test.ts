import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import type { ByteStream } from '../../src/base/network.ts';
import { decodeFrame, FrameStream } from '../../src/transport/frame-stream.ts';
import { FrameDecoder } from '../../src/transport/frames.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { VirtualTime } from '../simulation/world/virtual-time.ts';

const { Get } = starling.v1;

/** A byte stream that keeps what it is given, and is full when the test says so. */
class ManualStream implements ByteStream {
  readonly peer = 'b';
  readonly direction = 'outbound';
  onData: (chunk: Uint8Array) => void = () => {};
  onClose: (reason: Error | undefined) => void = () => {};
  onDrain: () => void = () => {};
  readonly writes: Uint8Array[] = [];
  isFull = false;
  end: 'open' | 'closed' | Error = 'open';

  send(chunk: Uint8Array): boolean {
    this.writes.push(chunk);
    return !this.isFull;
  }

  close(): void {
    this.end = 'closed';
    this.onClose(undefined);
  }

  abort(reason: Error): void {
    this.end = reason;
    this.onClose(reason);
  }

  get keys(): string[] {
    const keys: string[] = [];
    const decoder = new FrameDecoder(1 << 24, (frame) => keys.push(decodeFrame(Get, frame).key ?? ''));
    for (const chunk of this.writes) decoder.push(chunk);
    return keys;
  }
}

function world(bufferBytes = LIMITS.streamBufferBytes) {
  const time = new VirtualTime();
  const bytes = new ManualStream();
  const malformed: string[] = [];
  const stream = new FrameStream(bytes, {
    timers: time,
    maxFrameBytes: 100_000,
    bufferBytes,
    onMalformed: (peer, error) => malformed.push(`${peer} ${error.code}`),
  });
  const turn = () => time.run(time.nowMs + 1);
  return { time, bytes, stream, malformed, turn };
}

describe('a frame stream', () => {
  it('writes all messages of one iteration of the event loop at once', async () => {
    const { bytes, stream, turn } = world();
    for (let i = 0; i < 100; i++) expect(stream.send(Get, { key: `key ${i}` })).to.equal(true);
    expect(bytes.writes).to.have.length(0);
    await turn();
    expect(bytes.writes).to.have.length(1);
    stream.send(Get, { key: 'another' });
    await turn();
    expect(bytes.writes).to.have.length(2);
    expect(bytes.keys).to.have.length(101);
  });

  it('cuts large writes into chunks', async () => {
    const { bytes, stream, turn } = world();
    for (let i = 0; i < 10; i++) stream.send(Get, { key: 'x'.repeat(50_000) });
    await turn();
    expect(Math.max(...bytes.writes.map((chunk) => chunk.length))).to.equal(LIMITS.chunkBytes);
    expect(bytes.keys).to.have.length(10);
  });

  it('collects while the byte stream is full, up to its bound, and goes on when it drains', async () => {
    const { bytes, stream, turn } = world(10_000);
    bytes.isFull = true;
    const accepted: string[] = [];
    for (let i = 0; i < 100; i++) {
      if (stream.send(Get, { key: `${i} ${'x'.repeat(500)}` })) accepted.push(`${i} ${'x'.repeat(500)}`);
      await turn();
    }
    expect(bytes.writes).to.have.length(1);
    expect(accepted.length).to.be.within(20, 22);
    expect(stream.bufferedBytes).to.be.within(10_000, 10_600);
    bytes.isFull = false;
    bytes.onDrain();
    expect(stream.bufferedBytes).to.equal(0);
    expect(bytes.keys).to.deep.equal(accepted);
    expect(stream.send(Get, { key: 'again' })).to.equal(true);
  });

  it('stops in the middle of a cut write when the byte stream fills, and continues there', async () => {
    const { bytes, stream, turn } = world();
    const keys = Array.from({ length: 5 }, (_, i) => `${i}${'x'.repeat(60_000)}`);
    for (const key of keys) stream.send(Get, { key });
    bytes.isFull = true;
    await turn();
    expect(bytes.writes).to.have.length(1);
    bytes.onDrain();
    expect(bytes.writes).to.have.length(2);
    bytes.isFull = false;
    bytes.onDrain();
    expect(bytes.keys).to.deep.equal(keys);
  });

  it('keeps the other messages whole when one is too large or cannot be encoded', async () => {
    const { bytes, stream, turn } = world();
    stream.send(Get, { key: 'before' });
    expect(() => stream.send(Get, { key: 'x'.repeat(100_001) }))
      .to.throw(StarlingError)
      .with.property('code', 'INVALID_ARGUMENT');
    const broken = {
      encode: (_: null, writer: { uint32(value: number): { fork(): unknown } }) => {
        writer.uint32(10).fork();
        throw new Error('planted');
      },
    };
    expect(() => stream.send(broken, null)).to.throw('planted');
    stream.send(Get, { key: 'after' });
    await turn();
    expect(bytes.keys).to.deep.equal(['before', 'after']);
  });

  it('hands out frames and aborts at a malformed one, once, with nothing after it', () => {
    const { bytes, stream, malformed } = world();
    const keys: string[] = [];
    stream.onFrame = (frame) => keys.push(decodeFrame(Get, frame).key ?? '');
    bytes.onData(Uint8Array.from([3, 0x0a, 1, 0x61, 3, 0x0a, 9, 0x62, 3, 0x0a, 1, 0x63]));
    bytes.onData(Uint8Array.from([3, 0x0a, 1, 0x64]));
    expect(keys).to.deep.equal(['a']);
    expect(malformed).to.deep.equal(['b PROTOCOL']);
    expect(bytes.end).to.be.instanceOf(StarlingError);
    expect(stream.send(Get, { key: 'x' })).to.equal(false);
  });

  it('does not take a mistake of its user for malformed input', () => {
    const { bytes, stream, malformed } = world();
    stream.onFrame = () => {
      throw new Error('our own mistake');
    };
    expect(() => bytes.onData(Uint8Array.from([0]))).to.throw('our own mistake');
    expect(malformed).to.deep.equal([]);
  });

  it('sends what it holds before it closes', async () => {
    const { bytes, stream } = world();
    stream.send(Get, { key: 'last' });
    stream.close();
    expect(bytes.keys).to.deep.equal(['last']);
    expect(bytes.end).to.equal('closed');
  });

  it('gives up closing when the other end takes nothing any more', async () => {
    const { time, bytes, stream, turn } = world();
    bytes.isFull = true;
    stream.send(Get, { key: 'x'.repeat(90_000) });
    await turn();
    stream.close();
    await time.run(time.nowMs + LIMITS.lingerMs - 10);
    expect(bytes.end).to.equal('open');
    await time.run(time.nowMs + 20);
    expect(bytes.end).to.be.instanceOf(StarlingError).with.property('code', 'TIMEOUT');
  });

  it('tells once that it ended, and why', () => {
    const { bytes, stream } = world();
    const reasons: (Error | undefined)[] = [];
    stream.onClose = (reason) => reasons.push(reason);
    const reason = new Error('planted');
    bytes.onClose(reason);
    bytes.onClose(undefined);
    stream.abort(new Error('too late'));
    expect(reasons).to.deep.equal([reason]);
  });
});
