import type { Clock } from '../base/clock.ts';

/**
 * A pause of what a node compares by itself, which an operator ordered. It always ends by itself, and with the node: it is kept in memory
 * alone, so that nobody has to remember it, and no peer is left for ever without what makes it equal to the others.
 */
export class Pause {
  readonly #clock: Pick<Clock, 'monotonicMs'>;
  #untilMs = 0;

  constructor(clock: Pick<Clock, 'monotonicMs'>) {
    this.#clock = clock;
  }

  /** How long it still is, in ms; 0: there is none. */
  get leftMs(): number {
    return Math.max(0, this.#untilMs - this.#clock.monotonicMs());
  }

  /** It is for so long from now, whatever it was before; with 0 it is over. */
  set(pauseMs: number): void {
    this.#untilMs = this.#clock.monotonicMs() + pauseMs;
  }
}
