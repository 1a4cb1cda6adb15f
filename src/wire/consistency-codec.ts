import { StarlingError } from '../base/errors.ts';
import type { Consistency, Durability } from '../quorum/consistency.ts';
import { starling } from './gen/messages.js';
import { durabilityFromWire } from './replica-codec.ts';

const { CONSISTENCY_DEFAULT, CONSISTENCY_ONE, CONSISTENCY_QUORUM, CONSISTENCY_ALL } = starling.v1.Consistency;
const { DURABILITY_FSYNC, DURABILITY_MEMORY } = starling.v1.Durability;

/** Undefined: as the cluster is configured. */
export function consistencyToWire(consistency: Consistency | undefined): starling.v1.Consistency {
  switch (consistency) {
    case undefined:
      return CONSISTENCY_DEFAULT;
    case 'one':
      return CONSISTENCY_ONE;
    case 'quorum':
      return CONSISTENCY_QUORUM;
    case 'all':
      return CONSISTENCY_ALL;
  }
}

/** @throws StarlingError INVALID_ARGUMENT on a number that this protocol doesn't define. */
export function consistencyFromWire(number: number | null | undefined): Consistency | undefined {
  switch (number) {
    case CONSISTENCY_DEFAULT:
    case undefined:
    case null:
      return undefined;
    case CONSISTENCY_ONE:
      return 'one';
    case CONSISTENCY_QUORUM:
      return 'quorum';
    case CONSISTENCY_ALL:
      return 'all';
    default:
      throw new StarlingError(
        'INVALID_ARGUMENT',
        `consistency ${number} is unknown to this peer; use 0 (as configured), 1 (one), 2 (quorum) or 3 (all)`,
      );
  }
}

/**
 * A client's durability. Unlike between peers an unknown one is refused: the client would believe in a guarantee
 * that nobody gives.
 * @throws StarlingError INVALID_ARGUMENT
 */
export function clientDurabilityFromWire(number: number | null | undefined): Durability {
  switch (number) {
    case undefined:
    case null:
    case DURABILITY_FSYNC:
    case DURABILITY_MEMORY:
      return durabilityFromWire(number);
    default:
      throw new StarlingError(
        'INVALID_ARGUMENT',
        `durability ${number} is unknown to this peer; use 0 (fsync) or 1 (memory)`,
      );
  }
}
