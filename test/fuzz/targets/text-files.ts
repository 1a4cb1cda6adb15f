import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { TokenList, tokenLine } from '../../../src/access/token-list.ts';
import { readRunningFlock } from '../../../src/cli/flock/running.ts';
import { type ImportProgress, ImportProgressFile } from '../../../src/cli/transfer/import-progress.ts';
import { BadRecord, type RecordReader, type RecordWriter } from '../../../src/cli/transfer/record-format.ts';
import type { FileRecord } from '../../../src/cli/transfer/file-record.ts';
import { readerOf, writerOf } from '../../../src/cli/transfer/file-format.ts';
import { parseRecords } from '../../../src/cli/transfer/parse-records.ts';
import { splitRecords, START } from '../../../src/cli/transfer/record-splitter.ts';
import { parseAddress } from '../../../src/client/address.ts';
import { loadConfiguration } from '../../../src/node/configuration/load.ts';
import { parseAddress as parseMultiaddr } from '../../../src/transport/libp2p/dial.ts';
import { fuzzTarget, type FuzzTarget } from '../target.ts';

const LONGEST_RECORD_BYTES = 1024;

const folder = mkdtempSync(path.join(tmpdir(), 'starling-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const keys = fc.string({
  minLength: 1,
  maxLength: 20,
  unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '\\'),
});
const records: fc.Arbitrary<FileRecord> = fc.record(
  { key: keys, value: keys, expiresAtMs: fc.integer({ min: 1, max: 2 ** 48 }) },
  { requiredKeys: ['key', 'value'] },
);

function written(writer: RecordWriter, file: readonly FileRecord[]): Uint8Array {
  return Buffer.from(writer.header + file.map((record) => writer.write(record)).join(''));
}

/** The records that can be imported; the others are reported one by one. */
async function importable(reader: RecordReader, bytes: Uint8Array): Promise<FileRecord[]> {
  const options = { boundary: reader.boundary, maxRecordBytes: LONGEST_RECORD_BYTES };
  const records: FileRecord[] = [];
  for await (const { content } of parseRecords(splitRecords(halves(bytes), options), reader, START)) {
    if (!(content instanceof BadRecord)) records.push(content);
  }
  return records;
}

async function* halves(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const middle = bytes.length >>> 1;
  yield bytes.subarray(0, middle);
  yield bytes.subarray(middle);
}

const configurations = fc
  .record(
    {
      cluster: fc.record({
        name: fc.constant('fuzzed'),
        replicas: fc.constantFrom(1, 3),
        partitions: fc.constant(16),
      }),
      bootstrap: fc.constantFrom([], ['/ip4/127.0.0.1/tcp/7400']),
      dataDirectory: fc.constant('data'),
      clientPort: fc.nat(65_535),
      membership: fc.record({ probeIntervalMs: fc.constantFrom(500, 1000) }),
      log: fc.record({ level: fc.constantFrom('info', 'warn'), $comment: fc.constant('for people') }),
      $comment: fc.string(),
    },
    { requiredKeys: [] },
  )
  .map((options) => Buffer.from(JSON.stringify(options, undefined, 2)));

const tokenLists = fc
  .array(
    fc.record({
      name: fc.constantFrom('shop', 'grafana'),
      role: fc.constantFrom('read', 'write'),
      token: keys,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((lines) => Buffer.from(lines.map(({ name, role, token }) => tokenLine(name, role, token)).join('')));

const notesOfProgress = fc
  .record({
    place: fc.record({ offset: fc.nat(), line: fc.nat(), crc: fc.nat() }),
    stored: fc.nat(),
    refused: fc.nat(),
  })
  .map((progress) => Buffer.from(JSON.stringify({ job: 'fuzzed', ...progress })));

/** Of a process that isn't there, or is nobody's business. */
const runningFlocks = fc
  .record({ pid: fc.constantFrom(1, 2 ** 22 + 1), clientAddresses: fc.array(fc.constant('127.0.0.1:7400')) })
  .map((running) => Buffer.from(JSON.stringify(running)));

/** Gives what a file of this name says, once it has these bytes. */
function fromFile<Value>(name: string, read: () => Value): (bytes: Uint8Array) => Value {
  return (bytes) => {
    writeFileSync(path.join(folder, name), bytes);
    return read();
  };
}

const hosts = fc.constantFrom('127.0.0.1', 'localhost', '[::1]', '[fe80::1%eth0]', 'peer-1.example');
const ports = fc.integer({ min: 1, max: 65_535 });

/** What people and other programs write: configuration, addresses, files to import. */
export const TEXT_FILES: readonly FuzzTarget[] = [
  fuzzTarget({
    name: 'configuration',
    inputs: configurations,
    decode: fromFile<unknown>('network.json', () =>
      loadConfiguration({ file: path.join(folder, 'network.json') }),
    ),
    refusals: ['CONFIGURATION'],
  }),
  fuzzTarget({
    name: 'token-list',
    inputs: tokenLists,
    decode: (bytes) => TokenList.parse(new TextDecoder().decode(bytes), 'tokens'),
    encode: ({ text }) => Buffer.from(text),
    refusals: ['CONFIGURATION'],
  }),
  fuzzTarget({
    name: 'import-progress',
    inputs: notesOfProgress,
    decode: fromFile('progress', () =>
      new ImportProgressFile(path.join(folder, 'progress'), 'fuzzed').load(),
    ),
    encode: (progress: ImportProgress) => Buffer.from(JSON.stringify({ job: 'fuzzed', ...progress })),
    refusals: ['INVALID_ARGUMENT'],
  }),
  fuzzTarget({
    name: 'running-flock',
    inputs: runningFlocks,
    decode: fromFile('running.json', () => readRunningFlock(folder)),
    refusals: ['CONFIGURATION'],
  }),
  fuzzTarget({
    name: 'client-address',
    inputs: fc.tuple(hosts, ports).map(([host, port]) => Buffer.from(`${host}:${port}`)),
    decode: (bytes) => parseAddress(new TextDecoder().decode(bytes)),
    encode: ({ text }) => Buffer.from(text),
    refusals: ['INVALID_ARGUMENT'],
  }),
  fuzzTarget({
    name: 'multiaddr',
    inputs: fc
      .tuple(fc.constantFrom('/ip4/10.0.0.1', '/ip6/::1', '/dns4/a.example'), ports)
      .map(([host, port]) => Buffer.from(`${host}/tcp/${port}`)),
    decode: (bytes) => String(parseMultiaddr(new TextDecoder().decode(bytes))),
    encode: (text) => Buffer.from(text),
    refusals: ['INVALID_ARGUMENT'],
  }),
  ...(['ndjson', 'csv'] as const).map((format) =>
    fuzzTarget({
      name: `import-${format}`,
      inputs: fc.array(records, { maxLength: 4 }).map((file) => written(writerOf(format), file)),
      decode: (bytes) => importable(readerOf(format, {}), bytes),
      encode: (file) => written(writerOf(format), file),
      refusals: ['INVALID_ARGUMENT'],
    }),
  ),
];
