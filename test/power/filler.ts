import { statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Takes all the room of a file system but so much. Gives the file to remove for it to come back. */
export async function fillUp(folder: string, leftBytes: number): Promise<string> {
  const path = join(folder, 'filler');
  const { bavail, bsize } = await statfs(folder);
  await writeFile(path, Buffer.alloc(bavail * bsize - leftBytes), { flush: true });
  return path;
}
