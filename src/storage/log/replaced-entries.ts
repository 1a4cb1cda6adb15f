import type { IndexSlot } from './index-table.ts';
import { type PackedEntry, WORDS } from './packed-entry.ts';

const FIRST_ITEMS = 64;
/** An offset and an entry. */
const ITEM_WORDS = 1 + WORDS;

/** Entries of the index that those of a batch took the place of, in the order of the batch. In one array: there are many, and few are ever needed. */
export class ReplacedEntries {
  #words = new Uint32Array(0);
  #used = 0;

  /** Notes what is in the slot now, before the entry at this offset of the segment takes its place. */
  note(offset: number, { table, slot }: IndexSlot): void {
    if (this.#used === this.#words.length) this.#grow();
    this.#words[this.#used] = offset;
    table.copyEntry(slot, this.#words, this.#used + 1);
    this.#used += ITEM_WORDS;
  }

  /** Takes out what was noted last, where that was for this offset. */
  takeLast(offset: number): PackedEntry | undefined {
    const at = this.#used - ITEM_WORDS;
    if (at < 0 || this.#words[at] !== offset) return undefined;
    this.#used = at;
    return this.#words.slice(at + 1, at + ITEM_WORDS);
  }

  #grow(): void {
    const longer = new Uint32Array(Math.max(FIRST_ITEMS * ITEM_WORDS, this.#words.length * 2));
    longer.set(this.#words);
    this.#words = longer;
  }
}
