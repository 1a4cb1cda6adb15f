import type { FileRecord } from './file-record.ts';
import type { RecordBoundary } from './record-splitter.ts';

/** Why a record can't be imported, as the rest of a sentence: `line 7: <problem>`. */
export class BadRecord {
  readonly problem: string;

  constructor(problem: string) {
    this.problem = problem;
  }
}

/** Reads the records of one file; used once. */
export interface RecordReader {
  readonly boundary: RecordBoundary;
  /** Whether the first record names the columns and is given to `readHeader` instead of `read`. */
  readonly hasHeader: boolean;
  /** @throws StarlingError INVALID_ARGUMENT where the columns asked for aren't there */
  readHeader(text: string): void;
  /** @param text one record without its line end; never blank */
  read(text: string): FileRecord | BadRecord;
}

/** Writes records that the reader of the same format reads back as they were. */
export interface RecordWriter {
  /** Empty where the format has none. Ends with a line end otherwise. */
  readonly header: string;
  /** One record with its line end. */
  write(record: FileRecord): string;
}
