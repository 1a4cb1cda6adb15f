import fs from 'node:fs';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { tryLock } from 'fs-native-extensions';
import type { Disk, DiskFile } from '../disk.ts';
import { StarlingError } from '../errors.ts';

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** The files under a directory of this machine; `root` may be relative to the working directory. */
export function systemDisk(root: string): Disk {
  return new SystemDisk(path.resolve(root));
}

class SystemDisk implements Disk {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  async open(name: string): Promise<DiskFile> {
    const flags = fs.constants.O_RDWR | fs.constants.O_CREAT;
    return new SystemFile(name, await openDescriptor(this.#resolve(name), flags));
  }

  async openToRead(name: string): Promise<DiskFile | undefined> {
    try {
      return new SystemFile(name, await openDescriptor(this.#resolve(name), fs.constants.O_RDONLY));
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }

  async readFile(name: string): Promise<Uint8Array | undefined> {
    try {
      return await fsp.readFile(this.#resolve(name));
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }

  async replaceFile(name: string, content: Uint8Array): Promise<void> {
    const temporary = `${this.#resolve(name)}.new`;
    const handle = await fsp.open(temporary, 'w', FILE_MODE);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fsp.rename(temporary, this.#resolve(name));
    await this.syncDirectory(path.dirname(name));
  }

  rename(from: string, to: string): Promise<void> {
    return fsp.rename(this.#resolve(from), this.#resolve(to));
  }

  link(from: string, to: string): Promise<void> {
    return fsp.link(this.#resolve(from), this.#resolve(to));
  }

  remove(name: string): Promise<void> {
    return fsp.rm(this.#resolve(name), { force: true });
  }

  removeFolder(folder: string): Promise<void> {
    return fsp.rm(this.#resolve(folder), { recursive: true, force: true });
  }

  async list(folder: string): Promise<string[]> {
    try {
      return (await fsp.readdir(this.#resolve(folder))).sort();
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return [];
      throw error;
    }
  }

  async makeFolder(folder: string): Promise<void> {
    const target = this.#resolve(folder);
    const first = await fsp.mkdir(target, { recursive: true, mode: FOLDER_MODE });
    if (first === undefined) return;
    // Each folder that is new is a new name in the one above it, and the root's may lie outside of this disk.
    for (let made = target; made.length >= first.length; made = path.dirname(made)) {
      await syncFolder(path.dirname(made));
    }
  }

  syncDirectory(folder: string): Promise<void> {
    return syncFolder(this.#resolve(folder));
  }

  async lock(name: string): Promise<() => Promise<void>> {
    // A bare descriptor: a FileHandle that nobody keeps is closed by the garbage collector, and the lock gone with it.
    const descriptor = await openDescriptor(this.#resolve(name), fs.constants.O_RDWR | fs.constants.O_CREAT);
    // A lock of the open file description: another opening conflicts even within this process, and the
    // system releases it however the process ends.
    if (!tryLock(descriptor)) {
      await closeDescriptor(descriptor);
      throw new StarlingError(
        'CONFIGURATION',
        `${this.root} is in use by another process (it holds ${name}); stop that one, or give this one a directory of its own`,
        { path: this.root },
      );
    }
    return () => closeDescriptor(descriptor);
  }

  #resolve(name: string): string {
    return path.join(this.root, name);
  }
}

class SystemFile implements DiskFile {
  readonly path: string;
  #descriptor: number | undefined;

  constructor(name: string, descriptor: number) {
    this.path = name;
    this.#descriptor = descriptor;
  }

  size(): number {
    return fs.fstatSync(this.#open()).size;
  }

  write(chunks: readonly Uint8Array[], offset: number): Promise<void> {
    return new Promise((resolve, reject) => {
      writeAll(this.#open(), chunks, offset, (error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
  }

  sync(): Promise<void> {
    return new Promise((resolve, reject) => {
      fs.fdatasync(this.#open(), (error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
  }

  readSync(target: Uint8Array, offset: number): number {
    return fs.readSync(this.#open(), target, 0, target.length, offset);
  }

  read(target: Uint8Array, offset: number): Promise<number> {
    return new Promise((resolve, reject) => {
      fs.read(this.#open(), target, 0, target.length, offset, (error, bytesRead) => {
        if (error === null) resolve(bytesRead);
        else reject(error);
      });
    });
  }

  truncate(sizeBytes: number): Promise<void> {
    return new Promise((resolve, reject) => {
      fs.ftruncate(this.#open(), sizeBytes, (error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
  }

  close(): Promise<void> {
    const descriptor = this.#descriptor;
    if (descriptor === undefined) return Promise.resolve();
    this.#descriptor = undefined;
    return closeDescriptor(descriptor);
  }

  #open(): number {
    if (this.#descriptor === undefined) throw new StarlingError('STOPPED', `${this.path} was closed`);
    return this.#descriptor;
  }
}

/** Writes it all, going on behind what a short write got done. */
function writeAll(
  descriptor: number,
  chunks: readonly Uint8Array[],
  offset: number,
  done: (error: Error | null) => void,
): void {
  fs.writev(descriptor, chunks, offset, (error, written) => {
    if (error !== null) {
      done(error);
      return;
    }
    const rest = behind(chunks, written);
    if (rest.length === 0) done(null);
    else if (written === 0)
      done(Object.assign(new Error('the disk takes no more bytes'), { code: 'ENOSPC' }));
    else writeAll(descriptor, rest, offset + written, done);
  });
}

/** What is left of the chunks behind their first `bytes` bytes. */
function behind(chunks: readonly Uint8Array[], bytes: number): Uint8Array[] {
  const rest: Uint8Array[] = [];
  let skip = bytes;
  for (const chunk of chunks) {
    if (skip < chunk.length) rest.push(chunk.subarray(skip));
    skip = Math.max(0, skip - chunk.length);
  }
  return rest;
}

function openDescriptor(file: string, flags: number): Promise<number> {
  return new Promise((resolve, reject) => {
    fs.open(file, flags, FILE_MODE, (error, descriptor) => {
      if (error === null) resolve(descriptor);
      else reject(error);
    });
  });
}

function closeDescriptor(descriptor: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fs.close(descriptor, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await fsp.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
