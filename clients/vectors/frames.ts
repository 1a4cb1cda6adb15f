import { StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { FrameDecoder } from '../../src/transport/frames.ts';

/** What arrives, piece by piece, in hexadecimal. */
const STREAMS: readonly { readonly name: string; readonly pieces: readonly string[] }[] = [
  { name: 'one frame in one piece', pieces: ['03616263'] },
  { name: 'an empty message', pieces: ['00'] },
  { name: 'three frames in one piece, the second empty', pieces: ['0161' + '00' + '026263'] },
  { name: 'a frame in pieces of one byte', pieces: ['03', '61', '62', '63'] },
  { name: 'pieces that end inside a frame', pieces: ['0361', '62630264', '6501', '66'] },
  { name: 'a length of two bytes', pieces: [`8001${'7a'.repeat(128)}`] },
  { name: 'a length cut in two', pieces: ['80', `01${'7a'.repeat(128)}`] },
  { name: 'a length that takes more bytes than it must', pieces: ['838000616263'] },
  { name: 'five bytes of length are allowed', pieces: ['8380808000616263'] },
  { name: 'six are not', pieces: ['838080808000616263'] },
  { name: 'a frame that has not come whole', pieces: ['0461', '62'] },
  {
    name: 'one byte more than the limit is refused before it comes',
    pieces: [varint(LIMITS.clientFrameBytes + 1)],
  },
  { name: 'the longest length that fits five bytes is refused', pieces: ['0161', 'ffffffff7f'] },
];

/** Streams of bytes with the frames that are in them. */
export function frameVectors(): object {
  return {
    about:
      'pieces: what arrives, in hexadecimal; frames: the messages in it; refused: true where the bytes after these frames are no ' +
      `beginning of a frame of at most maxFrameBytes, which is noticed at the last piece, and the connection is closed.`,
    maxFrameBytes: LIMITS.clientFrameBytes,
    streams: STREAMS.map(({ name, pieces }) => ({ name, pieces, ...decoded(pieces) })),
    lengths: [0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152, LIMITS.clientFrameBytes].map(
      (length) => ({
        length,
        varint: varint(length),
      }),
    ),
  };
}

function decoded(pieces: readonly string[]): { frames: string[]; refused: boolean } {
  const frames: string[] = [];
  const decoder = new FrameDecoder(LIMITS.clientFrameBytes, (frame) => {
    frames.push(Buffer.from(frame).toString('hex'));
  });
  try {
    for (const piece of pieces) decoder.push(Buffer.from(piece, 'hex'));
    return { frames, refused: false };
  } catch (error) {
    if (error instanceof StarlingError && error.code === 'PROTOCOL') return { frames, refused: true };
    throw error;
  }
}

/** The shortest form, which is what is sent. */
function varint(value: number): string {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]).toString('hex');
}
