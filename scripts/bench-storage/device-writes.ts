import { readFileSync, statSync } from 'node:fs';

const SECTOR_BYTES = 512;
/** Which of the numbers in a block device's `stat` are the sectors written, from 0. */
const SECTORS_WRITTEN = 6;

/**
 * Bytes written so far to the device that the folder is on, whoever wrote them: journal, metadata and the rest of every block that was
 * written in part. Undefined where it is on no block device.
 */
export function deviceWrittenBytes(folder: string): number | undefined {
  const { dev } = statSync(folder);
  const major = (dev >>> 8) & 0xfff;
  const minor = (dev & 0xff) | ((dev >>> 12) & 0xfff00);
  try {
    const numbers = readFileSync(`/sys/dev/block/${major}:${minor}/stat`, 'latin1').trim().split(/\s+/);
    return Number(numbers[SECTORS_WRITTEN]) * SECTOR_BYTES;
  } catch {
    return undefined;
  }
}
