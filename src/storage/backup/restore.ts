import type { Clock } from '../../base/clock.ts';
import type { Disk } from '../../base/disk.ts';
import { StarlingError } from '../../base/errors.ts';
import type { Random } from '../../base/random.ts';
import { IDENTITY, LOG_STATE, STATE_FOLDER, stateNameOf } from '../layout.ts';
import { checkpointPath, listCheckpoints } from '../log/checkpoint-files.ts';
import { readLogState } from '../log/read-log-state.ts';
import { listSegments } from '../log/segment-list.ts';
import { type Manifest, newStorageId, readManifest, writeManifest } from '../manifest.ts';
import { readOnlyDisk } from '../read-only-disk.ts';
import { encodeStateFile, readStateFile } from '../state-file.ts';
import { lockAgainstPeers } from '../verify/directory-lock.ts';
import { type VerifyReport, verifyFiles } from '../verify/verify.ts';
import { folderDisk } from './folder-disk.ts';
import { surveySegments, takeSegments } from './segment-survey.ts';
import { type CopyProgress, Transfer, type TransferReport } from './transfer.ts';
import { UnfinishedFolder } from './unfinished-folder.ts';

export interface RestoreOptions {
  /** Has both folders. */
  readonly disk: Disk;
  readonly snapshot: string;
  /** Where the data directory is to be: a folder that doesn't exist yet, or is empty. */
  readonly target: string;
  readonly clock: Pick<Clock, 'wallMs'>;
  readonly random: Random;
  /** What is to become of a saved state (`custody` of `state/custody.json`). Throws where it can't be restored like that. */
  readonly reviseState: (name: string, state: unknown) => unknown;
  readonly onVerifyProgress?: (doneBytes: number, totalBytes: number) => void;
  readonly onCopyProgress?: (progress: CopyProgress) => void;
  /** Ends it; nothing is left behind then. */
  readonly signal?: AbortSignal;
}

export type RestoreOutcome =
  /** The snapshot is damaged; nothing was restored. */
  | { readonly kind: 'refused'; readonly verified: VerifyReport }
  | {
      readonly kind: 'restored';
      readonly verified: VerifyReport;
      readonly manifest: Manifest;
      readonly transfer: TransferReport;
    };

/**
 * Makes a data directory from a snapshot, after having verified that. The snapshot stays as it is whatever the peer does: what
 * the peer will append to is copied, and only what never changes is linked.
 *
 * The storage gets a new id, for it is another one: it may lack what the one from which the snapshot was taken has
 * acknowledged since.
 *
 * @throws StarlingError CONFIGURATION where there is no snapshot, a peer is at work in it, or there is something at the
 *   target; what `reviseState` throws. The operating system's error; the signal's reason. Nothing is left behind then
 */
export async function restoreSnapshot(options: RestoreOptions): Promise<RestoreOutcome> {
  const { disk, snapshot, target, clock, signal } = options;
  const source = readOnlyDisk(folderDisk(disk, snapshot));
  const unlock = await lockAgainstPeers(folderDisk(disk, snapshot));
  try {
    const verified = await verifyFiles({ disk: source, clock, signal, onProgress: options.onVerifyProgress });
    if (verified.problemCount > 0) return { kind: 'refused', verified };
    const small = await readSmallFiles(source, options.reviseState);
    const advice =
      'name a folder that does not exist yet; what is left of a restore that was cut short may go';
    const folder = await UnfinishedFolder.create(disk, target, advice);
    const transfer = new Transfer({
      disk,
      from: snapshot,
      to: target,
      signal,
      onProgress: options.onCopyProgress,
    });
    try {
      await folder.prepare();
      await takeLog(source, transfer);
      for (const [path, content] of small) await transfer.write(path, content);
      await folder.sync();
      const manifest = { ...(await presentManifest(source)), storageId: newStorageId(options.random) };
      await writeManifest(folder.disk, manifest);
      return { kind: 'restored', verified, manifest, transfer: transfer.report };
    } catch (error) {
      await folder.abandon();
      throw error;
    } finally {
      await transfer.close();
      await folder.release();
    }
  } finally {
    await unlock();
  }
}

/** By path; states as they are to be. */
async function readSmallFiles(
  source: Disk,
  reviseState: RestoreOptions['reviseState'],
): Promise<Map<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  for (const path of [LOG_STATE, IDENTITY]) {
    const content = await source.readFile(path);
    if (content !== undefined) contents.set(path, content);
  }
  for (const file of await source.list(STATE_FOLDER)) {
    const name = stateNameOf(file);
    if (name === undefined) continue;
    const path = `${STATE_FOLDER}/${file}`;
    contents.set(path, encodeStateFile(reviseState(name, await readStateFile(source, path))));
  }
  return contents;
}

/** @throws StarlingError CONFIGURATION where somebody removes the snapshot meanwhile */
async function takeLog(source: Disk, transfer: Transfer): Promise<void> {
  const numbers = await listSegments(source);
  const segments = await surveySegments(source, numbers);
  if (segments === undefined) throw gone(source);
  const { durable } = await readLogState(source);
  if ((await takeSegments(transfer, segments, durable)) !== undefined) throw gone(source);
  for (const number of await listCheckpoints(source)) await transfer.take(checkpointPath(number));
  if (!(await transfer.copy())) throw gone(source);
}

async function presentManifest(disk: Disk): Promise<Manifest> {
  const manifest = await readManifest(disk);
  if (manifest === undefined) throw gone(disk);
  return manifest;
}

function gone(disk: Disk): StarlingError {
  return new StarlingError('CONFIGURATION', `somebody removes ${disk.root} while it is being restored`, {
    path: disk.root,
  });
}
