import { expect } from 'chai';
import fc from 'fast-check';
import { StarlingError } from '../../src/base/errors.ts';
import { FrameDecoder } from '../../src/transport/frames.ts';

const LIMIT = 1 << 20;

function varint(value: number): number[] {
  const bytes = [];
  for (; value > 0x7f; value = Math.floor(value / 128)) bytes.push((value % 128) | 0x80);
  return [...bytes, value];
}

function framed(frames: readonly Uint8Array[]): Buffer {
  return Buffer.concat(frames.flatMap((frame) => [Buffer.from(varint(frame.length)), frame]));
}

/** Cuts the bytes at the places, which may repeat (an empty chunk) and come in any order. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted((x, y) => x - y);
  return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
}

function decode(chunks: readonly Uint8Array[], limit = LIMIT): string[] {
  const frames: string[] = [];
  const decoder = new FrameDecoder(limit, (frame) => frames.push(Buffer.from(frame).toString('hex')));
  for (const chunk of chunks) decoder.push(chunk);
  return frames;
}

function refusal(chunks: readonly number[][], limit = LIMIT): string {
  try {
    decode(
      chunks.map((chunk) => Uint8Array.from(chunk)),
      limit,
    );
  } catch (error) {
    expect(error).to.be.instanceOf(StarlingError).with.property('code', 'PROTOCOL');
    return (error as Error).message;
  }
  return 'taken';
}

describe('framing', () => {
  it('gives back any frames, however they are cut', () => {
    const frames = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 });
    fc.assert(
      fc.property(frames, fc.array(fc.nat(), { maxLength: 30 }), (sent, places) => {
        expect(decode(cut(framed(sent), places))).to.deep.equal(
          sent.map((frame) => Buffer.from(frame).toString('hex')),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('gives back frames that are larger than what is set aside first, byte by byte or at once', () => {
    const frame = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251));
    const expected = [frame.toString('hex'), ''];
    const bytes = framed([frame, Buffer.alloc(0)]);
    expect(decode([bytes])).to.deep.equal(expected);
    expect(decode(Array.from(bytes, (byte) => Uint8Array.of(byte)))).to.deep.equal(expected);
    expect(
      decode([bytes.subarray(0, 70_000), bytes.subarray(70_000, 70_001), bytes.subarray(70_001)]),
    ).to.deep.equal(expected);
  });

  it('takes a frame of exactly the limit and refuses one byte more, from the length alone', () => {
    expect(decode([framed([Buffer.alloc(100)])], 100)).to.have.length(1);
    expect(refusal([varint(101)], 100)).to.match(/101 bytes/);
  });

  it('refuses hostile lengths, wherever they are cut', () => {
    for (const hostile of [
      varint(2 ** 31),
      varint(2 ** 32 - 1),
      [0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
      varint(LIMIT + 1),
    ]) {
      expect(refusal([hostile])).to.match(/limit/);
      expect(refusal(hostile.map((byte) => [byte]))).to.match(/limit/);
    }
    expect(refusal([[0x80, 0x80, 0x80, 0x80, 0x80, 0x80]])).to.match(/more than 5 bytes/);
  });

  it('hands out the frames before a hostile length', () => {
    const frames: number[] = [];
    const decoder = new FrameDecoder(10, (frame) => frames.push(frame.length));
    expect(() => decoder.push(Uint8Array.from([2, 7, 7, 11]))).to.throw(StarlingError);
    expect(frames).to.deep.equal([2]);
  });

  it('never throws anything but a refusal, nor hands out more than it was given, on any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        (bytes, places) => {
          let handedOut = 0;
          const decoder = new FrameDecoder(64, (frame) => (handedOut += frame.length));
          try {
            for (const chunk of cut(Buffer.from(bytes), places)) decoder.push(chunk);
          } catch (error) {
            expect(error).to.be.instanceOf(StarlingError);
          }
          expect(handedOut).to.be.at.most(bytes.length);
        },
      ),
    );
  });

  it('hands out nothing after it was stopped, not even from the same chunk', () => {
    const frames: number[] = [];
    const decoder = new FrameDecoder(10, (frame) => {
      frames.push(frame[0]!);
      decoder.stop();
    });
    decoder.push(Uint8Array.from([1, 5, 1, 6]));
    decoder.push(Uint8Array.from([1, 7]));
    expect(frames).to.deep.equal([5]);
  });
});
