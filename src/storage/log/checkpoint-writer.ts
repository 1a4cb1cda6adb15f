import type { Disk, DiskFile } from '../../base/disk.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Version } from '../../version/version.ts';
import { checkpointPath } from './checkpoint-files.ts';
import {
  type CheckpointHeader,
  LEAF_BYTES,
  LEAVES_OF,
  SEGMENTS_BLOCK,
  type SlotMeaning,
  encodeBlock,
  encodeCheckpointFooter,
  encodeCheckpointHeader,
  encodeWords,
  packLeaves,
  encodeSlots,
} from './checkpoint-format.ts';
import type { LogPosition } from './log-state.ts';
import { WORDS } from './packed-entry.ts';
import { LOG_FOLDER } from './segment.ts';

/** What is known only when all tables have been written. */
export interface CheckpointEnd {
  readonly slots: readonly SlotMeaning[];
  readonly durable: LogPosition;
  readonly highestVersion: Version;
}

/**
 * Writes one checkpoint, beside its final name until it is complete and durable:
 *
 *     const writer = await CheckpointWriter.create(disk, header);
 *     ... writer.add(...); await writer.write(); ...
 *     await writer.complete(end);        // or discard()
 */
export class CheckpointWriter {
  readonly #disk: Disk;
  readonly #header: CheckpointHeader;
  readonly #file: DiskFile;
  #chunks: Uint8Array[];
  #chunkBytes = 0;
  #writtenBytes = 0;
  #syncedBytes = 0;
  #tables = 0;

  private constructor(disk: Disk, header: CheckpointHeader, file: DiskFile) {
    this.#disk = disk;
    this.#header = header;
    this.#file = file;
    this.#chunks = [];
    this.#push(encodeCheckpointHeader(header));
  }

  static async create(disk: Disk, header: CheckpointHeader): Promise<CheckpointWriter> {
    await disk.remove(temporaryPath(header.number));
    return new CheckpointWriter(disk, header, await disk.open(temporaryPath(header.number)));
  }

  get sizeBytes(): number {
    return this.#writtenBytes + this.#chunkBytes;
  }

  /** Bytes that have been added since they were written last. */
  get pendingBytes(): number {
    return this.#chunkBytes;
  }

  /** Adds a table, in the order of their numbers, and its leaves of the hash tree where these are known. */
  add(table: number, words: Uint32Array, leafSums: Uint32Array | undefined): void {
    if (words.length === 0) return;
    this.#push(...encodeBlock(table, words.length / WORDS, encodeWords(words)));
    this.#tables++;
    if (leafSums === undefined) return;
    const leaves = encodeWords(packLeaves(leafSums));
    this.#push(...encodeBlock(table | LEAVES_OF, leaves.length / LEAF_BYTES, leaves));
  }

  /** Writes what was added. Gives how many bytes that were. */
  async write(): Promise<number> {
    const [chunks, bytes] = [this.#chunks, this.#chunkBytes];
    this.#chunks = [];
    this.#chunkBytes = 0;
    await this.#file.write(chunks, this.#writtenBytes);
    this.#writtenBytes += bytes;
    // A little at a time: one large sync at the end would make the log's own wait behind it.
    if (this.#writtenBytes - this.#syncedBytes >= LIMITS.checkpointSyncBytes) await this.#sync();
    return bytes;
  }

  /** Ends it: it is there, durably, when this resolves. */
  async complete({ slots, durable, highestVersion }: CheckpointEnd): Promise<void> {
    const { number } = this.#header;
    this.#push(...encodeBlock(SEGMENTS_BLOCK, slots.length, encodeSlots(slots)));
    const counts = { segments: slots.length, tables: this.#tables };
    this.#push(encodeCheckpointFooter({ ...counts, durable, highestVersion, number }));
    await this.write();
    await this.#sync();
    await this.#file.close();
    await this.#disk.rename(temporaryPath(number), checkpointPath(number));
    await this.#disk.syncDirectory(LOG_FOLDER);
  }

  /** Takes the unfinished file away. */
  async discard(): Promise<void> {
    await this.#file.close();
    await this.#disk.remove(temporaryPath(this.#header.number));
  }

  async #sync(): Promise<void> {
    await this.#file.sync();
    this.#syncedBytes = this.#writtenBytes;
  }

  #push(...chunks: Uint8Array[]): void {
    for (const chunk of chunks) {
      this.#chunks.push(chunk);
      this.#chunkBytes += chunk.length;
    }
  }
}

function temporaryPath(number: number): string {
  return `${checkpointPath(number)}.new`;
}
