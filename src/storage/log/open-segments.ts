import type { Disk } from '../../base/disk.ts';
import { StarlingError } from '../../base/errors.ts';
import { removeUnfinishedCheckpoints } from './checkpoint-files.ts';
import type { LogState } from './log-state.ts';
import { removeFiltersExcept } from './key-filter-files.ts';
import { LOG_FOLDER, openSegment, segmentPath } from './segment.ts';
import { listSegments, missingSegments, wasBeingRemoved } from './segment-list.ts';
import type { Segments } from './segments.ts';

export interface OpenSegmentsOptions {
  readonly disk: Disk;
  readonly state: LogState;
  /** Still empty; filled with what is found. */
  readonly segments: Segments;
  readonly partitionBits: number;
}

/**
 * Opens the segments of a log, and takes away what a crash left behind: segments that were being removed, one whose
 * creation was cut short, unfinished files beside them.
 *
 * @throws StarlingError CORRUPTION where one is missing, or its header is damaged; CONFIGURATION where one is of a newer
 *   format or of another partition count
 */
export async function openSegments(options: OpenSegmentsOptions): Promise<void> {
  const { disk, state, segments, partitionBits } = options;
  await disk.makeFolder(LOG_FOLDER);
  await disk.syncDirectory('.');
  const found = await listSegments(disk);
  const [firstMissing] = missingSegments(state, found);
  if (firstMissing !== undefined) throw missing(disk, firstMissing);
  const last = found.at(-1);
  for (const number of found) {
    if (wasBeingRemoved(state, number)) {
      await disk.remove(segmentPath(number));
      continue;
    }
    const slot = segments.takeSlot();
    const segment = await openSegment(disk, { slot, number }, partitionBits);
    if (segment !== undefined) {
      segments.add(segment);
      continue;
    }
    if (number !== last) throw withoutHeader(number);
    if (number === state.durable.segment) throw missing(disk, number);
    segments.returnSlot(slot);
    await disk.remove(segmentPath(number));
  }
  await endWhereTheNextBegins(segments);
  await removeUnfinishedCheckpoints(disk);
  await removeFiltersExcept(disk, new Set(segments.numbers()));
}

/** A crash may have come before the zeros ahead of a segment's entries were cut off. */
async function endWhereTheNextBegins({ all }: Segments): Promise<void> {
  for (const [i, segment] of all.entries()) {
    const next = all[i + 1]?.header;
    if (next?.number !== segment.number + 1 || segment.durableBytes <= next.previousBytes) continue;
    await segment.cut(next.previousBytes);
    await segment.sync();
  }
}

function withoutHeader(number: number): StarlingError {
  const file = segmentPath(number);
  return new StarlingError('CORRUPTION', `${file} is damaged at offset 0: it has no header`, {
    file,
    offset: 0,
  });
}

function missing(disk: Disk, number: number): StarlingError {
  const file = segmentPath(number);
  return new StarlingError(
    'CORRUPTION',
    `${disk.root}/${file} is missing, and with it the records that were in it; put it back, or restore a snapshot, or ` +
      'start this peer with an empty data directory: its co-owners hold the data',
    { file, offset: 0 },
  );
}
