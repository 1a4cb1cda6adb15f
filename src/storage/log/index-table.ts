import {
  type Hash,
  type PackedEntry,
  type Place,
  WORDS,
  hashOfEntry,
  isMortal,
  isSettled,
  isTombstone,
  lengthOf,
  placeOf,
  settle,
} from './packed-entry.ts';

const MAX_LOAD = 0.85;
const GROWTH = 1.3;
const FIRST_CAPACITY = 8;
/** How full a table is that was loaded whole: halfway between just grown and about to grow. */
const LOADED_LOAD = 0.75;
const NO_WORDS = new Uint32Array(0);

/** A used slot of a table; void after the next insertion or removal there. */
export interface IndexSlot {
  readonly table: IndexTable;
  readonly slot: number;
}

/**
 * One table of the index: open addressing in one typed array outside the JavaScript heap, in order.
 *
 *     home(hash) = upper 32 bits of the hash / 2^32 * capacity
 *
 *     | a |   | c | d | e |   |   | h | ... | slack |
 *           ^ home of c, d and e: they stand one behind the other in the order of their hashes
 *
 * Invariant: the used slots are sorted by hash, and no slot between an entry's home and the entry is
 * free. So a search starts at the home and ends at the first free slot or the first higher hash, and
 * walking the array visits the entries in the order of their tokens. (Linear probing with ordered
 * insertion, Amble and Knuth 1974, with a hash that keeps the order of the keys.)
 *
 * Different keys may share a hash: the table holds them side by side and the caller tells them apart.
 */
export class IndexTable {
  #words: Uint32Array = NO_WORDS;
  #capacity = 0;
  #count = 0;
  #tombstones = 0;
  #settled = 0;
  #settledBytes = 0;

  /** Entries that aren't settled (packed-entry.ts), tombstones included. */
  get records(): number {
    return this.#count - this.#settled;
  }

  /** Those of them that are tombstones. */
  get tombstones(): number {
    return this.#tombstones;
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  get settled(): number {
    return this.#settled;
  }

  /** Lengths in the log of those that are settled. */
  get settledBytes(): number {
    return this.#settledBytes;
  }

  get sizeBytes(): number {
    return this.#words.byteLength;
  }

  /** The first slot that may hold this hash; whether it does, `hasHash` says, and of the slots behind it too. */
  seek(hash: Hash): number {
    let slot = this.#home(hash.upper);
    while (this.#isUsed(slot) && this.#isBelow(slot, hash)) slot++;
    return slot;
  }

  /** Whether the slot is used, by an entry of this hash. */
  hasHash(slot: number, hash: Hash): boolean {
    const at = slot * WORDS;
    if (!this.#isUsed(slot)) return false;
    return this.#words[at] === hash.upper && (this.#words[at + 3]! & 0xffff) === hash.lower;
  }

  /** The slot of the entry that is at this place; undefined where none is. */
  slotAt(hash: Hash, { segmentSlot, offset }: Omit<Place, 'length'>): number | undefined {
    for (let slot = this.seek(hash); this.hasHash(slot, hash); slot++) {
      const place = this.place(slot);
      if (place.offset === offset && place.segmentSlot === segmentSlot) return slot;
    }
    return undefined;
  }

  /** The first used slot at or behind this one; undefined at the end. */
  nextUsed(slot: number): number | undefined {
    const slots = this.#slots();
    for (let next = slot; next < slots; next++) if (this.#isUsed(next)) return next;
    return undefined;
  }

  /** The hash in a used slot. */
  hash(slot: number): Hash {
    const at = slot * WORDS;
    return { upper: this.#words[at]!, lower: this.#words[at + 3]! & 0xffff };
  }

  /** Where the entry of a used slot is. */
  place(slot: number): Place {
    const at = slot * WORDS;
    return placeOf(this.#words[at + 1]!, this.#words[at + 2]!, this.#words[at + 3]!);
  }

  /** Whether a purge may take the entry of a used slot one day. */
  isMortal(slot: number): boolean {
    return isMortal(this.#words[slot * WORDS + 1]!);
  }

  /** Whether the entry of a used slot is settled (packed-entry.ts). */
  isSettled(slot: number): boolean {
    return isSettled(this.#words[slot * WORDS + 1]!);
  }

  settle(slot: number): void {
    this.#tally(this.#words[slot * WORDS + 1]!, -1);
    settle(this.#words, slot * WORDS);
    this.#tally(this.#words[slot * WORDS + 1]!, 1);
  }

  /** Copies a used slot to `at` of `target`. */
  copyEntry(slot: number, target: Uint32Array, at: number): void {
    for (let word = 0; word < WORDS; word++) target[at + word] = this.#words[slot * WORDS + word]!;
  }

  /** A copy of a used slot. */
  entry(slot: number): PackedEntry {
    return this.#words.slice(slot * WORDS, (slot + 1) * WORDS);
  }

  /** Puts another entry of the same key in its slot. */
  replace(slot: number, entry: PackedEntry): void {
    this.#tally(this.#words[slot * WORDS + 1]!, -1);
    this.#tally(entry[1]!, 1);
    this.#words.set(entry, slot * WORDS);
  }

  /** Adds a key. Every slot number given out before is void. */
  insert(entry: PackedEntry): void {
    if (this.#count + 1 > this.#capacity * MAX_LOAD) {
      const capacity = Math.max(FIRST_CAPACITY, Math.ceil(this.#capacity * GROWTH));
      this.#rebuild(capacity, slackFor(capacity));
    }
    const hash = hashOfEntry(entry);
    let slot = this.seek(hash);
    let free = this.#firstFree(slot);
    while (free === undefined) {
      // Many hashes at the very end of the range: more slack behind the same homes.
      this.#rebuild(this.#capacity, (this.#slots() - this.#capacity) * 2);
      slot = this.seek(hash);
      free = this.#firstFree(slot);
    }
    this.#words.copyWithin((slot + 1) * WORDS, slot * WORDS, free * WORDS);
    this.#words.set(entry, slot * WORDS);
    this.#count++;
    this.#tally(entry[1]!, 1);
  }

  /** Takes an entry out. Every slot number given out before is void. */
  remove(slot: number): void {
    this.#count--;
    this.#tally(this.#words[slot * WORDS + 1]!, -1);
    let end = slot + 1;
    while (this.#isUsed(end) && this.#home(this.#words[end * WORDS]!) < end) end++;
    this.#words.copyWithin(slot * WORDS, (slot + 1) * WORDS, end * WORDS);
    this.#words.fill(0, (end - 1) * WORDS, end * WORDS);
  }

  /** Forgets everything and gives the memory back. */
  clear(): void {
    this.#words = NO_WORDS;
    this.#capacity = this.#count = this.#tombstones = this.#settled = this.#settledBytes = 0;
  }

  /** A copy of all entries, one behind the other in their order. */
  dump(): Uint32Array {
    const dumped = new Uint32Array(this.#count * WORDS);
    let to = 0;
    for (let at = 0; at < this.#words.length; at += WORDS) {
      if (this.#words[at + 1] === 0) continue;
      for (let word = 0; word < WORDS; word++) dumped[to + word] = this.#words[at + word]!;
      to += WORDS;
    }
    return dumped;
  }

  /** Takes in what `dump` gave, in place of all that is here. */
  load(dumped: Uint32Array): void {
    this.clear();
    this.#count = dumped.length / WORDS;
    if (this.#count === 0) return;
    for (let at = 1; at < dumped.length; at += WORDS) this.#tally(dumped[at]!, 1);
    const capacity = Math.max(FIRST_CAPACITY, Math.ceil(this.#count / LOADED_LOAD));
    this.#words = dumped;
    this.#rebuild(capacity, slackFor(capacity));
  }

  /** Counts an entry in, or out with -1. */
  #tally(word1: number, by: 1 | -1): void {
    if (isSettled(word1)) {
      this.#settled += by;
      this.#settledBytes += by * lengthOf(word1);
    } else if (isTombstone(word1)) {
      this.#tombstones += by;
    }
  }

  #slots(): number {
    return this.#words.length / WORDS;
  }

  #home(upper: number): number {
    return Math.floor((upper * this.#capacity) / 2 ** 32);
  }

  #isUsed(slot: number): boolean {
    const at = slot * WORDS + 1;
    return at < this.#words.length && this.#words[at] !== 0;
  }

  #isBelow(slot: number, hash: Hash): boolean {
    const at = slot * WORDS;
    const upper = this.#words[at]!;
    return upper < hash.upper || (upper === hash.upper && (this.#words[at + 3]! & 0xffff) < hash.lower);
  }

  #firstFree(from: number): number | undefined {
    const slots = this.#slots();
    for (let slot = from; slot < slots; slot++) if (!this.#isUsed(slot)) return slot;
    return undefined;
  }

  /** Lays the entries out anew; they are in order already, so one pass does it. */
  #rebuild(capacity: number, slack: number): void {
    const old = this.#words;
    let words = new Uint32Array((capacity + slack) * WORDS);
    this.#capacity = capacity;
    let next = 0;
    for (let at = 0; at < old.length; at += WORDS) {
      if (old[at + 1] === 0) continue;
      next = Math.max(next, this.#home(old[at]!));
      if ((next + 1) * WORDS > words.length) words = lengthened(words, slack * WORDS);
      for (let word = 0; word < WORDS; word++) words[next * WORDS + word] = old[at + word]!;
      next++;
    }
    this.#words = words;
  }
}

/** Slots behind the last home, for entries that the crowd before them pushes out. */
function slackFor(capacity: number): number {
  return Math.max(4, Math.min(64, capacity >>> 3));
}

function lengthened(words: Uint32Array, byWords: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(words.length + byWords);
  longer.set(words);
  return longer;
}
