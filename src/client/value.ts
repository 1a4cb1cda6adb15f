import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';

/**
 * Refuses what can't be sent at all; the peer may allow less (`valueBytes` in its configuration).
 * @throws StarlingError INVALID_ARGUMENT
 */
export function checkValue(value: string): void {
  if (typeof value !== 'string') {
    throw new StarlingError('INVALID_ARGUMENT', `the value is a ${typeof value}; Starling stores strings`);
  }
  if (value.length > LIMITS.valueBytesCeiling / 3 && Buffer.byteLength(value) > LIMITS.valueBytesCeiling) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `the value has ${Buffer.byteLength(value)} bytes of UTF-8, more than any peer stores (${LIMITS.valueBytesCeiling})`,
    );
  }
  if (!value.isWellFormed()) {
    throw new StarlingError('INVALID_ARGUMENT', 'the value has a lone surrogate, which UTF-8 cannot carry');
  }
}
