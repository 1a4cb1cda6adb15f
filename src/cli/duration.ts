const MS_IN = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/**
 * Reads a time as people write it: `500ms`, `90s`, `15m`, `36h`, `7d`. A bare number is none: half of those who write one mean
 * seconds, the others milliseconds.
 * @returns ms; NaN where it is no such text
 */
export function durationOf(text: string): number {
  const [, amount, unit = ''] = /^(\d+)(ms|[smhd])$/.exec(text) ?? [];
  return Number(amount) * (MS_IN.get(unit) ?? NaN);
}
