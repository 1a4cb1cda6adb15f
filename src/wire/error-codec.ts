import { StarlingError, errorCodeFromNumber } from '../base/errors.ts';
import { decodeVersion } from '../version/version.ts';
import type { Version } from '../version/version.ts';
import { starling } from './gen/messages.js';

type WireError = starling.v1.Error.$Properties;

/** How long a client that was refused for overload should wait, where the refuser doesn't know better. */
const DEFAULT_RETRY_AFTER_MS = 50;

export function errorToWire(error: StarlingError): WireError {
  const retryAfterMs = error.facts['retryAfterMs'];
  return {
    code: starling.v1.ErrorCode[`ERROR_CODE_${error.code}`],
    message: error.message,
    retryable: error.retryable,
    retryAfterMs:
      typeof retryAfterMs === 'number'
        ? retryAfterMs
        : error.code === 'OVERLOADED'
          ? DEFAULT_RETRY_AFTER_MS
          : 0,
  };
}

export function errorFromWire(wire: WireError): StarlingError {
  const facts = wire.retryAfterMs ? { retryAfterMs: wire.retryAfterMs } : {};
  return new StarlingError(errorCodeFromNumber(wire.code ?? 0), wire.message ?? 'no reason given', facts);
}

/** The version that a STALE error carries; undefined in every other error. */
export function staleVersionFromWire(wire: WireError): Version | undefined {
  const isStale = errorCodeFromNumber(wire.code ?? 0) === 'STALE';
  return isStale && wire.version ? decodeVersion(wire.version) : undefined;
}
