import type { KeyValue, PutItem } from '../../client/store.ts';

/** One record of a file. The expiry is a time and not a duration, so that a file that has lain for a day is a day nearer to it. */
export interface FileRecord extends KeyValue {
  /** Ms since the Unix epoch; left out: never. */
  readonly expiresAtMs?: number;
}

/** Name of the member, or of the column, that holds the expiry. */
export const EXPIRY_FIELD = 'expiresAtMs';

/** Whether it is a time at which a record can expire. */
export function isExpiry(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

export function hasExpired({ expiresAtMs }: FileRecord, nowMs: number): boolean {
  return expiresAtMs !== undefined && expiresAtMs <= nowMs;
}

/** How to store it. What has expired on its way here expires as soon as it can. */
export function putItemOf({ key, value, expiresAtMs }: FileRecord, nowMs: number): PutItem {
  if (expiresAtMs === undefined) return { key, value };
  return { key, value, ttlMs: Math.max(1, expiresAtMs - nowMs) };
}
