import { StarlingError } from '../../base/errors.ts';
import type { Store } from '../../client/store.ts';

/** One kind of request that is measured. */
export interface Workload {
  readonly name: string;
  /** Sends request number n. @throws StarlingError where it failed or was answered wrongly */
  request(n: number): Promise<void>;
}

export interface WorkloadOptions {
  readonly store: Store;
  /** Tells the keys of this run from all others. */
  readonly run: string;
  readonly valueBytes: number;
  /** Keys that are read and overwritten; written before. */
  readonly keys: number;
}

const BATCH = 500;
const BATCHES_AT_ONCE = 4;

/** The requests of the benchmark, on keys of its own. Every answer is checked. */
export class Workloads {
  readonly #options: WorkloadOptions;
  /** Keys that `put` has written: no two requests of a run write the same new key. */
  #written = 0;

  constructor(options: WorkloadOptions) {
    this.#options = options;
  }

  /** Writes the keys that will be read. */
  async prepare(): Promise<void> {
    const { keys, store } = this.#options;
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < keys) {
        const numbers = Array.from({ length: Math.min(BATCH, keys - next) }, (_, index) => next + index);
        next += numbers.length;
        const items = numbers.map((n) => ({ key: this.#key(n), value: this.#value(this.#key(n)) }));
        for (const result of await store.putMany(items)) if (result instanceof StarlingError) throw result;
      }
    };
    await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, worker));
  }

  list(): Workload[] {
    return [
      { name: 'puts of new keys', request: () => this.#putNew() },
      { name: 'puts over old keys', request: (n) => this.#overwrite(n) },
      { name: 'quorum gets', request: (n) => this.#get(n) },
      { name: 'quorum gets of missing keys', request: (n) => this.#getMissing(n) },
    ];
  }

  async #putNew(): Promise<void> {
    const key = `bench:${this.#options.run}:new:${this.#written++}`;
    await this.#options.store.put(key, this.#value(key));
  }

  async #overwrite(n: number): Promise<void> {
    const key = this.#key(scattered(n, this.#options.keys));
    await this.#options.store.put(key, this.#value(key));
  }

  async #get(n: number): Promise<void> {
    const key = this.#key(scattered(n, this.#options.keys));
    const { value } = await this.#options.store.get(key);
    if (value !== this.#value(key))
      throw new StarlingError('CORRUPTION', `${key} has a value that was never written`, { key });
  }

  async #getMissing(n: number): Promise<void> {
    const key = `bench:${this.#options.run}:missing:${n}`;
    const { value } = await this.#options.store.get(key);
    if (value !== undefined)
      throw new StarlingError('CORRUPTION', `${key} exists though nobody wrote it`, { key });
  }

  #key(n: number): string {
    return `bench:${this.#options.run}:${n}`;
  }

  #value(key: string): string {
    return key.padEnd(this.#options.valueBytes, '.').slice(0, this.#options.valueBytes);
  }
}

/** Visits the numbers below `bound` in an order without neighbours, the same at every run. */
function scattered(n: number, bound: number): number {
  return (Math.imul(n, 0x9e3779b1) >>> 0) % bound;
}
