import { Command } from 'commander';
import type { StarlingClient } from '../client/client.ts';
import { keyOf, partitionOfToken } from '../version/key.ts';
import { type KeyFlags, withClient, withKeyFlags } from './client-options.ts';
import { EXIT } from './exit-code.ts';
import { Outcome } from './outcome.ts';
import { Progress } from './progress.ts';
import { count, duration } from '../base/quantity.ts';
import type { Terminal } from './terminal.ts';
import { ExportFile } from './transfer/export-file.ts';
import { exportRecords } from './transfer/export-records.ts';
import { type FileFormat, formatOf, formatOption, writerOf } from './transfer/file-format.ts';

interface ExportFlags extends KeyFlags {
  readonly format?: FileFormat;
}

const HELP = `
What it writes, \`starling import\` reads back as it was, with the time at which each record expires, if it does ("expiresAtMs", in
ms since 1970). It is no snapshot: what is written meanwhile may be in it or not, and what is
there throughout is in it exactly once. A file gets its name when it is complete.

Examples:
  starling export backup.ndjson
  starling export --format csv | head`;

export function exportCommand(terminal: Terminal): Command {
  const command = new Command('export')
    .description('Write all keys and values to a file (NDJSON or CSV)')
    .argument('[file]', 'default, and -: standard output')
    .addOption(formatOption())
    .addHelpText('after', HELP);
  return withKeyFlags(command).action((file: string | undefined, flags: ExportFlags) =>
    withClient(flags, terminal, (client) =>
      exportTo(file === '-' ? undefined : file, flags, client, terminal),
    ),
  );
}

async function exportTo(
  path: string | undefined,
  flags: ExportFlags,
  client: StarlingClient,
  terminal: Terminal,
): Promise<void> {
  const abort = new AbortController();
  const stopListening = terminal.onInterrupt(() => abort.abort());
  const { partitions } = await client.topology();
  const file = path === undefined ? undefined : await ExportFile.create(path);
  const progress = new Progress(terminal, { doing: 'exporting', unit: 'records', total: partitions });
  let written: number;
  let isComplete = false;
  try {
    written = await exportRecords({
      entries: client.entries({ consistency: flags.consistency }),
      writer: writerOf(formatOf(path, flags.format)),
      write: async (text) => (file ? file.write(text) : terminal.out(text)),
      signal: abort.signal,
      // Partitions are read one after another, so that the last key tells how far it is.
      onProgress: (entries, lastKey) =>
        progress.update(entries, partitionOfToken(keyOf(lastKey).tokenHigh, Math.log2(partitions)) + 1),
    });
    isComplete = !abort.signal.aborted;
  } finally {
    stopListening();
    progress.end();
    if (!isComplete) await file?.discard();
  }
  if (!isComplete) throw new Outcome(EXIT.interrupted, 'the export is incomplete');
  await file?.complete();
  conclude({ path, written, elapsedMs: progress.elapsedMs, isJson: flags.json === true }, terminal);
}

interface Conclusion {
  readonly path: string | undefined;
  readonly written: number;
  readonly elapsedMs: number;
  readonly isJson: boolean;
}

/** On standard output there are the records, where they weren't written to a file. */
function conclude({ path, written, elapsedMs, isJson }: Conclusion, terminal: Terminal): void {
  const rate = (written / elapsedMs) * 1000;
  if (isJson && path !== undefined) terminal.out(`${JSON.stringify({ written, elapsedMs, rate })}\n`);
  else
    terminal.err(`exported ${count(written)} records in ${duration(elapsedMs)}, ${count(rate)} a second\n`);
}
