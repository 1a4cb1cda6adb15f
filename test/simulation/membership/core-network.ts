import type { SeededRandom } from '../world/seeded-random.ts';
import { Routes } from './routes.ts';
import type { SimulatedMember } from './simulated-member.ts';

/** What lies between the members: it delays, loses, splits, and doesn't find who has moved. */
export class CoreNetwork {
  /** Probability that a message is lost. */
  loss = 0;
  isSplit = false;
  readonly #random: SeededRandom;
  readonly #longestMs: number;
  /** Undefined: nobody has moved, so everybody knows where everybody is. */
  #routes: Routes | undefined;

  /** @param longestMs how long a message takes at most; the shortest takes 1 ms */
  constructor(random: SeededRandom, longestMs: number) {
    this.#random = random;
    this.#longestMs = longestMs;
  }

  /** How long a message takes; undefined where it doesn't arrive. */
  delayMs(from: SimulatedMember, to: SimulatedMember): number | undefined {
    if (this.isSplit && from.side !== to.side) return undefined;
    if (this.loss > 0 && this.#random.chance(this.loss)) return undefined;
    if (this.#routes?.canReach(from, to) === false) return undefined;
    return 1 + this.#random.integer(this.#longestMs);
  }

  /** From now on it matters who knows where others are. */
  moved(): void {
    this.#routes ??= new Routes();
  }

  /** Somebody was reached at an address from elsewhere. */
  connect(from: SimulatedMember, to: SimulatedMember): void {
    this.#routes?.connect(from, to);
  }
}
