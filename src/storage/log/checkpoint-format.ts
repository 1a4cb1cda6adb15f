import { crc32 } from 'node:zlib';
import { SUM_WORDS } from '../../merkle/hash-tree.ts';
import { VERSION_BYTES, type Version, readVersion, writeVersion } from '../../version/version.ts';
import { blockOf } from './format.ts';
import type { LogPosition } from './log-state.ts';

/**
 * The bytes of a checkpoint `log/00000001.ckpt`: the index as it was while the file was being written. Numbers are
 * big-endian.
 *
 *     file:     | header | block of a table | ... | block of the segments | footer |
 *
 *     header    0          8        10              11          12       16               24    28
 *               | starckpt | format | partitionBits | tableBits | number | position       | sum |
 *
 *     block     0    4       8     12
 *               | id | count | sum | items |
 *
 *     footer    0          4        8          16        30  32       36    40
 *               | segments | tables | durable  | version | 0 | number | sum |
 *
 * - A table's block has its number as `id` and its entries in order as items, 16 bytes each (packed-entry.ts). Empty
 *   tables have no block. A block with LEAVES_OF in its `id` may follow, with the leaves of the hash tree that the table's
 *   entries make (merkle/hash-tree.ts): for each that isn't 0 its number within the table and its sum, 12 bytes. Format 1 had
 *   none. The last block has SEGMENTS as `id`, and what each segment slot of the entries means: `slot`,
 *   0, `number`, `salt`, 12 bytes each.
 * - Positions are a segment's number and an offset. Everything before `position` is in the tables, and some of what
 *   follows may be; so a reader of the log goes on at `position`. Everything before `durable` was durable when the
 *   checkpoint was complete, whatever an entry of it points to included.
 * - `version` is no lower than that of anything ever stored. The sums are CRC-32s: of the header's bytes 0..23, of `id`,
 *   `count` and the items, and of the footer's bytes 0..35.
 */
export const CHECKPOINT_FORMAT = 2;
const OLDEST_FORMAT = 1;
export const CHECKPOINT_HEADER_BYTES = 28;
export const CHECKPOINT_FOOTER_BYTES = 40;
export const BLOCK_HEADER_BYTES = 12;
export const SEGMENT_ITEM_BYTES = 12;
export const SEGMENTS_BLOCK = 0xffffffff;
/** With the number of a table. */
export const LEAVES_OF = 0x40000000;
const LEAF_WORDS = 1 + SUM_WORDS;
export const LEAF_BYTES = 4 * LEAF_WORDS;

const MAGIC = new TextEncoder().encode('starckpt');

export interface CheckpointHeader {
  readonly partitionBits: number;
  readonly tableBits: number;
  readonly number: number;
  readonly position: LogPosition;
}

export interface CheckpointFooter {
  readonly segments: number;
  readonly tables: number;
  readonly durable: LogPosition;
  readonly highestVersion: Version;
  readonly number: number;
}

/** What a segment slot in the entries means. */
export interface SlotMeaning {
  readonly slot: number;
  readonly number: number;
  readonly salt: number;
}

export function encodeCheckpointHeader(header: CheckpointHeader): Uint8Array {
  const { bytes, view } = blockOf(new Uint8Array(CHECKPOINT_HEADER_BYTES));
  bytes.set(MAGIC);
  view.setUint16(8, CHECKPOINT_FORMAT);
  view.setUint8(10, header.partitionBits);
  view.setUint8(11, header.tableBits);
  view.setUint32(12, header.number);
  writePosition(view, 16, header.position);
  view.setUint32(24, crc32(bytes.subarray(0, 24)));
  return bytes;
}

/** What is wrong with it, or the header. A newer format is told apart from damage. */
export function decodeCheckpointHeader(bytes: Uint8Array): CheckpointHeader | 'damaged' | 'newer format' {
  const { view } = blockOf(bytes);
  if (bytes.length < CHECKPOINT_HEADER_BYTES) return 'damaged';
  if (MAGIC.some((byte, at) => bytes[at] !== byte)) return 'damaged';
  if (view.getUint32(24) !== crc32(bytes.subarray(0, 24))) return 'damaged';
  const format = view.getUint16(8);
  if (format < OLDEST_FORMAT || format > CHECKPOINT_FORMAT) return 'newer format';
  return {
    partitionBits: view.getUint8(10),
    tableBits: view.getUint8(11),
    number: view.getUint32(12),
    position: readPosition(view, 16),
  };
}

export function encodeCheckpointFooter(footer: CheckpointFooter): Uint8Array {
  const { bytes, view } = blockOf(new Uint8Array(CHECKPOINT_FOOTER_BYTES));
  view.setUint32(0, footer.segments);
  view.setUint32(4, footer.tables);
  writePosition(view, 8, footer.durable);
  writeVersion(bytes, 16, footer.highestVersion);
  view.setUint32(32, footer.number);
  view.setUint32(36, crc32(bytes.subarray(0, 36)));
  return bytes;
}

/** Undefined where it is damaged. */
export function decodeCheckpointFooter(bytes: Uint8Array): CheckpointFooter | undefined {
  const { view } = blockOf(bytes);
  if (bytes.length < CHECKPOINT_FOOTER_BYTES) return undefined;
  if (view.getUint32(36) !== crc32(bytes.subarray(0, 36))) return undefined;
  return {
    segments: view.getUint32(0),
    tables: view.getUint32(4),
    durable: readPosition(view, 8),
    highestVersion: readVersion(bytes.subarray(0, 16 + VERSION_BYTES), 16),
    number: view.getUint32(32),
  };
}

export function encodeBlock(id: number, count: number, items: Uint8Array): [Uint8Array, Uint8Array] {
  const { bytes, view } = blockOf(new Uint8Array(BLOCK_HEADER_BYTES));
  view.setUint32(0, id);
  view.setUint32(4, count);
  view.setUint32(8, blockSum(bytes, items));
  return [bytes, items];
}

function blockSum(header: Uint8Array, items: Uint8Array): number {
  const sum = crc32(header.subarray(0, 8));
  // Of no bytes zlib gives 0 or what it was to go on from, depending on where they would be.
  return items.length === 0 ? sum : crc32(items, sum);
}

export interface BlockHeader {
  readonly id: number;
  readonly count: number;
}

export function readBlockHeader(bytes: Uint8Array): BlockHeader {
  const { view } = blockOf(bytes);
  return { id: view.getUint32(0), count: view.getUint32(4) };
}

/** Whether header and items are those that were written. */
export function blockIsIntact(header: Uint8Array, items: Uint8Array): boolean {
  return blockOf(header).view.getUint32(8) === blockSum(header, items);
}

/** Entries, or leaves, as they stand in a file. */
export function encodeWords(words: Uint32Array): Uint8Array {
  return swapped(new Uint8Array(words.buffer, words.byteOffset, words.byteLength).slice());
}

/** The leaves of a table, those that are 0 left out. */
export function packLeaves(sums: Uint32Array): Uint32Array<ArrayBuffer> {
  const packed: number[] = [];
  for (let leaf = 0; leaf * SUM_WORDS < sums.length; leaf++) {
    const [high, low] = sums.subarray(leaf * SUM_WORDS);
    if (high !== 0 || low !== 0) packed.push(leaf, high!, low!);
  }
  return Uint32Array.from(packed);
}

/** What `packLeaves` was given, of so many leaves; undefined where there are fewer. */
export function unpackLeaves(packed: Uint32Array, leaves: number): Uint32Array | undefined {
  const sums = new Uint32Array(leaves * SUM_WORDS);
  for (let at = 0; at < packed.length; at += LEAF_WORDS) {
    if (packed[at]! >= leaves) return undefined;
    sums.set(packed.subarray(at + 1, at + LEAF_WORDS), packed[at]! * SUM_WORDS);
  }
  return sums;
}

/** Entries, or leaves, in memory of their own. */
export function decodeWords(items: Uint8Array): Uint32Array {
  const own = swapped(items.slice());
  return new Uint32Array(own.buffer, 0, items.length / 4);
}

export function encodeSlots(slots: readonly SlotMeaning[]): Uint8Array {
  const { bytes, view } = blockOf(new Uint8Array(slots.length * SEGMENT_ITEM_BYTES));
  slots.forEach(({ slot, number, salt }, i) => {
    view.setUint16(i * SEGMENT_ITEM_BYTES, slot);
    view.setUint32(i * SEGMENT_ITEM_BYTES + 4, number);
    view.setUint32(i * SEGMENT_ITEM_BYTES + 8, salt);
  });
  return bytes;
}

export function decodeSlots(items: Uint8Array): SlotMeaning[] {
  const { view } = blockOf(items);
  return Array.from({ length: items.length / SEGMENT_ITEM_BYTES }, (_, i) => ({
    slot: view.getUint16(i * SEGMENT_ITEM_BYTES),
    number: view.getUint32(i * SEGMENT_ITEM_BYTES + 4),
    salt: view.getUint32(i * SEGMENT_ITEM_BYTES + 8),
  }));
}

/** Node runs on little-endian machines only. */
function swapped(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).swap32();
  return bytes;
}

function writePosition(view: DataView, at: number, position: LogPosition): void {
  view.setUint32(at, position.segment);
  view.setUint32(at + 4, position.offset);
}

function readPosition(view: DataView, at: number): LogPosition {
  return { segment: view.getUint32(at), offset: view.getUint32(at + 4) };
}
