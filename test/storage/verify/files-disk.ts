import type { Disk, DiskFile } from '../../../src/base/disk.ts';

/** By path. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A disk with these files, for reading only and without any delay. Whatever would change it rejects. */
export function filesDisk(files: Files): Disk {
  const refuse = async (): Promise<never> => {
    throw new Error('nothing is to be changed');
  };
  const openToRead = async (path: string): Promise<DiskFile | undefined> => {
    const content = files.get(path);
    return content && fileOf(path, content);
  };
  return {
    root: '/files',
    openToRead,
    readFile: async (path) => files.get(path)?.slice(),
    list: async (folder) => {
      const prefix = folder === '.' ? '' : `${folder}/`;
      const inside = [...files.keys()].filter((path) => path.startsWith(prefix));
      return [...new Set(inside.map((path) => path.slice(prefix.length).split('/', 1)[0]!))].sort();
    },
    lock: async () => async () => undefined,
    open: refuse,
    replaceFile: refuse,
    rename: refuse,
    link: refuse,
    remove: refuse,
    removeFolder: refuse,
    makeFolder: refuse,
    syncDirectory: refuse,
  };
}

function fileOf(path: string, content: Uint8Array): DiskFile {
  const refuse = async (): Promise<never> => {
    throw new Error('nothing is to be changed');
  };
  const readSync = (target: Uint8Array, offset: number): number => {
    const piece = content.subarray(offset, offset + target.length);
    target.set(piece);
    return piece.length;
  };
  return {
    path,
    size: () => content.length,
    readSync,
    read: async (target, offset) => readSync(target, offset),
    close: async () => undefined,
    write: refuse,
    sync: refuse,
    truncate: refuse,
  };
}
