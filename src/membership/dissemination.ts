/**
 * News on its way to everybody: each piece rides on a bounded number of messages (SWIM 4.1: some
 * multiple of log n reaches all with high probability; push-pull catches the rest), those that rode
 * least come first, and newer news about a member pushes the older out. Bounded by the members there are.
 *
 *     level 0   [d] [e]        not sent yet
 *     level 1   [a]            sent once
 *     level 2   [b] [c]        sent twice; dropped at the limit
 */
export class Dissemination<T extends { readonly peer: string }> {
  readonly #levels: Map<string, T>[] = [];
  readonly #levelOf = new Map<string, number>();

  get size(): number {
    return this.#levelOf.size;
  }

  /**
   * Starts spreading; replaces what was being spread about the same member.
   * @param sentBefore as if it had been sent so often
   */
  add(item: T, sentBefore = 0): void {
    this.#drop(item.peer);
    this.#put(item, sentBefore);
  }

  /** The next pieces for one message, at most `count`; what has then been sent `maxTransmits` times is done. */
  take(count: number, maxTransmits: number): T[] {
    const taken: T[] = [];
    const levelCount = this.#levels.length;
    // Downwards in need, but moving items only after choosing: an item must not be taken twice.
    for (let level = 0; level < levelCount && taken.length < count; level++) {
      for (const item of this.#levels[level]!.values()) {
        if (taken.length === count) break;
        taken.push(item);
      }
    }
    for (const item of taken) {
      const transmits = this.#drop(item.peer) + 1;
      if (transmits < maxTransmits) this.#put(item, transmits);
    }
    return taken;
  }

  #put(item: T, level: number): void {
    while (this.#levels.length <= level) this.#levels.push(new Map());
    const items = this.#levels[level]!;
    items.set(item.peer, item);
    this.#levelOf.set(item.peer, level);
  }

  /** Gives the level it was on, -1 where there was none. */
  #drop(peer: string): number {
    const level = this.#levelOf.get(peer);
    if (level === undefined) return -1;
    this.#levels[level]!.delete(peer);
    this.#levelOf.delete(peer);
    return level;
  }
}
