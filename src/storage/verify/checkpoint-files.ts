import type { Disk } from '../../base/disk.ts';
import { toStarlingError } from '../../base/errors.ts';
import { checkpointPath, listCheckpoints } from '../log/checkpoint-files.ts';
import { CheckpointReader } from '../log/checkpoint-reader.ts';
import type { Findings } from './findings.ts';
import type { VerifyProgress } from './verify-progress.ts';

/** What it means where a start finds that a checkpoint is not whole. */
export const START_DOES_WITHOUT = 'the next start does without it, and reads more of the log';

/** Opens the checkpoints, the newest first. What can't even be opened is reported. */
export async function openCheckpoints(
  disk: Disk,
  findings: Findings,
  progress: VerifyProgress,
): Promise<CheckpointReader[]> {
  const readers: CheckpointReader[] = [];
  for (const number of await listCheckpoints(disk)) {
    const path = checkpointPath(number);
    try {
      readers.push(await CheckpointReader.open(disk, number));
      const file = await disk.openToRead(path);
      progress.expect(file?.size() ?? 0);
      await file?.close();
    } catch (error) {
      const { message, facts } = toStarlingError(error);
      findings.problems.add(path, Number(facts['offset'] ?? 0), `${message}; ${START_DOES_WITHOUT}`);
    }
  }
  return readers;
}
