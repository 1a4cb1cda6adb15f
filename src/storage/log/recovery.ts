import type { Disk } from '../../base/disk.ts';
import { StarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Block, EntryHead } from './format.ts';
import { type LogPosition, isBefore } from './log-state.ts';
import { LOG_FOLDER, type Segment, openSegment, segmentNumberOf, segmentPath } from './segment.ts';
import { SegmentScan, findBatchStart } from './segment-scan.ts';
import type { Segments } from './segments.ts';

export interface RecoveryOptions {
  readonly disk: Disk;
  /** Still empty; filled with what is found. */
  readonly segments: Segments;
  readonly partitionBits: number;
  /** Before this position the log is known to have been durable. */
  readonly durable: LogPosition;
  /** Called with every entry, in the order of the log. */
  readonly replay: (segment: Segment, offset: number, entry: ReplayedEntry) => void;
}

export interface ReplayedEntry {
  readonly head: EntryHead;
  readonly block: Block;
  /** Where in `block` it begins. */
  readonly at: number;
}

export interface RecoveryReport {
  readonly segments: number;
  readonly entries: number;
  /** Bytes of a flush that a crash cut short, none of it acknowledged. */
  readonly tornBytes: number;
}

/**
 * Replays a log and makes it ready to be appended to. A torn tail of the last segment is cut off; damage
 * anywhere else is refused, for a peer that silently lacks some of its records would break quorums.
 *
 * What was read may have been in the page cache only (after a kill -9): it is made durable before anybody
 * is told that it is.
 *
 * @throws StarlingError CORRUPTION naming file and offset; the files are as they were
 */
export async function recover(options: RecoveryOptions): Promise<RecoveryReport> {
  const { disk, segments } = options;
  await disk.makeFolder(LOG_FOLDER);
  await disk.syncDirectory('.');
  await openSegments(options);
  let entries = 0;
  let tornBytes = 0;
  for (const segment of segments.all) {
    const scan = new SegmentScan(segment, LIMITS.scanWindowBytes);
    while (await scan.fill()) {
      for (let head = scan.next(); head !== undefined; head = scan.next()) {
        options.replay(segment, scan.offset, { head, block: scan.block, at: scan.at });
        entries++;
      }
    }
    if (scan.damagedAt === undefined) continue;
    await refuseUnlessTorn(options, segment, scan.damagedAt);
    tornBytes = segment.durableBytes - scan.damagedAt;
    await segment.cut(scan.damagedAt);
  }
  refuseShortened(options);
  await startAppending(options);
  return { segments: segments.all.length, entries, tornBytes };
}

async function openSegments({ disk, segments, partitionBits, durable }: RecoveryOptions): Promise<void> {
  const names = await disk.list(LOG_FOLDER);
  const numbers = names
    .map(segmentNumberOf)
    .filter((number) => number !== undefined)
    .sort((a, b) => a - b);
  const last = numbers.at(-1) ?? 0;
  if (last < durable.segment) throw missing(disk, durable.segment);
  for (const number of numbers) {
    const slot = segments.takeSlot();
    const segment = await openSegment(disk, { slot, number }, partitionBits);
    if (segment !== undefined) {
      segments.add(segment);
      continue;
    }
    const path = segmentPath(number);
    if (number !== last) {
      throw new StarlingError('CORRUPTION', `${path} is damaged at offset 0: it has no header`, {
        file: path,
        offset: 0,
      });
    }
    if (number === durable.segment) throw missing(disk, number);
    segments.returnSlot(slot);
    await disk.remove(path);
  }
}

/** A torn tail: at the end of the log, with no later flush behind it, and never known to have been durable. */
async function refuseUnlessTorn(options: RecoveryOptions, segment: Segment, offset: number): Promise<void> {
  const known = isBefore({ segment: segment.number, offset }, options.durable);
  const torn =
    !known &&
    segment === options.segments.all.at(-1) &&
    (await findBatchStart(segment, offset + 1)) === undefined;
  if (!torn) throw segment.damageAt(offset, 'an entry fails its checksum');
}

/** A file that ends between two entries looks whole by itself. */
function refuseShortened({ segments, durable }: RecoveryOptions): void {
  segments.all.forEach((segment, i) => {
    const next = segments.all[i + 1]?.header;
    const known = segment.number === durable.segment ? durable.offset : 0;
    const expected = next?.number === segment.number + 1 ? next.previousBytes : known;
    if (segment.tailBytes >= expected) return;
    throw segment.damageAt(segment.tailBytes, `${expected - segment.tailBytes} bytes are missing at the end`);
  });
}

async function startAppending({ disk, segments }: RecoveryOptions): Promise<void> {
  const last = segments.all.at(-1);
  if (last === undefined) {
    const first = segments.startNew();
    await first.create(disk);
    await first.syncCreation(disk);
  } else {
    await last.sync();
    await disk.syncDirectory(LOG_FOLDER);
  }
}

function missing(disk: Disk, number: number): StarlingError {
  const path = segmentPath(number);
  return new StarlingError(
    'CORRUPTION',
    `${disk.root}/${path} is missing: the log once reached into it; restore it, or start with an empty data directory`,
    { file: path, offset: 0 },
  );
}
