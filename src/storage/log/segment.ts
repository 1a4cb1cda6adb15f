import type { Disk, DiskFile } from '../../base/disk.ts';
import { StarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import {
  SEGMENT_HEADER_BYTES,
  type SegmentHeader,
  decodeSegmentHeader,
  encodeSegmentHeader,
  seedOf,
} from './format.ts';

export const LOG_FOLDER = 'log';

const ZEROS = new Uint8Array(LIMITS.zerosAheadBytes);
const NO_ZEROS = new Uint8Array(0);

const FILE_NAME = /^(\d{8,10})\.seg$/;

/** `log/00000001.seg` */
export function segmentPath(number: number): string {
  return `${LOG_FOLDER}/${String(number).padStart(8, '0')}.seg`;
}

/** The number in a segment's file name; undefined for other files. */
export function segmentNumberOf(name: string): number | undefined {
  const digits = FILE_NAME.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * One file of the log, and how much of it is still needed.
 *
 *     0        28                   durableBytes         tailBytes        allocatedBytes
 *     | header | entries on disk    | waiting in batches |                |
 *                                   | zeros on disk                       |
 *
 * The active segment's file is ahead of its entries by some zeros: a sync of bytes in the place of others need not change the
 * file's length, and so no metadata, which takes about half the time (ARCHITECTURE.md, Measured). They are cut off before the log
 * goes on in another segment, and when a log is opened.
 */
export class Segment {
  /** Names the segment in the index, 0..65535; used again after the segment was removed. */
  readonly slot: number;
  readonly header: SegmentHeader;
  readonly path: string;
  #file: DiskFile | undefined;
  #created: boolean;
  #tailBytes: number;
  #durableBytes: number;
  #allocatedBytes: number;
  #liveBytes = 0;
  #mortalBytes = 0;
  #damaged = false;
  #retired = false;

  /** A segment that is yet to be created on disk, or, with `file`, one that is there. */
  constructor(slot: number, header: SegmentHeader, file?: DiskFile) {
    this.slot = slot;
    this.header = header;
    this.path = segmentPath(header.number);
    this.#file = file;
    this.#created = file !== undefined;
    const sizeBytes = file === undefined ? SEGMENT_HEADER_BYTES : file.size();
    this.#tailBytes = this.#durableBytes = this.#allocatedBytes = sizeBytes;
  }

  /** Ascends with time; positions in the log are ordered by it. */
  get number(): number {
    return this.header.number;
  }

  /** Where the next entry goes. */
  get tailBytes(): number {
    return this.#tailBytes;
  }

  get durableBytes(): number {
    return this.#durableBytes;
  }

  /** Bytes of entries that the index points to, those waiting included. */
  get liveBytes(): number {
    return this.#liveBytes;
  }

  /** How many of these belong to tombstones, and to records that expire. */
  get mortalBytes(): number {
    return this.#mortalBytes;
  }

  /** Whether file and header are durable. */
  get isCreated(): boolean {
    return this.#created;
  }

  /** Whether compaction met damage here: the file is kept as evidence. */
  get isDamaged(): boolean {
    return this.#damaged;
  }

  markDamaged(): void {
    this.#damaged = true;
  }

  /** Whether nothing needs it any more and its file is about to be removed. */
  get isRetired(): boolean {
    return this.#retired;
  }

  retire(): void {
    this.#retired = true;
  }

  /** Reserves the next bytes and gives their offset. */
  claim(lengthBytes: number): number {
    const offset = this.#tailBytes;
    this.#tailBytes += lengthBytes;
    return offset;
  }

  /** Notes that the index points to an entry here. */
  gain(lengthBytes: number, isMortal: boolean): void {
    this.#liveBytes += lengthBytes;
    if (isMortal) this.#mortalBytes += lengthBytes;
  }

  /** As `gain`, for many entries at once. */
  gainTotals(liveBytes: number, mortalBytes: number): void {
    this.#liveBytes += liveBytes;
    this.#mortalBytes += mortalBytes;
  }

  /** Notes that it no longer does. */
  lose(lengthBytes: number, isMortal: boolean): void {
    this.#liveBytes -= lengthBytes;
    if (isMortal) this.#mortalBytes -= lengthBytes;
  }

  /** Where the checksum of the entry at this offset starts from. */
  seed(offset: number): number {
    return seedOf(this.header.salt, offset);
  }

  /** Creates the file and writes its header. Not durable before `syncCreation`. */
  async create(disk: Disk): Promise<void> {
    this.#file ??= await disk.open(this.path);
    await this.#file.write([encodeSegmentHeader(this.header)], 0);
  }

  /** Makes header and name durable, before the first entry is written: no entry ever stands behind a lost header. */
  async syncCreation(disk: Disk): Promise<void> {
    await this.#opened().sync();
    await disk.syncDirectory(LOG_FOLDER);
    this.#created = true;
  }

  /**
   * Writes behind what is durable. Not durable before `sync` and `advance`.
   * @param limitBytes size that the file is not to exceed for the sake of zeros
   */
  async write(bytes: Uint8Array, limitBytes: number): Promise<void> {
    const end = this.#durableBytes + bytes.length;
    const zeros = end > this.#allocatedBytes ? zerosAhead(bytes.length, limitBytes - end) : NO_ZEROS;
    await this.#opened().write([bytes, zeros], this.#durableBytes);
    this.#allocatedBytes = Math.max(this.#allocatedBytes, end + zeros.length);
  }

  /** Cuts the zeros off, durably, since the log goes on in another segment. */
  async seal(): Promise<void> {
    if (this.#allocatedBytes === this.#durableBytes) return;
    await this.truncate();
    await this.sync();
  }

  sync(): Promise<void> {
    return this.#opened().sync();
  }

  /** Notes that so many bytes more are durable. */
  advance(lengthBytes: number): void {
    this.#durableBytes += lengthBytes;
  }

  /** Forgets what was claimed but isn't durable; the file may still hold some of it until `truncate`. */
  rollBack(): void {
    this.#tailBytes = this.#durableBytes;
  }

  /** Cuts off what is not durable, and the zeros. */
  async truncate(): Promise<void> {
    await this.#opened().truncate(this.#durableBytes);
    this.#allocatedBytes = this.#durableBytes;
  }

  /** Recovery: the valid part ends here. */
  cut(sizeBytes: number): Promise<void> {
    this.#tailBytes = this.#durableBytes = sizeBytes;
    return this.truncate();
  }

  readSync(target: Uint8Array, offset: number): number {
    return this.#opened().readSync(target, offset);
  }

  read(target: Uint8Array, offset: number): Promise<number> {
    return this.#opened().read(target, offset);
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }

  /** What to throw when bytes of this segment fail their checksum. */
  damageAt(offset: number, what: string, cause?: unknown): StarlingError {
    return new StarlingError(
      'CORRUPTION',
      `${this.path} is damaged at offset ${offset}: ${what}; the disk may be failing. Keep a copy of the data ` +
        'directory, then start this peer with an empty one: its co-owners hold the data',
      { file: this.path, offset },
      cause,
    );
  }

  #opened(): DiskFile {
    if (this.#file === undefined) throw new StarlingError('STOPPED', `${this.path} isn't open`);
    return this.#file;
  }
}

/** What to write behind a flush of this size. A large one has little to gain, and would have everything written twice. */
function zerosAhead(flushBytes: number, roomBytes: number): Uint8Array {
  if (flushBytes > LIMITS.zerosAheadFlushBytes) return NO_ZEROS;
  return ZEROS.subarray(0, Math.max(0, roomBytes));
}

/**
 * Opens a segment that is on disk. Undefined where its creation was cut short by a crash: it has no
 * entries then, since those are written only once the header is durable.
 * @throws StarlingError CORRUPTION where the header is damaged; CONFIGURATION where the file is of a newer
 *   format, or of another partition count
 */
export async function openSegment(
  disk: Disk,
  place: { readonly slot: number; readonly number: number },
  partitionBits: number,
): Promise<Segment | undefined> {
  const path = segmentPath(place.number);
  const file = await disk.open(path);
  const header = await readHeader(file);
  if (header === 'torn') {
    await file.close();
    return undefined;
  }
  const problem = typeof header === 'string' ? header : mismatch(header, place.number, partitionBits);
  if (problem === undefined && typeof header !== 'string') return new Segment(place.slot, header, file);
  await file.close();
  if (problem === 'damaged') {
    throw new StarlingError('CORRUPTION', `${path} is damaged at offset 0: it has no valid header`, {
      file: path,
      offset: 0,
    });
  }
  throw new StarlingError('CONFIGURATION', `${disk.root}/${path} can't be used: ${problem ?? 'unreadable'}`);
}

async function readHeader(file: DiskFile): Promise<SegmentHeader | string> {
  const bytes = new Uint8Array(SEGMENT_HEADER_BYTES);
  const got = await file.read(bytes, 0);
  const header = decodeSegmentHeader(bytes.subarray(0, got));
  if (header === 'damaged') return file.size() <= SEGMENT_HEADER_BYTES ? 'torn' : 'damaged';
  if (header === 'newer format')
    return 'it has a newer format; use the newer version of Starling that wrote it';
  return header;
}

function mismatch(header: SegmentHeader, number: number, partitionBits: number): string | undefined {
  if (header.number !== number) return `it is a renamed copy of segment ${header.number}`;
  if (header.partitionBits !== partitionBits) {
    return `it was written for ${2 ** header.partitionBits} partitions, this cluster has ${2 ** partitionBits}`;
  }
  return undefined;
}
