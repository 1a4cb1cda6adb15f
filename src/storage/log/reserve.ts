import type { Disk, DiskFile } from '../../base/disk.ts';
import { LIMITS } from '../../base/limits.ts';
import { isDiskFull } from './disk-full.ts';
import { LOG_FOLDER } from './segment.ts';

const PATH = `${LOG_FOLDER}/reserve`;

/**
 * Some room that is kept back, as a file of zeros. On a full disk it is given up: freeing a segment needs a note in
 * the state file first, and so a little room. Taking it again tells whether there is room for writes.
 */
export class Reserve {
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /**
   * Takes the room, unless it is held already.
   * @param spareBytes that must be there beside it
   * @returns what went wrong, where something else did than a full disk
   */
  async take(spareBytes: number): Promise<'room' | 'full' | Error> {
    try {
      const file = await this.#disk.open(PATH);
      try {
        await take(file, LIMITS.reserveBytes + spareBytes);
      } finally {
        await file.close();
      }
      return 'room';
    } catch (error) {
      if (!isDiskFull(error)) return toError(error);
      const problem = await this.release();
      return problem ?? 'full';
    }
  }

  /** Gives the room up. What went wrong, if anything did. */
  async release(): Promise<Error | undefined> {
    try {
      await this.#disk.remove(PATH);
      return undefined;
    } catch (error) {
      return toError(error);
    }
  }
}

async function take(file: DiskFile, wantedBytes: number): Promise<void> {
  if (file.size() >= wantedBytes) return;
  await file.write([new Uint8Array(wantedBytes)], 0);
  await file.sync();
  if (wantedBytes > LIMITS.reserveBytes) await file.truncate(LIMITS.reserveBytes);
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
