import { LIMITS } from '../../base/limits.ts';
import type { Record } from '../../version/record.ts';
import type { ScanPage, ScanRequest, Token } from '../engine.ts';
import { keyAt, recordAt } from './format.ts';
import type { KeyIndex } from './key-index.ts';
import type { PartitionTable } from './partition-table.ts';

/**
 * One page of a partition, read in slices so that a long one doesn't hold up everything else. Between slices the
 * table may change; the scan goes on from the last token it saw, so that doesn't matter.
 */
export class PartitionScan {
  readonly #index: KeyIndex;
  readonly #table: PartitionTable;
  readonly #limitBytes: number;
  readonly #records: Record[] = [];
  #sizeBytes = 0;
  #after: Token | undefined;
  #more = true;

  constructor(index: KeyIndex, request: ScanRequest) {
    this.#index = index;
    this.#table = index.table(request.partition);
    this.#limitBytes = request.limitBytes;
    this.#after = request.after;
  }

  get page(): ScanPage {
    return { records: this.#records, next: this.#more ? this.#after : undefined };
  }

  /** Reads on. 'done' where the page is full or the partition at its end. @throws StarlingError CORRUPTION */
  readSlice(): 'more' | 'done' {
    const until = this.#records.length + LIMITS.scanSliceRecords;
    let slot = this.#first();
    while (slot !== undefined && this.#records.length < until && this.#sizeBytes < this.#limitBytes) {
      slot = this.#table.nextUsed(this.#readSameHash(slot));
    }
    this.#more = slot !== undefined;
    return this.#more && this.#sizeBytes < this.#limitBytes ? 'more' : 'done';
  }

  #first(): number | undefined {
    if (this.#after === undefined) return this.#table.nextUsed(0);
    const hash = this.#index.hashOf({ tokenHigh: this.#after.high, tokenLow: this.#after.low });
    return this.#table.nextUsed(this.#table.seek(hash));
  }

  /** Takes all keys of one hash, those of one token among them, sorted by token. Gives the slot behind them. */
  #readSameHash(first: number): number {
    const hash = this.#table.hash(first);
    const found: Record[] = [];
    let slot = first;
    for (; this.#table.hasHash(slot, hash); slot++) {
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
