import type { Timers } from '../../src/base/timers.ts';
import type {
  LeafReader,
  PurgeLimit,
  ReadResult,
  ScanPage,
  ScanRequest,
  ScrubReport,
  StorageEngine,
  StorageStats,
  Token,
  VersionResult,
  WriteResult,
} from '../../src/storage/engine.ts';
import { HashTree } from '../../src/merkle/hash-tree.ts';
import { StarlingError } from '../../src/base/errors.ts';
import { type Key, partitionOfToken } from '../../src/version/key.ts';
import type { Record } from '../../src/version/record.ts';
import { type Version, ZERO_VERSION, compareVersions } from '../../src/version/version.ts';

/** The storage engine as one would explain it: a Map. What the others are compared with. */
export class MemoryEngine implements StorageEngine {
  readonly #timers: Timers;
  readonly #partitionBits: number;
  readonly #records = new Map<string, { record: Record; durable: boolean }>();
  #highestVersion: Version = ZERO_VERSION;
  #closed = false;
  /** Undefined: something has changed since. */
  #leaves: LeafReader | undefined;
  #purged = 0;

  constructor(timers: Timers, partitionBits: number) {
    this.#timers = timers;
    this.#partitionBits = partitionBits;
  }

  write(record: Record): WriteResult {
    this.#refuseIfClosed();
    const present = this.#records.get(record.key.text)?.record.version;
    const order = present === undefined ? 1 : compareVersions(record.version, present);
    if (order === 0) return { kind: 'same' };
    if (order < 0) return { kind: 'stale', version: present! };
    const value = record.value?.slice();
    this.#records.set(record.key.text, { record: { ...record, value }, durable: false });
    this.#leaves = undefined;
    if (compareVersions(record.version, this.#highestVersion) > 0) this.#highestVersion = record.version;
    return { kind: 'applied', replaced: present };
  }

  async durable(): Promise<void> {
    this.#refuseIfClosed();
    const waiting = [...this.#records.values()].filter((entry) => !entry.durable);
    if (waiting.length > 0) await new Promise<void>((resolve) => this.#timers.endOfIteration(resolve));
    for (const entry of waiting) entry.durable = true;
  }

  read(key: Key): ReadResult | undefined {
    this.#refuseIfClosed();
    const entry = this.#records.get(key.text);
    if (entry === undefined) return undefined;
    const { record, durable } = entry;
    return { record: { ...record, value: record.value?.slice() }, durable };
  }

  readVersion(key: Key): VersionResult | undefined {
    const found = this.read(key);
    return found === undefined ? undefined : { version: found.record.version, durable: found.durable };
  }

  async scan({ partition, after, limitBytes }: ScanRequest): Promise<ScanPage> {
    this.#refuseIfClosed();
    if (after !== undefined && partitionOfToken(after.high, this.#partitionBits) !== partition) {
      throw new StarlingError('INVALID_ARGUMENT', 'that token is of another partition');
    }
    const rest = this.#inPartition(partition)
      .filter((record) => after === undefined || compareTokens(tokenOf(record), after) > 0)
      .sort((a, b) => compareTokens(tokenOf(a), tokenOf(b)));
    let sizeBytes = 0;
    let taken = 0;
    for (; taken < rest.length; taken++) {
      const starts = taken === 0 || compareTokens(tokenOf(rest[taken]!), tokenOf(rest[taken - 1]!)) !== 0;
      if (starts && sizeBytes >= limitBytes) break;
      sizeBytes += rest[taken]!.key.bytes.length + (rest[taken]!.value?.length ?? 0);
    }
    const records = rest.slice(0, taken);
    return {
      records,
      next: taken < rest.length ? (records.length > 0 ? tokenOf(records.at(-1)!) : after) : undefined,
    };
  }

  count(partition: number): number {
    return this.#inPartition(partition).length;
  }

  async dropPartition(partition: number): Promise<void> {
    await this.durable();
    for (const record of this.#inPartition(partition)) this.#records.delete(record.key.text);
    this.#leaves = undefined;
  }

  async allowPurge(partition: number, { floor, expiredBeforeMs }: PurgeLimit): Promise<void> {
    this.#refuseIfClosed();
    for (const { key, value, version, expiresAtMs } of this.#inPartition(partition)) {
      const isOver = value === undefined || (expiresAtMs > 0 && expiresAtMs <= expiredBeforeMs);
      if (!isOver || compareVersions(version, floor) > 0) continue;
      this.#records.delete(key.text);
      this.#leaves = undefined;
      this.#purged++;
    }
  }

  async scrub(partition: number): Promise<ScrubReport> {
    this.#refuseIfClosed();
    return { entries: this.#inPartition(partition).length, bytes: 0, damaged: 0, differing: 0 };
  }

  /** Of what is held at this moment. */
  get leaves(): LeafReader {
    this.#leaves ??= this.#makeLeaves();
    return this.#leaves;
  }

  #makeLeaves(): LeafReader {
    const tree = new HashTree(this.#partitionBits);
    const all = [...this.#records.values()].map(({ record }) => record);
    const hashed = all.map(({ key, version }) => ({ ...key, version }));
    for (const record of hashed) tree.add(record);
    return {
      depth: tree.depth,
      isKnown: () => true,
      sums: (depth, nodes) => tree.sums(depth, nodes),
      versions: (leaf) => hashed.filter(({ tokenHigh }) => tree.leafOf(tokenHigh) === leaf),
      records: (token) => all.filter((record) => compareTokens(tokenOf(record), token) === 0),
    };
  }

  stats(): StorageStats {
    const entries = [...this.#records.values()];
    const isTombstone = ({ record }: { record: Record }): boolean => record.value === undefined;
    return {
      records: entries.length,
      tombstones: entries.filter(isTombstone).length,
      settled: 0,
      diskBytes: 0,
      liveBytes: 0,
      indexBytes: 0,
      segments: 0,
      pendingBytes: 0,
      flushes: 0,
      purged: this.#purged,
      highestVersion: this.#highestVersion,
      poisoned: false,
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  /** Everything, tombstones included. */
  all(): Record[] {
    return [...this.#records.values()].map(({ record }) => record);
  }

  #inPartition(partition: number): Record[] {
    return [...this.#records.values()]
      .map(({ record }) => record)
      .filter(({ key }) => partitionOfToken(key.tokenHigh, this.#partitionBits) === partition);
  }

  #refuseIfClosed(): void {
    if (this.#closed) throw new StarlingError('STOPPED', 'the store was closed');
  }
}

function tokenOf({ key }: Record): Token {
  return { high: key.tokenHigh, low: key.tokenLow };
}

function compareTokens(a: Token, b: Token): number {
  return a.high - b.high || a.low - b.low;
}
