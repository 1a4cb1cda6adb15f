import type { Disk } from '../../base/disk.ts';
import { StarlingError } from '../../base/errors.ts';
import { LOCK } from '../layout.ts';

/**
 * Keeps peers out of a data directory while its files are read. A snapshot has no lock, and needs none.
 * @returns what lets them in again
 * @throws StarlingError CONFIGURATION where a peer is at work in it
 */
export async function lockAgainstPeers(disk: Disk): Promise<() => Promise<void>> {
  const nothing = async (): Promise<void> => undefined;
  if (!(await disk.list('.')).includes(LOCK)) return nothing;
  try {
    return await disk.lock(LOCK);
  } catch (error) {
    // On a file system that is mounted for reading only no peer can be at work.
    if (error instanceof Error && 'code' in error && error.code === 'EROFS') return nothing;
    if (!(error instanceof StarlingError)) throw error;
    throw new StarlingError(
      'CONFIGURATION',
      `a peer is at work in ${disk.root}, and its files change while they are read: stop it, or take a snapshot, which it ` +
        'neither waits for nor notices (`starling snapshot DIR`)',
      { path: disk.root },
      error,
    );
  }
}
