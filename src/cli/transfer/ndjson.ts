import { EXPIRY_FIELD, type FileRecord, isExpiry } from './file-record.ts';
import { BadRecord, type RecordReader, type RecordWriter } from './record-format.ts';
import type { RecordBoundary } from './record-splitter.ts';

const NEWLINE = 0x0a;

/** A record a line. JSON escapes line ends within text. */
const lineBoundary: RecordBoundary = {
  endIn: (chunk, from) => chunk.indexOf(NEWLINE, from) + 1 || -1,
};

/**
 * Newline-delimited JSON:
 *
 *     {"key":"city:2643743","value":"London"}
 *     {"key":"session:4711","value":"alice","expiresAtMs":1790000000000}
 *
 * A value that is an object, an array or a number is kept as its JSON text; other members are passed over.
 */
export class NdjsonReader implements RecordReader {
  readonly boundary = lineBoundary;
  readonly hasHeader = false;

  readHeader(): void {
    // There is none.
  }

  read(text: string): FileRecord | BadRecord {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch (error) {
      return new BadRecord(`not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (typeof parsed !== 'object' || parsed === null || !('key' in parsed) || !('value' in parsed)) {
      return new BadRecord('not an object with the members "key" and "value"');
    }
    const { key, value } = parsed;
    if (typeof key !== 'string') return new BadRecord('"key" is no string');
    if (value === null) return new BadRecord('"value" is null; to delete a key use "starling delete"');
    const record = { key, value: typeof value === 'string' ? value : JSON.stringify(value) };
    if (!(EXPIRY_FIELD in parsed)) return record;
    const expiresAtMs = parsed[EXPIRY_FIELD];
    if (!isExpiry(expiresAtMs)) return new BadRecord(`"${EXPIRY_FIELD}" is no time in ms since 1970`);
    return { ...record, expiresAtMs };
  }
}

export const ndjsonWriter: RecordWriter = {
  header: '',
  write: ({ key, value, expiresAtMs }) => `${JSON.stringify({ key, value, expiresAtMs })}\n`,
};
