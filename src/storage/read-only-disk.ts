import type { Disk, DiskFile } from '../base/disk.ts';

/**
 * A disk on which nothing can be changed, whatever is done with it.
 * @param wrap what to make of each file that is opened
 */
export function readOnlyDisk(disk: Disk, wrap: (file: DiskFile) => DiskFile = (file) => file): Disk {
  const refuse = async (path: string): Promise<never> => {
    throw Object.assign(new Error(`EROFS: ${path} is open for reading only`), { code: 'EROFS' });
  };
  return {
    root: disk.root,
    open: async (path) => readOnlyFile(wrap(await openExisting(disk, path))),
    openToRead: async (path) => {
      const file = await disk.openToRead(path);
      return file && readOnlyFile(wrap(file));
    },
    readFile: (path) => disk.readFile(path),
    list: (folder) => disk.list(folder),
    replaceFile: refuse,
    rename: refuse,
    link: refuse,
    remove: refuse,
    removeFolder: refuse,
    makeFolder: refuse,
    syncDirectory: refuse,
    lock: refuse,
  };

  function readOnlyFile(file: DiskFile): DiskFile {
    return {
      path: file.path,
      size: () => file.size(),
      readSync: (target, offset) => file.readSync(target, offset),
      read: (target, offset) => file.read(target, offset),
      close: () => file.close(),
      write: () => refuse(file.path),
      truncate: () => refuse(file.path),
      sync: () => refuse(file.path),
    };
  }
}

async function openExisting(disk: Disk, path: string): Promise<DiskFile> {
  const file = await disk.openToRead(path);
  if (file !== undefined) return file;
  throw Object.assign(new Error(`ENOENT: there is no file ${disk.root}/${path}`), { code: 'ENOENT' });
}
