import type { SuspicionBounds } from './swim-options.ts';

const MOST_EXTENSIONS = 4;

/**
 * One suspicion of one member in one incarnation (Lifeguard IV-B). It starts with a long timeout, in
 * case the accuser is the slow one, which shrinks as others confirm independently:
 *
 *     max |*
 *         |  *            timeout = max - (max - min) * log(C + 1) / log(K + 1)
 *         |     *         C confirmations so far, K expected
 *     min |         *
 *         +-------------
 *          0  1  2  3  C
 */
export class Suspicion {
  readonly incarnation: number;
  /** When the member is to be asked once more before the verdict; undefined: not any more. */
  lastCallMs: number | undefined;
  readonly #bounds: SuspicionBounds;
  readonly #accusers = new Set<string>();
  readonly #startMs: number;
  #deadlineMs: number;
  #extensions = 0;
  /** Not before this, since the member itself was heard of. */
  #earliestMs = -Infinity;

  constructor(incarnation: number, accuser: string, bounds: SuspicionBounds, nowMs: number) {
    this.incarnation = incarnation;
    this.#accusers.add(accuser);
    this.#bounds = bounds;
    this.#startMs = nowMs;
    this.#deadlineMs = nowMs + this.#timeoutMs();
  }

  /** When the member is declared dead, unless it refutes first; on the monotonic clock. */
  get deadlineMs(): number {
    return this.#deadlineMs;
  }

  /** Who has accused it, the first one first; those beyond the needed confirmations aren't noted. */
  get accusers(): readonly string[] {
    return [...this.#accusers];
  }

  /** Counts another accuser. False: already counted, or enough have confirmed. */
  confirm(accuser: string): boolean {
    if (this.#accusers.size > this.#bounds.confirmations || this.#accusers.has(accuser)) return false;
    this.#accusers.add(accuser);
    const earlierMs = Math.min(this.#deadlineMs, this.#startMs + this.#timeoutMs());
    this.#deadlineMs = Math.max(earlierMs, this.#earliestMs);
    return true;
  }

  /**
   * The member itself has said something, whatever it was: it is alive at this moment, and its refutation may have been lost. Grants
   * at least the shortest timeout from now. False, and unchanged, where most of that is left.
   */
  sustain(nowMs: number): boolean {
    if (this.#deadlineMs >= nowMs + this.#bounds.minMs / 2) return false;
    this.#earliestMs = nowMs + this.#bounds.minMs;
    this.#deadlineMs = this.#earliestMs;
    return true;
  }

  /**
   * Another has come to its verdict. True: it is to be believed, since the member had half of the shortest timeout to refute, and nothing was heard of it. Else
   * this ends as soon as that is so.
   */
  condemn(nowMs: number): boolean {
    const soonestMs = Math.max(this.#startMs + this.#bounds.minMs / 2, this.#earliestMs);
    if (soonestMs <= nowMs) return true;
    this.#deadlineMs = Math.min(this.#deadlineMs, soonestMs);
    return false;
  }

  /**
   * Grants the member the shortest timeout once more, because this node was asleep when the deadline
   * passed: what the member said may lie unread. False, and unchanged, where that was granted often enough: somebody who
   * is always late must come to a verdict, too.
   */
  extend(nowMs: number): boolean {
    if (this.#extensions === MOST_EXTENSIONS) return false;
    this.#extensions++;
    this.#deadlineMs = nowMs + this.#bounds.minMs;
    return true;
  }

  #timeoutMs(): number {
    const { minMs, maxMs, confirmations } = this.#bounds;
    if (confirmations < 1) return minMs;
    const confirmed = Math.log(this.#accusers.size) / Math.log(confirmations + 1);
    return Math.max(minMs, maxMs - (maxMs - minMs) * confirmed);
  }
}
