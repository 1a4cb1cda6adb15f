import { crc32 } from 'node:zlib';
import { LIMITS } from '../../base/limits.ts';
import type { Key } from '../../version/key.ts';
import type { Record } from '../../version/record.ts';
import { copyOut } from './value-copy.ts';
import { type Version, readVersion, writeVersion } from '../../version/version.ts';

/**
 * The bytes of a segment file `log/00000001.seg`. Numbers are big-endian.
 *
 *     segment:  | header | entry | entry | ...            appended to, never changed
 *
 *     header    0        8        10              11  12       16     20              24    28
 *               | magic  | format | partitionBits | 0 | number | salt | previousBytes | sum |
 *
 *     entry     0         4          8       9   10         12           16      24        38        44
 *               | headSum | valueSum | flags | 0 | keyBytes | valueBytes | token | version | expires | key | value |
 *
 * - `headSum` is a CRC-32 over bytes 4 up to the end of the key, so it covers `valueSum` as well and a
 *   key and its version can be checked without reading the value; `valueSum` is a CRC-32 over the value.
 * - `headSum` starts from `salt ^ offset`. An entry is therefore valid in this segment at this offset
 *   only: neither stale bytes nor a client that stores the bytes of an entry as a value can pass for one.
 * - `token` is the key's 64-bit hash, so that recovery and compaction need not hash again.
 * - `expires` is in ms since the epoch, 0 for never.
 * - `previousBytes` is the final size of the segment before, which by itself looks whole when it was cut short
 *   between two entries; `sum` is a CRC-32 over the header.
 * - BATCH_START marks the first entry of each flush. A batch is appended only once the one before it
 *   is durable; hence damage with no batch start behind it is a torn tail, and any other is corruption.
 */
export const FORMAT_VERSION = 1;
export const SEGMENT_HEADER_BYTES = 28;
export const ENTRY_HEADER_BYTES = 44;
/** Longest header and key together: what has to be read to know what an entry is. */
export const HEAD_BYTES = ENTRY_HEADER_BYTES + LIMITS.keyBytes;
/** Longest entry there can be. */
export const ENTRY_BYTES_CEILING = HEAD_BYTES + LIMITS.valueBytesCeiling;

const MAGIC = new TextEncoder().encode('starling');
const TOMBSTONE = 1;
const BATCH_START = 2;
const KNOWN_FLAGS = TOMBSTONE | BATCH_START;

/** Bytes together with the view that reads and writes their numbers. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

export function blockOf(bytes: Uint8Array): Block {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

export interface SegmentHeader {
  readonly partitionBits: number;
  readonly number: number;
  /** Random; see above. */
  readonly salt: number;
  /** Final size of the segment with the number before this one; 0 where this is the first. */
  readonly previousBytes: number;
}

export function encodeSegmentHeader(header: SegmentHeader): Uint8Array {
  const { bytes, view } = blockOf(new Uint8Array(SEGMENT_HEADER_BYTES));
  bytes.set(MAGIC);
  view.setUint16(8, FORMAT_VERSION);
  view.setUint8(10, header.partitionBits);
  view.setUint32(12, header.number);
  view.setUint32(16, header.salt);
  view.setUint32(20, header.previousBytes);
  view.setUint32(24, crc32(bytes.subarray(0, 24)));
  return bytes;
}

/** What is wrong with it, or the header. A newer format is told apart from damage. */
export function decodeSegmentHeader(bytes: Uint8Array): SegmentHeader | 'damaged' | 'newer format' {
  const { view } = blockOf(bytes);
  if (bytes.length < SEGMENT_HEADER_BYTES) return 'damaged';
  if (MAGIC.some((byte, at) => bytes[at] !== byte)) return 'damaged';
  if (view.getUint32(24) !== crc32(bytes.subarray(0, 24))) return 'damaged';
  if (view.getUint16(8) !== FORMAT_VERSION) return 'newer format';
  return {
    partitionBits: view.getUint8(10),
    number: view.getUint32(12),
    salt: view.getUint32(16),
    previousBytes: view.getUint32(20),
  };
}

/** An entry without its value. */
export interface EntryHead {
  readonly keyBytes: number;
  readonly valueBytes: number;
  readonly tombstone: boolean;
  /** First of its batch. */
  readonly batchStart: boolean;
  readonly tokenHigh: number;
  readonly tokenLow: number;
  readonly version: Version;
  readonly expiresAtMs: number;
}

/** Where an entry's checksum starts from. */
export function seedOf(salt: number, offset: number): number {
  return (salt ^ offset) >>> 0;
}

export function entryBytes(record: Record): number {
  return ENTRY_HEADER_BYTES + record.key.bytes.length + (record.value?.length ?? 0);
}

export function entryBytesOf(head: EntryHead): number {
  return ENTRY_HEADER_BYTES + head.keyBytes + head.valueBytes;
}

/** Cheap look whether the bytes at `at` might be the first entry of a batch; `readHead` knows. */
export function mayStartBatch({ bytes }: Block, at: number): boolean {
  const flags = bytes[at + 8] ?? 0;
  return (flags & BATCH_START) !== 0 && (flags & ~KNOWN_FLAGS) === 0;
}

/** Writes `entryBytes(record)` bytes at `at`. */
export function writeEntry(
  { bytes, view }: Block,
  at: number,
  record: Record,
  framing: { readonly seed: number; readonly batchStart: boolean },
): void {
  const { key, value } = record;
  const valueAt = at + ENTRY_HEADER_BYTES + key.bytes.length;
  view.setUint32(at + 4, value === undefined ? 0 : crc32(value));
  view.setUint8(at + 8, (value === undefined ? TOMBSTONE : 0) | (framing.batchStart ? BATCH_START : 0));
  view.setUint8(at + 9, 0);
  view.setUint16(at + 10, key.bytes.length);
  view.setUint32(at + 12, value?.length ?? 0);
  view.setUint32(at + 16, key.tokenHigh);
  view.setUint32(at + 20, key.tokenLow);
  writeVersion(bytes, at + 24, record.version);
  view.setUint16(at + 38, Math.floor(record.expiresAtMs / 2 ** 32));
  view.setUint32(at + 40, record.expiresAtMs >>> 0);
  bytes.set(key.bytes, at + ENTRY_HEADER_BYTES);
  if (value !== undefined) bytes.set(value, valueAt);
  view.setUint32(at, crc32(bytes.subarray(at + 4, valueAt), framing.seed));
}

/** Signs an entry that was copied to `at` of another segment; the value's sum goes with it unchanged. */
export function resignEntry(
  { bytes, view }: Block,
  at: number,
  framing: { readonly seed: number; readonly batchStart: boolean },
): void {
  view.setUint8(at + 8, (view.getUint8(at + 8) & ~BATCH_START) | (framing.batchStart ? BATCH_START : 0));
  const valueAt = at + ENTRY_HEADER_BYTES + view.getUint16(at + 10);
  view.setUint32(at, crc32(bytes.subarray(at + 4, valueAt), framing.seed));
}

/**
 * The head at `at`, of which `available` bytes are there; undefined where it isn't a valid one. Where fewer
 * than HEAD_BYTES are available the caller can't tell damage from bytes that it has yet to read.
 */
export function readHead(
  { bytes, view }: Block,
  at: number,
  available: number,
  seed: number,
): EntryHead | undefined {
  if (available < ENTRY_HEADER_BYTES) return undefined;
  const flags = view.getUint8(at + 8);
  const keyBytes = view.getUint16(at + 10);
  const valueBytes = view.getUint32(at + 12);
  const end = at + ENTRY_HEADER_BYTES + keyBytes;
  if ((flags & ~KNOWN_FLAGS) !== 0 || keyBytes === 0 || keyBytes > LIMITS.keyBytes) return undefined;
  if (valueBytes > LIMITS.valueBytesCeiling || end > at + available) return undefined;
  if (view.getUint32(at) !== crc32(bytes.subarray(at + 4, end), seed)) return undefined;
  return {
    keyBytes,
    valueBytes,
    tombstone: (flags & TOMBSTONE) !== 0,
    batchStart: (flags & BATCH_START) !== 0,
    tokenHigh: view.getUint32(at + 16),
    tokenLow: view.getUint32(at + 20),
    version: readVersion(bytes, at + 24),
    expiresAtMs: view.getUint16(at + 38) * 2 ** 32 + view.getUint32(at + 40),
  };
}

/** Whether the value behind a valid head at `at` is the one that was written. */
export function valueIsIntact({ bytes, view }: Block, at: number, head: EntryHead): boolean {
  if (head.valueBytes === 0) return view.getUint32(at + 4) === 0;
  const valueAt = at + ENTRY_HEADER_BYTES + head.keyBytes;
  return view.getUint32(at + 4) === crc32(bytes.subarray(valueAt, valueAt + head.valueBytes));
}

/** Whether the entry at `at` is of this key. */
export function isEntryOf({ bytes }: Block, at: number, head: EntryHead, key: Pick<Key, 'bytes'>): boolean {
  if (head.keyBytes !== key.bytes.length) return false;
  const start = at + ENTRY_HEADER_BYTES;
  for (let i = 0; i < head.keyBytes; i++) if (bytes[start + i] !== key.bytes[i]) return false;
  return true;
}

/** The key's bytes in the block. */
export function keyBytesAt({ bytes }: Block, at: number, head: EntryHead): Uint8Array {
  return bytes.subarray(at + ENTRY_HEADER_BYTES, at + ENTRY_HEADER_BYTES + head.keyBytes);
}

/** A byte order mark is part of the key. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The key of the entry at `at`, in bytes of its own. */
export function keyAt(block: Block, at: number, head: EntryHead): Key {
  // Not `slice`: of a Buffer it would be a view.
  const own = new Uint8Array(keyBytesAt(block, at, head));
  return { text: decoder.decode(own), bytes: own, tokenHigh: head.tokenHigh, tokenLow: head.tokenLow };
}

/** The record of the entry at `at` under the given key, its value in bytes of its own. */
export function recordAt({ bytes }: Block, at: number, head: EntryHead, key: Key): Record {
  const valueAt = at + ENTRY_HEADER_BYTES + head.keyBytes;
  return {
    key,
    version: head.version,
    value: head.tombstone ? undefined : copyOut(bytes, valueAt, valueAt + head.valueBytes),
    expiresAtMs: head.expiresAtMs,
  };
}
