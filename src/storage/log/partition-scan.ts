import { StarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Record } from '../../version/record.ts';
import type { ScanPage, ScanRequest, Token } from '../engine.ts';
import { keyAt, recordAt } from './format.ts';
import type { KeyIndex } from './key-index.ts';
import type { IndexTable } from './index-table.ts';

/**
 * One page of a partition, read in slices so that a long one doesn't hold up everything else. Between slices the
 * tables may change; the scan goes on from the last token it saw, so that doesn't matter.
 */
export class PartitionScan {
  readonly #index: KeyIndex;
  readonly #tables: readonly IndexTable[];
  readonly #limitBytes: number;
  readonly #records: Record[] = [];
  #sizeBytes = 0;
  #after: Token | undefined;
  /** Which of the tables is being read. */
  #at = 0;
  #more = true;

  /** @throws StarlingError INVALID_ARGUMENT where it is to go on behind a token of another partition */
  constructor(index: KeyIndex, { partition, after, limitBytes }: ScanRequest) {
    this.#index = index;
    this.#tables = index.tablesOf(partition);
    this.#limitBytes = limitBytes;
    this.#after = after;
    if (after === undefined) return;
    this.#at = this.#tables.indexOf(index.tableOfToken(after.high));
    if (this.#at >= 0) return;
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `a scan of partition ${partition} can't go on behind a token of another partition`,
      { partition },
    );
  }

  get page(): ScanPage {
    return { records: this.#records, next: this.#more ? this.#after : undefined };
  }

  /** Reads on. 'done' where the page is full or the partition at its end. @throws StarlingError CORRUPTION */
  readSlice(): 'more' | 'done' {
    const until = this.#records.length + LIMITS.scanSliceRecords;
    let slot = this.#first();
    while (slot !== undefined && this.#records.length < until && this.#sizeBytes < this.#limitBytes) {
      slot = this.#usedFrom(this.#readSameHash(slot));
    }
    this.#more = slot !== undefined;
    return this.#more && this.#sizeBytes < this.#limitBytes ? 'more' : 'done';
  }

  get #table(): IndexTable {
    return this.#tables[this.#at]!;
  }

  #first(): number | undefined {
    if (this.#after === undefined) return this.#usedFrom(0);
    const token = { tokenHigh: this.#after.high, tokenLow: this.#after.low };
    // Once this table was read to its end the scan is in a later one, which is all behind that token.
    const isInIt = this.#table === this.#index.tableOfToken(token.tokenHigh);
    return this.#usedFrom(isInIt ? this.#table.seek(this.#index.hashOf(token)) : 0);
  }

  /** The first used slot at or behind this one, in a later table where this one has no more; undefined at the end. */
  #usedFrom(slot: number): number | undefined {
    let used = this.#table.nextUsed(slot);
    while (used === undefined && this.#at < this.#tables.length - 1) {
      this.#at++;
      used = this.#table.nextUsed(0);
    }
    return used;
  }

  /** Takes all keys of one hash, those of one token among them, sorted by token. Gives the slot behind them. */
  #readSameHash(first: number): number {
    const hash = this.#table.hash(first);
    const found: Record[] = [];
    let slot = first;
    for (; this.#table.hasHash(slot, hash); slot++) {
      if (this.#table.isSettled(slot)) continue;
      const { block, at, head } = this.#index.load(this.#table, slot);
      const token = { high: head.tokenHigh, low: head.tokenLow };
      if (this.#after !== undefined && compareTokens(token, this.#after) <= 0) continue;
      found.push(recordAt(block, at, head, keyAt(block, at, head)));
    }
    found.sort((a, b) => compareTokens(tokenOf(a), tokenOf(b)));
    for (const record of found) this.#take(record);
    return slot;
  }

  #take(record: Record): void {
    this.#records.push(record);
    this.#sizeBytes += record.key.bytes.length + (record.value?.length ?? 0);
    this.#after = tokenOf(record);
  }
}

function tokenOf(record: Record): Token {
  return { high: record.key.tokenHigh, low: record.key.tokenLow };
}

function compareTokens(a: Token, b: Token): number {
  return a.high - b.high || a.low - b.low;
}
