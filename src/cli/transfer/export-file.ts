import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { StarlingError } from '../../base/errors.ts';

/** A file that gets its name when it is complete: until then it is `<name>.part`, and what had the name before stays. */
export class ExportFile {
  readonly #path: string;
  readonly #handle: FileHandle;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /** @throws StarlingError INVALID_ARGUMENT where no such file can be made */
  static async create(path: string): Promise<ExportFile> {
    try {
      return new ExportFile(path, await open(partOf(path), 'w'));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StarlingError('INVALID_ARGUMENT', `can't write ${path}: ${reason}`, { path }, error);
    }
  }

  /** Appends all of the text. */
  write(text: string): Promise<void> {
    return this.#handle.appendFile(text);
  }

  /** Makes it durable and gives it its name. */
  async complete(): Promise<void> {
    await this.#handle.sync();
    await this.#handle.close();
    await rename(partOf(this.#path), this.#path);
  }

  /** Leaves everything as it was before. */
  async discard(): Promise<void> {
    await this.#handle.close();
    await rm(partOf(this.#path), { force: true });
  }
}

function partOf(path: string): string {
  return `${path}.part`;
}
