import { StarlingError } from '../../base/errors.ts';
import { EXPIRY_FIELD, type FileRecord, isExpiry } from './file-record.ts';
import { BadRecord, type RecordReader, type RecordWriter } from './record-format.ts';
import type { RecordBoundary } from './record-splitter.ts';

/**
 * Comma-separated values (RFC 4180), the first record naming the columns:
 *
 *     id,name,country
 *     2643743,London,GB
 *     5128581,"New York, ""NY""",US
 *
 * A field that begins with a quote goes on to the closing one, across commas and lines; a quote within is doubled.
 * Elsewhere a quote is a character like any other. Beside a column of values, one named `expiresAtMs` holds when each expires,
 * in ms since 1970; empty: never.
 */
export interface CsvColumns {
  /** Name of the column with the keys. */
  readonly key: string;
  /** Of the column with the values; undefined: `value`, or without such a column the whole row as a JSON object. */
  readonly value: string | undefined;
}

const DEFAULT_VALUE_COLUMN = 'value';

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;

type Position = 'field start' | 'plain' | 'quoted' | 'after quote';

/** Follows the quotes, because a line end within them belongs to the field. */
class CsvBoundary implements RecordBoundary {
  #position: Position = 'field start';

  endIn(chunk: Uint8Array, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at];
      if (this.#position === 'quoted') {
        at = chunk.indexOf(QUOTE, at);
        if (at === -1) return -1;
        this.#position = 'after quote';
      } else if (byte === NEWLINE) {
        this.#position = 'field start';
        return at + 1;
      } else if (byte === COMMA) {
        this.#position = 'field start';
      } else if (byte === QUOTE && this.#position !== 'plain') {
        this.#position = 'quoted';
      } else {
        this.#position = 'plain';
      }
    }
    return -1;
  }
}

export class CsvReader implements RecordReader {
  readonly boundary: RecordBoundary = new CsvBoundary();
  readonly hasHeader = true;
  readonly #columns: CsvColumns;
  #names: readonly string[] = [];
  #keyIndex = -1;
  #valueIndex: number | undefined;
  #expiryIndex: number | undefined;

  constructor(columns: CsvColumns) {
    this.#columns = columns;
  }

  readHeader(text: string): void {
    const names = parseRow(text);
    if (names instanceof BadRecord) {
      throw new StarlingError('INVALID_ARGUMENT', `the first row should name the columns: ${names.problem}`);
    }
    this.#names = names;
    this.#keyIndex = indexOfColumn(names, this.#columns.key, '--key-column');
    const { value } = this.#columns;
    if (value !== undefined || names.includes(DEFAULT_VALUE_COLUMN)) {
      this.#valueIndex = indexOfColumn(names, value ?? DEFAULT_VALUE_COLUMN, '--value-column');
      if (names.includes(EXPIRY_FIELD)) this.#expiryIndex = names.indexOf(EXPIRY_FIELD);
    }
  }

  read(text: string): FileRecord | BadRecord {
    const fields = parseRow(text);
    if (fields instanceof BadRecord) return fields;
    if (fields.length !== this.#names.length) {
      return new BadRecord(
        `${fields.length} fields, where the first row names ${this.#names.length} columns`,
      );
    }
    const key = fields[this.#keyIndex]!;
    if (this.#valueIndex !== undefined) {
      const expiry = this.#expiryIndex === undefined ? '' : fields[this.#expiryIndex]!;
      return withExpiry({ key, value: fields[this.#valueIndex]! }, expiry);
    }
    // Entries made to an object keep a column called __proto__ a column.
    return {
      key,
      value: JSON.stringify(Object.fromEntries(this.#names.map((name, i) => [name, fields[i]]))),
    };
  }
}

export const csvWriter: RecordWriter = {
  header: `key,value,${EXPIRY_FIELD}\r\n`,
  write: ({ key, value, expiresAtMs }) => `${quoted(key)},${quoted(value)},${expiresAtMs ?? ''}\r\n`,
};

function withExpiry(record: FileRecord, expiry: string): FileRecord | BadRecord {
  if (expiry === '') return record;
  const expiresAtMs = /^\d+$/.test(expiry) ? Number(expiry) : NaN;
  if (!isExpiry(expiresAtMs)) return new BadRecord(`${EXPIRY_FIELD} is no time in ms since 1970`);
  return { ...record, expiresAtMs };
}

/** Quotes even what needs none where it is empty, so that no record is a blank line. */
function quoted(field: string): string {
  return field === '' || /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function indexOfColumn(names: readonly string[], wanted: string, flag: string): number {
  const index = names.indexOf(wanted);
  if (index !== -1 && index === names.lastIndexOf(wanted)) return index;
  const problem = index === -1 ? 'there is no such column' : 'several columns have that name';
  throw new StarlingError(
    'INVALID_ARGUMENT',
    `${flag} "${wanted}": ${problem}; the first row names: ${names.join(', ')}`,
  );
}

/** The fields of one row, without its line end. */
function parseRow(text: string): string[] | BadRecord {
  const fields: string[] = [];
  for (let at = 0; ; at++) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at);
      fields.push(text.slice(at, comma === -1 ? undefined : comma));
      if (comma === -1) return fields;
      at = comma;
      continue;
    }
    const close = closingQuote(text, at + 1);
    if (close === -1) return new BadRecord(`the quote that opens field ${fields.length + 1} is never closed`);
    fields.push(text.slice(at + 1, close).replaceAll('""', '"'));
    at = close + 1;
    if (at === text.length) return fields;
    if (text[at] !== ',') return new BadRecord(`field ${fields.length} goes on behind its closing quote`);
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}
