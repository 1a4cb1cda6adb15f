import { StarlingError } from '../base/errors.ts';
import type { Random } from '../base/random.ts';
import { countPartitions } from '../ring/partition-bits.ts';
import type { DataDirectory } from '../storage/data-directory.ts';
import { LOG_STATE } from '../storage/layout.ts';
import { LOG_FOLDER } from '../storage/log/segment.ts';
import type { Log } from '../telemetry/log.ts';
import { type CustodyState, saveCustodyState } from './custody-state.ts';

const NOTHING = new Uint8Array();

/**
 * Notices a data directory whose log is gone as a whole, while what the peer noted of itself is there: it would take itself for an
 * owner that has everything, and answer that nothing exists. It is another storage from now on, complete in nothing, and copies
 * what it owns from the others.
 * @throws StarlingError CORRUPTION where there are no others
 */
export async function forgetLostLog(
  directory: DataDirectory,
  state: CustodyState,
  { random, log }: { readonly random: Random; readonly log: Log },
): Promise<CustodyState> {
  const { disk } = directory;
  if (countPartitions(state.complete) === 0 || (await disk.list(LOG_FOLDER)).some(isOfLog)) return state;
  const others = state.members.filter(({ status }) => status !== 'left' && status !== 'removed').length - 1;
  if (others < 1) {
    throw new StarlingError(
      'CORRUPTION',
      `${disk.root}/${LOG_FOLDER} is gone, and this peer was the only member of its cluster: put it back, or restore a snapshot`,
      { file: LOG_FOLDER },
    );
  }
  await directory.renewStorage(random);
  const forgotten = { ...state, complete: NOTHING, cleared: NOTHING };
  await saveCustodyState(directory, forgotten);
  log.warn(
    { path: disk.root },
    'the log is gone: everything that this peer owns is copied from the others anew',
  );
  return forgotten;
}

function isOfLog(name: string): boolean {
  return name.endsWith('.seg') || `${LOG_FOLDER}/${name}` === LOG_STATE;
}
