import type { Clock } from '../base/clock.ts';

/** Least time between two lines of one kind. */
const PAUSE_MS = 1000;

/** Lines of one kind in a row that are all written: a peer that is set up wrongly says so in more than one way. */
const BURST = 5;

/**
 * Keeps lines that others cause from filling the disk: of each kind a few at once, then one a second, which says how many
 * there were.
 */
export class Seldom {
  readonly #clock: Clock;
  readonly #kinds = new Map<string, { left: number; atMs: number; untold: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Whether to write a line of this kind now: gives how many were left out since the last one, or undefined where it is
   * to be left out, too. The kinds are few and written in this folder.
   */
  untold(kind: string): number | undefined {
    const nowMs = this.#clock.monotonicMs();
    const known = this.#kinds.get(kind) ?? { left: BURST, atMs: nowMs, untold: 0 };
    this.#kinds.set(kind, known);
    const earned = Math.floor((nowMs - known.atMs) / PAUSE_MS);
    known.left = Math.min(BURST, known.left + earned);
    known.atMs += earned * PAUSE_MS;
    if (known.left === 0) {
      known.untold++;
      return undefined;
    }
    known.left--;
    const { untold } = known;
    known.untold = 0;
    return untold;
  }
}
