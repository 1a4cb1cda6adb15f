import xxhash from 'xxhash-wasm';
import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';

const hasher = await xxhash();
// The hash arrives as one BigInt; writing it through memory is the cheapest way to two 32-bit halves.
const hash64 = new BigUint64Array(1);
const halves = new Uint32Array(hash64.buffer);

/** A key with everything that is derived from it, computed once. */
export interface Key {
  readonly text: string;
  /** UTF-8. */
  readonly bytes: Uint8Array;
  /** xxHash64 of the bytes, seed 0: the upper 32 bits. The partition is its top bits. */
  readonly tokenHigh: number;
  /** The lower 32 bits. */
  readonly tokenLow: number;
}

/** @throws StarlingError INVALID_ARGUMENT where the key is empty, too long, or no well-formed text. */
export function keyOf(text: string): Key {
  const bytes = Buffer.from(text);
  if (bytes.length === 0)
    throw new StarlingError('INVALID_ARGUMENT', 'the key is empty; a key has 1 to 1024 bytes');
  if (bytes.length > LIMITS.keyBytes) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `the key has ${bytes.length} bytes of UTF-8, more than the ${LIMITS.keyBytes} allowed`,
      { keyBytes: bytes.length },
    );
  }
  if (!text.isWellFormed()) {
    throw new StarlingError('INVALID_ARGUMENT', 'the key has a lone surrogate, which UTF-8 cannot carry');
  }
  hash64[0] = hasher.h64Raw(bytes);
  // Little-endian on every platform Node runs on.
  return { text, bytes, tokenHigh: halves[1] as number, tokenLow: halves[0] as number };
}

/** The partition of a token among `2^partitionBits`: its top bits. */
export function partitionOfToken(tokenHigh: number, partitionBits: number): number {
  return partitionBits === 0 ? 0 : tokenHigh >>> (32 - partitionBits);
}
