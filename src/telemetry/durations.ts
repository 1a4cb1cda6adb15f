/** Upper bounds in seconds that suit what takes from half a millisecond to the longest deadline of a request. */
export const REQUEST_BOUNDS = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
] as const;

/**
 * How long things took, as Prometheus wants to know it: how many took at most so long, for a few bounds, and the sum of all.
 * To note one takes some nanoseconds and allocates nothing, so that it may be done for every request.
 */
export class Durations {
  /** Upper bounds, ascending, in seconds; what took longer is in a bucket of its own behind them. */
  readonly bounds: readonly number[];
  readonly #counts: Float64Array;
  #sumMs = 0;

  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
    this.#counts = new Float64Array(bounds.length + 1);
  }

  note(durationMs: number): void {
    const seconds = durationMs / 1000;
    let bucket = 0;
    while (bucket < this.bounds.length && seconds > this.bounds[bucket]!) bucket++;
    this.#counts[bucket]!++;
    this.#sumMs += durationMs;
  }

  get sumSeconds(): number {
    return this.#sumMs / 1000;
  }

  get count(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  /** For each bound how many took at most that long. */
  get cumulative(): number[] {
    let sum = 0;
    return this.bounds.map((_, bucket) => (sum += this.#counts[bucket]!));
  }
}
