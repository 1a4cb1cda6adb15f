import type { Hashed } from '../merkle/hash-tree.ts';
import type { Key } from '../version/key.ts';
import type { Record } from '../version/record.ts';
import type { Version } from '../version/version.ts';

/**
 * Where a peer keeps its records: one per key, the newest, tombstones included. The caller's contract:
 *
 * - `write` decides at once, in memory, by last-writer-wins; what it applied is visible to `read`.
 * - Nothing is durable before a `durable()` that was called after the write, in the same turn, has resolved.
 * - After any failed flush the engine is *poisoned*: every later `write` and `durable` rejects with
 *   STORE_POISONED until the process opens the directory again. Reads of durable records go on.
 */
export interface StorageEngine {
  /**
   * Takes the record unless a newer one is here.
   * @throws StarlingError STORE_POISONED | DISK_FULL | OVERLOADED (too many bytes wait for the disk) | STOPPED;
   *   CORRUPTION where what may be the key's present record is damaged, so that nobody can say which is newer;
   *   INVALID_ARGUMENT where key, value or expiry exceed what can be stored. Nothing was applied then.
   */
  write(record: Record): WriteResult;

  /**
   * Resolves when everything applied so far is durable. Calls of one batch share one fdatasync.
   *
   * Call it in the same turn of the event loop as the write that it is to cover, with no `await` between them. A flush that
   * finds the disk full takes its writes back and rejects who waits for it by then; whoever calls only later, when there
   * is room again, is told that everything applied is durable, and the write that was taken back is not among it.
   * @throws StarlingError DISK_FULL: what it was to cover was taken back; STORE_POISONED | STOPPED: that may be on disk or not
   */
  durable(): Promise<void>;

  /** The newest record of the key, deleted and expired ones included. @throws StarlingError CORRUPTION */
  read(key: Key): ReadResult | undefined;

  /** As `read`, without the value. */
  readVersion(key: Key): VersionResult | undefined;

  /**
   * A page of one partition, in the order of (tokenHigh, tokenLow); keys that share a token are never
   * separated. Resumable after any change: records that are there throughout are all seen.
   * @throws StarlingError CORRUPTION | STOPPED; INVALID_ARGUMENT where `after` is a token of another partition
   */
  scan(request: ScanRequest): Promise<ScanPage>;

  /** Records in one partition, tombstones and what is settled included. */
  count(partition: number): number;

  /** Forgets a whole partition. Resolves when that is durable. */
  dropPartition(partition: number): Promise<void>;

  /**
   * Settles the tombstones and expired records of a partition that are within the limit: they are gone for `read`, `scan` and the
   * hash tree, and vanish from the disk at some time. The caller vouches that every replica has them, and that nobody will
   * write back what they stand for. Call it again after a start: the log may bring back what was settled. Only `write` goes on
   * knowing of them, while they are there, and answers an older version with `stale`.
   */
  allowPurge(partition: number, limit: PurgeLimit): Promise<void>;

  /**
   * Reads everything of one partition, checks every byte of it, and adds the leaves of its hash tree up anew: those that turn out
   * different are what was just read from then on. What is damaged stays as it is, and is told as it is found.
   * @param pace is waited for after so many bytes, over and over
   * @throws StarlingError STOPPED
   */
  scrub(partition: number, pace: (sizeBytes: number) => Promise<void>): Promise<ScrubReport>;

  /** What is held, by the leaves of the hash tree. */
  readonly leaves: LeafReader;

  stats(): StorageStats;

  /** Flushes, then releases the files. Later calls reject with STOPPED. Idempotent. */
  close(): Promise<void>;
}

export type WriteResult =
  /** It is the newest now; `replaced` is the version that it took the place of. */
  | { readonly kind: 'applied'; readonly replaced: Version | undefined }
  /** The very same version was already here. */
  | { readonly kind: 'same' }
  /** A newer one is here; nothing changed. */
  | { readonly kind: 'stale'; readonly version: Version };

export interface ReadResult {
  readonly record: Record;
  /** False while its flush is under way: a peer that answers with it now could forget it in a crash. */
  readonly durable: boolean;
}

export interface VersionResult {
  readonly version: Version;
  readonly durable: boolean;
}

export interface ScanRequest {
  readonly partition: number;
  /** Only tokens above this one. */
  readonly after: Token | undefined;
  /** Ends the page once this many bytes of keys and values are in it. */
  readonly limitBytes: number;
}

export interface Token {
  readonly high: number;
  readonly low: number;
}

export interface ScanPage {
  readonly records: Record[];
  /** Where to go on; undefined: that was all. */
  readonly next: Token | undefined;
}

export interface PurgeLimit {
  /** Nothing newer goes: the purge floor (DESIGN: convergence). */
  readonly floor: Version;
  /** Of the records that expire, only those whose time was up by then. In ms since the epoch, by the cluster's time. */
  readonly expiredBeforeMs: number;
}

/** Settled entries are in none of its answers. */
export interface LeafReader {
  /** Levels below the partitions (merkle/hash-tree.ts). */
  readonly depth: number;
  /** Whether the sums of the partition are known: not right after some starts. */
  isKnown(partition: number): boolean;
  /** As `HashTree.sums`. */
  sums(depth: number, nodes: readonly number[]): Uint32Array;
  /** Of every key under a leaf, in no order. @throws StarlingError CORRUPTION | STOPPED */
  versions(leaf: number): Hashed[];
  /** The records with this token: one, or more where keys share it. @throws StarlingError CORRUPTION | STOPPED */
  records(token: Token): Record[];
}

export interface ScrubReport {
  /** What was read: entries, and their bytes on disk. */
  readonly entries: number;
  readonly bytes: number;
  /** Entries that fail their checksum, or can't be read. */
  readonly damaged: number;
  /** Leaves that were not the sum of what is there. */
  readonly differing: number;
}

export interface StorageStats {
  /** Records, tombstones included. */
  readonly records: number;
  readonly tombstones: number;
  /** What is settled, and so not among the records, but still kept. */
  readonly settled: number;
  /** Bytes of segments on disk, and how many of them belong to the newest record of a key. */
  readonly diskBytes: number;
  readonly liveBytes: number;
  readonly indexBytes: number;
  readonly segments: number;
  /** Appended, not yet durable. */
  readonly pendingBytes: number;
  /** fdatasyncs so far. */
  readonly flushes: number;
  /** Tombstones and expired records that have vanished since the store was opened. */
  readonly purged: number;
  /** The highest version ever stored here, for the hybrid clock after a restart. */
  readonly highestVersion: Version;
  readonly poisoned: boolean;
}
