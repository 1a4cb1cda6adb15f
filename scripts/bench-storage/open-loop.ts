import type { Store } from './contender.ts';
import { keyOfNumber, looksRight, randomNumber, valueOfNumber } from './data-set.ts';
import { Sample } from './sample.ts';

const OVERWRITES_IN_FLIGHT_MOST = 4096;

export interface OpenLoopOptions {
  readonly store: Store;
  readonly keys: number;
  readonly durationMs: number;
  readonly getsPerSecond: number;
  /** 0: gets alone. */
  readonly overwritesPerSecond: number;
}

export interface Served {
  /** From when a get was due to its answer, in us. */
  readonly latencies: Sample;
  readonly overwritesPerSecond: number;
}

/**
 * Requests come when they are due, whether or not those before have been answered, as a server's clients send them: what holds the
 * event loop up delays every get that is due meanwhile. A closed loop would count such a pause once.
 */
export class OpenLoop {
  readonly #options: OpenLoopOptions;
  readonly #latencies = new Sample();
  readonly #startedMs = performance.now();
  #gets = 0;
  #overwrites = 0;
  #underWay = 0;
  #failure: { readonly reason: unknown } | undefined;

  private constructor(options: OpenLoopOptions) {
    this.#options = options;
  }

  /** Resolves when its time is over and every overwrite is on disk. @throws what a get or an overwrite threw */
  static async run(options: OpenLoopOptions): Promise<Served> {
    const loop = new OpenLoop(options);
    while (loop.#turn()) await new Promise(setImmediate);
    const overwrites = loop.#overwrites - loop.#underWay;
    while (loop.#underWay > 0) await new Promise(setImmediate);
    if (loop.#failure !== undefined) throw loop.#failure.reason;
    return {
      latencies: loop.#latencies,
      overwritesPerSecond: overwrites / (options.durationMs / 1000),
    };
  }

  /** Does what is due, the oldest first. Whether there is more to come. */
  #turn(): boolean {
    const { durationMs } = this.#options;
    const elapsedMs = performance.now() - this.#startedMs;
    const untilMs = Math.min(elapsedMs, durationMs);
    for (;;) {
      const getMs = this.#dueMs(this.#gets, this.#options.getsPerSecond);
      const isFull = this.#underWay >= OVERWRITES_IN_FLIGHT_MOST;
      const overwriteMs = isFull
        ? Infinity
        : this.#dueMs(this.#overwrites, this.#options.overwritesPerSecond);
      if (Math.min(getMs, overwriteMs) > untilMs) break;
      if (getMs <= overwriteMs) this.#get(getMs);
      else this.#overwrite();
    }
    return elapsedMs < durationMs && this.#failure === undefined;
  }

  /** When the next is due after so many, from the start. */
  #dueMs(done: number, perSecond: number): number {
    return ((done + 1) * 1000) / perSecond;
  }

  #get(dueMs: number): void {
    const { store, keys } = this.#options;
    this.#gets++;
    const value = store.get(keyOfNumber(randomNumber(keys)));
    this.#latencies.add((performance.now() - this.#startedMs - dueMs) * 1000);
    if (!looksRight(value)) this.#failure ??= { reason: new Error('a key was not found') };
  }

  #overwrite(): void {
    const { store, keys } = this.#options;
    const number = randomNumber(keys);
    this.#underWay++;
    this.#overwrites++;
    store.put(keyOfNumber(number), valueOfNumber(number, this.#overwrites)).then(
      () => {
        this.#underWay--;
      },
      (reason: unknown) => {
        this.#underWay--;
        this.#failure ??= { reason };
      },
    );
  }
}
