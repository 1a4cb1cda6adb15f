import type { Disk } from '../../base/disk.ts';
import { LOG_FOLDER } from './segment.ts';

const FILE_NAME = /^(\d{8,10})\.ckpt$/;

/** `log/00000001.ckpt` */
export function checkpointPath(number: number): string {
  return `${LOG_FOLDER}/${String(number).padStart(8, '0')}.ckpt`;
}

/** The number in a checkpoint's file name; undefined for other files. */
export function checkpointNumberOf(name: string): number | undefined {
  const digits = FILE_NAME.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Numbers of the checkpoints that there are, the newest first. */
export async function listCheckpoints(disk: Disk): Promise<number[]> {
  const numbers = (await disk.list(LOG_FOLDER)).map(checkpointNumberOf);
  return numbers.filter((number) => number !== undefined).sort((a, b) => b - a);
}

/** Removes all but these. */
export async function removeOtherCheckpoints(disk: Disk, kept: readonly number[]): Promise<void> {
  for (const number of await listCheckpoints(disk)) {
    if (!kept.includes(number)) await disk.remove(checkpointPath(number));
  }
}

/** Removes what was being written when a process died. */
export async function removeUnfinishedCheckpoints(disk: Disk): Promise<void> {
  for (const name of await disk.list(LOG_FOLDER)) {
    if (name.endsWith('.ckpt.new')) await disk.remove(`${LOG_FOLDER}/${name}`);
  }
}
