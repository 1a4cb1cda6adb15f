import type { ErrorCode } from '../base/errors.ts';
import { StarlingError } from '../base/errors.ts';
import type { ClientWorld } from './world.ts';

/** Delay before the second attempt and the longest one between two, before jitter. */
const BACKOFF_MS = { first: 20, most: 1000 } as const;

/** An attempt gets half of what is left, so that a peer that hangs leaves time to ask another; but not less than this. */
const LEAST_ATTEMPT_MS = 50;

/** After these a write may have happened, or may still. */
const OUTCOME_UNKNOWN: ReadonlySet<ErrorCode> = new Set(['QUORUM_FAILED', 'TIMEOUT', 'UNAVAILABLE']);

export interface AttemptsOptions {
  readonly timeoutMs: number;
  readonly retries: number;
}

/**
 * The patience of one request: how long the next attempt may take, how long to wait before it, and which error to give
 * in the end. Sending a write again is safe: it is the same value with a later version (last writer wins), so that
 * two attempts that both succeed leave what one would have. A peer that hangs refuses what it finds when it goes on, and doesn't put it above what was
 * written since.
 */
export class Attempts {
  readonly #world: ClientWorld;
  readonly #timeoutMs: number;
  readonly #deadlineMs: number;
  #retriesLeft: number;
  #made = 0;
  #unknown: StarlingError | undefined;

  constructor(world: ClientWorld, options: AttemptsOptions) {
    this.#world = world;
    this.#timeoutMs = options.timeoutMs;
    this.#deadlineMs = world.clock.monotonicMs() + options.timeoutMs;
    this.#retriesLeft = options.retries;
  }

  /** How long the attempt that begins now may take, in ms. */
  begin(): number {
    this.#made++;
    const leftMs = this.#leftMs();
    return this.#retriesLeft === 0 ? leftMs : Math.min(leftMs, Math.max(leftMs / 2, LEAST_ATTEMPT_MS));
  }

  /**
   * Judges an attempt's failure.
   * @param elsewhere whether a peer is left that this request hasn't tried, so that there is no need to wait
   * @returns milliseconds to wait before the next attempt, or the error to give the caller
   */
  afterFailure(error: StarlingError, elsewhere: boolean): number | StarlingError {
    if (OUTCOME_UNKNOWN.has(error.code)) this.#unknown = error;
    if (!error.retryable || this.#retriesLeft === 0) return this.#final(error);
    this.#retriesLeft--;
    const delayMs = this.#delayMs(error, elsewhere);
    return delayMs < this.#leftMs() ? delayMs : this.#timedOut(error);
  }

  #delayMs(error: StarlingError, elsewhere: boolean): number {
    if (elsewhere && (error.code === 'UNAVAILABLE' || error.code === 'TIMEOUT')) return 0;
    const ceilingMs = Math.min(BACKOFF_MS.first * 2 ** (this.#made - 1), BACKOFF_MS.most);
    const askedMs = error.facts['retryAfterMs'];
    const leastMs = typeof askedMs === 'number' ? askedMs : 0;
    return leastMs + ceilingMs * (0.5 + this.#world.random.fraction() / 2);
  }

  /** An answer that nothing was applied only speaks of the last attempt: an earlier one may have been. */
  #final(error: StarlingError): StarlingError {
    if (this.#unknown === undefined || this.#unknown === error || OUTCOME_UNKNOWN.has(error.code))
      return error;
    return new StarlingError(
      this.#unknown.code,
      `${this.#unknown.message}; sent again, it was refused: ${error.message}`,
      { ...this.#unknown.facts, attempts: this.#made },
      error,
    );
  }

  #timedOut(error: StarlingError): StarlingError {
    return new StarlingError(
      'TIMEOUT',
      `not done within ${this.#timeoutMs} ms, in ${this.#made} attempts; the last error: ${error.message}`,
      { timeoutMs: this.#timeoutMs, attempts: this.#made },
      error,
    );
  }

  #leftMs(): number {
    return this.#deadlineMs - this.#world.clock.monotonicMs();
  }
}
