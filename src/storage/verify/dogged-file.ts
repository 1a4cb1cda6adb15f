import type { DiskFile } from '../../base/disk.ts';

/** What is tried separately where a larger piece can't be read. */
const SECTOR_BYTES = 4096;

/**
 * A file that reads on where the disk can't: what is unreadable is zeros, and told. Its checksums fail, as those of anything
 * else that was changed.
 */
export function doggedFile(
  file: DiskFile,
  onUnreadable: (path: string, offset: number, reason: string) => void,
): DiskFile {
  const told = new Set<number>();
  const fail = (target: Uint8Array, offset: number, error: unknown): number => {
    target.fill(0);
    const reason = error instanceof Error ? error.message : String(error);
    if (!told.has(offset)) onUnreadable(file.path, offset, reason);
    told.add(offset);
    return target.length;
  };
  return {
    path: file.path,
    size: () => file.size(),
    write: (chunks, offset) => file.write(chunks, offset),
    sync: () => file.sync(),
    truncate: (sizeBytes) => file.truncate(sizeBytes),
    close: () => file.close(),
    readSync(target, offset) {
      try {
        return file.readSync(target, offset);
      } catch (error) {
        return fail(target, offset, error);
      }
    },
    async read(target, offset) {
      try {
        return await file.read(target, offset);
      } catch {
        let got = 0;
        for (const [at, sector] of sectorsOf(target, offset)) {
          got += await file.read(sector, at).catch((error: unknown) => fail(sector, at, error));
        }
        return got;
      }
    },
  };
}

function sectorsOf(target: Uint8Array, offset: number): [number, Uint8Array][] {
  const sectors: [number, Uint8Array][] = [];
  for (let at = 0; at < target.length; at += SECTOR_BYTES) {
    sectors.push([offset + at, target.subarray(at, at + SECTOR_BYTES)]);
  }
  return sectors;
}
