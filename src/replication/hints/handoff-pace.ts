import type { Clock } from '../../base/clock.ts';

/** The rate is raised at most as often as this, and lowered at most as often as that: what made answers slow takes a moment to pass. */
const RAISE_AFTER_MS = 1000;
const LOWER_AFTER_MS = 250;
/** From here to the limit it takes three seconds. */
const FIRST_PART = 1 / 8;
const LEAST_PER_SECOND = 8;
/** What wasn't sent for want of a timer is made up for, but no more than this. */
const BURST_MS = 10;
/** An answer is slow that took so many times as long as the fastest, and so long beside that; at so many the peer is busy. */
const SLOW = { times: 3, extraMs: 20, part: 0.05 };

/**
 * How fast hints are returned to one peer, which has clients to serve. Starts low; doubles after every second in which all
 * was well, up to the limit, and halves when answers get slow, by the standard of the fastest (as LEDBAT, RFC 6817, does), or the peer
 * says that it is overloaded.
 */
export class HandoffPace {
  readonly #clock: Clock;
  readonly #mostPerSecond: number;
  #perSecond: number;
  #nextMs = -Infinity;
  #changedMs: number;
  #fastestMs = Infinity;
  #answers = 0;
  #slow = 0;
  #isLowered = false;

  constructor(clock: Clock, mostPerSecond: number) {
    this.#clock = clock;
    this.#mostPerSecond = mostPerSecond;
    this.#perSecond = Math.max(LEAST_PER_SECOND, mostPerSecond * FIRST_PART);
    this.#changedMs = clock.monotonicMs();
  }

  /** Records a second, just now. */
  get perSecond(): number {
    return this.#perSecond;
  }

  /** How long to wait before the next record is sent, in whole ms; 0: now. */
  delayMs(): number {
    return Math.max(0, Math.ceil(this.#nextMs - this.#clock.monotonicMs()));
  }

  /** One of this weight, in records of usual size, was sent. */
  sent(weight: number): void {
    this.#nextMs =
      Math.max(this.#nextMs, this.#clock.monotonicMs() - BURST_MS) + (weight * 1000) / this.#perSecond;
  }

  answered(tookMs: number): void {
    this.#fastestMs = Math.min(this.#fastestMs, tookMs);
    this.#answers++;
    if (tookMs > this.#fastestMs * SLOW.times + SLOW.extraMs) this.#slow++;
    const forMs = this.#unchangedForMs();
    const isSlow = this.#slow > this.#answers * SLOW.part;
    if (isSlow && forMs >= LOWER_AFTER_MS) this.#change(this.#half());
    else if (!isSlow && forMs >= RAISE_AFTER_MS)
      this.#change(Math.min(this.#mostPerSecond, this.#perSecond * 2));
  }

  /** The peer refused one because it has too much to do. */
  overloaded(): void {
    // Those that were in flight together say the same thing.
    if (this.#isLowered && this.#unchangedForMs() < LOWER_AFTER_MS) return;
    this.#change(this.#half());
    this.#isLowered = true;
  }

  #unchangedForMs(): number {
    return this.#clock.monotonicMs() - this.#changedMs;
  }

  #half(): number {
    return Math.max(LEAST_PER_SECOND, this.#perSecond / 2);
  }

  #change(perSecond: number): void {
    this.#isLowered = perSecond < this.#perSecond;
    this.#perSecond = perSecond;
    this.#changedMs = this.#clock.monotonicMs();
    this.#answers = this.#slow = 0;
  }
}
