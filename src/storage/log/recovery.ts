import type { Disk } from '../../base/disk.ts';
import type { StarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Block, EntryHead } from './format.ts';
import { type LogPosition, isBefore } from './log-state.ts';
import { LOG_FOLDER, type Segment } from './segment.ts';
import { SegmentScan, endWithoutZeros, findBatchStart } from './segment-scan.ts';
import type { Segments } from './segments.ts';

export interface RecoveryOptions {
  readonly disk: Disk;
  /** All that are on disk. */
  readonly segments: Segments;
  /** What lies before this position is known already. */
  readonly from: LogPosition;
  /** Before this position the log is known to have been durable. */
  readonly durable: LogPosition;
  /** Called with every entry from there on, in the order of the log. */
  readonly replay: (segment: Segment, offset: number, entry: ReplayedEntry) => void;
}

export interface ReplayedEntry {
  readonly head: EntryHead;
  readonly block: Block;
  /** Where in `block` it begins. */
  readonly at: number;
}

export interface RecoveryReport {
  /** Bytes that were read. */
  readonly tailBytes: number;
  /** Bytes of a flush that a crash cut short, none of it acknowledged. */
  readonly tornBytes: number;
}

/**
 * Replays the tail of a log and makes the log ready to be appended to. A torn tail of the last segment is cut off; damage
 * anywhere else is refused, for a peer that silently lacks some of its records would break quorums.
 *
 * What was read may have been in the page cache only (after a kill -9): it is made durable before anybody
 * is told that it is.
 *
 * @throws StarlingError CORRUPTION naming file and offset; the files are as they were
 */
export async function recover(options: RecoveryOptions): Promise<RecoveryReport> {
  const { segments, from } = options;
  let tailBytes = 0;
  let tornBytes = 0;
  for (const segment of segments.all) {
    if (segment.number < from.segment) continue;
    const start = segment.number === from.segment ? from.offset : undefined;
    if (start !== undefined && start > segment.durableBytes) throw shortened(segment, start);
    const scan = new SegmentScan(segment, LIMITS.scanWindowBytes, start);
    while (await scan.fill()) {
      for (let head = scan.next(); head !== undefined; head = scan.next()) {
        options.replay(segment, scan.offset, { head, block: scan.block, at: scan.at });
      }
    }
    if (scan.damagedAt !== undefined) {
      await refuseUnlessTorn(options, segment, scan.damagedAt);
      // The zeros behind it are room for entries to come.
      tornBytes = (await endWithoutZeros(segment, scan.damagedAt)) - scan.damagedAt;
      await segment.cut(scan.damagedAt);
    }
    tailBytes += segment.durableBytes - (start ?? 0);
  }
  refuseShortened(options);
  await startAppending(options);
  return { tailBytes, tornBytes };
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
    if (segment.tailBytes < expected) throw shortened(segment, expected);
  });
}

function shortened(segment: Segment, expectedBytes: number): StarlingError {
  const missing = expectedBytes - segment.tailBytes;
  return segment.damageAt(segment.tailBytes, `${missing} bytes are missing at the end`);
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
