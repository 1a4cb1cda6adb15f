/**
 * One key in the index: four 32-bit words, 16 bytes.
 *
 *     word 0  hash, 32 bits
 *     word 1  tombstone, 1 bit | length of the entry, 24 bits (never 0 where the slot is used)
 *     word 2  offset of the entry in its segment
 *     word 3  slot of the segment, 16 bits | hash, 16 bits more
 *
 * The hash is the 48 bits of the token behind those of the partition, so that the order of the hashes is the order
 * of the tokens. Equal hashes are told apart by the key on disk, and whoever has read that has the version too:
 * so the version needn't be here.
 */
export const WORDS = 4;
/** Partition and hash together fit the 64 bits of a token. */
export const MAX_PARTITION_BITS = 16;

const TOMBSTONE = 0x01000000;
const LENGTH_MASK = 0x00ffffff;

export type PackedEntry = Uint32Array;

export interface Hash {
  /** The upper 32 bits. */
  readonly upper: number;
  /** The lower 16 bits. */
  readonly lower: number;
}

/** Where an entry is. */
export interface Place {
  readonly segmentSlot: number;
  readonly offset: number;
  readonly length: number;
}

/** The hash of a token within its partition. */
export function hashOfToken(tokenHigh: number, tokenLow: number, partitionBits: number): Hash {
  // A shift by 32 is none in JavaScript, so no partition bits are a case of their own.
  if (partitionBits === 0) return { upper: tokenHigh, lower: tokenLow >>> 16 };
  return {
    upper: ((tokenHigh << partitionBits) | (tokenLow >>> (32 - partitionBits))) >>> 0,
    lower: (tokenLow << partitionBits) >>> 16,
  };
}

export function pack(hash: Hash, place: Place, tombstone: boolean): PackedEntry {
  const entry = new Uint32Array(WORDS);
  entry[0] = hash.upper;
  entry[1] = (tombstone ? TOMBSTONE : 0) | place.length;
  entry[2] = place.offset;
  entry[3] = (place.segmentSlot << 16) | hash.lower;
  return entry;
}

export function placeOf(word1: number, word2: number, word3: number): Place {
  return { segmentSlot: word3 >>> 16, offset: word2, length: word1 & LENGTH_MASK };
}

export function placeOfEntry(entry: PackedEntry): Place {
  return placeOf(entry[1]!, entry[2]!, entry[3]!);
}

export function hashOfEntry(entry: PackedEntry): Hash {
  return { upper: entry[0]!, lower: entry[3]! & 0xffff };
}

export function isTombstone(word1: number): boolean {
  return (word1 & TOMBSTONE) !== 0;
}
