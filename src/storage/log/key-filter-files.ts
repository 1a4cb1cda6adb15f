import type { Disk } from '../../base/disk.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Pace } from '../../base/pace.ts';
import { KeyFilter } from './key-filter.ts';
import { LOG_FOLDER, type Segment } from './segment.ts';
import { SegmentScan } from './segment-scan.ts';

const FILE_NAME = /^(\d{8,10})\.keys$/;
/** Pairs of token halves that are collected before a filter of the right size can be made. */
const FIRST_TOKENS = 1024;

/** `log/00000001.keys` */
export function filterPath(segmentNumber: number): string {
  return `${LOG_FOLDER}/${String(segmentNumber).padStart(8, '0')}.keys`;
}

/** Removes the filters of segments that are gone. */
export async function removeFiltersExcept(disk: Disk, segments: ReadonlySet<number>): Promise<void> {
  for (const name of await disk.list(LOG_FOLDER)) {
    const digits = FILE_NAME.exec(name)?.[1];
    if (digits !== undefined && !segments.has(Number(digits))) await disk.remove(`${LOG_FOLDER}/${name}`);
  }
}

/**
 * The filter of a full segment: read, or made of the segment at the first time it is needed, and kept. Undefined where
 * the segment is damaged, so that nobody knows what it holds.
 */
export async function filterOf(disk: Disk, segment: Segment, pace: Pace): Promise<KeyFilter | undefined> {
  const made = { number: segment.number, salt: segment.header.salt };
  const stored = await disk.readFile(filterPath(segment.number));
  const known = stored && KeyFilter.decode(stored, made);
  if (known !== undefined) return known;
  const tokens = await tokensOf(segment, pace);
  if (tokens === undefined) return undefined;
  const filter = KeyFilter.forKeys(tokens.length / 2);
  for (let at = 0; at < tokens.length; at += 2) filter.add(tokens[at]!, tokens[at + 1]!);
  await disk.replaceFile(filterPath(segment.number), filter.encode(made));
  return filter;
}

/** Halves of the tokens of all entries, dead ones included. */
async function tokensOf(segment: Segment, pace: Pace): Promise<Uint32Array | undefined> {
  const scan = new SegmentScan(segment, LIMITS.compactionWindowBytes);
  let tokens = new Uint32Array(FIRST_TOKENS);
  let used = 0;
  while (await scan.fill()) {
    for (let head = scan.next(); head !== undefined; head = scan.next()) {
      if (used === tokens.length) {
        const more = new Uint32Array(tokens.length * 2);
        more.set(tokens);
        tokens = more;
      }
      tokens[used++] = head.tokenHigh;
      tokens[used++] = head.tokenLow;
    }
    await pace.pause(scan.block.bytes.length);
  }
  return scan.damagedAt === undefined ? tokens.subarray(0, used) : undefined;
}
