import type { Key } from '../../src/version/key.ts';
import { keyOf } from '../../src/version/key.ts';
import type { Record } from '../../src/version/record.ts';
import type { Version } from '../../src/version/version.ts';

const encoder = new TextEncoder();

/** The version number `n`: higher is newer. */
export function version(n: number): Version {
  return { wallMs: 1_800_000_000_000 + n, logical: n % 7, writer: 0xabcdef + (n % 3) };
}

/** A key whose token is chosen, not computed: hashes that collide as no honest keys do. */
export function craftedKey(text: string, tokenHigh: number, tokenLow: number): Key {
  return { text, bytes: encoder.encode(text), tokenHigh, tokenLow };
}

/** A record of this version. */
export function record(key: string | Key, n: number, value = `value ${n}`): Record {
  return {
    key: typeof key === 'string' ? keyOf(key) : key,
    version: version(n),
    value: encoder.encode(value),
    expiresAtMs: 0,
  };
}

export function tombstone(key: string | Key, n: number): Record {
  return { ...record(key, n), value: undefined };
}

export function textOf(record: Record | undefined): string | undefined {
  return record?.value === undefined
    ? undefined
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(record.value);
}
