import type { Disk } from '../../base/disk.ts';
import { toStarlingError } from '../../base/errors.ts';
import { filterPath } from '../log/key-filter-files.ts';
import { KeyFilter } from '../log/key-filter.ts';
import { LOG_FOLDER, type Segment } from '../log/segment.ts';
import type { Findings } from './findings.ts';

const FILE_NAME = /^(\d{8,10})\.keys$/;

/** The filter of a segment's keys (key-filter.ts); undefined where there is none, or, which is reported, it can't be used. */
export async function readFilter(
  disk: Disk,
  { number, header }: Segment,
  findings: Findings,
): Promise<KeyFilter | undefined> {
  const path = filterPath(number);
  try {
    const file = await disk.readFile(path);
    if (file === undefined) return undefined;
    const filter = KeyFilter.decode(file, { number, salt: header.salt });
    if (filter !== undefined) return filter;
    findings.problems.add(path, 0, 'it is damaged, or of another segment; it is made anew when it is needed');
  } catch (error) {
    findings.problems.add(path, 0, toStarlingError(error).message);
  }
  return undefined;
}

/** Reports how many of its segment's keys a filter doesn't know. */
export function reportUnfiltered({ number }: Segment, keys: number, findings: Findings): void {
  if (keys === 0) return;
  findings.problems.add(
    filterPath(number),
    0,
    `it lacks ${keys} of its segment's keys, so that a purge could bring deleted ones back: remove it, it is made anew`,
  );
}

/** Notes filters of segments that could not be read, or are gone. */
export async function noteOtherFilters(
  disk: Disk,
  segments: readonly Segment[],
  findings: Findings,
): Promise<void> {
  const numbers = new Set(segments.map(({ number }) => number));
  for (const name of await disk.list(LOG_FOLDER)) {
    const digits = FILE_NAME.exec(name)?.[1];
    if (digits === undefined || numbers.has(Number(digits))) continue;
    const what = 'it belongs to no segment that can be read, and was not looked into';
    findings.notes.add(`${LOG_FOLDER}/${name}`, undefined, what);
  }
}
