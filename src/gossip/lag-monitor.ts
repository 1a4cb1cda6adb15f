import type { Clock } from '../base/clock.ts';
import type { Timer, Timers } from '../base/timers.ts';

/** Often enough to notice a stall before a suspicion rests on it, seldom enough to cost nothing. */
const INTERVAL_MS = 100;

/** Less is ordinary scheduling. */
const LEAST_LAG_MS = 50;

/**
 * Measures how late this node's own event loop runs: when it is busy it must not blame its neighbours
 * for answers that lie unread.
 */
export class LagMonitor {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #onLag: (lagMs: number) => void;
  #timer: Timer | undefined;

  constructor(clock: Clock, timers: Timers, onLag: (lagMs: number) => void) {
    this.#clock = clock;
    this.#timers = timers;
    this.#onLag = onLag;
  }

  start(): void {
    const dueMs = this.#clock.monotonicMs() + INTERVAL_MS;
    this.#timer = this.#timers.after(INTERVAL_MS, () => {
      const lagMs = this.#clock.monotonicMs() - dueMs;
      this.start();
      if (lagMs >= LEAST_LAG_MS) this.#onLag(lagMs);
    });
  }

  stop(): void {
    this.#timer?.cancel();
  }
}
