/** Bounds of one part. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/**
 * Divides `total` in proportion to the weights with each part kept within its range: part i is
 * `weight[i] * factor`, clamped, with the one factor that makes the parts add up.
 * The ranges must allow it: the sum of `least` <= total <= the sum of `most`; weights are 1 or more.
 */
export function divideInProportion(
  weights: readonly number[],
  ranges: readonly Range[],
  total: number,
): number[] {
  const parts = (factor: number): number[] =>
    weights.map((weight, i) => Math.min(Math.max(weight * factor, ranges[i]!.least), ranges[i]!.most));
  let low = 0;
  let high = Math.max(...ranges.map(({ most }) => most));
  // Bisection; a double has 53 bits of mantissa, so more halvings would change nothing.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (sum(parts(middle)) < total) low = middle;
    else high = middle;
  }
  return parts(high);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
