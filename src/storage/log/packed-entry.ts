/**
 * One key in the index: four 32-bit words, 16 bytes.
 *
 *     word 0  hash, 32 bits
 *     word 1  settled, 1 bit | expires, 1 bit | tombstone, 1 bit | length of the entry, 24 bits (never 0 where the slot is used)
 *     word 2  offset of the entry in its segment
 *     word 3  slot of the segment, 16 bits | hash, 16 bits more
 *
 * The hash is the 48 bits of the token behind those that choose the table, so that the order of the hashes is the
 * order of the tokens. Equal hashes are told apart by the key on disk, and whoever has read that has the version too:
 * so the version needn't be here. Checkpoints hold these very words.
 *
 * Settled is a tombstone or an expired record that every replica has, so that nobody need hear of it any more: it only keeps older
 * entries of its key from coming back when the log is read again, until compaction finds that there are none.
 */
export const WORDS = 4;
export const PACKED_BYTES = 4 * WORDS;
/** Table and hash together fit the 64 bits of a token. */
export const MAX_TABLE_BITS = 16;

const TOMBSTONE = 0x01000000;
const EXPIRES = 0x02000000;
const SETTLED = 0x04000000;
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

/** What the index says of an entry beside its place: what may make it vanish one day. */
export interface Mortality {
  readonly tombstone: boolean;
  readonly expires: boolean;
}

/** The hash of a token within its table. */
export function hashOfToken(tokenHigh: number, tokenLow: number, tableBits: number): Hash {
  // A shift by 32 is none in JavaScript, so no table bits are a case of their own.
  if (tableBits === 0) return { upper: tokenHigh, lower: tokenLow >>> 16 };
  return {
    upper: ((tokenHigh << tableBits) | (tokenLow >>> (32 - tableBits))) >>> 0,
    lower: (tokenLow << tableBits) >>> 16,
  };
}

/** Writes them into `entry`, which it gives back. */
export function pack(
  hash: Hash,
  place: Place,
  { tombstone, expires }: Mortality,
  entry: PackedEntry = new Uint32Array(WORDS),
): PackedEntry {
  entry[0] = hash.upper;
  entry[1] = (tombstone ? TOMBSTONE : 0) | (expires ? EXPIRES : 0) | place.length;
  entry[2] = place.offset;
  entry[3] = (place.segmentSlot << 16) | hash.lower;
  return entry;
}

export function placeOf(word1: number, word2: number, word3: number): Place {
  return { segmentSlot: word3 >>> 16, offset: word2, length: lengthOf(word1) };
}

export function lengthOf(word1: number): number {
  return word1 & LENGTH_MASK;
}

export function placeOfEntry(entry: PackedEntry): Place {
  return placeOf(entry[1]!, entry[2]!, entry[3]!);
}

/** Lets the entry at `at` name another segment slot. */
export function moveToSlot(words: Uint32Array, at: number, segmentSlot: number): void {
  words[at + 3] = (segmentSlot << 16) | (words[at + 3]! & 0xffff);
}

/** Lets the entry at `at` be settled. */
export function settle(words: Uint32Array, at: number): void {
  words[at + 1]! |= SETTLED;
}

export function isSettled(word1: number): boolean {
  return (word1 & SETTLED) !== 0;
}

export function hashOfEntry(entry: PackedEntry): Hash {
  return { upper: entry[0]!, lower: entry[3]! & 0xffff };
}

export function isTombstone(word1: number): boolean {
  return (word1 & TOMBSTONE) !== 0;
}

/** Whether a purge may take the entry one day: a tombstone, or a record that expires. */
export function isMortal(word1: number): boolean {
  return (word1 & (TOMBSTONE | EXPIRES)) !== 0;
}
