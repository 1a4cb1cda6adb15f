import { Command } from 'commander';
import { systemClock } from '../base/system/clock.ts';
import { folderDisk } from '../storage/backup/folder-disk.ts';
import { verifyDirectory } from '../storage/verify/verify.ts';
import { ByteProgress } from './byte-progress.ts';
import { EXIT } from './exit-code.ts';
import { Outcome } from './outcome.ts';
import { duration } from '../base/quantity.ts';
import type { Terminal } from './terminal.ts';
import { DEFAULT_DATA_DIRECTORY, onDisk, onThisMachine } from './this-machine.ts';
import { findingLines, reportAsJson, some, totalLines } from './verify-report.ts';

interface VerifyFlags {
  readonly json?: true;
}

const HELP = `
It checks every byte that has a checksum, and whether the files agree with each other: that no segment is missing or cut short, that each
record's token is that of its key, that checkpoints and key filters say what the log says. Each problem is named with file and offset;
behind damage it goes on. No file is changed. The exit code is 1 where anything is wrong.

A note is no problem: it tells of what a crash leaves and the next start puts in order, such as the end of a flush that was cut short.

The peer must not be running, since its files change while they are read: take a snapshot and verify that. Where the log is damaged the peer
does not start; its co-owners have the data, so that it can be started with an empty data directory, or restored from a snapshot.

Examples:
  starling verify
  starling verify /backups/peer-1-monday --json`;

export function verifyCommand(terminal: Terminal): Command {
  return new Command('verify')
    .description('Read everything in a data directory, or a snapshot, and check everything')
    .argument('[dir]', 'data directory of a stopped peer, or snapshot', DEFAULT_DATA_DIRECTORY)
    .option('--json', 'print JSON, for programs')
    .addHelpText('after', HELP)
    .action((dir: string, flags: VerifyFlags) => verify(dir, flags, terminal));
}

async function verify(dir: string, flags: VerifyFlags, terminal: Terminal): Promise<void> {
  const progress = new ByteProgress(terminal, 'verifying');
  const startedMs = performance.now();
  const report = await onThisMachine(terminal, 'not everything was verified', ({ disk, signal }) =>
    verifyDirectory({
      disk: folderDisk(disk, onDisk(dir)),
      clock: systemClock,
      signal,
      onProgress: (doneBytes, totalBytes) => progress.update(doneBytes, totalBytes),
    }).finally(() => progress.end()),
  );
  const elapsedMs = performance.now() - startedMs;
  const isWhole = report.problemCount === 0;
  if (flags.json) {
    terminal.out(`${JSON.stringify({ directory: dir, isWhole, ...reportAsJson(report), elapsedMs })}\n`);
    if (!isWhole) throw new Outcome(EXIT.no);
    return;
  }
  terminal.out(findingLines(report, terminal) + totalLines(report));
  if (!isWhole) throw new Outcome(EXIT.no, `${dir}: ${some(report.problemCount, 'problem')}`);
  terminal.out(`nothing is wrong with ${dir}; verified in ${duration(elapsedMs)}\n`);
}
