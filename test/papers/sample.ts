/** Figures drawn from runs by seed, and how far chance alone may take them from what the papers say. */

/** Standard errors by which a figure may be off: chance exceeds them once in 16,000. */
const ERRORS_ALLOWED = 4;

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How far the mean of `count` draws may be from the true one. */
export function toleranceOfMean(deviation: number, count: number): number {
  return (ERRORS_ALLOWED * deviation) / Math.sqrt(count);
}

/** How far the part of `count` trials that succeed may be from the probability. */
export function toleranceOfPart(probability: number, count: number): number {
  return toleranceOfMean(Math.sqrt(probability * (1 - probability)), count);
}
