import type { DiskFile } from '../../base/disk.ts';

/** The first bytes of a file, for reading, as if it ended there. */
export function boundedFile(file: DiskFile, sizeBytes: number): DiskFile {
  const within = (target: Uint8Array, offset: number): Uint8Array =>
    target.subarray(0, Math.max(0, Math.min(target.length, sizeBytes - offset)));
  return {
    path: file.path,
    size: () => Math.min(sizeBytes, file.size()),
    readSync: (target, offset) => file.readSync(within(target, offset), offset),
    read: (target, offset) => file.read(within(target, offset), offset),
    close: () => file.close(),
    write: (chunks, offset) => file.write(chunks, offset),
    sync: () => file.sync(),
    truncate: (length) => file.truncate(length),
  };
}
