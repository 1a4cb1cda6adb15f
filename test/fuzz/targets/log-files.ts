import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { StarlingError } from '../../../src/base/errors.ts';
import { CheckpointReader, type DumpedTable } from '../../../src/storage/log/checkpoint-reader.ts';
import {
  CHECKPOINT_FOOTER_BYTES,
  encodeBlock,
  encodeCheckpointFooter,
  encodeCheckpointHeader,
  encodeSlots,
  encodeWords,
  LEAVES_OF,
  SEGMENTS_BLOCK,
} from '../../../src/storage/log/checkpoint-format.ts';
import {
  blockOf,
  decodeSegmentHeader,
  encodeSegmentHeader,
  ENTRY_HEADER_BYTES,
  entryBytes,
  entryBytesOf,
  keyAt,
  readHead,
  recordAt,
  SEGMENT_HEADER_BYTES,
  seedOf,
  valueIsIntact,
  writeEntry,
} from '../../../src/storage/log/format.ts';
import { KeyFilter } from '../../../src/storage/log/key-filter.ts';
import { keyOf } from '../../../src/version/key.ts';
import type { Record } from '../../../src/version/record.ts';
import { filesDisk } from '../../storage/verify/files-disk.ts';
import { fuzzTarget, type FuzzTarget } from '../target.ts';

const SALT = 0x5a17;
const SEGMENT = { number: 3, salt: SALT };
const CHECKPOINT = 'log/00000001.ckpt';

const uint32 = fc.nat(0xffff_ffff);
const versions = fc.record({
  wallMs: fc.nat(2 ** 48 - 1),
  logical: fc.nat(0xffff),
  writer: fc.nat(2 ** 48 - 1),
});
const positions = fc.record({ segment: fc.nat(9), offset: uint32 });
const records: fc.Arbitrary<Record> = fc.record({
  key: fc.string({ minLength: 1, maxLength: 40 }).map(keyOf),
  version: versions,
  value: fc.option(fc.uint8Array({ maxLength: 100 }), { nil: undefined }),
  expiresAtMs: fc.oneof(fc.constant(0), fc.nat(2 ** 48 - 1)),
});

interface Entry {
  readonly record: Record;
  readonly batchStart: boolean;
}

function encodeEntries(entries: readonly Entry[]): Uint8Array {
  const block = blockOf(new Uint8Array(entries.reduce((sum, { record }) => sum + entryBytes(record), 0)));
  let at = 0;
  for (const { record, batchStart } of entries) {
    writeEntry(block, at, record, { seed: seedOf(SALT, at), batchStart });
    at += entryBytes(record);
  }
  return block.bytes;
}

/** As recovery reads them: up to the first that isn't valid. */
function decodeEntries(bytes: Uint8Array): Entry[] {
  const block = blockOf(bytes);
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length;) {
    const head = readHead(block, at, bytes.length - at, seedOf(SALT, at));
    if (head === undefined || at + entryBytesOf(head) > bytes.length || !valueIsIntact(block, at, head))
      break;
    entries.push({ record: recordAt(block, at, head, keyAt(block, at, head)), batchStart: head.batchStart });
    at += entryBytesOf(head);
  }
  if (entries.length > 0) return entries;
  throw damaged();
}

/** Signs each entry anew where it is now, as far as the lengths lead. */
function signEntries(bytes: Uint8Array): Uint8Array {
  const { bytes: own, view } = blockOf(Uint8Array.from(bytes));
  for (let at = 0; at + ENTRY_HEADER_BYTES <= own.length;) {
    const keyEnd = at + ENTRY_HEADER_BYTES + view.getUint16(at + 10);
    const end = keyEnd + view.getUint32(at + 12);
    if (end > own.length) break;
    view.setUint32(at + 4, end === keyEnd ? 0 : crc32(own.subarray(keyEnd, end)));
    view.setUint32(at, crc32(own.subarray(at + 4, keyEnd), seedOf(SALT, at)));
    at = end;
  }
  return own;
}

/** The sum of bytes `from` up to `at`, written at `at`. */
function signPiece(bytes: Uint8Array, from: number, at: number): void {
  if (from < 0 || at + 4 > bytes.length) return;
  blockOf(bytes).view.setUint32(at, crc32(bytes.subarray(from, at)));
}

function signHeader(bytes: Uint8Array): Uint8Array {
  const own = Uint8Array.from(bytes);
  signPiece(own, 0, 24);
  return own;
}

/** Header, footer and list of segments; the tables keep the sums that they have. */
function signCheckpoint(bytes: Uint8Array): Uint8Array {
  const own = signHeader(bytes);
  signPiece(own, own.length - CHECKPOINT_FOOTER_BYTES, own.length - 4);
  return own;
}

const slots = fc.array(fc.record({ slot: fc.nat(3), number: fc.nat(9), salt: uint32 }), { maxLength: 3 });
const words = (each: number) =>
  fc.nat(3).chain((count) => fc.array(uint32, { minLength: count * each, maxLength: count * each }));
const tables = fc
  .uniqueArray(fc.nat(1023), { maxLength: 3 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((table) => fc.record({ table: fc.constant(table), words: words(4), leaves: words(3) })),
    ),
  );
const checkpoints = fc
  .record({ tables, slots, position: positions, durable: positions, highestVersion: versions })
  .map(({ tables: dumped, slots: meanings, position, durable, highestVersion }) =>
    Buffer.concat([
      encodeCheckpointHeader({ partitionBits: 4, tableBits: 10, number: 1, position }),
      ...dumped.flatMap(({ table, words: entries, leaves }) => [
        ...encodeBlock(table, entries.length / 4, encodeWords(Uint32Array.from(entries))),
        ...encodeBlock(table | LEAVES_OF, leaves.length / 3, encodeWords(Uint32Array.from(leaves))),
      ]),
      ...encodeBlock(SEGMENTS_BLOCK, meanings.length, encodeSlots(meanings)),
      encodeCheckpointFooter({
        segments: meanings.length,
        tables: dumped.length,
        durable,
        highestVersion,
        number: 1,
      }),
    ]),
  );

async function readCheckpoint(bytes: Uint8Array): Promise<unknown> {
  const disk = filesDisk(new Map([[CHECKPOINT, bytes]]));
  const reader = await CheckpointReader.open(
    { ...disk, open: async (path) => (await disk.openToRead(path))! },
    1,
  );
  const { header, footer, slots: meanings } = reader;
  const dumped: DumpedTable[] = [];
  for (let table = await reader.next(); table; table = await reader.next()) dumped.push(table);
  return { header, footer, meanings, dumped };
}

const filters = fc.array(fc.tuple(uint32, uint32), { maxLength: 20 }).map((tokens) => {
  const filter = KeyFilter.forKeys(tokens.length);
  for (const [high, low] of tokens) filter.add(high, low);
  return filter.encode(SEGMENT);
});

/** The files of a log. */
export const LOG_FILES: readonly FuzzTarget[] = [
  fuzzTarget({
    name: 'segment-header',
    inputs: fc
      .record({ partitionBits: fc.nat(16), number: uint32, salt: uint32, previousBytes: uint32 })
      .map(encodeSegmentHeader),
    decode: (bytes) => refused(decodeSegmentHeader(bytes)),
    encode: encodeSegmentHeader,
    refusals: ['CORRUPTION'],
    withSums: (bytes) => signHeader(bytes.subarray(0, SEGMENT_HEADER_BYTES)),
  }),
  fuzzTarget({
    name: 'log-entries',
    inputs: fc
      .array(fc.record({ record: records, batchStart: fc.boolean() }), { maxLength: 5 })
      .map(encodeEntries),
    decode: decodeEntries,
    encode: encodeEntries,
    refusals: ['CORRUPTION'],
    withSums: signEntries,
  }),
  fuzzTarget({
    name: 'checkpoint',
    inputs: checkpoints,
    decode: readCheckpoint,
    refusals: ['CORRUPTION', 'CONFIGURATION'],
    withSums: signCheckpoint,
  }),
  fuzzTarget({
    name: 'key-filter',
    inputs: filters,
    decode: (bytes) => refused(KeyFilter.decode(bytes, SEGMENT)).encode(SEGMENT),
    encode: (file) => file,
    refusals: ['CORRUPTION'],
    withSums(bytes) {
      const own = Uint8Array.from(bytes);
      if (own.length > 28)
        blockOf(own).view.setUint32(24, crc32(own.subarray(28), crc32(own.subarray(0, 24))));
      return own;
    },
  }),
];

/** What these decoders give instead of throwing, thrown. */
function refused<Value>(value: Value | undefined | 'damaged' | 'newer format'): Value {
  if (value === undefined || value === 'damaged' || value === 'newer format') throw damaged();
  return value;
}

function damaged(): StarlingError {
  return new StarlingError('CORRUPTION', 'damaged');
}
