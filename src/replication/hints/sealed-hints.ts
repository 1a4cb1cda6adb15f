import { LIMITS } from '../../base/limits.ts';
import type { ScanPage, StorageEngine, Token } from '../../storage/engine.ts';

/**
 * The hints of a log that takes no more, and how far they were handed over. How far is kept in memory alone: after a
 * restart they are handed over from the start, and what the owner has already it acknowledges.
 */
export class SealedHints {
  readonly #engine: StorageEngine;
  /** Of each partition with hints left, the token of the last that was handed over. */
  readonly #left = new Map<number, Token | undefined>();
  #records = 0;

  constructor(engine: StorageEngine, partitions: number) {
    this.#engine = engine;
    for (let partition = 0; partition < partitions; partition++) {
      const records = engine.count(partition);
      if (records === 0) continue;
      this.#left.set(partition, undefined);
      this.#records += records;
    }
  }

  /** Partitions with hints left, ascending. */
  get partitions(): readonly number[] {
    return [...this.#left.keys()];
  }

  /** In these partitions. */
  get records(): number {
    return this.#records;
  }

  /** Records of a partition, those that were handed over already included. */
  count(partition: number): number {
    return this.#engine.count(partition);
  }

  /** Whether a hint with this token has yet to be handed over, if there is one. */
  isLeft(partition: number, { high, low }: Token): boolean {
    if (!this.#left.has(partition)) return false;
    const last = this.#left.get(partition);
    return last === undefined || high > last.high || (high === last.high && low > last.low);
  }

  /** The next hints of a partition. @throws StarlingError CORRUPTION | STOPPED */
  page(partition: number): Promise<ScanPage> {
    return this.#engine.scan({ partition, after: this.#left.get(partition), limitBytes: LIMITS.pageBytes });
  }

  /** The page was acknowledged to its last record. @param next as the page has it: undefined where it was the last */
  advance(partition: number, next: Token | undefined): void {
    if (next === undefined) this.forget(partition);
    else this.#left.set(partition, next);
  }

  forget(partition: number): void {
    if (this.#left.delete(partition)) this.#records -= this.#engine.count(partition);
  }
}
