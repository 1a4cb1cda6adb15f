import type { Clock } from '../base/clock.ts';
import { LIMITS } from '../base/limits.ts';
import type { Timer, Timers } from '../base/timers.ts';

/** Only the last so many beats matter: what waited while nobody read is read in the few iterations of the event loop after that. */
const BEATS = 5;

/**
 * How long the process was just held up: stopped by a signal, frozen with its virtual machine, or busy with one thing.
 *
 * Whatever came meanwhile waited in sockets, and its sender may have given up since. Sockets are read before timers run, so while that is read the beats are late:
 *
 *     beat  beat  beat  |------- stopped -------| reads  beat  beat  beat
 *       \_________________________________________/      by as much as those beats take longer than they should
 */
export class HoldUps {
  readonly #clock: Pick<Clock, 'monotonicMs'>;
  readonly #timers: Timers;
  /** When the last beats were, the oldest first. */
  #beats: readonly number[] = [];
  #timer: Timer | undefined;

  constructor(clock: Pick<Clock, 'monotonicMs'>, timers: Timers) {
    this.#clock = clock;
    this.#timers = timers;
  }

  start(): void {
    const nowMs = this.#clock.monotonicMs();
    // As if it had begun long ago.
    this.#beats = Array.from({ length: BEATS }, (_, i) => nowMs - (BEATS - 1 - i) * LIMITS.holdUpBeatMs);
    this.#plan();
  }

  stop(): void {
    this.#timer?.cancel();
  }

  /** What is read now came that long ago at most, to two beats; 0 before `start`. */
  lastedMs(): number {
    const [oldestMs = Infinity] = this.#beats;
    return Math.max(0, this.#clock.monotonicMs() - oldestMs - BEATS * LIMITS.holdUpBeatMs);
  }

  #plan(): void {
    this.#timer = this.#timers.after(LIMITS.holdUpBeatMs, () => {
      this.#beats = [...this.#beats.slice(1), this.#clock.monotonicMs()];
      this.#plan();
    });
  }
}
