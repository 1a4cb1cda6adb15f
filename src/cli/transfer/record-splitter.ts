import { crc32 } from 'node:zlib';

/** A place between two records of a file: how much was read so far. */
export interface Place {
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Lines that end before it. */
  readonly line: number;
  /** CRC-32 of all bytes before it: shows whether a file is still the one it was. */
  readonly crc: number;
}

export const START: Place = { offset: 0, line: 0, crc: 0 };

/** One record as it stands in the file, its line end included. */
export interface RawRecord {
  /** Undefined where it is longer than was allowed: its bytes were not kept. */
  readonly bytes: Uint8Array | undefined;
  /** The line it starts on, from 1. */
  readonly line: number;
  /** Where it ends. */
  readonly end: Place;
}

/** Knows where a record ends; fed every byte of the file once and in order. */
export interface RecordBoundary {
  /** Index just behind the end of the record that goes on at `from`; -1 where it doesn't end in this chunk. */
  endIn(chunk: Uint8Array, from: number): number;
}

export interface SplitOptions {
  readonly boundary: RecordBoundary;
  /** A longer record is reported and not kept, so that a file without line ends can't fill the memory. */
  readonly maxRecordBytes: number;
}

const NEWLINE = 0x0a;

/** Cuts a stream of bytes into records, however the chunks fall. */
export async function* splitRecords(
  chunks: AsyncIterable<Uint8Array>,
  { boundary, maxRecordBytes }: SplitOptions,
): AsyncGenerator<RawRecord, void, undefined> {
  const record = new GrowingRecord(maxRecordBytes);
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = boundary.endIn(chunk, from); to !== -1; to = boundary.endIn(chunk, from)) {
      record.append(chunk.subarray(from, to));
      yield record.finish();
      from = to;
    }
    record.append(chunk.subarray(from));
  }
  if (record.sizeBytes > 0) yield record.finish();
}

/** The record that is being read, and the place that it has reached. */
class GrowingRecord {
  readonly #maxBytes: number;
  #parts: Uint8Array[] = [];
  #start: Place = START;
  #end: Place = START;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get sizeBytes(): number {
    return this.#end.offset - this.#start.offset;
  }

  append(part: Uint8Array): void {
    if (part.length === 0) return;
    this.#end = {
      offset: this.#end.offset + part.length,
      line: this.#end.line + newlinesIn(part),
      crc: crc32(part, this.#end.crc),
    };
    if (this.sizeBytes <= this.#maxBytes) this.#parts.push(part);
    else this.#parts = [];
  }

  finish(): RawRecord {
    const [first, ...others] = this.#parts;
    const whole = others.length === 0 ? first : Buffer.concat(this.#parts);
    const bytes = this.sizeBytes <= this.#maxBytes ? whole : undefined;
    const record = { bytes, line: this.#start.line + 1, end: this.#end };
    this.#parts = [];
    this.#start = this.#end;
    return record;
  }
}

function newlinesIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
