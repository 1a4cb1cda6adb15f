import type { Disk, DiskFile } from '../../base/disk.ts';
import { LIMITS } from '../../base/limits.ts';
import {
  HEAD_BYTES,
  SEGMENT_HEADER_BYTES,
  type SegmentHeader,
  blockOf,
  decodeSegmentHeader,
  readHead,
  seedOf,
} from '../log/format.ts';
import type { LogPosition } from '../log/log-state.ts';
import { filterPath } from '../log/key-filter-files.ts';
import { Segment, segmentPath } from '../log/segment.ts';
import { SegmentScan, findBatchStart } from '../log/segment-scan.ts';
import type { Transfer } from './transfer.ts';

/** One segment of a log, and what of it a copy of the log takes. */
export type SurveyedSegment =
  /** It never changes any more: it can be linked. */
  | { readonly kind: 'final'; readonly number: number }
  /** Neither does this one, but its file goes on behind its end. */
  | ({ readonly kind: 'overlong' } & OpenedSegment)
  /** A peer may still write to it. */
  | ({ readonly kind: 'growing' } & OpenedSegment);

interface OpenedSegment {
  readonly number: number;
  readonly file: DiskFile;
  /** It ends there at the latest. */
  readonly endBytes: number;
}

/**
 * Looks which of the segments may still change. Undefined where one has gone meanwhile; nothing is open then.
 *
 * An entry in a later segment is written only when that segment, and all of the log before it, is durable: nobody appends to
 * an older one from then on. A header alone doesn't say so, for on a full disk a segment that was just begun is taken back,
 * and the one before it goes on.
 *
 * @param numbers of all segments, ascending
 * @returns the newest first
 */
export async function surveySegments(
  disk: Disk,
  numbers: readonly number[],
): Promise<SurveyedSegment[] | undefined> {
  const surveyed: SurveyedSegment[] = [];
  let next: SegmentHeader | undefined;
  let isFinal = false;
  for (const number of numbers.toReversed()) {
    const file = await disk.openToRead(segmentPath(number));
    if (file === undefined) {
      for (const segment of surveyed) if (segment.kind !== 'final') await segment.file.close();
      return undefined;
    }
    const endBytes = next?.number === number + 1 ? next.previousBytes : Infinity;
    const start = await readStart(file);
    if (!isFinal || file.size() > endBytes) {
      surveyed.push({ kind: isFinal ? 'overlong' : 'growing', number, file, endBytes });
    } else {
      surveyed.push({ kind: 'final', number });
      await file.close();
    }
    next = start.header;
    isFinal ||= start.hasEntry;
  }
  return surveyed;
}

/**
 * Takes them, with the filters of their keys. Gives the path of one that has gone meanwhile, if any has.
 * @param durable up to there the log was durable before the survey
 */
export async function takeSegments(
  transfer: Transfer,
  segments: readonly SurveyedSegment[],
  durable: LogPosition,
): Promise<string | undefined> {
  // Those that are open first: whatever happens, they are closed with the transfer then.
  for (const segment of segments) {
    if (segment.kind === 'final') continue;
    const { kind, number, file, endBytes } = segment;
    const knownBytes = number === durable.segment ? durable.offset : 0;
    transfer.hold(segmentPath(number), file, async () => {
      if (kind === 'overlong') return endBytes;
      return Math.min(endBytes, Math.max(knownBytes, await endOfEntries(segment)));
    });
  }
  for (const { kind, number } of segments) {
    if (kind === 'final' && !(await transfer.take(segmentPath(number)))) return segmentPath(number);
    if (kind !== 'growing') await transfer.take(filterPath(number));
  }
  return undefined;
}

/**
 * Where the entries of a segment end by now: behind that are zeros, which will become entries, or the beginning of
 * one. Damage before it is no end.
 */
async function endOfEntries({ number, file }: OpenedSegment): Promise<number> {
  const { header } = await readStart(file);
  if (header === undefined) return file.size();
  const segment = new Segment(0, { ...header, number }, file);
  let from = SEGMENT_HEADER_BYTES;
  for (;;) {
    const scan = new SegmentScan(segment, LIMITS.scanWindowBytes, from);
    while (await scan.fill()) while (scan.next() !== undefined);
    if (scan.damagedAt === undefined) return segment.durableBytes;
    const next = await findBatchStart(segment, scan.damagedAt + 1);
    if (next === undefined) return scan.damagedAt;
    from = next;
  }
}

/** The header of a segment, and whether an entry follows it. */
async function readStart(file: DiskFile): Promise<{ header: SegmentHeader | undefined; hasEntry: boolean }> {
  const bytes = new Uint8Array(SEGMENT_HEADER_BYTES + HEAD_BYTES);
  const got = await file.read(bytes, 0);
  const header = decodeSegmentHeader(bytes.subarray(0, got));
  if (typeof header === 'string') return { header: undefined, hasEntry: false };
  const seed = seedOf(header.salt, SEGMENT_HEADER_BYTES);
  const head = readHead(blockOf(bytes), SEGMENT_HEADER_BYTES, got - SEGMENT_HEADER_BYTES, seed);
  return { header, hasEntry: head !== undefined };
}
