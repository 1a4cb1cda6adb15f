import { crc32 } from 'node:zlib';
import { blockOf } from './format.ts';

/**
 * Which keys a full segment may hold, dead entries included (Bloom 1970): ten bits a key and seven probes, so that of
 * the keys that it doesn't hold 1 in 120 seems to be there. Derived from the segment, kept beside it in
 * `log/00000001.keys`, all numbers big-endian:
 *
 *     0          8        10  12       16     20       24    28
 *     | starkeys | format | 0 | number | salt | bits   | sum | bytes |
 *
 * `number` and `salt` are the segment's, `bits` is a multiple of eight, `sum` the CRC-32 of bytes 0..23 and of what follows `sum`.
 * Probe i of a token looks at bit `(high + i * (low | 1)) mod 2^32 mod bits`, the most significant bit of a byte first.
 */
const FILTER_FORMAT = 1;
const HEADER_BYTES = 28;
const BITS_PER_KEY = 10;
const PROBES = 7;
const MAGIC = new TextEncoder().encode('starkeys');

/** The segment that a filter was made of. */
export interface FilteredSegment {
  readonly number: number;
  readonly salt: number;
}

export class KeyFilter {
  readonly #bytes: Uint8Array;

  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** An empty one with room for so many keys. */
  static forKeys(keys: number): KeyFilter {
    return new KeyFilter(new Uint8Array(Math.max(8, Math.ceil((keys * BITS_PER_KEY) / 8))));
  }

  /** What `encode` gave; undefined where it is damaged, of a newer format, or of another segment: make it anew then. */
  static decode(file: Uint8Array, segment: FilteredSegment): KeyFilter | undefined {
    if (file.length <= HEADER_BYTES) return undefined;
    const { view } = blockOf(file);
    const bits = file.subarray(HEADER_BYTES);
    if (view.getUint32(24) !== crc32(bits, crc32(file.subarray(0, 24)))) return undefined;
    if (MAGIC.some((byte, at) => file[at] !== byte) || view.getUint16(8) !== FILTER_FORMAT) return undefined;
    if (view.getUint32(12) !== segment.number || view.getUint32(16) !== segment.salt) return undefined;
    return view.getUint32(20) === bits.length * 8 ? new KeyFilter(bits) : undefined;
  }

  encode(segment: FilteredSegment): Uint8Array {
    const { bytes, view } = blockOf(new Uint8Array(HEADER_BYTES + this.#bytes.length));
    bytes.set(MAGIC);
    view.setUint16(8, FILTER_FORMAT);
    view.setUint32(12, segment.number);
    view.setUint32(16, segment.salt);
    view.setUint32(20, this.#bytes.length * 8);
    bytes.set(this.#bytes, HEADER_BYTES);
    view.setUint32(24, crc32(this.#bytes, crc32(bytes.subarray(0, 24))));
    return bytes;
  }

  add(tokenHigh: number, tokenLow: number): void {
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = this.#bit(tokenHigh, tokenLow, probe);
      this.#bytes[bit >>> 3]! |= 0x80 >>> (bit & 7);
    }
  }

  /** False: it was never added. */
  mayHold(tokenHigh: number, tokenLow: number): boolean {
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = this.#bit(tokenHigh, tokenLow, probe);
      if ((this.#bytes[bit >>> 3]! & (0x80 >>> (bit & 7))) === 0) return false;
    }
    return true;
  }

  /** Double hashing (Kirsch and Mitzenmacher 2006): two halves of a good hash make as many probes as one likes. */
  #bit(tokenHigh: number, tokenLow: number, probe: number): number {
    return ((tokenHigh + Math.imul(probe, tokenLow | 1)) >>> 0) % (this.#bytes.length * 8);
  }
}
