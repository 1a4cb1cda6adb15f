import type { Disk, DiskFile } from '../../base/disk.ts';

/**
 * The files under a folder of another disk. What is under two folders of one disk can be linked from one to the other,
 * which two disks don't know of each other.
 */
export function folderDisk(disk: Disk, folder: string): Disk {
  return new FolderDisk(disk, folder);
}

class FolderDisk implements Disk {
  readonly root: string;
  readonly #disk: Disk;
  readonly #folder: string;

  constructor(disk: Disk, folder: string) {
    this.#disk = disk;
    this.#folder = folder;
    this.root = disk.root.endsWith('/') ? `${disk.root}${folder}` : `${disk.root}/${folder}`;
  }

  async open(path: string): Promise<DiskFile> {
    return new FolderFile(path, await this.#disk.open(this.#under(path)));
  }

  async openToRead(path: string): Promise<DiskFile | undefined> {
    const file = await this.#disk.openToRead(this.#under(path));
    return file && new FolderFile(path, file);
  }

  readFile(path: string): Promise<Uint8Array | undefined> {
    return this.#disk.readFile(this.#under(path));
  }

  replaceFile(path: string, content: Uint8Array): Promise<void> {
    return this.#disk.replaceFile(this.#under(path), content);
  }

  rename(from: string, to: string): Promise<void> {
    return this.#disk.rename(this.#under(from), this.#under(to));
  }

  link(from: string, to: string): Promise<void> {
    return this.#disk.link(this.#under(from), this.#under(to));
  }

  remove(path: string): Promise<void> {
    return this.#disk.remove(this.#under(path));
  }

  removeFolder(folder: string): Promise<void> {
    return this.#disk.removeFolder(this.#under(folder));
  }

  list(folder: string): Promise<string[]> {
    return this.#disk.list(this.#under(folder));
  }

  makeFolder(folder: string): Promise<void> {
    return this.#disk.makeFolder(this.#under(folder));
  }

  syncDirectory(folder: string): Promise<void> {
    return this.#disk.syncDirectory(this.#under(folder));
  }

  lock(path: string): Promise<() => Promise<void>> {
    return this.#disk.lock(this.#under(path));
  }

  #under(path: string): string {
    return path === '.' ? this.#folder : `${this.#folder}/${path}`;
  }
}

/** A file by its path in the folder: errors name it by that. */
class FolderFile implements DiskFile {
  readonly path: string;
  readonly #file: DiskFile;

  constructor(path: string, file: DiskFile) {
    this.path = path;
    this.#file = file;
  }

  size(): number {
    return this.#file.size();
  }

  write(chunks: readonly Uint8Array[], offset: number): Promise<void> {
    return this.#file.write(chunks, offset);
  }

  sync(): Promise<void> {
    return this.#file.sync();
  }

  readSync(target: Uint8Array, offset: number): number {
    return this.#file.readSync(target, offset);
  }

  read(target: Uint8Array, offset: number): Promise<number> {
    return this.#file.read(target, offset);
  }

  truncate(sizeBytes: number): Promise<void> {
    return this.#file.truncate(sizeBytes);
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
