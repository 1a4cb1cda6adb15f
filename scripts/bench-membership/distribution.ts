export interface Distribution {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** How many values there were. */
  readonly count: number;
}

/** Undefined where there is no value. */
export function distributionOf(values: readonly number[]): Distribution | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return undefined;
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { min, median, max, count: sorted.length };
}
