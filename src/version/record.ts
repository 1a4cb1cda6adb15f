import type { Key } from './key.ts';
import { type Version, compareVersions } from './version.ts';

/** What is stored of a key: its newest version with the value, or with the fact that it was deleted. */
export interface Record {
  readonly key: Key;
  readonly version: Version;
  /** UTF-8; undefined is a tombstone: the key was deleted at this version. */
  readonly value: Uint8Array | undefined;
  /** When it stops existing, in ms since the epoch by the cluster's time; 0: never. */
  readonly expiresAtMs: number;
}

/** Last writer wins. Commutative, associative and idempotent. */
export function newerOf(a: Record, b: Record): Record {
  return compareVersions(a.version, b.version) >= 0 ? a : b;
}

/**
 * Whether a reader may see the value: neither deleted nor expired, which it is from that very ms on. To its version expiry
 * makes no difference: an expired record still replaces older ones, or a value from before it would come back.
 * @param nowMs the cluster's time, ms since the epoch
 */
export function isLive(record: Record, nowMs: number): boolean {
  return record.value !== undefined && (record.expiresAtMs === 0 || record.expiresAtMs > nowMs);
}

/** Bytes of the key and the value. */
export function bytesOf({ key, value }: Record): number {
  return key.bytes.length + (value?.length ?? 0);
}
