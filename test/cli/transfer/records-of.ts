import { type ParsedRecord, parseRecords } from '../../../src/cli/transfer/parse-records.ts';
import type { RecordReader } from '../../../src/cli/transfer/record-format.ts';
import { type Place, START, splitRecords } from '../../../src/cli/transfer/record-splitter.ts';

/** The chunks as a stream. */
export async function* streamOf<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}

export async function arrayOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** The bytes in pieces of these sizes, over and over. */
export function piecesOf(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const to = at + sizes[i % sizes.length]!;
    pieces.push(bytes.subarray(at, to));
    at = to;
  }
  return pieces;
}

export interface ReadingOptions {
  readonly reader: RecordReader;
  readonly pieces?: readonly number[];
  readonly from?: Place;
  readonly maxRecordBytes?: number;
}

/** Everything that a reader makes of a file. */
export function recordsOf(file: string | Uint8Array, options: ReadingOptions): Promise<ParsedRecord[]> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const { reader, pieces = [bytes.length || 1], from = START, maxRecordBytes = 1 << 20 } = options;
  const raw = splitRecords(streamOf(piecesOf(bytes, pieces)), { boundary: reader.boundary, maxRecordBytes });
  return arrayOf(parseRecords(raw, reader, from));
}
