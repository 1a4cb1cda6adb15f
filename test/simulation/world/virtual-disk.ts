import type { Disk } from '../../../src/base/disk.ts';
import type { Timers } from '../../../src/base/timers.ts';
import type { SeededRandom } from './seeded-random.ts';
import { VirtualInode } from './virtual-inode.ts';
import { type DiskOperation, type OperationKind, VirtualMount, systemError } from './virtual-mount.ts';
import { VirtualNames, folderOf } from './virtual-names.ts';

export interface VirtualDiskOptions {
  readonly random: SeededRandom;
  /** For messages; `virtual` by default. */
  readonly root?: string;
  /** How long an fdatasync takes, in ms: evenly between the two. */
  readonly syncMs?: readonly [number, number];
  /** How long any other operation takes. */
  readonly operationMs?: readonly [number, number];
}

/**
 * A disk in memory that forgets in a power cut what a real one may forget. It outlives the processes that
 * use it: each life of a node mounts it anew, and what an earlier mount still had under way never ends.
 *
 *     disk.mount(process)     a node starts
 *     disk.unmount()          kill -9: the page cache survives, operations under way don't return
 *     disk.crash()            power cut: unsynced sectors and names survive by chance
 */
export class VirtualDisk {
  readonly #options: VirtualDiskOptions;
  readonly #names = new VirtualNames();
  #mount: VirtualMount | undefined;
  #operations = 0;
  /** Bytes that fit; a write beyond fails with ENOSPC, having written what fits. */
  capacityBytes = Infinity;
  /** A planted bug: syncs take their time and say yes, and nothing is durable. */
  syncLies = false;
  /** Asked before every operation: the code of the error that it is to fail with, if any. */
  fault: (operation: DiskOperation) => string | undefined = () => undefined;

  constructor(options: VirtualDiskOptions) {
    this.#options = options;
  }

  /** Operations begun so far. */
  get operations(): number {
    return this.#operations;
  }

  /** Paths of the files that the process has open, one as often as it has opened it. */
  get openFiles(): string[] {
    return this.#mount?.openFiles ?? [];
  }

  get usedBytes(): number {
    let sum = 0;
    for (const inode of new Set(this.#names.inodes())) sum += inode.sizeBytes;
    return sum;
  }

  /** Names of all files and folders directly in a folder. */
  list(folder: string): string[] {
    return this.#names.list(folder);
  }

  /** A copy of what a reader of the file sees; undefined where there is none. */
  content(path: string): Uint8Array | undefined {
    return this.#names.get(path)?.content();
  }

  /** Puts a file there, durably, as if from a backup. */
  plant(path: string, content: Uint8Array): void {
    const inode = new VirtualInode();
    inode.write(content, 0);
    inode.settleAll();
    this.#names.set(path, inode);
    this.#names.sync(folderOf(path))();
  }

  /** Takes a file away, durably, as somebody does who shouldn't. */
  lose(path: string): void {
    this.#names.remove(path);
    this.#names.sync(folderOf(path))();
  }

  /** Bit rot: flips bits of one byte. */
  rot(path: string, offset: number, mask = 1): void {
    this.#names.get(path)?.rot(offset, mask);
  }

  /** The disk as one process sees it, its operations ending by that process's timers. Ends any earlier mount. */
  mount(timers: Timers): Disk {
    this.unmount();
    const { root = 'virtual', random, syncMs = [0.1, 2], operationMs = [0.01, 0.05] } = this.#options;
    this.#mount = new VirtualMount({
      disk: this,
      names: this.#names,
      timers,
      random,
      root,
      syncMs,
      operationMs,
    });
    return this.#mount;
  }

  unmount(): void {
    this.#mount?.die();
    this.#mount = undefined;
  }

  /** A power cut. What survives is drawn from the disk's own random numbers, or from these. */
  crash(random: SeededRandom = this.#options.random): void {
    const replacing = this.#mount?.replacing ?? [];
    this.unmount();
    for (const finish of replacing) if (random.chance(0.5)) finish();
    const inodes = new Set(this.#names.inodes());
    this.#names.crash(random);
    for (const inode of this.#names.inodes()) inodes.add(inode);
    for (const inode of inodes) inode.crash(random);
  }

  /** Counts an operation and gives the error that it is to fail with. For mounts. */
  begin(kind: OperationKind, path: string): Error | undefined {
    const code = this.fault({ kind, path, index: this.#operations++ });
    return code === undefined ? undefined : systemError(code, kind, path);
  }
}
