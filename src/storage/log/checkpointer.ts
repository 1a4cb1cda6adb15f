import type { Disk } from '../../base/disk.ts';
import { StarlingError, toStarlingError } from '../../base/errors.ts';
import type { Pace } from '../../base/pace.ts';
import type { StorageEvents } from '../events.ts';
import { checkpointPath, removeOtherCheckpoints } from './checkpoint-files.ts';
import { CheckpointWriter } from './checkpoint-writer.ts';
import type { GroupCommit } from './group-commit.ts';
import type { HighestVersion } from './highest-version.ts';
import type { KeyIndex } from './key-index.ts';
import type { LogState } from './log-state.ts';
import { PACKED_BYTES } from './packed-entry.ts';
import type { Segments } from './segments.ts';
import type { TreeKeeper } from './tree-keeper.ts';

export interface CheckpointerOptions {
  /** A checkpoint is due when so many bytes have been appended since the last one, at least. */
  readonly minTailBytes: number;
  /** How much is gathered before it is written. */
  readonly chunkBytes: number;
}

export interface CheckpointerParts {
  readonly disk: Disk;
  readonly segments: Segments;
  readonly commit: GroupCommit;
  readonly index: KeyIndex;
  readonly trees: TreeKeeper;
  readonly pace: Pace;
  readonly events: StorageEvents;
  readonly highestVersion: HighestVersion;
  readonly state: LogState;
}

/** The tail that is replayed may be so many times as large as the checkpoint: more writes fewer, and opens later. */
const TAIL_PER_CHECKPOINT = 2;
/** Two are kept: where the newest turns out to be damaged, the one before it serves. */
const KEPT = 2;

/**
 * Writes the index to disk now and then, so that a restart reads only what the log got since. Table by table, while
 * writes go on (a fuzzy checkpoint: Gray and Reuter 1993, 11.3):
 *
 *     log    ----------|=========================|------>
 *                  position                   durable
 *     tables           | 0 | 1 | 2 | ...  | last |          each as it was when its turn came
 *
 * A table may be newer than `position`; reading the log from there says the same again. What it points to must not be
 * lost, so the file gets its name only once all that was appended meanwhile is durable, and never where a flush was rolled back.
 */
export class Checkpointer {
  readonly #options: CheckpointerOptions;
  readonly #parts: CheckpointerParts;
  #lastNumber = 0;
  /** Numbers of those that are known to be whole. */
  #whole: number[] = [];
  #tailBytes = 0;
  /** Tail at which the next one is due. */
  #dueBytes = Infinity;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(options: CheckpointerOptions, parts: CheckpointerParts) {
    this.#options = options;
    this.#parts = parts;
  }

  /** How the log was opened: from which checkpoint, if any, which is the newest that there is, and how many bytes were read beside it. */
  startFrom(opened: {
    readonly used: number | undefined;
    readonly newest: number;
    readonly tailBytes: number;
  }): void {
    this.#lastNumber = opened.newest;
    if (opened.used !== undefined) this.#whole = [opened.used];
    this.#tailBytes = opened.tailBytes;
    this.#dueBytes = this.#tailWorthIt();
  }

  /** Notes that the log has grown, and writes a checkpoint where one is due. */
  grown(byBytes: number): void {
    this.#tailBytes += byBytes;
    if (this.#tailBytes < this.#dueBytes || this.#stopped || this.#running !== undefined) return;
    this.#running = this.#run('paced').finally(() => {
      this.#running = undefined;
    });
  }

  /** Writes no more; resolves when nothing is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#parts.pace.hurry();
    await this.#running;
  }

  /** The last one, once nothing is appended any more: the next start then reads nothing but it. */
  async writeLast(): Promise<void> {
    if (this.#tailBytes > 0) await this.#run('at once');
  }

  /** Never rejects: without a checkpoint the log is whole as well. */
  async #run(how: 'paced' | 'at once'): Promise<void> {
    const { events } = this.#parts;
    const tailBytes = this.#tailBytes;
    try {
      const written = await this.#write(how);
      if (written === undefined) return;
      this.#tailBytes -= tailBytes;
      this.#dueBytes = this.#tailWorthIt();
      events.checkpointWritten(written.path, written.sizeBytes);
      this.#whole = [...this.#whole, written.number].slice(-KEPT);
      await this.#parts.state.noteDurable();
      await removeOtherCheckpoints(this.#parts.disk, this.#whole);
    } catch (error) {
      // Not again before the log has grown by as much.
      this.#dueBytes = this.#tailBytes + this.#tailWorthIt();
      events.checkpointFailed(toStarlingError(error));
    }
  }

  /** Undefined where it was stopped meanwhile. */
  async #write(how: 'paced' | 'at once'): Promise<WrittenCheckpoint | undefined> {
    const { disk, index, trees, segments, commit, pace } = this.#parts;
    // Room for one more; the newest stays until there is a newer one.
    await removeOtherCheckpoints(disk, this.#whole.slice(1 - KEPT));
    const rollBacks = commit.rollBacks;
    const number = ++this.#lastNumber;
    const { partitionBits, tableBits } = index;
    const pinned = segments.pinSlots();
    const position = segments.durableEnd();
    let writer: CheckpointWriter | undefined;
    try {
      writer = await CheckpointWriter.create(disk, { partitionBits, tableBits, number, position });
      for (const [id, table] of index.tables.entries()) {
        writer.add(id, table.dump(), trees.dump(id));
        if (writer.pendingBytes < this.#options.chunkBytes) continue;
        const bytes = await writer.write();
        if (how === 'paced') await pace.pause(bytes);
        if (how === 'paced' && this.#stopped) break;
      }
      if (how === 'paced' && this.#stopped) {
        await writer.discard();
        return undefined;
      }
      await writer.write();
      if (commit.pendingBytes > 0) await commit.durable();
      if (commit.rollBacks !== rollBacks) {
        throw new StarlingError(
          'UNAVAILABLE',
          'a flush was rolled back while the checkpoint was being written',
        );
      }
      const durable = segments.durableEnd();
      // One that is yet to be created has no entries, and may never come to be.
      const created = pinned.release().filter((segment) => segment.isCreated);
      const slots = created.map((segment) => ({ ...segment.header, slot: segment.slot }));
      const highestVersion = this.#parts.highestVersion.value;
      await writer.complete({ slots, durable, highestVersion });
      return { number, path: checkpointPath(number), sizeBytes: writer.sizeBytes };
    } catch (error) {
      await writer?.discard();
      throw error;
    } finally {
      pinned.release();
    }
  }

  #tailWorthIt(): number {
    const sizeBytes = this.#parts.index.records * PACKED_BYTES;
    return Math.max(this.#options.minTailBytes, sizeBytes * TAIL_PER_CHECKPOINT);
  }
}

interface WrittenCheckpoint {
  readonly number: number;
  readonly path: string;
  readonly sizeBytes: number;
}
