import { setTimeout as sleep } from 'node:timers/promises';
import { diskBytes } from './disk-use.ts';
import type { Site } from './measurement.ts';
import { processIo } from './process-io.ts';

const LOOK_EVERY_MS = 100;
const QUIET_MS = 1500;
const GIVE_UP_MS = 180_000;

/** Waits until the store of this process has finished what it does in the background: it writes nothing, and frees nothing. */
export async function untilQuiet({ folder, scale }: Pick<Site, 'folder' | 'scale'>): Promise<void> {
  const giveUpMs = performance.now() + GIVE_UP_MS;
  let last = '';
  let quietSinceMs = performance.now();
  while (performance.now() - quietSinceMs < QUIET_MS * scale) {
    if (performance.now() > giveUpMs) throw new Error(`${folder} is not quiet after ${GIVE_UP_MS / 1000} s`);
    await sleep(LOOK_EVERY_MS);
    const now = `${diskBytes(folder)} ${processIo().writtenBytes}`;
    if (now !== last) quietSinceMs = performance.now();
    last = now;
  }
}
