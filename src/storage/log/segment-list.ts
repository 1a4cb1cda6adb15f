import type { Disk } from '../../base/disk.ts';
import type { LogState } from './log-state.ts';
import { LOG_FOLDER, segmentNumberOf } from './segment.ts';

/** Numbers of the segments whose files are there, ascending. */
export async function listSegments(disk: Disk): Promise<number[]> {
  const numbers = (await disk.list(LOG_FOLDER)).map(segmentNumberOf);
  return numbers.filter((number) => number !== undefined).sort((a, b) => a - b);
}

/**
 * Numbers of the segments that should be among those found. A removal is noted first, and with it all that there are: so those
 * that were noted have to be there, and of newer ones all up to the newest.
 */
export function missingSegments(
  { durable, segments }: Pick<LogState, 'durable' | 'segments'>,
  found: readonly number[],
): number[] {
  const present = new Set(found);
  const last = found.at(-1) ?? 0;
  const missing = new Set<number>();
  if (last < durable.segment) missing.add(durable.segment);
  if (segments === undefined) return [...missing];
  for (const number of segments) if (!present.has(number)) missing.add(number);
  for (let number = newest(segments) + 1; number < last; number++) {
    if (!present.has(number)) missing.add(number);
  }
  return [...missing].sort((a, b) => a - b);
}

/** Whether nothing needs the segment any more, and a crash came before its file was removed. */
export function wasBeingRemoved({ segments }: Pick<LogState, 'segments'>, number: number): boolean {
  return segments !== undefined && !segments.includes(number) && number < newest(segments);
}

function newest(segments: readonly number[]): number {
  return segments.reduce((highest, number) => Math.max(highest, number), 0);
}
