import { crc32 } from 'node:zlib';
import type { Disk, DiskFile } from '../../base/disk.ts';
import { LIMITS } from '../../base/limits.ts';

/** How far a copy is. */
export interface CopyProgress {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface TransferOptions {
  /** Has both folders. */
  readonly disk: Disk;
  readonly from: string;
  readonly to: string;
  readonly onProgress?: ((progress: CopyProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How much is copied at a time. */
  readonly windowBytes?: number | undefined;
}

/** What a transfer has done. */
export interface TransferReport {
  readonly files: number;
  readonly linkedBytes: number;
  readonly copiedBytes: number;
  /** Why files were copied that could have been linked: the system's name for it, such as EXDEV; undefined where none was. */
  readonly linkRefusal: string | undefined;
}

interface Held {
  readonly path: string;
  readonly file: DiskFile;
  readonly measure: () => Promise<number>;
  /** How much of it is taken; 0 before it was measured. */
  sizeBytes: number;
  /** CRC-32 of what was copied; undefined before. */
  sum?: number;
}

/** Of a file system that has no second name for this file. */
const CANNOT_LINK: ReadonlySet<string> = new Set([
  'EXDEV',
  'EPERM',
  'EMLINK',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
]);

/**
 * Files on their way from one folder to another. Each is either *linked* at once, or *held*: opened, and copied by `copy`.
 * Held like that a file stays readable, as it is, also when its name is removed meanwhile; so what takes long, the
 * copying, can come after all files are held.
 *
 *     take(path)          link it, or hold it where that can't be
 *     hold(path, file)    hold it: it is not to be taken whole, or it may still grow, and a link would grow with it
 *     copy()              copy what is held
 */
export class Transfer {
  readonly #options: TransferOptions;
  readonly #held: Held[] = [];
  #files = 0;
  #linkedBytes = 0;
  #copiedBytes = 0;
  #heldBytes = 0;
  #linkRefusal: string | undefined;

  constructor(options: TransferOptions) {
    this.#options = options;
  }

  get report(): TransferReport {
    return {
      files: this.#files,
      linkedBytes: this.#linkedBytes,
      copiedBytes: this.#copiedBytes,
      linkRefusal: this.#linkRefusal,
    };
  }

  /** Takes a file that never changes. False: it isn't there. */
  async take(path: string): Promise<boolean> {
    this.#options.signal?.throwIfAborted();
    const linked = await this.#link(path);
    if (linked !== 'refused') return linked === 'linked';
    const file = await this.#options.disk.openToRead(this.#from(path));
    if (file === undefined) return false;
    this.hold(path, file, async () => file.size());
    return true;
  }

  /**
   * Takes the first bytes of a file, which is closed with the others.
   * @param measure how many; asked when all are held
   */
  hold(path: string, file: DiskFile, measure: () => Promise<number>): void {
    this.#held.push({ path, file, measure, sizeBytes: 0 });
  }

  /** Copies what is held, durably but for the names. False: a file has become shorter. */
  async copy(): Promise<boolean> {
    for (const held of this.#held) {
      held.sizeBytes = await held.measure();
      this.#heldBytes += held.sizeBytes;
    }
    for (const held of this.#held) {
      const sum = await this.#copy(held);
      if (sum === undefined) return false;
      held.sum = sum;
      this.#files++;
    }
    return true;
  }

  /** Whether a file that was copied still begins with what was read of it. */
  async isUnchanged(path: string): Promise<boolean> {
    const held = this.#held.find((candidate) => candidate.path === path);
    return held?.sum === (held && (await this.#sum(held)));
  }

  /** Writes a small file, durably. */
  async write(path: string, content: Uint8Array): Promise<void> {
    this.#options.signal?.throwIfAborted();
    await this.#options.disk.replaceFile(this.#to(path), content);
    this.#files++;
    this.#copiedBytes += content.length;
  }

  async close(): Promise<void> {
    for (const { file } of this.#held) await file.close();
  }

  async #link(path: string): Promise<'linked' | 'gone' | 'refused'> {
    const { disk } = this.#options;
    // Where one file can't be linked for its file system's sake, none can.
    if (this.#linkRefusal !== undefined && this.#linkRefusal !== 'EMLINK') return 'refused';
    try {
      await disk.link(this.#from(path), this.#to(path));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === 'ENOENT') return 'gone';
      if (!CANNOT_LINK.has(code)) throw error;
      this.#linkRefusal = code;
      return 'refused';
    }
    const file = await disk.openToRead(this.#to(path));
    this.#linkedBytes += file?.size() ?? 0;
    await file?.close();
    this.#files++;
    return 'linked';
  }

  async #copy(held: Held): Promise<number | undefined> {
    const target = await this.#options.disk.open(this.#to(held.path));
    try {
      const sum = await this.#sum(held, async (bytes, offset) => {
        await target.write([bytes], offset);
        this.#copiedBytes += bytes.length;
        const doneBytes = Math.min(this.#copiedBytes, this.#heldBytes);
        this.#options.onProgress?.({ doneBytes, totalBytes: this.#heldBytes });
      });
      await target.sync();
      return sum;
    } finally {
      await target.close();
    }
  }

  /** The CRC-32 of what is held of the file, window by window; undefined where it has become shorter. */
  async #sum(
    { file, sizeBytes }: Held,
    onWindow?: (bytes: Uint8Array, offset: number) => Promise<void>,
  ): Promise<number | undefined> {
    const { signal, windowBytes = LIMITS.scanWindowBytes } = this.#options;
    let sum = 0;
    for (let offset = 0; offset < sizeBytes; offset += windowBytes) {
      signal?.throwIfAborted();
      const window = new Uint8Array(Math.min(windowBytes, sizeBytes - offset));
      if ((await file.read(window, offset)) < window.length) return undefined;
      sum = crc32(window, sum);
      await onWindow?.(window, offset);
    }
    return sum;
  }

  #from(path: string): string {
    return `${this.#options.from}/${path}`;
  }

  #to(path: string): string {
    return `${this.#options.to}/${path}`;
  }
}
