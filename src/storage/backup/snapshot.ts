import type { Disk } from '../../base/disk.ts';
import { StarlingError } from '../../base/errors.ts';
import { IDENTITY, LOCK, LOG_STATE, STATE_FOLDER, stateNameOf } from '../layout.ts';
import { checkpointPath, listCheckpoints } from '../log/checkpoint-files.ts';
import type { LogState } from '../log/log-state.ts';
import { readLogState } from '../log/read-log-state.ts';
import { segmentPath } from '../log/segment.ts';
import { listSegments, missingSegments } from '../log/segment-list.ts';
import { MANIFEST } from '../manifest.ts';
import { readOnlyDisk } from '../read-only-disk.ts';
import { readStateFile } from '../state-file.ts';
import { folderDisk } from './folder-disk.ts';
import { surveySegments, takeSegments } from './segment-survey.ts';
import { type CopyProgress, Transfer, type TransferReport } from './transfer.ts';
import { UnfinishedFolder, refuseUnlessEmpty } from './unfinished-folder.ts';

export interface SnapshotOptions {
  /** Has both folders. */
  readonly disk: Disk;
  /** The data directory; a peer may be at work in it. */
  readonly source: string;
  /** Where the snapshot is to be: a folder that doesn't exist yet, or is empty. */
  readonly target: string;
  readonly onProgress?: (progress: CopyProgress) => void;
  /** Ends it; nothing is left behind then. */
  readonly signal?: AbortSignal;
  /** How much is copied at a time; 1 MiB by default. */
  readonly windowBytes?: number;
}

export interface SnapshotReport extends TransferReport {
  /** How often it was begun: the log changed under the ones before the last. */
  readonly attempts: number;
}

/** An attempt takes milliseconds where files can be linked, and segments go at a rate of some a second at the most. */
const MAX_ATTEMPTS = 20;

/**
 * Copies a data directory while a peer may be writing to it, without asking the peer: what is in the copy is what a power cut
 * at some moment of its making could have left. So a peer that opens it finds everything that was acknowledged before
 * `takeSnapshot` was called. The peer neither waits nor notices: a log is only appended to, its full segments never
 * change, and all other files are replaced as a whole.
 *
 * In this order:
 *
 *     1. read  log/state.json, then state/*.json and identity.key
 *     2. take  the checkpoints
 *     3. list the segments, and take them: the end of the log is held open, newest first; full ones are linked, or held open
 *     4. copy what is held open
 *     5. write what was read at 1; make everything durable; manifest.json; give the folder its name
 *
 * - **Nothing is lost.** At any moment every acknowledged record is in a segment that is there, for compaction removes one only when
 *   what it held is durable in a later one. What a segment held when it was listed, it holds when it is taken, and perhaps
 *   more; one that has gone meanwhile makes the attempt begin anew. Of the last segments, which may still grow, each is taken up to
 *   where its entries end after the later ones were opened, so that there is no hole between them.
 * - **The list fits.** log/state.json, as it was at 1, names the segments that there have to be. Whether all of these, and all
 *   that came since, are there is looked for at 3; if not, the attempt begins anew.
 * - **Nothing is claimed that isn't there.** What 1 and 2 call durable, or point to, lies in segments that were read later. Partitions
 *   that `state/custody.json` calls complete were so before the segments were read.
 * - **Nothing comes back.** Of a partition that was dropped after 1 some might be there and some not, so it is looked for at the end
 *   whether one was; if so, the attempt begins anew.
 * - **The end of the log is of one piece.** A full disk, and the start of a peer, cut off what was not acknowledged, and other bytes
 *   are written there. If that happened while it was being copied, what was copied first is different when it is read once more.
 *
 * An unfinished snapshot lies in `<target>.partial`, and has no manifest.json: nothing takes it for a data directory.
 *
 * @throws StarlingError CONFIGURATION where there is no data directory, or there is something at the target; CORRUPTION where
 *   log/state.json is damaged; UNAVAILABLE where the log changed under every attempt. The operating system's error where a file
 *   can't be read or written; the signal's reason. Nothing is left behind then
 */
export async function takeSnapshot(options: SnapshotOptions): Promise<SnapshotReport> {
  const { disk, source, target } = options;
  await refuseUnlessDataDirectory(folderDisk(disk, source));
  await refuseUnlessEmpty(folderDisk(disk, target), [], 'name a folder that does not exist yet');
  const partial = `${target}.partial`;
  const advice = 'a snapshot was cut short there, or is being taken; remove it in the first case';
  const folder = await UnfinishedFolder.create(disk, partial, advice);
  let present = partial;
  try {
    const report = await attemptUntilWhole(options, partial, folder);
    // A snapshot is nobody's to lock. The name goes first, so that nobody can take the place of this process in the folder.
    await folder.disk.remove(LOCK);
    await folder.disk.syncDirectory('.');
    await disk.rename(partial, target);
    present = target;
    await disk.syncDirectory(parentOf(target));
    return report;
  } catch (error) {
    await disk.removeFolder(present);
    throw error;
  } finally {
    await folder.release();
  }
}

async function attemptUntilWhole(
  options: SnapshotOptions,
  partial: string,
  folder: UnfinishedFolder,
): Promise<SnapshotReport> {
  let obstacle = '';
  for (let attempts = 1; attempts <= MAX_ATTEMPTS; attempts++) {
    const { disk, source } = options;
    const transfer = new Transfer({ ...options, from: source, to: partial });
    const attempt = new Attempt(readOnlyDisk(folderDisk(disk, source)), folder, transfer);
    try {
      await attempt.run();
      return { ...transfer.report, attempts };
    } catch (error) {
      if (!(error instanceof Changed)) throw error;
      obstacle = error.message;
      await folder.clear();
    } finally {
      await transfer.close();
    }
  }
  throw new StarlingError(
    'UNAVAILABLE',
    `no snapshot could be taken in ${MAX_ATTEMPTS} attempts: under each of them the log changed (at last ${obstacle}); ` +
      'try again when fewer records are overwritten',
  );
}

/** The log did something meanwhile after which what was taken doesn't fit together. */
class Changed extends Error {}

/** One attempt to take everything. */
class Attempt {
  readonly #source: Disk;
  readonly #target: UnfinishedFolder;
  readonly #transfer: Transfer;

  constructor(source: Disk, target: UnfinishedFolder, transfer: Transfer) {
    this.#source = source;
    this.#target = target;
    this.#transfer = transfer;
  }

  /** @throws Changed */
  async run(): Promise<void> {
    await this.#target.prepare();
    const logState = await this.#source.readFile(LOG_STATE);
    if (logState !== undefined) await this.#transfer.write(LOG_STATE, logState);
    const small = await this.#readSmallFiles();
    // One that is gone was followed by another, or damaged: a log is whole without any.
    for (const number of await listCheckpoints(this.#source)) {
      await this.#transfer.take(checkpointPath(number));
    }
    // As it was at first, whatever the peer notes meanwhile.
    await this.#takeSegments(await readLogState(this.#target.disk));
    await this.#refuseIfDropped();
    for (const [path, content] of small) await this.#transfer.write(path, content);
    await this.#target.sync();
    const manifest = await this.#source.readFile(MANIFEST);
    if (manifest !== undefined) await this.#transfer.write(MANIFEST, manifest);
  }

  async #readSmallFiles(): Promise<Map<string, Uint8Array>> {
    const states = (await this.#source.list(STATE_FOLDER)).filter((name) => stateNameOf(name) !== undefined);
    const contents = new Map<string, Uint8Array>();
    for (const path of [...states.map((name) => `${STATE_FOLDER}/${name}`), IDENTITY]) {
      const content = await this.#source.readFile(path);
      if (content !== undefined) contents.set(path, content);
    }
    return contents;
  }

  async #takeSegments(noted: LogState): Promise<void> {
    const numbers = await listSegments(this.#source);
    const [missing] = missingSegments(noted, numbers);
    if (missing !== undefined) throw new Changed(`${segmentPath(missing)} was removed`);
    const segments = await surveySegments(this.#source, numbers);
    const gone =
      segments === undefined ? 'a segment' : await takeSegments(this.#transfer, segments, noted.durable);
    if (gone !== undefined) throw new Changed(`${gone} was removed`);
    if (!(await this.#transfer.copy())) throw new Changed('its end was cut off');
    for (const { kind, number } of segments ?? []) {
      if (kind !== 'growing' || (await this.#transfer.isUnchanged(segmentPath(number)))) continue;
      throw new Changed('its end was written anew');
    }
  }

  async #refuseIfDropped(): Promise<void> {
    const [then, now] = await Promise.all(
      [this.#target.disk, this.#source].map((disk) => readStateFile(disk, LOG_STATE)),
    );
    if (dropsIn(then) !== dropsIn(now)) throw new Changed('a partition was dropped');
  }
}

/** Anything that differs when more has been dropped. */
function dropsIn(logState: unknown): string {
  return JSON.stringify((logState as { drops?: unknown } | undefined)?.drops ?? []);
}

async function refuseUnlessDataDirectory(disk: Disk): Promise<void> {
  if ((await disk.readFile(MANIFEST)) !== undefined) return;
  throw new StarlingError(
    'CONFIGURATION',
    `${disk.root} is no Starling data directory: it has no ${MANIFEST}; name that of a peer of this machine`,
    { path: disk.root },
  );
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '.' : path.slice(0, slash);
}
