import type { Clock } from '../../base/clock.ts';
import type { Disk } from '../../base/disk.ts';
import { StarlingError, toStarlingError } from '../../base/errors.ts';
import { STATE_FOLDER, stateNameOf } from '../layout.ts';
import { LOG_FOLDER } from '../log/segment.ts';
import { MANIFEST, parseManifest } from '../manifest.ts';
import { readOnlyDisk } from '../read-only-disk.ts';
import { lockAgainstPeers } from './directory-lock.ts';
import { doggedFile } from './dogged-file.ts';
import { type Finding, Findings } from './findings.ts';
import { checkIdentity } from './identity-check.ts';
import { LogCheck, type LogTotals } from './log-check.ts';
import { checkStateFile } from './state-file-check.ts';
import { VerifyProgress, type VerifyProgressOptions } from './verify-progress.ts';

export interface VerifyOptions extends VerifyProgressOptions {
  /** The data directory, or the snapshot. */
  readonly disk: Disk;
  /** What has expired, by its wall clock, is counted as such. */
  readonly clock: Pick<Clock, 'wallMs'>;
}

export interface VerifyReport {
  /** What is wrong; at most `LIMITS.listedFindings` are listed. */
  readonly problems: readonly Finding[];
  readonly problemCount: number;
  /** What is as it may be, and worth knowing. */
  readonly notes: readonly Finding[];
  readonly noteCount: number;
  readonly totals: LogTotals;
}

/**
 * Reads everything in a data directory of a peer that is stopped, or in a snapshot, and checks everything; behind damage it goes
 * on. No file is changed; what it needs of memory is some 20 bytes a key. No peer can start in the directory meanwhile.
 *
 * What it can't tell: whether the last records before the end of the log are missing, where the log hadn't noted yet
 * that it got so far; and what is in `lock`, `log/reserve` and files that aren't Starling's, since nothing depends on that.
 *
 * @throws StarlingError CONFIGURATION where it is no data directory, or a peer is at work in it; the signal's reason
 */
export async function verifyDirectory(options: VerifyOptions): Promise<VerifyReport> {
  const unlock = await lockAgainstPeers(options.disk);
  try {
    return await verifyFiles(options);
  } finally {
    await unlock();
  }
}

/** As `verifyDirectory`, for somebody who keeps peers out himself. */
export async function verifyFiles(options: VerifyOptions): Promise<VerifyReport> {
  const findings = new Findings();
  const disk = readOnlyDisk(options.disk, (file) =>
    doggedFile(file, (path, offset, reason) => {
      findings.problems.add(path, offset, `it can't be read there: ${reason}`);
    }),
  );
  const partitionBits = await checkManifest(disk, findings);
  await checkIdentity(disk, findings);
  for (const name of await disk.list(STATE_FOLDER)) {
    const path = `${STATE_FOLDER}/${name}`;
    if (stateNameOf(name) !== undefined) await checkStateFile(disk, path, findings);
    else findings.notes.add(path, undefined, 'it is no state file, and was not looked into');
  }
  const progress = new VerifyProgress(options);
  const totals = await new LogCheck({ ...options, disk, findings, progress, partitionBits }).run();
  const { problems, notes } = findings;
  return {
    problems: problems.listed,
    problemCount: problems.count,
    notes: notes.listed,
    noteCount: notes.count,
    totals,
  };
}

/** Gives what follows from it for the log; undefined where it can't be read. */
async function checkManifest(disk: Disk, findings: Findings): Promise<number | undefined> {
  const checked = await checkStateFile(disk, MANIFEST, findings);
  if (checked.kind === 'damaged') return undefined;
  if (checked.kind === 'missing') {
    if ((await disk.list(LOG_FOLDER)).length === 0) throw noDataDirectory(disk);
    findings.problems.add(
      MANIFEST,
      undefined,
      'it is missing: somebody removed it, or this is what is left of a snapshot or a restore that was cut short',
    );
    return undefined;
  }
  try {
    const { partitions } = parseManifest(checked.state, disk.root);
    const bits = Math.log2(partitions);
    if (Number.isInteger(bits)) return bits;
    findings.problems.add(
      MANIFEST,
      0,
      `it says that there are ${partitions} partitions, which is no power of two`,
    );
  } catch (error) {
    findings.problems.add(MANIFEST, 0, toStarlingError(error).message);
  }
  return undefined;
}

function noDataDirectory(disk: Disk): StarlingError {
  return new StarlingError(
    'CONFIGURATION',
    `${disk.root} is neither a Starling data directory nor a snapshot: it has no ${MANIFEST} and no ${LOG_FOLDER}/`,
    { path: disk.root },
  );
}
