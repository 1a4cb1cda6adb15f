import { StarlingError } from '../../base/errors.ts';
import type { FileRecord } from './file-record.ts';
import { BadRecord, type RecordReader } from './record-format.ts';
import { type Place, type RawRecord, START } from './record-splitter.ts';

/** A record that was read, or why it couldn't be. */
export interface ParsedRecord {
  readonly content: FileRecord | BadRecord;
  /** The line it starts on, from 1. */
  readonly line: number;
  /** Where it ends. */
  readonly end: Place;
}

/**
 * Makes keys and values of raw records. Blank lines are passed over, and so is all that ends at or before `from`, which
 * must be a place in this very file.
 * @throws StarlingError INVALID_ARGUMENT where the file up to `from` is not what it was, or the header lacks a column
 */
export async function* parseRecords(
  records: AsyncIterable<RawRecord>,
  reader: RecordReader,
  from: Place,
): AsyncGenerator<ParsedRecord, void, undefined> {
  let awaitsHeader = reader.hasHeader;
  let reached = START;
  for await (const { bytes, line, end } of records) {
    const isDone = end.offset <= from.offset;
    if (reached.offset < from.offset && !isDone) throw changedFile(from);
    reached = end;
    if (end.offset === from.offset && end.crc !== from.crc) throw changedFile(from);
    if (isDone && !awaitsHeader) continue;
    const text = bytes && textOf(bytes, line === 1);
    if (text === '') continue;
    if (awaitsHeader) {
      reader.readHeader(headerText(text));
      awaitsHeader = false;
    } else {
      yield { content: typeof text === 'string' ? reader.read(text) : (text ?? TOO_LONG), line, end };
    }
  }
  if (reached.offset < from.offset) throw changedFile(from);
}

const TOO_LONG = new BadRecord('longer than any record can be; is a line end or a closing quote missing?');
const NOT_UTF8 = new BadRecord('not UTF-8; Starling stores text');

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Without the line end, and without the byte order mark that some programs put at a file's start. */
function textOf(bytes: Uint8Array, isFirst: boolean): string | BadRecord {
  let text;
  try {
    text = decoder.decode(bytes);
  } catch {
    return NOT_UTF8;
  }
  if (isFirst && text.startsWith('\uFEFF')) text = text.slice(1);
  if (text.endsWith('\n')) text = text.slice(0, text.endsWith('\r\n') ? -2 : -1);
  return text;
}

function headerText(text: string | BadRecord | undefined): string {
  if (typeof text === 'string') return text;
  const { problem } = text ?? TOO_LONG;
  throw new StarlingError('INVALID_ARGUMENT', `the first row should name the columns, and is ${problem}`);
}

function changedFile(from: Place): StarlingError {
  return new StarlingError(
    'INVALID_ARGUMENT',
    `the first ${from.line} lines are not those that were imported before; --restart imports everything from the start`,
    { line: from.line },
  );
}
