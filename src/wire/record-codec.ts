import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { keyOf } from '../version/key.ts';
import type { Record } from '../version/record.ts';
import { MAX_WALL_MS, decodeVersion, encodeVersion } from '../version/version.ts';
import type { starling } from './gen/messages.js';

type WireRecord = starling.v1.Record.$Properties;

export function recordToWire(record: Record): WireRecord {
  return {
    key: record.key.text,
    version: encodeVersion(record.version),
    value: record.value ?? null,
    tombstone: record.value === undefined,
    expiresAtMs: record.expiresAtMs,
  };
}

/**
 * Checks every field and copies the value, since the decoder's bytes are a view of a buffer that is used again.
 * @throws StarlingError INVALID_ARGUMENT
 */
export function recordFromWire(wire: WireRecord): Record {
  const expiresAtMs = wire.expiresAtMs ?? 0;
  if (!(Number.isInteger(expiresAtMs) && expiresAtMs >= 0 && expiresAtMs <= MAX_WALL_MS)) {
    throw new StarlingError('INVALID_ARGUMENT', `expiry ${expiresAtMs} is no time in milliseconds`);
  }
  return {
    key: keyOf(wire.key ?? ''),
    version: decodeVersion(wire.version ?? new Uint8Array()),
    value: wire.tombstone ? undefined : valueFromWire(wire.value ?? new Uint8Array()),
    expiresAtMs,
  };
}

function valueFromWire(value: Uint8Array): Uint8Array {
  if (value.length > LIMITS.valueBytesCeiling) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `the value has ${value.length} bytes, more than any peer stores`,
    );
  }
  // Not `slice`: what the decoder gives is a Buffer, whose `slice` is a view as well.
  return new Uint8Array(value);
}
