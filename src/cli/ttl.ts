import { InvalidArgumentError } from 'commander';
import { LIMITS } from '../base/limits.ts';
import { durationOf } from './duration.ts';

/**
 * Reads a time to live as people write it (duration.ts).
 * @returns ms, 1..LIMITS.ttlMs
 */
export function ttlOf(text: string): number {
  const ttlMs = durationOf(text);
  if (ttlMs >= 1 && ttlMs <= LIMITS.ttlMs) return ttlMs;
  throw new InvalidArgumentError(
    'Give a whole number and its unit: 90s, 15m, 36h or 7d (500ms for less than a second), at most ten years (3650d).',
  );
}
