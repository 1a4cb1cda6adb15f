import { LIMITS } from '../base/limits.ts';
import type { Random } from '../base/random.ts';

/**
 * When a peer may be tried again. Each failure doubles the pause, from `LIMITS.redialMinMs` to
 * `LIMITS.redialMaxMs`, less up to half of it at random, so that peers that lost each other at the
 * same moment don't all come back at the same moment.
 */
export class RedialBackoff {
  readonly #random: Random;
  #failures = 0;
  #retryAtMs = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** @param nowMs monotonic time, as in the other methods. */
  mayTry(nowMs: number): boolean {
    return nowMs >= this.#retryAtMs;
  }

  failed(nowMs: number): void {
    const doubled = LIMITS.redialMinMs * 2 ** this.#failures;
    const pauseMs = Math.min(LIMITS.redialMaxMs, doubled);
    if (doubled < LIMITS.redialMaxMs) this.#failures++;
    this.#retryAtMs = nowMs + pauseMs * (1 - this.#random.fraction() / 2);
  }

  /** An open stream ended: the shortest pause, lest a peer that closes each one is dialled in a loop. */
  closed(nowMs: number): void {
    this.#retryAtMs = nowMs + LIMITS.redialMinMs * (1 - this.#random.fraction() / 2);
  }

  /** The peer is there: it may be tried at once. */
  reset(): void {
    this.#failures = 0;
    this.#retryAtMs = 0;
  }
}
