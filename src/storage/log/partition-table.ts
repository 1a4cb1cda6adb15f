import { type Hash, type PackedEntry, type Place, REST_MASK, WORDS, isTombstone } from './packed-entry.ts';

const MAX_LOAD = 0.85;
const GROWTH = 1.3;
const FIRST_CAPACITY = 8;
const NO_SLOT = -1;

/**
 * The index of one partition: open addressing in one typed array outside the JavaScript heap, in order.
 *
 *     home(hash) = hash / 2^32 * capacity
 *
 *     | a |   | c | d | e |   |   | h | ... | slack |
 *           ^ home of c, d and e: they stand one behind the other in the order of their hashes
 *
 * Invariant: the used slots are sorted by hash, and no slot between an entry's home and the entry is
 * free. So a search starts at the home and ends at the first free slot or the first higher hash, and
 * walking the array visits the partition in the order of its tokens. (Linear probing with ordered
 * insertion, Amble and Knuth 1974, with a hash that keeps the order of the keys.)
 *
 * Different keys may share a hash: the table holds them side by side and the caller tells them apart.
 */
export class PartitionTable {
  #words = new Uint32Array(0);
  #capacity = 0;
  #count = 0;
  #tombstones = 0;

  /** Entries, tombstones included. */
  get count(): number {
    return this.#count;
  }

  get tombstones(): number {
    return this.#tombstones;
  }

  get sizeBytes(): number {
    return this.#words.byteLength;
  }

  /** The first slot that may hold this hash; whether it does, `hasHash` says, and of the slots behind it too. */
  seek(hash: Hash): number {
    let slot = this.#home(hash.first);
    while (this.#isUsed(slot) && this.#isBelow(slot, hash)) slot++;
    return slot;
  }

  /** Whether the slot is used, by an entry of this hash. */
  hasHash(slot: number, hash: Hash): boolean {
    const at = slot * WORDS;
    const rest = this.#words[at + 1] ?? 0;
    return rest !== 0 && this.#words[at] === hash.first && (rest & REST_MASK) >>> 0 === hash.rest;
  }

  /** The hash of a used slot. */
  hash(slot: number): Hash {
    return { first: this.word(slot, 0), rest: (this.word(slot, 1) & REST_MASK) >>> 0 };
  }

  /** The slot of the entry that is at this place; undefined where none is. */
  slotAt(hash: Hash, place: Omit<Place, 'length'>): number | undefined {
    for (let slot = this.seek(hash); this.hasHash(slot, hash); slot++) {
      if (this.word(slot, 2) === place.offset && this.word(slot, 3) >>> 16 === place.segmentSlot) return slot;
    }
    return undefined;
  }

  /** The first used slot at or behind this one; undefined at the end. */
  nextUsed(slot: number): number | undefined {
    const slots = this.#words.length / WORDS;
    for (let next = slot; next < slots; next++) if (this.#isUsed(next)) return next;
    return undefined;
  }

  /** One of the six words of a used slot. */
  word(slot: number, word: number): number {
    return this.#words[slot * WORDS + word]!;
  }

  /** Copies a used slot. */
  load(slot: number, target: PackedEntry): void {
    const at = slot * WORDS;
    for (let word = 0; word < WORDS; word++) target[word] = this.#words[at + word]!;
  }

  /** Puts another entry of the same key in its slot. */
  replace(slot: number, entry: PackedEntry): void {
    this.#tombstones += tombstone(entry[1]!) - tombstone(this.word(slot, 1));
    this.#words.set(entry, slot * WORDS);
  }

  /** Adds a key. Every slot number given out before is void. */
  insert(entry: PackedEntry): void {
    if (this.#count + 1 > this.#capacity * MAX_LOAD) {
      this.#rebuild(Math.max(FIRST_CAPACITY, Math.ceil(this.#capacity * GROWTH)), slackFor(this.#capacity));
    }
    const hash: Hash = { first: entry[0]!, rest: (entry[1]! & REST_MASK) >>> 0 };
    let slot = this.seek(hash);
    let free = this.#firstFree(slot);
    while (free === NO_SLOT) {
      // Many hashes at the very end of the range: more slack behind the same homes.
      this.#rebuild(this.#capacity, (this.#words.length / WORDS - this.#capacity) * 2);
      slot = this.seek(hash);
      free = this.#firstFree(slot);
    }
    this.#words.copyWithin((slot + 1) * WORDS, slot * WORDS, free * WORDS);
    this.#words.set(entry, slot * WORDS);
    this.#count++;
    this.#tombstones += tombstone(entry[1]!);
  }

  /** Takes an entry out. Every slot number given out before is void. */
  remove(slot: number): void {
    this.#count--;
    this.#tombstones -= tombstone(this.word(slot, 1));
    let end = slot + 1;
    while (this.#isUsed(end) && this.#home(this.word(end, 0)) < end) end++;
    this.#words.copyWithin(slot * WORDS, (slot + 1) * WORDS, end * WORDS);
    this.#words.fill(0, (end - 1) * WORDS, end * WORDS);
  }

  /** Gives the memory back. */
  clear(): void {
    this.#words = new Uint32Array(0);
    this.#capacity = this.#count = this.#tombstones = 0;
  }

  #home(first: number): number {
    return Math.floor((first * this.#capacity) / 2 ** 32);
  }

  #isUsed(slot: number): boolean {
    return (this.#words[slot * WORDS + 1] ?? 0) !== 0;
  }

  #isBelow(slot: number, hash: Hash): boolean {
    const first = this.word(slot, 0);
    return first < hash.first || (first === hash.first && (this.word(slot, 1) & REST_MASK) >>> 0 < hash.rest);
  }

  #firstFree(from: number): number {
    const slots = this.#words.length / WORDS;
    for (let slot = from; slot < slots; slot++) if (!this.#isUsed(slot)) return slot;
    return NO_SLOT;
  }

  /** Lays the entries out anew; they are in order already, so one pass does it. */
  #rebuild(capacity: number, slack: number): void {
    const old = this.#words;
    // Behind the last home there is room for every entry in the worst case only; `slack` is the usual one.
    let words = new Uint32Array((capacity + slack) * WORDS);
    this.#capacity = capacity;
    let next = 0;
    for (let at = 0; at < old.length; at += WORDS) {
      if (old[at + 1] === 0) continue;
      next = Math.max(next, this.#home(old[at]!));
      if ((next + 1) * WORDS > words.length) {
        const longer = new Uint32Array(words.length + slack * WORDS);
        longer.set(words);
        words = longer;
      }
      words.set(old.subarray(at, at + WORDS), next * WORDS);
      next++;
    }
    this.#words = words;
  }
}

function slackFor(capacity: number): number {
  return Math.max(8, Math.min(128, capacity >>> 3));
}

function tombstone(word1: number): number {
  return isTombstone(word1) ? 1 : 0;
}
