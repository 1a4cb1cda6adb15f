import type { Disk } from '../../base/disk.ts';
import { LIMITS } from '../../base/limits.ts';
import { isDiskFull } from './disk-full.ts';
import { LOG_FOLDER } from './segment.ts';

const PROBE_PATH = `${LOG_FOLDER}/probe`;

/** Whether a full disk has room again, found out by writing; what else went wrong, where something did. */
export async function probeDisk(disk: Disk): Promise<'room' | 'full' | Error> {
  try {
    const file = await disk.open(PROBE_PATH);
    try {
      await file.write([new Uint8Array(LIMITS.probeBytes)], 0);
      await file.sync();
    } finally {
      await file.close();
      await disk.remove(PROBE_PATH);
    }
    return 'room';
  } catch (error) {
    if (isDiskFull(error)) return 'full';
    return error instanceof Error ? error : new Error(String(error));
  }
}
