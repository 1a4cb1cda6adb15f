/** Requests a second in two phases one right after the other, which differ in what is measured and in nothing else. */
export interface Pair {
  readonly without: number;
  readonly withIt: number;
}

/** A share of the throughput, negative where there was more of it. */
export interface Cost {
  readonly mean: number;
  /** Where the true mean is in 95 of 100 such measurements. */
  readonly low: number;
  readonly high: number;
}

/** Of Student's t, two-sided 95 %, by degrees of freedom from 1; beyond, that of the normal distribution. */
const T_95 = [
  12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13,
] as const;
const NORMAL_95 = 1.96;

/**
 * What something costs, from pairs: a machine that is slower for a while is so for both of a pair, so that their ratio varies much less than the
 * rates. Ratios are averaged by their logarithms.
 */
export function costOf(pairs: readonly Pair[]): Cost {
  const logs = pairs.map(({ without, withIt }) => Math.log(withIt / without));
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1);
  const t = T_95[logs.length - 2] ?? NORMAL_95;
  const margin = t * Math.sqrt(variance / logs.length);
  return { mean: 1 - Math.exp(mean), low: 1 - Math.exp(mean + margin), high: 1 - Math.exp(mean - margin) };
}
