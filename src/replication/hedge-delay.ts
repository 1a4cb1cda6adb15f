/** An owner that hasn't sent the record after this long is slow, where others are quick. */
const LEAST_MS = 50;
const MOST_MS = 1000;
/** So many times what the quickest owner takes. */
const FACTOR = 3;
/** Of a mean, what one answer counts. */
const SHARE = 1 / 16;

/**
 * After how long a read asks further owners as well (The Tail at Scale, hedged requests). Longer where all owners are slow: then it is this
 * peer, or all of them, that have too much to do, and to ask more of them would only add to that (measured: with as much as three peers could do, three reads
 * in four were hedged). One owner that is slow, or silent, raises nothing.
 */
export class HedgeDelay {
  /** How long reads took each peer, of late. */
  readonly #meanMs = new Map<string, number>();

  /** Takes note of an answer of another peer. */
  answered(peer: string, tookMs: number): void {
    const meanMs = this.#meanMs.get(peer) ?? tookMs;
    this.#meanMs.set(peer, meanMs + SHARE * (tookMs - meanMs));
  }

  /** @param owners those that a read may ask */
  ofMs(owners: readonly string[]): number {
    let leastMs = Infinity;
    for (const owner of owners) leastMs = Math.min(leastMs, this.#meanMs.get(owner) ?? Infinity);
    return leastMs === Infinity ? LEAST_MS : Math.min(Math.max(FACTOR * leastMs, LEAST_MS), MOST_MS);
  }
}
