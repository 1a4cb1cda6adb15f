/**
 * Latencies in buckets that widen with what they hold, by at most 1/64 of where they begin: a percentile is right within
 * 1.6 %, in a fixed 7 KiB, whatever the number of samples.
 *
 *     us    0 1 2 .. 63 | 64 .. 127 in steps of 1 | 128 .. 255 in steps of 2 | 256 .. 511 in steps of 4 | ...
 */
const STEPS_PER_DOUBLING = 64;
const DOUBLINGS = 26;

export class Latencies {
  readonly #buckets = new Uint32Array(STEPS_PER_DOUBLING * (DOUBLINGS + 1));
  #count = 0;
  #maxMs = 0;

  get count(): number {
    return this.#count;
  }

  get maxMs(): number {
    return this.#maxMs;
  }

  add(ms: number): void {
    this.#count++;
    if (ms > this.#maxMs) this.#maxMs = ms;
    const us = Math.min(Math.max(0, ms * 1000), 2 ** 31);
    const bucket = bucketOf(Math.floor(us));
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
  }

  /** The latency that this fraction (0..1) of the samples did not exceed; 0 where there are none. */
  percentileMs(fraction: number): number {
    const wanted = Math.ceil(this.#count * fraction);
    let seen = 0;
    for (let bucket = 0; bucket < this.#buckets.length; bucket++) {
      seen += this.#buckets[bucket] ?? 0;
      if (seen >= wanted && seen > 0) return Math.min(upperEndOf(bucket) / 1000, this.#maxMs);
    }
    return this.#maxMs;
  }
}

function bucketOf(us: number): number {
  const doubling = Math.max(0, 31 - Math.clz32(us) - 5);
  if (doubling === 0) return us;
  return STEPS_PER_DOUBLING * doubling + (us >>> (doubling - 1)) - STEPS_PER_DOUBLING;
}

function upperEndOf(bucket: number): number {
  if (bucket < STEPS_PER_DOUBLING) return bucket + 1;
  const doubling = Math.floor(bucket / STEPS_PER_DOUBLING);
  const step = bucket % STEPS_PER_DOUBLING;
  return (STEPS_PER_DOUBLING + step + 1) * 2 ** (doubling - 1);
}
