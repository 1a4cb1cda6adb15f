import { HashTree } from '../../../src/merkle/hash-tree.ts';
import type { PurgeLimit } from '../../../src/storage/engine.ts';
import { entryBytes } from '../../../src/storage/log/format.ts';
import type { LogEngine } from '../../../src/storage/log/log-engine.ts';
import { type Key, keyOf, partitionOfToken } from '../../../src/version/key.ts';
import type { Record } from '../../../src/version/record.ts';
import { compareVersions } from '../../../src/version/version.ts';
import { PARTITION_BITS } from '../conformance.ts';
import { textOf } from '../records.ts';

/** What a store owes: kept outside of it, through all its crashes, and compared with what it has after each. */
export class Ledger {
  readonly violations: string[] = [];
  acknowledged = 0;
  /** How often the hash tree of a partition was compared, and how often the store didn't know it. */
  knownTrees = 0;
  unknownTrees = 0;
  readonly #keys: readonly Key[];
  /** Everything ever written, by its version's number. */
  readonly #written = new Map<number, Record>();
  readonly #newestWritten = new Map<string, Record>();
  readonly #newestAcknowledged = new Map<string, Record>();
  /** Of a partition whose drop has begun: the newest of the key that may be gone. */
  readonly #dropping = new Map<string, Record>();
  /** Of a dropped partition: the newest of the key that must not come back. */
  readonly #dropped = new Map<string, Record>();
  readonly #purgeLimits = new Map<number, PurgeLimit>();

  constructor(keys: readonly string[]) {
    this.#keys = keys.map(keyOf);
  }

  noteWritten(record: Record): void {
    this.#written.set(record.version.wallMs, record);
    this.#newestWritten.set(record.key.text, record);
  }

  noteAcknowledged(record: Record): void {
    this.acknowledged++;
    const dropping = this.#dropping.get(record.key.text);
    if (dropping !== undefined && compareVersions(record.version, dropping.version) <= 0) return;
    const newest = this.#newestAcknowledged.get(record.key.text);
    if (newest === undefined || compareVersions(newest.version, record.version) < 0) {
      this.#newestAcknowledged.set(record.key.text, record);
    }
  }

  /** A limit that the store is given; it may act on it from now on, also after it has forgotten it. */
  notePurgeLimit(partition: number, limit: PurgeLimit): void {
    this.#purgeLimits.set(partition, limit);
  }

  /** Call it when the drop begins; what it gives, when it has been acknowledged. */
  noteDrop(partition: number): () => void {
    const before = new Map<string, Record>();
    for (const { text, tokenHigh } of this.#keys) {
      const newest = this.#newestWritten.get(text);
      if (newest === undefined || partitionOfToken(tokenHigh, PARTITION_BITS) !== partition) continue;
      before.set(text, newest);
      this.#dropping.set(text, newest);
      this.#newestAcknowledged.delete(text);
    }
    return () => {
      for (const [text, record] of before) this.#dropped.set(text, record);
    };
  }

  /** Compares. What is found is owed from now on: a restarted store must not forget what it vouches for. */
  check(engine: LogEngine, when: string): void {
    let liveBytes = 0;
    let records = 0;
    for (const key of this.#keys) {
      const found = engine.read(key)?.record;
      const problem = this.#problemOf(key, found);
      if (problem !== undefined) this.violations.push(`${when}: ${key.text} ${problem}`);
      if (found === undefined) continue;
      liveBytes += entryBytes(found);
      records++;
      this.noteAcknowledged(found);
    }
    const stats = engine.stats();
    if (stats.records !== records)
      this.violations.push(`${when}: counts ${stats.records} records, not ${records}`);
    if (stats.liveBytes !== liveBytes)
      this.violations.push(`${when}: counts ${stats.liveBytes} live bytes, not ${liveBytes}`);
    this.checkTree(engine, when);
  }

  /** Whether the hash tree is that of what can be read at this moment, wherever the store says that it knows. */
  checkTree(engine: LogEngine, when: string): void {
    const tree = new HashTree(PARTITION_BITS);
    for (const key of this.#keys) {
      const found = engine.readVersion(key);
      if (found !== undefined) tree.add({ ...key, version: found.version });
    }
    for (let partition = 0; partition < 2 ** PARTITION_BITS; partition++) {
      if (!engine.leaves.isKnown(partition)) {
        this.unknownTrees++;
        continue;
      }
      this.knownTrees++;
      const [own, expected] = [engine.leaves.sums(0, [partition]), tree.sums(0, [partition])];
      if (own.join() !== expected.join()) {
        this.violations.push(`${when}: has another hash tree of partition ${partition} than records`);
      }
    }
  }

  #problemOf(key: Key, found: Record | undefined): string | undefined {
    const expected = this.#newestAcknowledged.get(key.text);
    if (found === undefined) {
      if (expected === undefined || this.#mayHaveBeenPurged(expected)) return undefined;
      return `lost version ${expected.version.wallMs}`;
    }
    if (expected !== undefined && compareVersions(found.version, expected.version) < 0) {
      return `fell back from version ${expected.version.wallMs} to ${found.version.wallMs}`;
    }
    const dropped = this.#dropped.get(key.text);
    if (dropped !== undefined && compareVersions(found.version, dropped.version) <= 0) {
      return `came back after its partition was dropped`;
    }
    const written = this.#written.get(found.version.wallMs);
    if (written?.key.text !== key.text || textOf(written) !== textOf(found))
      return 'has a value that nobody wrote';
    return written.expiresAtMs === found.expiresAtMs
      ? undefined
      : 'has another expiry than it was written with';
  }

  /** Whether it may go, or something newer that was written, and perhaps taken, though nobody was told so. */
  #mayHaveBeenPurged(expected: Record): boolean {
    for (const written of this.#written.values()) {
      if (written.key.text !== expected.key.text) continue;
      if (compareVersions(written.version, expected.version) >= 0 && this.#mayBePurged(written)) return true;
    }
    return false;
  }

  #mayBePurged({ key, value, version, expiresAtMs }: Record): boolean {
    const limit = this.#purgeLimits.get(partitionOfToken(key.tokenHigh, PARTITION_BITS));
    if (limit === undefined || compareVersions(version, limit.floor) > 0) return false;
    return value === undefined || (expiresAtMs > 0 && expiresAtMs <= limit.expiredBeforeMs);
  }
}
