import type { Clock } from '../../base/clock.ts';
import type { Disk } from '../../base/disk.ts';
import { toStarlingError } from '../../base/errors.ts';
import { LOG_STATE } from '../layout.ts';
import type { CheckpointReader } from '../log/checkpoint-reader.ts';
import { LOG_START, type LogPosition, type LogState, isBefore } from '../log/log-state.ts';
import { readLogState } from '../log/read-log-state.ts';
import { segmentPath } from '../log/segment.ts';
import { Census } from './census.ts';
import { CheckpointCheck } from './checkpoint-check.ts';
import { openCheckpoints } from './checkpoint-files.ts';
import { noteOtherFilters, readFilter, reportUnfiltered } from './filter-files.ts';
import type { Findings } from './findings.ts';
import { HeadReader } from './head-reader.ts';
import { SegmentCheck, type SegmentCheckParts } from './segment-check.ts';
import { type SegmentFiles, noteForeignFiles, openSegmentFiles } from './segment-files.ts';
import { checkStateFile } from './state-file-check.ts';
import type { VerifyProgress } from './verify-progress.ts';

export interface LogCheckParts {
  readonly disk: Disk;
  readonly findings: Findings;
  readonly progress: VerifyProgress;
  readonly clock: Pick<Clock, 'wallMs'>;
  /** Undefined where the manifest can't be read. */
  readonly partitionBits: number | undefined;
}

/** What there is in a log, as far as it could be read. */
export interface LogTotals {
  readonly segments: number;
  readonly segmentBytes: number;
  readonly checkpoints: number;
  readonly keyFilters: number;
  readonly entries: number;
  /** Keys by their newest record: readable ones, deleted ones, expired ones (by the clock of this machine). */
  readonly liveKeys: number;
  readonly tombstones: number;
  readonly expired: number;
  /** Bytes of segments in which there should be entries and are none. */
  readonly lostBytes: number;
}

/** As far as anything has to agree with it. */
type Noted = Pick<LogState, 'durable' | 'segments' | 'isDropped'>;

const NOTHING_NOTED: Noted = { durable: LOG_START, segments: undefined, isDropped: () => false };

/** Reads a whole log and checks it: what it noted, its segments and their filters, its checkpoints. */
export class LogCheck {
  readonly #parts: LogCheckParts;
  readonly #heads = new HeadReader();

  constructor(parts: LogCheckParts) {
    this.#parts = parts;
  }

  async run(): Promise<LogTotals> {
    const { disk, findings, progress, partitionBits } = this.#parts;
    await noteForeignFiles(disk, findings);
    const noted = await this.#readNotes();
    const state = noted === 'missing' || noted === 'damaged' ? NOTHING_NOTED : noted;
    const files = await openSegmentFiles(disk, { state, partitionBits }, findings);
    const checkpoints = await openCheckpoints(disk, findings, progress);
    try {
      const totals = await this.#check(state, files, checkpoints);
      if (noted === 'missing' && totals.entries > 0) {
        findings.problems.add(
          LOG_STATE,
          undefined,
          'it is missing: it says which segments there are, and what was dropped',
        );
      }
      return totals;
    } finally {
      for (const segment of files.opened) await segment.close();
      for (const checkpoint of checkpoints) await checkpoint.close();
    }
  }

  async #check(
    state: Noted,
    files: SegmentFiles,
    checkpoints: readonly CheckpointReader[],
  ): Promise<LogTotals> {
    const { findings, progress, clock } = this.#parts;
    const { opened, damaged, sizeBytes } = files;
    const partitionBits = this.#parts.partitionBits ?? opened[0]?.header.partitionBits ?? 0;
    const census = new Census(opened, this.#heads, { partitionBits, nowMs: clock.wallMs() });
    const isDropped: Noted['isDropped'] = (partition, at) => state.isDropped(partition, at);
    const parts = { findings, progress, heads: this.#heads, census, partitionBits, isDropped };
    const last = opened.at(-1);
    const read = await this.#checkSegments(files, {
      ...parts,
      durable: furthest([state.durable, ...checkpoints.map(({ footer }) => footer.durable)]),
      last: last?.number === files.lastNumber ? last : undefined,
    });
    const segments = new Map(opened.map((segment) => [segment.number, segment]));
    for (const [i, reader] of checkpoints.entries()) {
      const check = new CheckpointCheck({ ...parts, segments, damaged }, reader);
      await check.run();
      if (i === 0) this.#noteLost(check.lost, reader.header.number);
    }
    const { live: liveKeys, tombstones, expired } = census.count;
    const counts = { segments: opened.length, segmentBytes: sizeBytes, checkpoints: checkpoints.length };
    return { ...counts, ...read, liveKeys, tombstones, expired };
  }

  async #readNotes(): Promise<LogState | 'missing' | 'damaged'> {
    const { disk, findings } = this.#parts;
    const checked = await checkStateFile(disk, LOG_STATE, findings);
    if (checked.kind !== 'read') return checked.kind;
    try {
      return await readLogState(disk);
    } catch (error) {
      findings.problems.add(LOG_STATE, 0, toStarlingError(error).message);
      return 'damaged';
    }
  }

  async #checkSegments(
    { opened, damaged, sizeBytes }: SegmentFiles,
    parts: SegmentCheckParts,
  ): Promise<Pick<LogTotals, 'entries' | 'lostBytes' | 'keyFilters'>> {
    const { disk, findings, progress } = this.#parts;
    progress.expect(sizeBytes);
    const totals = { entries: 0, lostBytes: 0, keyFilters: 0 };
    for (const segment of opened) {
      const filter = await readFilter(disk, segment, findings);
      const check = new SegmentCheck(parts, segment, filter);
      const { entries, lostBytes } = await check.run();
      totals.entries += entries;
      totals.lostBytes += lostBytes;
      if (lostBytes > 0) damaged.add(segment.number);
      if (filter !== undefined) totals.keyFilters++;
      reportUnfiltered(segment, check.unfiltered, findings);
    }
    await noteOtherFilters(disk, opened, findings);
    return totals;
  }

  /** How much of what is gone anybody would have read. */
  #noteLost(lost: ReadonlyMap<number, number>, checkpoint: number): void {
    for (const [number, records] of lost) {
      this.#parts.findings.notes.add(
        segmentPath(number),
        undefined,
        `as checkpoint ${checkpoint} knows it, ${records} of the newest records were in what is lost of it`,
      );
    }
  }
}

function furthest(positions: readonly LogPosition[]): LogPosition {
  return positions.reduce((a, b) => (isBefore(a, b) ? b : a), LOG_START);
}
