import type { Disk } from '../../base/disk.ts';
import { StarlingError } from '../../base/errors.ts';
import { LOG_FOLDER } from '../log/segment.ts';
import { IDENTITY, LOCK, STATE_FOLDER } from '../layout.ts';
import { MANIFEST } from '../manifest.ts';
import { folderDisk } from './folder-disk.ts';

/**
 * A folder in which a data directory is being put together. Until its manifest is written, which comes last, nothing takes it for
 * one; and it is locked like one, so that nobody else works in it.
 */
export class UnfinishedFolder {
  readonly disk: Disk;
  readonly #unlock: () => Promise<void>;

  private constructor(disk: Disk, unlock: () => Promise<void>) {
    this.disk = disk;
    this.#unlock = unlock;
  }

  /**
   * Makes the folder, where there is none.
   * @param advice for the person who named it, where there is something in it
   * @throws StarlingError CONFIGURATION where there is, or somebody else works in it
   */
  static async create(parent: Disk, folder: string, advice: string): Promise<UnfinishedFolder> {
    const disk = folderDisk(parent, folder);
    await refuseUnlessEmpty(disk, [LOCK], advice);
    await disk.makeFolder('.');
    const unlock = await disk.lock(LOCK);
    try {
      await refuseUnlessEmpty(disk, [LOCK], advice);
      return new UnfinishedFolder(disk, unlock);
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  /** Makes the folders in it. */
  async prepare(): Promise<void> {
    for (const inner of [LOG_FOLDER, STATE_FOLDER]) await this.disk.makeFolder(inner);
  }

  /** Removes all that was put into it, the manifest first. */
  async clear(): Promise<void> {
    for (const file of [MANIFEST, IDENTITY]) await this.disk.remove(file);
    for (const inner of [LOG_FOLDER, STATE_FOLDER]) await this.disk.removeFolder(inner);
  }

  /** Leaves the folder empty. */
  async abandon(): Promise<void> {
    await this.clear();
    await this.disk.remove(LOCK);
  }

  /** Makes the names durable of all that was put into it. */
  async sync(): Promise<void> {
    for (const folder of [LOG_FOLDER, STATE_FOLDER, '.']) await this.disk.syncDirectory(folder);
  }

  /** Lets others have it. */
  async release(): Promise<void> {
    await this.#unlock();
  }
}

/** @throws StarlingError CONFIGURATION where there is anything in the root of the disk but what is `ignored` */
export async function refuseUnlessEmpty(
  disk: Disk,
  ignored: readonly string[],
  advice: string,
): Promise<void> {
  const [first] = (await disk.list('.')).filter((name) => !ignored.includes(name));
  if (first === undefined) return;
  throw new StarlingError('CONFIGURATION', `${disk.root} is not empty, there is ${first}: ${advice}`, {
    path: disk.root,
  });
}
