import type { Clock } from '../base/clock.ts';
import { LIMITS } from '../base/limits.ts';

/**
 * Peers that passed on a forgery, from which nothing is taken for `LIMITS.barredMs`: coming back must cost them something.
 * Of more than `LIMITS.barredPeers` the first is let in again.
 */
export class BarredPeers {
  readonly #clock: Clock;
  /** Until when; the first barred one first. */
  readonly #untilMs = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(peer: string): void {
    this.#untilMs.delete(peer);
    this.#untilMs.set(peer, this.#clock.monotonicMs() + LIMITS.barredMs);
    if (this.#untilMs.size > LIMITS.barredPeers) this.#untilMs.delete(this.#untilMs.keys().next().value!);
  }

  has(peer: string): boolean {
    return (this.#untilMs.get(peer) ?? -Infinity) > this.#clock.monotonicMs();
  }
}
