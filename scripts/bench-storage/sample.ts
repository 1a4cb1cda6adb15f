const FIRST_CAPACITY = 1 << 16;

/** Every single latency, for percentiles below a microsecond, which the buckets of `cli/bench/latencies.ts` don't tell apart. */
export class Sample {
  #values = new Float64Array(FIRST_CAPACITY);
  #count = 0;

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const wider = new Float64Array(this.#values.length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#count++] = value;
  }

  /** What this fraction (0..1) of them did not exceed. @throws Error where there are none */
  percentile(fraction: number): number {
    if (this.#count === 0) throw new Error('there is nothing to take a percentile of');
    const sorted = this.#values.slice(0, this.#count).sort();
    return sorted[Math.ceil(fraction * this.#count) - 1] ?? sorted[0]!;
  }
}
