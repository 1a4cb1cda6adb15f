import type { Disk, DiskFile } from '../../base/disk.ts';
import { StarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { checkpointPath } from './checkpoint-files.ts';
import {
  BLOCK_HEADER_BYTES,
  CHECKPOINT_FOOTER_BYTES,
  CHECKPOINT_HEADER_BYTES,
  LEAF_BYTES,
  LEAVES_OF,
  type CheckpointFooter,
  type CheckpointHeader,
  SEGMENTS_BLOCK,
  SEGMENT_ITEM_BYTES,
  type SlotMeaning,
  blockIsIntact,
  decodeCheckpointFooter,
  decodeCheckpointHeader,
  decodeWords,
  decodeSlots,
  readBlockHeader,
} from './checkpoint-format.ts';
import { PACKED_BYTES } from './packed-entry.ts';

/** A table of a checkpoint. */
export interface DumpedTable {
  readonly table: number;
  readonly words: Uint32Array;
  /** The leaves of the hash tree, packed; undefined where the file doesn't tell. */
  readonly leaves: Uint32Array | undefined;
}

/**
 * Reads one checkpoint and checks every byte of it before giving it out.
 *
 * Whatever is wrong is thrown as a StarlingError: CORRUPTION with `file` and `offset`, or CONFIGURATION where the file
 * is of a newer format.
 */
export class CheckpointReader {
  readonly header: CheckpointHeader;
  readonly footer: CheckpointFooter;
  readonly slots: readonly SlotMeaning[];
  readonly #file: DiskFile;
  readonly #endBytes: number;
  #window = new Uint8Array(0);
  /** Offset in the file of the window. */
  #windowAt = CHECKPOINT_HEADER_BYTES;
  /** Offset in the file of what comes next. */
  #at = CHECKPOINT_HEADER_BYTES;

  private constructor(file: DiskFile, parts: Pick<CheckpointReader, 'header' | 'footer' | 'slots'>) {
    this.#file = file;
    this.header = parts.header;
    this.footer = parts.footer;
    this.slots = parts.slots;
    this.#endBytes = segmentsAt(file.size(), parts.footer);
  }

  /** The caller closes it. */
  static async open(disk: Disk, number: number): Promise<CheckpointReader> {
    const file = await disk.open(checkpointPath(number));
    try {
      const header = await readHeader(disk, file, number);
      const footer = await readFooter(file, number);
      return new CheckpointReader(file, { header, footer, slots: await readSlots(file, footer) });
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** The next table that isn't empty; undefined behind the last one. */
  async next(): Promise<DumpedTable | undefined> {
    if (this.#at === this.#endBytes) return undefined;
    const { id: table, words } = await this.#block(PACKED_BYTES);
    if (this.#at === this.#endBytes || !(await this.#areLeavesNext())) {
      return { table, words, leaves: undefined };
    }
    const at = this.#at;
    const { id, words: leaves } = await this.#block(LEAF_BYTES);
    if (id !== (table | LEAVES_OF)) throw damage(this.#file, at, 'it has leaves of another table');
    return { table, words, leaves };
  }

  async #block(itemBytes: number): Promise<{ id: number; words: Uint32Array }> {
    const at = this.#at;
    const head = (await this.#take(BLOCK_HEADER_BYTES)).slice();
    const { id, count } = readBlockHeader(head);
    if (this.#at + count * itemBytes > this.#endBytes) throw damage(this.#file, at, 'a table has no end');
    const items = await this.#take(count * itemBytes);
    if (!blockIsIntact(head, items)) throw damage(this.#file, at, 'a table fails its checksum');
    return { id, words: decodeWords(items) };
  }

  async #areLeavesNext(): Promise<boolean> {
    const { id } = readBlockHeader(await this.#take(BLOCK_HEADER_BYTES));
    this.#at -= BLOCK_HEADER_BYTES;
    return id >= LEAVES_OF;
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** The next so many bytes; valid until the next call. */
  async #take(lengthBytes: number): Promise<Uint8Array> {
    if (this.#at + lengthBytes > this.#windowAt + this.#window.length) {
      const wanted = Math.min(Math.max(lengthBytes, LIMITS.scanWindowBytes), this.#endBytes - this.#at);
      if (wanted < lengthBytes) throw damage(this.#file, this.#at, 'it ends within a table');
      this.#window = await readExactly(this.#file, this.#at, wanted);
      this.#windowAt = this.#at;
    }
    const start = this.#at - this.#windowAt;
    this.#at += lengthBytes;
    return this.#window.subarray(start, start + lengthBytes);
  }
}

async function readHeader(disk: Disk, file: DiskFile, number: number): Promise<CheckpointHeader> {
  const bytes = await readExactly(file, 0, Math.min(CHECKPOINT_HEADER_BYTES, file.size()));
  const header = decodeCheckpointHeader(bytes);
  if (header === 'newer format') {
    throw new StarlingError(
      'CONFIGURATION',
      `${disk.root}/${file.path} has a newer format than this version of Starling reads`,
      { file: file.path },
    );
  }
  if (header === 'damaged') throw damage(file, 0, 'it has no valid header');
  if (header.number !== number) throw damage(file, 0, `it is a renamed copy of checkpoint ${header.number}`);
  return header;
}

async function readFooter(file: DiskFile, number: number): Promise<CheckpointFooter> {
  const at = file.size() - CHECKPOINT_FOOTER_BYTES;
  if (at < CHECKPOINT_HEADER_BYTES) throw damage(file, file.size(), 'it has no footer');
  const footer = decodeCheckpointFooter(await readExactly(file, at, CHECKPOINT_FOOTER_BYTES));
  if (footer?.number !== number) throw damage(file, at, 'it has no valid footer');
  if (segmentsAt(file.size(), footer) < CHECKPOINT_HEADER_BYTES) throw damage(file, at, 'it is too short');
  return footer;
}

async function readSlots(file: DiskFile, footer: CheckpointFooter): Promise<SlotMeaning[]> {
  const at = segmentsAt(file.size(), footer);
  const head = await readExactly(file, at, BLOCK_HEADER_BYTES);
  const { id, count } = readBlockHeader(head);
  const items = await readExactly(file, at + BLOCK_HEADER_BYTES, footer.segments * SEGMENT_ITEM_BYTES);
  if (id !== SEGMENTS_BLOCK || count !== footer.segments || !blockIsIntact(head, items)) {
    throw damage(file, at, 'its list of segments fails its checksum');
  }
  return decodeSlots(items);
}

function segmentsAt(sizeBytes: number, footer: CheckpointFooter): number {
  return sizeBytes - CHECKPOINT_FOOTER_BYTES - footer.segments * SEGMENT_ITEM_BYTES - BLOCK_HEADER_BYTES;
}

async function readExactly(
  file: DiskFile,
  offset: number,
  lengthBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const target = new Uint8Array(lengthBytes);
  const got = await file.read(target, offset);
  if (got < lengthBytes) throw damage(file, offset + got, 'it ends there');
  return target;
}

function damage(file: DiskFile, offset: number, what: string): StarlingError {
  return new StarlingError('CORRUPTION', `${file.path} is damaged at offset ${offset}: ${what}`, {
    file: file.path,
    offset,
  });
}
