import type { Clock } from '../base/clock.ts';
import { type Timers, sleep } from '../base/timers.ts';

export interface TransferPaceOptions {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Most bytes in a second, of all that is copied at once; 1 or more. */
  readonly bytesPerSecond: number;
}

/**
 * Shares a rate among those who copy at the same time: each pays for what it has received before it asks for more. Nothing is
 * saved up while nobody copies, so that there is no burst after a rest.
 */
export class TransferPace {
  readonly #on: TransferPaceOptions;
  #bytesPerSecond: number;
  /** When everything that was received so far is paid for, on the monotonic clock. */
  #paidMs = -Infinity;

  constructor(options: TransferPaceOptions) {
    this.#on = options;
    this.#bytesPerSecond = options.bytesPerSecond;
  }

  /** From now on: most bytes in a second, 1 or more. */
  setRate(bytesPerSecond: number): void {
    this.#bytesPerSecond = bytesPerSecond;
  }

  /** Resolves when so many bytes more are within the rate. */
  async pay(sizeBytes: number): Promise<void> {
    const { clock, timers } = this.#on;
    const nowMs = clock.monotonicMs();
    this.#paidMs = Math.max(this.#paidMs, nowMs) + (sizeBytes / this.#bytesPerSecond) * 1000;
    if (this.#paidMs > nowMs) await sleep(timers, this.#paidMs - nowMs);
  }
}
