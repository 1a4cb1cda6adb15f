import { InvalidArgumentError } from 'commander';
import { LIMITS } from '../base/limits.ts';

const MS_IN = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/**
 * Reads a time to live as people write it: `90s`, `15m`, `36h`, `7d`, `500ms`. A bare number is refused: half of
 * those who write one mean seconds, the others milliseconds.
 * @returns ms, 1..LIMITS.ttlMs
 */
export function ttlOf(text: string): number {
  const [, amount, unit = ''] = /^(\d+)(ms|[smhd])$/.exec(text) ?? [];
  const ttlMs = Number(amount) * (MS_IN.get(unit) ?? NaN);
  if (ttlMs >= 1 && ttlMs <= LIMITS.ttlMs) return ttlMs;
  throw new InvalidArgumentError(
    'Give a whole number and its unit: 90s, 15m, 36h or 7d (500ms for less than a second), at most ten years (3650d).',
  );
}
