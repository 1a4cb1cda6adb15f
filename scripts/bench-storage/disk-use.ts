import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** lstat counts in these, whatever the file system's own. */
const BLOCK_BYTES = 512;

/** Bytes on disk of the files below a folder: what is allocated, which a sparse file's length is not. */
export function diskBytes(folder: string): number {
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    // A store at work may have removed it meanwhile.
    const stats = lstatSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false });
    sum += (stats?.blocks ?? 0) * BLOCK_BYTES;
  }
  return sum;
}
