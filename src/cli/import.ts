import { Command, Option } from 'commander';
import type { StarlingClient } from '../client/client.ts';
import type { Durability } from '../quorum/consistency.ts';
import { type KeyFlags, wholeNumber, withClient, withKeyFlags } from './client-options.ts';
import { EXIT } from './exit-code.ts';
import { Outcome } from './outcome.ts';
import { Progress } from './progress.ts';
import { count, duration } from '../base/quantity.ts';
import type { Terminal } from './terminal.ts';
import {
  type ColumnFlags,
  type FileFormat,
  formatOf,
  formatOption,
  readerOf,
} from './transfer/file-format.ts';
import { type ImportProgress, ImportProgressFile, NO_PROGRESS } from './transfer/import-progress.ts';
import { importRecords } from './transfer/import-records.ts';
import { type ImportSource, fileSource, inputSource } from './transfer/import-source.ts';
import type { RecordReader } from './transfer/record-format.ts';
import { RefusalReport } from './transfer/refusal-report.ts';

interface ImportFlags extends KeyFlags, ColumnFlags {
  readonly format?: FileFormat;
  readonly concurrency: number;
  readonly durability: Durability;
  readonly progressFile?: string;
  readonly restart?: true;
  readonly strict?: true;
}

const SAVE_EVERY_MS = 1000;

const HELP = `
NDJSON has an object with "key" and "value" on each line; a value that isn't text is kept as its JSON:
  {"key":"city:2643743","value":{"name":"London","population":7556900}}
CSV has the names of its columns in the first row; of a record with the same key the last one wins.
A record with "expiresAtMs" (CSV: a column of that name beside the values; ms since 1970) expires then, by this machine's clock;
what has expired already is passed over and counted.

Lines that can't be imported are reported with their number and counted; the exit code is 1 then.
An import that was ended goes on where it was when the same command is run again: how far it has come is in FILE.progress until
it is done. Standard input needs --progress-file for that, and to be given from its start again.

Examples:
  starling import cities.ndjson
  starling import places.csv --key-column id
  zcat events.ndjson.gz | starling import -`;

export function importCommand(terminal: Terminal): Command {
  const command = new Command('import')
    .description('Store the records of a file (NDJSON or CSV)')
    .argument('<file>', '- is standard input')
    .addOption(formatOption())
    .option('--key-column <name>', 'CSV: the column with the keys; default: key')
    .option(
      '--value-column <name>',
      'CSV: the column with the values; default: value, else the whole row as JSON',
    )
    .option(
      '--concurrency <batches>',
      'batches of up to 256 records under way at once',
      wholeNumber(1, 64),
      8,
    )
    .addOption(
      new Option('--durability <kind>', 'when a record counts as stored: on disk, or in memory')
        .choices(['fsync', 'memory'])
        .default('fsync'),
    )
    .option('--progress-file <path>', 'where to note how far it has come; default: FILE.progress')
    .option('--restart', 'forget how far an earlier import came')
    .option('--strict', 'stop at the first line that cannot be imported')
    .addHelpText('after', HELP);
  return withKeyFlags(command).action((file: string, flags: ImportFlags) =>
    withClient(flags, terminal, (client) => importFile(file, flags, client, terminal)),
  );
}

async function importFile(
  file: string,
  flags: ImportFlags,
  client: StarlingClient,
  terminal: Terminal,
): Promise<void> {
  const format = formatOf(file, flags.format);
  const reader = readerOf(format, flags);
  const progressFile = await progressFileFor(file, flags, format, client);
  if (flags.restart) progressFile?.remove();
  const from = progressFile?.load() ?? NO_PROGRESS;
  if (from.place.line > 0) terminal.err(`going on after line ${count(from.place.line)}\n`);
  const source = file === '-' ? inputSource(terminal.input) : await fileSource(file);
  const conclusion = await carryOut({ source, reader, from, progressFile, flags, client }, terminal);
  conclude(conclusion, terminal);
}

interface ImportJob {
  readonly source: ImportSource;
  readonly reader: RecordReader;
  readonly from: ImportProgress;
  readonly progressFile: ImportProgressFile | undefined;
  readonly flags: ImportFlags;
  readonly client: StarlingClient;
}

/** However it ends, how far it has come is on disk then. */
async function carryOut(job: ImportJob, terminal: Terminal): Promise<Conclusion> {
  const { source, from, progressFile, flags, client } = job;
  const progress = new Progress(terminal, { doing: 'importing', unit: 'records', total: source.totalBytes });
  const report = new RefusalReport((line) => {
    progress.end();
    terminal.err(line);
  });
  const saver = progressFile && new PacedSaver(progressFile);
  const abort = new AbortController();
  const stopListening = terminal.onInterrupt(() => {
    abort.abort();
    source.destroy();
  });
  const { consistency, durability, concurrency } = flags;
  let reached = from;
  let expired = 0;
  let isComplete = false;
  try {
    await importRecords({
      source: source.bytes,
      reader: job.reader,
      from,
      putMany: (items) => client.putMany(items, { consistency, durability }),
      concurrency,
      nowMs: Date.now,
      isStrict: flags.strict === true,
      signal: abort.signal,
      onRefusal: (refusal) => report.add(refusal),
      onExpired: (count) => (expired += count),
      onProgress: (now) => {
        reached = now;
        saver?.note(now);
        progress.update(now.stored - from.stored, now.place.offset);
      },
    });
    isComplete = !abort.signal.aborted;
  } finally {
    stopListening();
    source.destroy();
    progress.end();
    if (isComplete) progressFile?.remove();
    else leaveProgress(progressFile, reached, terminal);
  }
  return { from, reached, expired, isComplete, elapsedMs: progress.elapsedMs, isJson: flags.json === true };
}

/** Standard input has no name to put it beside; it gets one where the user gives it. */
async function progressFileFor(
  file: string,
  { progressFile, keyColumn, valueColumn }: ImportFlags,
  format: FileFormat,
  client: StarlingClient,
): Promise<ImportProgressFile | undefined> {
  const path = progressFile ?? (file === '-' ? undefined : `${file}.progress`);
  if (path === undefined) return undefined;
  const { cluster, clusterId } = await client.status();
  const columns = [keyColumn, valueColumn].map((name) => JSON.stringify(name ?? null)).join(' ');
  return new ImportProgressFile(path, `into ${cluster} ${clusterId} from ${format} ${columns}`);
}

function leaveProgress(
  file: ImportProgressFile | undefined,
  reached: ImportProgress,
  terminal: Terminal,
): void {
  const { line } = reached.place;
  if (!file || line === 0) return;
  file.save(reached);
  terminal.err(
    `everything up to line ${count(line)} is stored; the same command goes on from there (${file.path})\n`,
  );
}

interface Conclusion {
  readonly from: ImportProgress;
  readonly reached: ImportProgress;
  /** Records that had expired, and weren't imported. */
  readonly expired: number;
  readonly isComplete: boolean;
  readonly elapsedMs: number;
  readonly isJson: boolean;
}

function conclude(
  { from, reached, expired, isComplete, elapsedMs, isJson }: Conclusion,
  terminal: Terminal,
): void {
  const { stored, refused } = reached;
  const now = stored - from.stored;
  const rate = (now / elapsedMs) * 1000;
  if (isJson)
    terminal.out(
      `${JSON.stringify({ stored: now, storedBefore: from.stored, refused, expired, isComplete, elapsedMs, rate })}\n`,
    );
  else {
    const passedOver = expired > 0 ? `; passed over ${count(expired)} that had expired` : '';
    terminal.err(
      `imported ${count(now)} records in ${duration(elapsedMs)}, ${count(rate)} a second${passedOver}\n`,
    );
  }
  if (!isComplete) throw new Outcome(EXIT.interrupted);
  if (refused > 0)
    throw new Outcome(EXIT.no, `${count(refused)} ${refused === 1 ? 'line was' : 'lines were'} not imported`);
}

/** Saves now and then: a file a batch would cost more than the batch. */
class PacedSaver {
  readonly #file: ImportProgressFile;
  #savedMs = performance.now();

  constructor(file: ImportProgressFile) {
    this.#file = file;
  }

  note(progress: ImportProgress): void {
    const now = performance.now();
    if (now - this.#savedMs < SAVE_EVERY_MS) return;
    this.#savedMs = now;
    this.#file.save(progress);
  }
}
