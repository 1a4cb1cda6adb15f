import { type Random, shuffled } from '../base/random.ts';

/**
 * Whom to probe next: everybody once in a random order, then again in another (SWIM 4.3), so that
 * the wait until a dead member is probed is bounded. A newcomer is put at a random place.
 */
export class ProbeOrder {
  readonly #random: Random;
  #order: string[] = [];
  #next = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  add(peer: string): void {
    const place = this.#next + this.#random.integer(this.#order.length - this.#next + 1);
    this.#order.splice(place, 0, peer);
  }

  /** The next one that may be probed; undefined where there is none. */
  next(mayProbe: (peer: string) => boolean): string | undefined {
    // Everybody may come up twice at most: once before the reshuffle and once after.
    for (let left = 2 * this.#order.length; left > 0; left--) {
      if (this.#next >= this.#order.length) {
        this.#order = shuffled(this.#random, this.#order);
        this.#next = 0;
      }
      const peer = this.#order[this.#next++]!;
      if (mayProbe(peer)) return peer;
    }
    return undefined;
  }
}
