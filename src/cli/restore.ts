import { Command } from 'commander';
import { systemClock } from '../base/system/clock.ts';
import { systemRandom } from '../base/system/random.ts';
import { CUSTODY_STATE, forgetCompleteness } from '../node/custody-state.ts';
import { type RestoreOutcome, restoreSnapshot } from '../storage/backup/restore.ts';
import { ByteProgress } from './byte-progress.ts';
import { EXIT } from './exit-code.ts';
import { Outcome } from './outcome.ts';
import { duration } from '../base/quantity.ts';
import type { Terminal } from './terminal.ts';
import { DEFAULT_DATA_DIRECTORY, onDisk, onThisMachine } from './this-machine.ts';
import { copiedBecause, transferred } from './transfer-report.ts';
import { findingLines, reportAsJson, some, totalLines } from './verify-report.ts';

interface RestoreFlags {
  readonly data: string;
  readonly asIs?: true;
  readonly json?: true;
}

const HELP = `
The snapshot is verified first, and refused where anything is wrong with it. It stays as it is, whatever becomes of the peer.

The peer comes back as the one that it was, with what it had when the snapshot was taken. What it acknowledged since it lacks: so it
answers for nothing before it has copied what it owns from the other owners, which takes about as long as joining.

--as-is  leaves that out: the peer takes what it has for all there is, and answers at once. That is right only where nothing can be
         missing: when all peers of the cluster are restored from snapshots (each lacks what was written after its own), or when
         nothing has been written since. Anywhere else acknowledged writes may be lost: a read at a quorum that counts this
         peer would miss those of which only one other owner is left.

Never start it while the peer from which the snapshot was taken still runs: there would be two with one identity.

Examples:
  starling restore /backups/peer-1-monday --data peer-1
  starling start --data peer-1 --bootstrap /ip4/10.0.0.8/tcp/7500`;

export function restoreCommand(terminal: Terminal): Command {
  return new Command('restore')
    .description('Make a data directory from a snapshot')
    .argument('<snapshot>', 'what `starling snapshot` made')
    .option('--data <folder>', 'where the data directory is to be: a new folder', DEFAULT_DATA_DIRECTORY)
    .option('--as-is', 'take what it has for all there is: see below')
    .option('--json', 'print JSON, for programs')
    .addHelpText('after', HELP)
    .action((snapshot: string, flags: RestoreFlags) => restore(snapshot, flags, terminal));
}

async function restore(snapshot: string, flags: RestoreFlags, terminal: Terminal): Promise<void> {
  const verifying = new ByteProgress(terminal, 'verifying');
  const copying = new ByteProgress(terminal, 'copying');
  const startedMs = performance.now();
  const interrupted = 'the restore was not finished, and nothing is left of it';
  const outcome = await onThisMachine(terminal, interrupted, ({ disk, signal }) =>
    restoreSnapshot({
      disk,
      snapshot: onDisk(snapshot),
      target: onDisk(flags.data),
      clock: systemClock,
      random: systemRandom,
      reviseState: (name, state) =>
        name === CUSTODY_STATE && !flags.asIs ? forgetCompleteness(state) : state,
      signal,
      onVerifyProgress: (doneBytes, totalBytes) => verifying.update(doneBytes, totalBytes),
      onCopyProgress: ({ doneBytes, totalBytes }) => {
        verifying.end();
        copying.update(doneBytes, totalBytes);
      },
    }).finally(() => {
      verifying.end();
      copying.end();
    }),
  );
  const elapsedMs = performance.now() - startedMs;
  if (flags.json) terminal.out(`${JSON.stringify(asJson(outcome, { snapshot, flags, elapsedMs }))}\n`);
  else terminal.out(findingLines(outcome.verified, terminal));
  const { problemCount } = outcome.verified;
  if (outcome.kind === 'refused') {
    const message = `${snapshot} is damaged, nothing was restored: ${some(problemCount, 'problem')}`;
    throw new Outcome(EXIT.no, flags.json ? '' : message);
  }
  if (flags.json) return;
  terminal.out(totalLines(outcome.verified));
  terminal.err(
    `${flags.data} was restored from ${snapshot}: ${transferred(outcome.transfer)}, in ${duration(elapsedMs)}\n` +
      copiedBecause(outcome.transfer) +
      (flags.asIs
        ? 'the peer will take what it has for all there is (--as-is)\n'
        : 'when it is started, the peer copies what it lacks from the others before it answers\n'),
  );
}

interface Circumstances {
  readonly snapshot: string;
  readonly flags: RestoreFlags;
  readonly elapsedMs: number;
}

function asJson(outcome: RestoreOutcome, { snapshot, flags, elapsedMs }: Circumstances): object {
  const { data, asIs = false } = flags;
  const common = { snapshot, data, asIs, verified: reportAsJson(outcome.verified), elapsedMs };
  if (outcome.kind === 'refused') return { isRestored: false, ...common };
  const { linkRefusal = null, ...counts } = outcome.transfer;
  const { cluster, clusterId, storageId } = outcome.manifest;
  return { isRestored: true, ...common, cluster, clusterId, storageId, ...counts, linkRefusal };
}
