import { folderDisk } from '../../../src/storage/backup/folder-disk.ts';
import { verifyDirectory } from '../../../src/storage/verify/verify.ts';
import type { Machine } from './machine.ts';

/** What a verification finds wrong with a folder. */
export async function problemsIn(machine: Machine, folder: string): Promise<string[]> {
  const { problems } = await machine.settle(
    verifyDirectory({ disk: folderDisk(machine.mount, folder), clock: machine.process.clock }),
  );
  return problems.map(({ file, offset = '', what }) => `${folder}/${file} ${offset}: ${what}`);
}
