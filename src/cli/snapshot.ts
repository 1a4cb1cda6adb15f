import { Command } from 'commander';
import { takeSnapshot } from '../storage/backup/snapshot.ts';
import { ByteProgress } from './byte-progress.ts';
import { duration } from '../base/quantity.ts';
import type { Terminal } from './terminal.ts';
import { DEFAULT_DATA_DIRECTORY, onDisk, onThisMachine } from './this-machine.ts';
import { copiedBecause, transferred } from './transfer-report.ts';

interface SnapshotFlags {
  readonly data: string;
  readonly json?: true;
}

const HELP = `
The peer may be running: it is not asked, does not wait and does not notice. The snapshot holds everything that it acknowledged as durable
before the command began, and some of what it wrote meanwhile.

Most of it are hard links to files that the peer never changes again, so that it takes a moment and, at first, hardly any room; what
compaction removes later lives on in the snapshot. Linked files are on the same disk as before: copy the snapshot to another one to survive
the loss of this one. Where files can't be linked they are copied, which takes longer and is as safe.

It is in DIR.partial until it is complete, and holds the peer's private key: keep it as you keep the data directory.

Examples:
  starling snapshot /backups/peer-1-monday --data peer-1
  starling verify /backups/peer-1-monday
  starling restore /backups/peer-1-monday --data peer-1`;

export function snapshotCommand(terminal: Terminal): Command {
  return new Command('snapshot')
    .description("Copy a peer's data directory, at one moment, while the peer goes on")
    .argument('<dir>', 'where the snapshot is to be: a folder that does not exist yet')
    .option('--data <folder>', 'the data directory, on this machine', DEFAULT_DATA_DIRECTORY)
    .option('--json', 'print JSON, for programs')
    .addHelpText('after', HELP)
    .action((dir: string, flags: SnapshotFlags) => snapshot(dir, flags, terminal));
}

async function snapshot(dir: string, flags: SnapshotFlags, terminal: Terminal): Promise<void> {
  const progress = new ByteProgress(terminal, 'copying');
  const startedMs = performance.now();
  const interrupted = 'the snapshot was not finished, and nothing is left of it';
  const report = await onThisMachine(terminal, interrupted, ({ disk, signal }) =>
    takeSnapshot({
      disk,
      source: onDisk(flags.data),
      target: onDisk(dir),
      signal,
      onProgress: ({ doneBytes, totalBytes }) => progress.update(doneBytes, totalBytes),
    }).finally(() => progress.end()),
  );
  const elapsedMs = performance.now() - startedMs;
  if (flags.json) {
    const { linkRefusal = null, ...counts } = report;
    terminal.out(
      `${JSON.stringify({ snapshot: dir, data: flags.data, ...counts, linkRefusal, elapsedMs })}\n`,
    );
    return;
  }
  terminal.err(`${dir} is a snapshot of ${flags.data}: ${transferred(report)}, in ${duration(elapsedMs)}\n`);
  terminal.err(copiedBecause(report));
}
