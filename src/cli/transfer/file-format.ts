import path from 'node:path';
import { Option } from 'commander';
import { StarlingError } from '../../base/errors.ts';
import { CsvReader, csvWriter } from './csv.ts';
import { NdjsonReader, ndjsonWriter } from './ndjson.ts';
import type { RecordReader, RecordWriter } from './record-format.ts';

const FORMATS = ['ndjson', 'csv'] as const;
export type FileFormat = (typeof FORMATS)[number];

const FORMAT_OF_EXTENSION: ReadonlyMap<string, FileFormat> = new Map([
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.csv', 'csv'],
]);

export function formatOption(): Option {
  return new Option(
    '--format <format>',
    'default: by the name of the file (.ndjson, .jsonl, .csv), else ndjson',
  ).choices(FORMATS);
}

export function formatOf(file: string | undefined, given: FileFormat | undefined): FileFormat {
  return given ?? FORMAT_OF_EXTENSION.get(path.extname(file ?? '').toLowerCase()) ?? 'ndjson';
}

/** Which columns of a CSV file are imported, as flags name them. */
export interface ColumnFlags {
  readonly keyColumn?: string;
  readonly valueColumn?: string;
}

/** @throws StarlingError INVALID_ARGUMENT where columns are named for a format that has none */
export function readerOf(format: FileFormat, { keyColumn, valueColumn }: ColumnFlags): RecordReader {
  if (format === 'csv') return new CsvReader({ key: keyColumn ?? 'key', value: valueColumn });
  const flag = keyColumn === undefined ? '--value-column' : '--key-column';
  if (keyColumn !== undefined || valueColumn !== undefined) {
    throw new StarlingError('INVALID_ARGUMENT', `${flag} is for CSV, and this is ${format}; see --format`);
  }
  return new NdjsonReader();
}

export function writerOf(format: FileFormat): RecordWriter {
  return format === 'csv' ? csvWriter : ndjsonWriter;
}
