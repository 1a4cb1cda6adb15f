import { StarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Key } from '../../version/key.ts';
import type { Record } from '../../version/record.ts';
import { compareVersions } from '../../version/version.ts';
import type {
  LeafReader,
  PurgeLimit,
  ReadResult,
  ScanPage,
  ScanRequest,
  ScrubReport,
  StorageEngine,
  StorageStats,
  VersionResult,
  WriteResult,
} from '../engine.ts';
import { entryBytes, recordAt } from './format.ts';
import { LogLeaves } from './log-leaves.ts';
import type { LogOptions } from './log-options.ts';
import type { LogParts } from './log-parts.ts';
import type { LogPosition } from './log-state.ts';
import { openLog } from './open-log.ts';
import { PartitionScan } from './partition-scan.ts';
import { PartitionScrub } from './partition-scrub.ts';
import { settlePartition } from './settling.ts';

const APPLIED_NEW: WriteResult = { kind: 'applied', replaced: undefined };
const SAME: WriteResult = { kind: 'same' };

/**
 * A store that is an append-only log with an index in memory (Bitcask, with an index by partition).
 *
 *     write -> index + batch -> one write and one fdatasync an iteration -> segment
 *     read  -> index -> one pread of the segment, or the batch that waits
 *     open  -> checkpoint of the index, and the log's tail since
 *
 * Files: `log/<number>.seg` (format.ts), `log/<number>.ckpt` (checkpoint-format.ts), `log/<number>.keys` (key-filter.ts),
 * `log/state.json` (log-state.ts) and `log/reserve` (reserve.ts). Where a flush fails, what it would have made durable is
 * taken out of the index again: what is read afterwards is on disk.
 */
export class LogEngine implements StorageEngine {
  readonly #options: LogOptions;
  readonly #log: LogParts;
  readonly #leaves: LeafReader;
  #closing: Promise<void> | undefined;

  private constructor(options: LogOptions, log: LogParts) {
    this.#options = options;
    this.#log = log;
    this.#leaves = new LogLeaves(log, () => this.#refuseIfClosed());
  }

  /**
   * Opens the log in this directory, founding it where there is none, and reads it.
   * @throws StarlingError CORRUPTION (with `file` and `offset`) where more than a torn tail is damaged, or a segment is missing:
   *   the files are left as they were; CONFIGURATION where they are of another partition count or a newer format
   */
  static async open(options: LogOptions): Promise<LogEngine> {
    return new LogEngine(options, await openLog(options));
  }

  /**
   * See {@link StorageEngine.write}.
   * @throws StarlingError STORE_POISONED | DISK_FULL | OVERLOADED | STOPPED; CORRUPTION where what may be the
   *   key's present record is damaged; INVALID_ARGUMENT where key or value exceed the limits of the format
   */
  write(record: Record): WriteResult {
    const sizeBytes = entryBytes(record);
    this.#log.commit.admit(sizeBytes);
    refuseOversized(record);
    const { key, version } = record;
    const present = this.#log.index.locate(key);
    if (present === undefined) {
      this.#append(record, undefined);
      return APPLIED_NEW;
    }
    const { version: presentVersion } = present.head;
    const order = compareVersions(version, presentVersion);
    if (order === 0) return SAME;
    if (order < 0) return { kind: 'stale', version: presentVersion };
    this.#append(record, present);
    return { kind: 'applied', replaced: presentVersion };
  }

  /**
   * See {@link StorageEngine.durable}. Call it in the same turn as the writes that it is to cover: one whose flush
   * has failed by then was taken back, and if the disk has room again by then, nothing is left to tell.
   */
  durable(): Promise<void> {
    return this.#log.commit.durable();
  }

  read(key: Key): ReadResult | undefined {
    this.#refuseIfClosed();
    const found = this.#log.index.locate(key, 'whole');
    if (found === undefined || found.table.isSettled(found.slot)) return undefined;
    return { record: recordAt(found.block, found.at, found.head, key), durable: found.durable };
  }

  readVersion(key: Key): VersionResult | undefined {
    this.#refuseIfClosed();
    const found = this.#log.index.locate(key);
    if (found === undefined || found.table.isSettled(found.slot)) return undefined;
    return { version: found.head.version, durable: found.durable };
  }

  /** See {@link StorageEngine.scan}. @throws StarlingError CORRUPTION | STOPPED */
  async scan(request: ScanRequest): Promise<ScanPage> {
    const scan = new PartitionScan(this.#log.index, request);
    for (;;) {
      this.#refuseIfClosed();
      if (scan.readSlice() === 'done') return scan.page;
      await new Promise<void>((resolve) => this.#options.timers.endOfIteration(resolve));
    }
  }

  count(partition: number): number {
    return this.#log.index.tablesOf(partition).reduce((sum, table) => sum + table.records + table.settled, 0);
  }

  /**
   * See {@link StorageEngine.dropPartition}. What is written to the partition meanwhile stays.
   * @throws StarlingError STORE_POISONED | DISK_FULL | UNAVAILABLE | STOPPED; the partition is as it was then
   */
  async dropPartition(partition: number): Promise<void> {
    const { segments, index, appender, compaction, treeRebuild, state, highestVersion } = this.#log;
    const before = this.#tail();
    const letGo = compaction.holdBack(partition);
    try {
      await this.durable();
      await state.drop(partition, before, {
        oldestSegment: segments.all[0]?.number ?? before.segment,
        highestVersion: highestVersion.value,
      });
      for (const number of index.tableNumbersOf(partition)) appender.drop(number, before);
      treeRebuild.wake();
    } finally {
      letGo();
    }
  }

  /** See {@link StorageEngine.allowPurge}. */
  async allowPurge(partition: number, limit: PurgeLimit): Promise<void> {
    this.#refuseIfClosed();
    const settled = await settlePartition({ ...this.#log, timers: this.#options.timers }, partition, limit);
    if (settled > 0) this.#log.compaction.settled();
  }

  /** See {@link StorageEngine.scrub}. */
  scrub(partition: number, pace: (sizeBytes: number) => Promise<void>): Promise<ScrubReport> {
    const { timers } = this.#options;
    const refuseIfClosed = (): void => this.#refuseIfClosed();
    return new PartitionScrub({ ...this.#log, timers, pace, refuseIfClosed }, partition).run();
  }

  /** See {@link StorageEngine.leaves}. */
  get leaves(): LeafReader {
    return this.#leaves;
  }

  stats(): StorageStats {
    const stats = { records: 0, tombstones: 0, settled: 0, indexBytes: 0, diskBytes: 0, liveBytes: 0 };
    for (const table of this.#log.index.tables) {
      stats.records += table.records;
      stats.settled += table.settled;
      stats.liveBytes -= table.settledBytes;
      stats.tombstones += table.tombstones;
      stats.indexBytes += table.sizeBytes;
    }
    for (const segment of this.#log.segments.all) {
      stats.diskBytes += segment.durableBytes;
      stats.liveBytes += segment.liveBytes;
    }
    return {
      ...stats,
      segments: this.#log.segments.all.length,
      pendingBytes: this.#log.commit.pendingBytes,
      flushes: this.#log.commit.flushes,
      purged: this.#log.compaction.purged,
      highestVersion: this.#log.highestVersion.value,
      poisoned: this.#log.commit.refusal?.code === 'STORE_POISONED',
    };
  }

  /** See {@link StorageEngine.close}. @throws StarlingError where the last flush failed; the files are released anyway */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { compaction, checkpointer, treeRebuild, commit, state, segments } = this.#log;
    const wasPoisoned = commit.refusal?.code === 'STORE_POISONED';
    try {
      await compaction.stop();
      await treeRebuild.stop();
      await checkpointer.stop();
      await commit.stop();
      if (wasPoisoned) return;
      await segments.active.seal();
      await checkpointer.writeLast();
      await state.noteDurable();
    } finally {
      await state.settled();
      await segments.close();
    }
  }

  #append(record: Record, older: Parameters<LogParts['appender']['put']>[1]): void {
    this.#log.appender.put(record, older);
    this.#log.highestVersion.note(record.version);
  }

  /** Where the next entry goes. */
  #tail(): LogPosition {
    const { active } = this.#log.segments;
    return { segment: active.number, offset: active.tailBytes };
  }

  #refuseIfClosed(): void {
    if (this.#closing !== undefined) throw new StarlingError('STOPPED', 'the store was closed');
  }
}

function refuseOversized({ key, value, expiresAtMs }: Record): void {
  const valueBytes = value?.length ?? 0;
  if (key.bytes.length > 0 && key.bytes.length <= LIMITS.keyBytes && valueBytes <= LIMITS.valueBytesCeiling) {
    if (expiresAtMs >= 0 && expiresAtMs < 2 ** 48) return;
  }
  throw new StarlingError(
    'INVALID_ARGUMENT',
    `a record of ${key.bytes.length} bytes of key, ${valueBytes} of value and expiry ${expiresAtMs} can't be stored; ` +
      `the limits are 1..${LIMITS.keyBytes}, ${LIMITS.valueBytesCeiling} and 48 bits`,
    { keyBytes: key.bytes.length, valueBytes, expiresAtMs },
  );
}
