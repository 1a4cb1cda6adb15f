import type { Disk } from '../../base/disk.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Pace } from '../../base/pace.ts';
import { entryBytesOf } from './format.ts';
import { filterOf } from './key-filter-files.ts';
import type { KeyIndex } from './key-index.ts';
import type { Segment } from './segment.ts';
import { SegmentScan } from './segment-scan.ts';
import type { Segments } from './segments.ts';

export interface PurgeParts {
  readonly disk: Disk;
  readonly segments: Segments;
  readonly index: KeyIndex;
  readonly pace: Pace;
}

interface Candidate {
  readonly offset: number;
  readonly tokenHigh: number;
  readonly tokenLow: number;
  readonly length: number;
}

/** What of a segment can vanish for good: the offsets of the entries, and their bytes. */
export interface Purgeable {
  readonly offsets: ReadonlySet<number>;
  readonly bytes: number;
}

export const NOTHING_PURGEABLE: Purgeable = { offsets: new Set(), bytes: 0 };

/**
 * Which settled tombstones and expired records of this segment may be dropped. One that goes must not let an older record of
 * its key come back when the log is read again, so it stays while any older segment may still hold the key, live or
 * dead. (All older entries of a key lie before its newest: nothing is ever appended for a key but something newer, or a copy
 * of the newest.) Entries of this very segment don't count, since it is removed as a whole.
 */
export async function findPurgeable(parts: PurgeParts, segment: Segment): Promise<Purgeable> {
  if (segment.mortalBytes === 0) return NOTHING_PURGEABLE;
  let candidates = await settled(parts, segment);
  for (const older of parts.segments.all) {
    if (older.number >= segment.number || candidates.length === 0) break;
    const filter = await filterOf(parts.disk, older, parts.pace);
    if (filter === undefined) return NOTHING_PURGEABLE;
    candidates = candidates.filter(({ tokenHigh, tokenLow }) => !filter.mayHold(tokenHigh, tokenLow));
  }
  return {
    offsets: new Set(candidates.map(({ offset }) => offset)),
    bytes: candidates.reduce((sum, { length }) => sum + length, 0),
  };
}

/** The newest entries of their keys that are settled. */
async function settled({ index, pace }: PurgeParts, segment: Segment): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  const scan = new SegmentScan(segment, LIMITS.compactionWindowBytes);
  while (candidates.length < LIMITS.purgeCandidates && (await scan.fill())) {
    for (let head = scan.next(); head !== undefined; head = scan.next()) {
      const { offset } = scan;
      const { tokenHigh, tokenLow } = head;
      if (!head.tombstone && head.expiresAtMs === 0) continue;
      const table = index.tableOfToken(tokenHigh);
      const slot = table.slotAt(index.hashOf(head), { segmentSlot: segment.slot, offset });
      if (slot === undefined || !table.isSettled(slot)) continue;
      candidates.push({ offset, tokenHigh, tokenLow, length: entryBytesOf(head) });
    }
    await pace.pause(scan.block.bytes.length);
  }
  return candidates;
}
