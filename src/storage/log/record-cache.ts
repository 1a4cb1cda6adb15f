import type { Key } from '../../version/key.ts';
import type { Record } from '../../version/record.ts';
import type { Segment } from './segment.ts';

/** Values up to this size are kept: larger ones cost more memory than the pread that they save. */
const VALUE_BYTES_MAX = 512;

/** A record with the place of its entry. An entry never changes, so it is the key's present one while the index names that place. */
export interface CachedRecord {
  readonly record: Record;
  readonly segment: Segment;
  readonly offset: number;
}

/**
 * Small records that were read or written lately, in a table with one place for each (direct-mapped): what is used most
 * stays, and a read of it needs no system call. Whether an entry is still the newest only the index knows.
 */
export class RecordCache {
  readonly #slots: (CachedRecord | undefined)[];
  readonly #mask: number;

  /** @param slots records kept at most; a power of two, or 0 for none. Each takes about 0.5 KiB with a value of 100 bytes. */
  constructor(slots: number) {
    this.#slots = new Array<CachedRecord | undefined>(slots).fill(undefined);
    this.#mask = slots - 1;
  }

  get(key: Key): CachedRecord | undefined {
    const cached = this.#slots[key.tokenLow & this.#mask];
    return cached?.record.key.text === key.text ? cached : undefined;
  }

  put(record: Record, segment: Segment, offset: number): void {
    if (this.#slots.length === 0 || (record.value?.length ?? 0) > VALUE_BYTES_MAX) return;
    // A copy of its own: the value may be a small part of a large buffer.
    const value = record.value && new Uint8Array(record.value);
    this.#slots[record.key.tokenLow & this.#mask] = { record: { ...record, value }, segment, offset };
  }

  /** Entries at the tail were taken back, and others will come to stand where they stood. */
  clear(): void {
    this.#slots.fill(undefined);
  }
}
