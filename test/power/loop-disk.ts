import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { command, hasProgram } from './machine.ts';
import { PowerSwitch } from './power-switch.ts';

/**
 * How the file system treats what nobody has synced:
 *
 * - `ordered`, ext4 as it comes: a file's new length is never on disk before its bytes are;
 * - `careless`: a commit of the journal, whoever asked for it, may make the new length durable and not the
 *   bytes. Whatever the blocks held before appears in their place, pieces of deleted segments for one.
 */
export type Manner = 'ordered' | 'careless';

const MOUNT_OPTIONS: Readonly<Record<Manner, string>> = {
  ordered: 'loop',
  careless: 'loop,data=writeback,nodelalloc,nodioread_nolock',
};

const UNMOUNTS_WITHIN_MS = 10_000;

export interface LoopDiskOptions {
  readonly sizeBytes: number;
  /** Where the image is made; the folder for temporary files by default. */
  readonly parent?: string;
}

/**
 * An ext4 file system on a sparse image, loop-mounted, whose power can be cut: the `shutdown` of `xfs_io`
 * makes it give up at once, without writing what it still had in memory. What nobody synced is gone then: bytes,
 * names, renames. (What the file system did hand to its block device stays: a cache of the device that
 * loses its content isn't simulated.)
 */
export class LoopDisk {
  /** Where it is mounted. */
  readonly folder: string;
  readonly #home: string;
  readonly #image: string;
  /** Of the file system while it is mounted. */
  #switch: PowerSwitch | undefined;

  private constructor(home: string) {
    this.#home = home;
    this.#image = join(home, 'image');
    this.folder = join(home, 'mount');
  }

  /** Why there can't be such a disk on this machine; undefined where there can. */
  static async obstacle(): Promise<string | undefined> {
    if (process.getuid?.() !== 0) return 'mounting a file system takes root';
    if (!(await hasProgram('xfs_io', '-V'))) return 'xfs_io is missing (apt-get install xfsprogs)';
    if (!(await hasProgram('mkfs.ext4', '-V'))) return 'mkfs.ext4 is missing (apt-get install e2fsprogs)';
    let disk: LoopDisk | undefined;
    try {
      disk = await LoopDisk.make({ sizeBytes: 8 << 20 });
      await disk.cutPower();
    } catch (error) {
      return `an image can't be mounted and shut down here: ${String(error)}`;
    } finally {
      await disk?.dispose();
    }
    return undefined;
  }

  /** A new one, empty and mounted. */
  static async make({ sizeBytes, parent = tmpdir() }: LoopDiskOptions): Promise<LoopDisk> {
    const disk = new LoopDisk(await mkdtemp(join(parent, 'starling-power-')));
    try {
      const image = await open(disk.#image, 'wx');
      await image.truncate(sizeBytes);
      await image.close();
      await mkdir(disk.folder);
      await command('mkfs.ext4', '-q', '-F', disk.#image);
      await disk.mount('ordered');
    } catch (error) {
      await disk.dispose();
      throw error;
    }
    return disk;
  }

  async mount(manner: Manner): Promise<void> {
    await command('mount', '-o', MOUNT_OPTIONS[manner], this.#image, this.folder);
    this.#switch = new PowerSwitch(this.folder);
  }

  /** Everything that would reach the disk fails from now on, until it is unmounted and mounted again. */
  async cutPower(): Promise<void> {
    await this.#switch?.cut();
  }

  /** Nobody may have a file open on it; its loop device goes with it. */
  async unmount(): Promise<void> {
    if (this.#switch === undefined) return;
    await this.#switch.release();
    const deadlineMs = performance.now() + UNMOUNTS_WITHIN_MS;
    for (;;) {
      try {
        await command('umount', this.folder);
        break;
      } catch (error) {
        // A process that was just killed, or one that looks at every new mount, may hold it for a moment still.
        if (performance.now() > deadlineMs) throw error;
        await setTimeout(20);
      }
    }
    this.#switch = undefined;
  }

  /** Removes all traces of it. */
  async dispose(): Promise<void> {
    // Lazily where somebody keeps it busy: then it goes when they do.
    await this.unmount().catch(async () => {
      await command('umount', '--lazy', this.folder);
    });
    await rm(this.#home, { recursive: true });
  }
}
