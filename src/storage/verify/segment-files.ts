import type { Disk, DiskFile } from '../../base/disk.ts';
import { SEGMENT_HEADER_BYTES, type SegmentHeader, decodeSegmentHeader } from '../log/format.ts';
import type { LogPosition, LogState } from '../log/log-state.ts';
import { LOG_FOLDER, Segment, segmentNumberOf, segmentPath } from '../log/segment.ts';
import { listSegments, missingSegments, wasBeingRemoved } from '../log/segment-list.ts';
import { boundedFile } from './bounded-file.ts';
import type { Findings } from './findings.ts';

/** What the segments have to agree with. */
export interface Noted {
  readonly state: Pick<LogState, 'durable' | 'segments'>;
  /** Undefined where the manifest can't be read: the first header says it then. */
  readonly partitionBits: number | undefined;
}

/** The segments of a log that is checked, opened for reading. */
export interface SegmentFiles {
  /** Those whose header could be read, in the order of their numbers; each has its index here as slot. */
  readonly opened: readonly Segment[];
  /** Those of which something is lost for sure: missing, without a header, or too short. */
  readonly damaged: Set<number>;
  /** The newest one but for one that was only being created, whatever its state; undefined where there is none. */
  readonly lastNumber: number | undefined;
  readonly sizeBytes: number;
}

/** Opens all there are and reports what is wrong with their list, their headers and their lengths. */
export async function openSegmentFiles(disk: Disk, noted: Noted, findings: Findings): Promise<SegmentFiles> {
  const numbers = await listSegments(disk);
  const missing = missingSegments(noted.state, numbers);
  for (const number of missing) {
    findings.problems.add(segmentPath(number), 0, 'it is missing, and with it the records that were in it');
  }
  const damaged = new Set(missing);
  const headed: HeadedFile[] = [];
  let lastNumber: number | undefined;
  for (const number of numbers) {
    if (wasBeingRemoved(noted.state, number)) {
      findings.notes.add(segmentPath(number), undefined, BEING_REMOVED);
      continue;
    }
    const isLast = number === numbers.at(-1);
    const found = await open(disk, { number, isLast, durable: noted.state.durable }, findings);
    if (found === 'unfinished') continue;
    lastNumber = number;
    if (found === undefined) damaged.add(number);
    else headed.push(found);
  }
  const opened = headed.map((found, slot) => {
    const endBytes = endOf(found, headed[slot + 1], findings);
    return new Segment(slot, { ...found.header, number: found.number }, boundedFile(found.file, endBytes));
  });
  refuseOtherPartitions(opened, noted.partitionBits, findings);
  for (const number of shortened(opened, noted.state.durable, findings)) damaged.add(number);
  const sizeBytes = opened.reduce((sum, segment) => sum + segment.durableBytes, 0);
  return { opened, damaged, lastNumber, sizeBytes };
}

const BEING_REMOVED =
  'nothing needs it any more: a crash came before it was removed, the next start does that';

/** A segment whose header could be read. */
interface HeadedFile {
  /** In its name. */
  readonly number: number;
  readonly file: DiskFile;
  readonly header: SegmentHeader;
}

/** Where its entries end, as the next one knows it. On a full disk it may have had more, which was taken back. */
function endOf({ number, file }: HeadedFile, next: HeadedFile | undefined, findings: Findings): number {
  if (next?.number !== number + 1) return Infinity;
  const { previousBytes } = next.header;
  const rest = file.size() - previousBytes;
  if (rest > 0) {
    findings.notes.add(
      file.path,
      previousBytes,
      `the last ${rest} bytes are behind its end, as the next segment knows it: the next start cuts them off`,
    );
  }
  return previousBytes;
}

function refuseOtherPartitions(
  segments: readonly Segment[],
  partitionBits: number | undefined,
  findings: Findings,
): void {
  const expected = partitionBits ?? segments[0]?.header.partitionBits ?? 0;
  for (const { path, header } of segments) {
    if (header.partitionBits === expected) continue;
    const what = `it was written for ${2 ** header.partitionBits} partitions, the rest for ${2 ** expected}`;
    findings.problems.add(path, 0, what);
  }
}

/** Names in the log's folder that mean nothing to it. */
export async function noteForeignFiles(disk: Disk, findings: Findings): Promise<void> {
  for (const name of await disk.list(LOG_FOLDER)) {
    const path = `${LOG_FOLDER}/${name}`;
    if (name.endsWith('.new')) {
      findings.notes.add(path, undefined, 'it was being written when a crash came, and is needed by nothing');
    } else if (!KNOWN.test(name) && segmentNumberOf(name) === undefined) {
      findings.notes.add(path, undefined, 'it is no file of a log, and was not looked into');
    }
  }
}

const KNOWN = /^(state\.json|reserve|\d{8,10}\.(ckpt|keys))$/;

interface Place extends Pick<LogState, 'durable'> {
  readonly number: number;
  readonly isLast: boolean;
}

async function open(
  disk: Disk,
  { number, isLast, durable }: Place,
  findings: Findings,
): Promise<HeadedFile | 'unfinished' | undefined> {
  const path = segmentPath(number);
  const file = await disk.open(path);
  const bytes = new Uint8Array(SEGMENT_HEADER_BYTES);
  const header = decodeSegmentHeader(bytes.subarray(0, await file.read(bytes, 0)));
  if (typeof header !== 'string') {
    if (header.number !== number) {
      findings.problems.add(path, 0, `it is a renamed copy of segment ${header.number}`);
    }
    return { number, file, header };
  }
  const sizeBytes = file.size();
  await file.close();
  if (header === 'damaged' && isLast && sizeBytes <= SEGMENT_HEADER_BYTES && number !== durable.segment) {
    findings.notes.add(path, 0, 'it was being created when a crash came: the next start removes it');
    return 'unfinished';
  }
  const entries = `none of the ${Math.max(0, sizeBytes - SEGMENT_HEADER_BYTES)} bytes behind it can be checked or used`;
  const what =
    header === 'damaged' ? 'its header is damaged' : 'it is of a newer format than this version reads';
  findings.problems.add(path, 0, `${what}: ${entries}`);
  return undefined;
}

/** A segment that ends between two entries looks whole by itself; the next one, and what the log noted, know how long it was. */
function shortened(segments: readonly Segment[], durable: LogPosition, findings: Findings): number[] {
  return segments.flatMap(({ number, path, durableBytes: sizeBytes }, i) => {
    const next = segments[i + 1]?.header;
    const noted = number === durable.segment ? durable.offset : 0;
    const expected = Math.max(noted, next?.number === number + 1 ? next.previousBytes : 0);
    if (sizeBytes >= expected) return [];
    findings.problems.add(path, sizeBytes, `${expected - sizeBytes} bytes are missing at its end`);
    return [number];
  });
}
