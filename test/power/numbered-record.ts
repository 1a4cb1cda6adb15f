import type { StorageEngine } from '../../src/storage/engine.ts';
import { keyOf } from '../../src/version/key.ts';
import type { Record } from '../../src/version/record.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { version } from '../storage/records.ts';

/** The cluster of these tests has `2^PARTITION_BITS` partitions. */
export const PARTITION_BITS = 4;

/** Few enough that most writes replace something, and segments of 256 KiB are soon worth compacting. */
export const KEYS: readonly string[] = Array.from({ length: 1500 }, (_, i) => `key ${i}`);

/**
 * Everything about a record follows from its number: key, version, and every byte of its value, or that it
 * is a deletion. So a number is all that has to be told of a write, and all that there is to remember.
 */
export function numberedRecord(number: number): Record {
  const random = new SeededRandom(number);
  const text = KEYS[random.integer(KEYS.length)]!;
  const deletes = random.chance(0.1);
  return {
    key: keyOf(text),
    version: version(number),
    value: deletes ? undefined : Buffer.alloc(valueBytes(random), `${number}.`),
    expiresAtMs: 0,
  };
}

/** What a store has under the keys. */
export interface Found {
  /** One number a key that is there. */
  readonly numbers: readonly number[];
  /** What can't have come from `numberedRecord`, or isn't vouched for. */
  readonly strange: readonly string[];
}

/** Reads every key. @throws StarlingError what the store does */
export function findIn(engine: StorageEngine): Found {
  const numbers: number[] = [];
  const strange: string[] = [];
  for (const text of KEYS) {
    const found = engine.read(keyOf(text));
    if (found === undefined) continue;
    const number = found.record.version.wallMs - version(0).wallMs;
    numbers.push(number);
    if (!found.durable) strange.push(`${text} has number ${number}, which isn't durable`);
    if (!isSame(found.record, numberedRecord(number)))
      strange.push(`${text} isn't number ${number} as written`);
  }
  const { records } = engine.stats();
  if (records !== numbers.length) strange.push(`it counts ${records} records and has ${numbers.length}`);
  return { numbers, strange };
}

/** Mostly small ones; a few that fill a good part of a segment of 256 KiB, or don't fit into one. */
function valueBytes(random: SeededRandom): number {
  if (random.chance(0.0005)) return 300_000;
  return random.integer(random.chance(0.005) ? 30_000 : 800);
}

function isSame(a: Record, b: Record): boolean {
  if (a.key.text !== b.key.text || a.expiresAtMs !== b.expiresAtMs) return false;
  if (a.version.logical !== b.version.logical || a.version.writer !== b.version.writer) return false;
  if (a.value === undefined || b.value === undefined) return a.value === b.value;
  return Buffer.from(a.value).equals(b.value);
}
