import type { Version } from '../../version/version.ts';

/**
 * One key in the index: six 32-bit words, 24 bytes.
 *
 *     word 0  hash, the 32 bits of the token behind the partition's
 *     word 1  hash, 7 more | tombstone, 1 bit | length of the entry, 24 bits (never 0 where the slot is used)
 *     word 2  offset of the entry in its segment
 *     word 3  slot of the segment, 16 bits | slot of the writer, 16 bits
 *     word 4  version: wallMs, upper 32 of 48 bits
 *     word 5  version: wallMs, lower 16 bits | logical, 16 bits
 *
 * Together with the partition the hash is the top of the token, so that the order of the hashes is the
 * order of the tokens.
 */
export const WORDS = 6;
export const MAX_PARTITION_BITS = 16;

export type PackedEntry = Uint32Array;

export interface Hash {
  readonly first: number;
  /** The 7 further bits, as they stand in word 1: in its top bits. */
  readonly rest: number;
}

export const REST_MASK = 0xfe000000;
const TOMBSTONE = 0x01000000;
const LENGTH_MASK = 0x00ffffff;

/** A token taken apart into its partition and the hash within it. */
export function hashOfToken(tokenHigh: number, tokenLow: number, partitionBits: number): Hash {
  if (partitionBits === 0) return { first: tokenHigh, rest: (tokenLow & REST_MASK) >>> 0 };
  return {
    first: ((tokenHigh << partitionBits) | (tokenLow >>> (32 - partitionBits))) >>> 0,
    rest: ((tokenLow << partitionBits) & REST_MASK) >>> 0,
  };
}

/** Where an entry is. */
export interface Place {
  readonly segmentSlot: number;
  readonly offset: number;
  readonly length: number;
}

export interface UnpackedEntry extends Place {
  readonly hash: Hash;
  readonly tombstone: boolean;
  readonly version: Version;
  readonly writerSlot: number;
}

export function pack(target: PackedEntry, entry: UnpackedEntry): void {
  const { wallMs, logical } = entry.version;
  target[0] = entry.hash.first;
  target[1] = entry.hash.rest | (entry.tombstone ? TOMBSTONE : 0) | entry.length;
  target[2] = entry.offset;
  target[3] = (entry.segmentSlot << 16) | entry.writerSlot;
  target[4] = Math.floor(wallMs / 2 ** 16);
  target[5] = ((wallMs % 2 ** 16) << 16) | logical;
}

export const lengthOf = (word1: number): number => word1 & LENGTH_MASK;
export const isTombstone = (word1: number): boolean => (word1 & TOMBSTONE) !== 0;
export const segmentSlotOf = (word3: number): number => word3 >>> 16;
export const writerSlotOf = (word3: number): number => word3 & 0xffff;
