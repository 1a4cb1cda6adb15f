/** Something that was measured again and again. */
export interface Sample {
  readonly atMs: number;
  readonly value: number;
}

/** How something has gone on, after it had time to settle. */
export interface Slope {
  readonly mean: number;
  /** By the straight line that fits best, in the time from the first sample that counts to the last. */
  readonly growth: number;
  /** How many times as large as its standard error the growth is: below 3 it may be chance. */
  readonly certainty: number;
}

/** What comes before is a start that fills caches and files. */
const SETTLING_SHARE = 1 / 3;
const LEAST_SAMPLES = 6;
/** Samples that follow each other are alike, since what fills is emptied at once: so many times as if each were news would make chance look certain. */
const WINDOWS = 12;
const SURE_AT = 3;

/** @throws Error where there are too few samples to judge by */
export function slopeOf(samples: readonly Sample[]): Slope {
  const settled = samples.slice(Math.ceil(samples.length * SETTLING_SHARE));
  if (settled.length < LEAST_SAMPLES) {
    throw new Error(
      `${settled.length} samples after it has settled are too few to judge by: ${LEAST_SAMPLES} at least`,
    );
  }
  const windows = averaged(settled);
  const count = windows.length;
  const meanMs = windows.reduce((sum, { atMs }) => sum + atMs, 0) / count;
  const mean = windows.reduce((sum, { value }) => sum + value, 0) / count;
  const spread = windows.reduce((sum, { atMs }) => sum + (atMs - meanMs) ** 2, 0);
  const perMs = windows.reduce((sum, { atMs, value }) => sum + (atMs - meanMs) * (value - mean), 0) / spread;
  const residuals = windows.map(({ atMs, value }) => value - mean - perMs * (atMs - meanMs));
  const error = Math.sqrt(residuals.reduce((sum, residual) => sum + residual ** 2, 0) / (count - 2) / spread);
  const lastingMs = settled.at(-1)!.atMs - settled[0]!.atMs;
  return { mean, growth: perMs * lastingMs, certainty: error === 0 ? Infinity : Math.abs(perMs) / error };
}

/** The means of as many pieces of equal length, one after the other. */
function averaged(samples: readonly Sample[]): Sample[] {
  const pieces = Math.min(WINDOWS, samples.length);
  return Array.from({ length: pieces }, (_, piece) => {
    const from = Math.floor((piece * samples.length) / pieces);
    const part = samples.slice(from, Math.floor(((piece + 1) * samples.length) / pieces));
    const meanOf = (of: (sample: Sample) => number) =>
      part.reduce((sum, sample) => sum + of(sample), 0) / part.length;
    return { atMs: meanOf(({ atMs }) => atMs), value: meanOf(({ value }) => value) };
  });
}

/** Whether it grows, and not by chance, by more than this share of what it is on average. */
export function isGrowing({ mean, growth, certainty }: Slope, allowedShare: number): boolean {
  return certainty >= SURE_AT && growth > allowedShare * mean;
}
