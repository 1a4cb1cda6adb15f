import { dirname } from 'node:path';
import type { Disk, DiskFile } from '../../src/base/disk.ts';

/** What becomes of a sync: called with the real one. */
type Reluctance = (sync: () => Promise<void>) => Promise<void>;

/** The planted bug: it says "durable" without having asked the system for it. */
export const neverSyncs: Reluctance = async () => undefined;

/** Takes a while first, so that a cut often finds bytes that were written and not synced. */
export const syncsLate: Reluctance = async (sync) => {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
  await sync();
};

/** A disk that is slower to sync files and folders than it should be, or doesn't do it at all. */
export function reluctantDisk(disk: Disk, reluctance: Reluctance): Disk {
  const syncDirectory = (folder: string): Promise<void> => reluctance(() => disk.syncDirectory(folder));
  const open = async (path: string): Promise<DiskFile> => {
    const file = await disk.open(path);
    return altered(file, { sync: () => reluctance(() => file.sync()) });
  };
  const replaceFile = async (path: string, content: Uint8Array): Promise<void> => {
    const temporary = `${path}.new`;
    const file = await open(temporary);
    await file.truncate(0);
    await file.write([content], 0);
    await file.sync();
    await file.close();
    await disk.rename(temporary, path);
    await syncDirectory(dirname(path));
  };
  return altered(disk, { open, replaceFile, syncDirectory });
}

/** The original but for these methods. */
function altered<T extends object>(original: T, methods: Partial<T>): T {
  return new Proxy(original, {
    get(target, name) {
      const value: unknown = Reflect.get(name in methods ? methods : target, name);
      // Its private fields are out of the proxy's reach.
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
