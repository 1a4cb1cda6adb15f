import type { Disk, DiskFile } from '../../../src/base/disk.ts';
import { StarlingError } from '../../../src/base/errors.ts';
import type { Timers } from '../../../src/base/timers.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { VirtualDisk } from './virtual-disk.ts';
import { VirtualInode } from './virtual-inode.ts';
import type { VirtualNames } from './virtual-names.ts';

export type OperationKind =
  | 'open'
  | 'readFile'
  | 'replaceFile'
  | 'rename'
  | 'link'
  | 'remove'
  | 'list'
  | 'makeFolder'
  | 'syncDirectory'
  | 'write'
  | 'sync'
  | 'read'
  | 'readSync'
  | 'truncate'
  | 'close';

export interface DiskOperation {
  readonly kind: OperationKind;
  readonly path: string;
  /** Counts all operations of this disk from 0. */
  readonly index: number;
}

interface MountParts {
  readonly disk: VirtualDisk;
  readonly names: VirtualNames;
  readonly timers: Timers;
  readonly random: SeededRandom;
  readonly root: string;
  readonly syncMs: readonly [number, number];
  readonly operationMs: readonly [number, number];
}

/** A VirtualDisk as one process sees it. Made by `VirtualDisk.mount`. */
export class VirtualMount implements Disk {
  readonly #parts: MountParts;
  readonly #locked = new Set<string>();
  /** What would finish each replacement under way: a power cut may come before or after it. */
  readonly #replacing = new Set<() => void>();
  readonly #open = new Set<DiskFile>();
  #dead = false;

  constructor(parts: MountParts) {
    this.#parts = parts;
  }

  get root(): string {
    return this.#parts.root;
  }

  get replacing(): (() => void)[] {
    return [...this.#replacing];
  }

  get openFiles(): string[] {
    return [...this.#open].map((file) => file.path);
  }

  /** A file was opened, or closed. */
  note(file: DiskFile, isOpen: boolean): void {
    if (isOpen) this.#open.add(file);
    else this.#open.delete(file);
  }

  get parts(): MountParts {
    return this.#parts;
  }

  get isDead(): boolean {
    return this.#dead;
  }

  die(): void {
    this.#dead = true;
  }

  open(path: string): Promise<DiskFile> {
    return this.operation('open', path, () => {
      let inode = this.#parts.names.get(path);
      if (inode === undefined) {
        inode = new VirtualInode();
        this.#parts.names.set(path, inode);
      }
      return new VirtualFile(this, path, inode);
    });
  }

  openToRead(path: string): Promise<DiskFile | undefined> {
    return this.operation('open', path, () => {
      const inode = this.#parts.names.get(path);
      return inode && new VirtualFile(this, path, inode);
    });
  }

  readFile(path: string): Promise<Uint8Array | undefined> {
    return this.operation('readFile', path, () => this.#parts.names.get(path)?.content());
  }

  replaceFile(path: string, content: Uint8Array): Promise<void> {
    const copy = content.slice();
    const finish = (): void => this.#parts.disk.plant(path, copy);
    this.#replacing.add(finish);
    const done = this.operation(
      'replaceFile',
      path,
      () => {
        if (this.#parts.disk.usedBytes + copy.length > this.#parts.disk.capacityBytes) {
          throw systemError('ENOSPC', 'replaceFile', path);
        }
        finish();
      },
      this.#parts.syncMs,
    );
    return done.finally(() => this.#replacing.delete(finish));
  }

  rename(from: string, to: string): Promise<void> {
    const { names } = this.#parts;
    return this.operation('rename', from, () => {
      if (!names.isFolder(from)) names.rename(from, to, this.#existing(from, 'rename'));
      else if (names.isFolder(to)) throw systemError('ENOTEMPTY', 'rename', to);
      else names.renameFolder(from, to);
    });
  }

  link(from: string, to: string): Promise<void> {
    return this.operation('link', from, () => {
      if (this.#parts.names.get(to) !== undefined) throw systemError('EEXIST', 'link', to);
      this.#parts.names.set(to, this.#existing(from, 'link'));
    });
  }

  remove(path: string): Promise<void> {
    return this.operation('remove', path, () => {
      if (this.#parts.names.get(path) !== undefined) this.#parts.names.remove(path);
    });
  }

  removeFolder(folder: string): Promise<void> {
    return this.operation('remove', folder, () => this.#parts.names.removeFolder(folder));
  }

  list(folder: string): Promise<string[]> {
    return this.operation('list', folder, () => this.#parts.names.list(folder));
  }

  makeFolder(folder: string): Promise<void> {
    return this.operation('makeFolder', folder, () => undefined);
  }

  syncDirectory(folder: string): Promise<void> {
    const finish = this.#parts.names.sync(folder);
    return this.operation(
      'syncDirectory',
      folder,
      () => {
        if (!this.#parts.disk.syncLies) finish();
      },
      this.#parts.syncMs,
    );
  }

  lock(path: string): Promise<() => Promise<void>> {
    return this.operation('open', path, () => {
      if (this.#locked.has(path)) {
        throw new StarlingError('CONFIGURATION', `${this.root}/${path} is locked by another process`);
      }
      this.#locked.add(path);
      return async () => {
        this.#locked.delete(path);
      };
    });
  }

  /** Ends by a timer, with what `effect` gives then, unless the mount has died. */
  operation<T>(
    kind: OperationKind,
    path: string,
    effect: () => T,
    takesMs: readonly [number, number] = this.#parts.operationMs,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#dead) return;
      const fault = this.#parts.disk.begin(kind, path);
      this.#parts.timers.after(this.#parts.random.between(...takesMs), () => {
        if (this.#dead) return;
        try {
          if (fault !== undefined) throw fault;
          resolve(effect());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  }

  #existing(path: string, kind: OperationKind): VirtualInode {
    const inode = this.#parts.names.get(path);
    if (inode === undefined) throw systemError('ENOENT', kind, path);
    return inode;
  }
}

class VirtualFile implements DiskFile {
  readonly path: string;
  readonly #mount: VirtualMount;
  readonly #inode: VirtualInode;
  #closed = false;

  constructor(mount: VirtualMount, path: string, inode: VirtualInode) {
    this.#mount = mount;
    this.path = path;
    this.#inode = inode;
    mount.note(this, true);
  }

  size(): number {
    return this.#inode.sizeBytes;
  }

  write(chunks: readonly Uint8Array[], offset: number): Promise<void> {
    // In the page cache at once; the operation's end tells the writer so.
    const room = this.#roomBytes(offset);
    let at = offset;
    for (const chunk of chunks) {
      const fits = chunk.subarray(0, Math.max(0, offset + room - at));
      if (!this.#closed && !this.#mount.isDead && fits.length > 0) this.#inode.write(fits, at);
      at += chunk.length;
    }
    return this.#operation('write', () => {
      if (at > offset + room) throw systemError('ENOSPC', 'write', this.path);
    });
  }

  sync(): Promise<void> {
    const finish = this.#inode.sync();
    const { disk, syncMs } = this.#mount.parts;
    const done = this.#operation('sync', () => finish(!disk.syncLies), syncMs);
    return done.catch((error: unknown) => {
      finish(false);
      throw error;
    });
  }

  readSync(target: Uint8Array, offset: number): number {
    const fault = this.#mount.parts.disk.begin('readSync', this.path);
    if (fault !== undefined) throw fault;
    if (this.#closed) throw systemError('EBADF', 'readSync', this.path);
    return this.#inode.read(target, offset);
  }

  read(target: Uint8Array, offset: number): Promise<number> {
    return this.#operation('read', () => this.#inode.read(target, offset));
  }

  truncate(sizeBytes: number): Promise<void> {
    return this.#operation('truncate', () => this.#inode.truncate(sizeBytes));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#mount.note(this, false);
  }

  /** How many bytes from `offset` on the disk has room for. */
  #roomBytes(offset: number): number {
    const { disk } = this.#mount.parts;
    if (disk.capacityBytes === Infinity) return Infinity;
    return Math.max(0, this.#inode.sizeBytes + disk.capacityBytes - disk.usedBytes - offset);
  }

  #operation<T>(kind: OperationKind, effect: () => T, takesMs?: readonly [number, number]): Promise<T> {
    return this.#mount.operation(
      kind,
      this.path,
      () => {
        if (this.#closed) throw systemError('EBADF', kind, this.path);
        return effect();
      },
      takesMs,
    );
  }
}

/** As the operating system would say it. */
export function systemError(code: string, kind: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${kind} '${path}'`), { code });
}
