import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';

/**
 * @param ttlMs undefined: for ever
 * @throws StarlingError INVALID_ARGUMENT unless it is a whole number of ms in 1..LIMITS.ttlMs. 0 is refused as well: where
 *   somebody's subtraction comes out at 0, a value for ever is the last thing that was meant.
 */
export function checkTtl(ttlMs: number | undefined): void {
  if (ttlMs === undefined || (Number.isInteger(ttlMs) && ttlMs >= 1 && ttlMs <= LIMITS.ttlMs)) return;
  throw new StarlingError(
    'INVALID_ARGUMENT',
    `ttlMs is ${ttlMs}; give a whole number of milliseconds from 1 to ${LIMITS.ttlMs} (ten years), or none to keep the value for ever`,
    { ttlMs },
  );
}

/**
 * The expiry of a record that is accepted now: absolute, so that owners who store it at different times expire it alike.
 * @param ttlMs 1..LIMITS.ttlMs; undefined: for ever
 * @param nowMs the cluster's time, ms since the epoch
 * @returns ms since the epoch; 0: never
 */
export function expiryOf(ttlMs: number | undefined, nowMs: number): number {
  return ttlMs === undefined ? 0 : nowMs + ttlMs;
}
