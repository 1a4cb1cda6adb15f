import type { StarlingError } from '../base/errors.ts';
import type { Consistency, Durability } from '../quorum/consistency.ts';

export type { Consistency, Durability };

/**
 * What a program can do with a Starling cluster: the same whether it connects as a client or runs a
 * peer inside itself.
 *
 * Every answer carries a *version*: 28 hexadecimal digits that sort as text in the order of the writes.
 * A program that hands the newest one it has seen back as `session` is sure to write after it.
 */
export interface Store {
  /**
   * Stores the value and resolves when W owners hold it durably.
   * @param key 1..1024 bytes of UTF-8
   * @param value at most 1 MiB of UTF-8 (configurable)
   * @param options with `ttlMs` the key exists for that long; without, for ever, even where it had an expiry before
   * @throws StarlingError INVALID_ARGUMENT | OVERLOADED | DISK_FULL: nothing was written;
   *   QUORUM_FAILED | TIMEOUT | UNAVAILABLE: the outcome is unknown, it may still surface
   */
  put(key: string, value: string, options?: PutOptions): Promise<WriteResult>;

  /** The newest value that R owners agree on; `value` is undefined where the key doesn't exist, or has expired. */
  get(key: string, options?: ReadOptions): Promise<ReadResult>;

  /** Deletes the key (whether it existed or not); the deletion has a version like a write. Errors as `put`. */
  delete(key: string, options?: WriteOptions): Promise<WriteResult>;

  /**
   * Up to 1024 puts, each with a result of its own, in the order given. Rejects only where none was tried.
   * @param options its `ttlMs` is that of the items without one of their own
   */
  putMany(items: readonly PutItem[], options?: PutOptions): Promise<(WriteResult | StarlingError)[]>;

  /** Up to 1024 reads, each with a result of its own, in the order given. Rejects only where none was tried. */
  getMany(keys: readonly string[], options?: ReadOptions): Promise<(ReadResult | StarlingError)[]>;

  /** Up to 1024 deletions, as `putMany`. */
  deleteMany(keys: readonly string[], options?: WriteOptions): Promise<(WriteResult | StarlingError)[]>;
}

/** A key, 1..1024 bytes of UTF-8, and its value. */
export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

/** One of several that are put at once. */
export interface PutItem extends KeyValue {
  /** As `PutOptions.ttlMs`, for this item. */
  readonly ttlMs?: number | undefined;
}

/** What each request may ask for. */
export interface ReadOptions {
  /** Default: the cluster's R. */
  readonly consistency?: Consistency | undefined;
  /** Milliseconds until the request fails with TIMEOUT. Default 5000, at most 120000. */
  readonly timeoutMs?: number | undefined;
}

/** What a put or a deletion may ask for; `consistency` says how many owners must hold it, default the cluster's W. */
export interface WriteOptions extends ReadOptions {
  /** Default `fsync`. With `memory` a power cut may lose an acknowledged write. */
  readonly durability?: Durability | undefined;
  /**
   * Whether another peer that keeps the write for an owner which can't be reached counts in its stead (a sloppy quorum). Default false.
   * The write is then taken while fewer than W owners are up, and reads may miss it, and older writes win over it, until they have it.
   */
  readonly sloppy?: boolean | undefined;
  /** The newest version this program has seen: the write is stamped above it. */
  readonly session?: string | undefined;
}

/** What a put may ask for. */
export interface PutOptions extends WriteOptions {
  /**
   * How long the key exists, from when a peer takes the request: a whole number of ms from 1 to ten years. Default: for ever.
   * After that it reads as never written, at every owner from the same millisecond of the cluster's time on (the median of the
   * peers' clocks), and stays gone. Too short for its journey: it is acknowledged and expired at once.
   */
  readonly ttlMs?: number | undefined;
}

/** That a write was taken. */
export interface WriteResult {
  /** Of what was written: above every version that this key had when W owners took it. */
  readonly version: string;
}

/** What a key has. */
export interface ReadResult {
  /** Undefined where the key doesn't exist, or has expired. */
  readonly value: string | undefined;
  /** Of the value, also where it has expired, or of the deletion; undefined where the key was never written. */
  readonly version: string | undefined;
  /** When the value expires, in ms since the Unix epoch; left out: never, or there is none. */
  readonly expiresAtMs?: number;
}
