import type { Clock } from '../../base/clock.ts';
import { StarlingError, toStarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Key } from '../../version/key.ts';
import type { Record } from '../../version/record.ts';
import { type Version, compareVersions } from '../../version/version.ts';
import type {
  PurgeLimit,
  ReadResult,
  ScanPage,
  ScanRequest,
  StorageEngine,
  StorageStats,
  VersionResult,
  WriteResult,
} from '../engine.ts';
import { SILENT_STORAGE_EVENTS, type StorageEvents } from '../events.ts';
import { Appender } from './appender.ts';
import { listCheckpoints } from './checkpoint-files.ts';
import { loadCheckpoint } from './checkpoint-load.ts';
import { Checkpointer } from './checkpointer.ts';
import { Compaction } from './compaction.ts';
import { EntryLoader } from './entry-loader.ts';
import { entryBytes, recordAt } from './format.ts';
import { GroupCommit } from './group-commit.ts';
import { filterPath } from './key-filter-files.ts';
import { KeyIndex } from './key-index.ts';
import { type LogOptions, type LogSettings, settingsOf } from './log-options.ts';
import { LOG_START, type LogPosition, LogState, isBefore } from './log-state.ts';
import { openSegments } from './open-segments.ts';
import { Pace } from './pace.ts';
import { PartitionScan } from './partition-scan.ts';
import { findPurgeable } from './purge.ts';
import { recover } from './recovery.ts';
import { Replay } from './replay.ts';
import { Reserve } from './reserve.ts';
import type { Segment } from './segment.ts';
import { Segments } from './segments.ts';

/** The active segment is rewritten early, where most of it is dead, once it has this part of a full one's size. */
const SMALLEST_COMPACTED = 8;
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
  readonly #clock: Clock;
  readonly #events: StorageEvents;
  readonly #segments: Segments;
  readonly #commit: GroupCommit;
  readonly #index: KeyIndex;
  readonly #appender: Appender;
  readonly #compaction: Compaction;
  readonly #checkpointer: Checkpointer;
  readonly #reserve: Reserve;
  readonly #state: LogState;
  /** Partitions that are just being dropped, one twice where it is dropped twice at once. */
  readonly #dropping: number[] = [];
  readonly #purgeLimits = new Map<number, PurgeLimit>();
  #highestVersion: Version;
  #closing: Promise<void> | undefined;

  private constructor(options: LogOptions, settings: LogSettings, { segments, state }: Opened) {
    const { disk, timers } = options;
    this.#options = options;
    this.#clock = options.clock;
    this.#events = options.events ?? SILENT_STORAGE_EVENTS;
    this.#state = state;
    this.#highestVersion = state.highestVersion;
    this.#segments = segments;
    this.#reserve = new Reserve(disk);
    this.#commit = this.#groupCommit(settings);
    const onDamage = (reason: StarlingError): void => this.#events.damageFound(reason);
    const index = new KeyIndex(options.partitionBits, new EntryLoader(segments, this.#commit, onDamage));
    this.#index = index;
    const parts = { disk, timers, segments, commit: this.#commit, index, events: this.#events };
    this.#appender = new Appender({
      ...parts,
      isDropped: (tokenHigh, at) => state.isDropped(index.partitionOf(tokenHigh), at),
    });
    const pace = new Pace(timers, settings.compactionBytesPerSecond);
    const purge = { ...parts, pace, limitOf: (partition: number) => this.#purgeLimits.get(partition) };
    this.#compaction = new Compaction(
      {
        minLiveFraction: settings.compactionLiveFraction,
        minSegmentBytes: settings.segmentBytes / SMALLEST_COMPACTED,
      },
      {
        ...parts,
        pace,
        appender: this.#appender,
        isBeingDropped: (tokenHigh) => this.#dropping.includes(index.partitionOf(tokenHigh)),
        mayPurge: () => this.#purgeLimits.size > 0,
        findPurgeable: (segment) => findPurgeable(purge, segment),
        retire: (segment) => this.#retire(segment),
      },
    );
    this.#checkpointer = new Checkpointer(
      { minTailBytes: settings.checkpointBytes, chunkBytes: settings.checkpointChunkBytes },
      {
        ...parts,
        pace: new Pace(timers, settings.checkpointBytesPerSecond),
        highestVersion: () => this.#highestVersion,
        noteDurable: () => this.#noteDurable(),
      },
    );
  }

  /**
   * Opens the log in this directory, founding it where there is none, and replays it.
   * @throws StarlingError CORRUPTION (with `file` and `offset`) where more than a torn tail is damaged: the
   *   files are left as they were; CONFIGURATION where they are of another partition count or a newer format
   */
  static async open(options: LogOptions): Promise<LogEngine> {
    const settings = settingsOf(options);
    const startMs = options.clock.monotonicMs();
    const segments = new Segments({ ...options, segmentBytes: settings.segmentBytes });
    try {
      const state = await LogState.load(options.disk, () => segments.numbers());
      await openSegments({ ...options, state, segments });
      const engine = new LogEngine(options, settings, { segments, state });
      const report = await engine.#recover();
      engine.#events.recovered({ ...report, durationMs: options.clock.monotonicMs() - startMs });
      engine.#compaction.wake();
      return engine;
    } catch (error) {
      await segments.close();
      throw error;
    }
  }

  /**
   * See {@link StorageEngine.write}.
   * @throws StarlingError STORE_POISONED | DISK_FULL | OVERLOADED | STOPPED; CORRUPTION where what may be the
   *   key's present record is damaged; INVALID_ARGUMENT where key or value exceed the limits of the format
   */
  write(record: Record): WriteResult {
    const sizeBytes = entryBytes(record);
    this.#commit.admit(sizeBytes);
    refuseOversized(record);
    const { key, version } = record;
    const present = this.#index.locate(key);
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
    return this.#commit.durable();
  }

  read(key: Key): ReadResult | undefined {
    this.#refuseIfClosed();
    const found = this.#index.locate(key, 'whole');
    if (found === undefined) return undefined;
    return { record: recordAt(found.block, found.at, found.head, key), durable: found.durable };
  }

  readVersion(key: Key): VersionResult | undefined {
    this.#refuseIfClosed();
    const found = this.#index.locate(key);
    return found === undefined ? undefined : { version: found.head.version, durable: found.durable };
  }

  /** See {@link StorageEngine.scan}. @throws StarlingError CORRUPTION | STOPPED */
  async scan(request: ScanRequest): Promise<ScanPage> {
    const scan = new PartitionScan(this.#index, request);
    for (;;) {
      this.#refuseIfClosed();
      if (scan.readSlice() === 'done') return scan.page;
      await new Promise<void>((resolve) => this.#options.timers.endOfIteration(resolve));
    }
  }

  count(partition: number): number {
    return this.#index.tablesOf(partition).reduce((sum, table) => sum + table.count, 0);
  }

  /**
   * See {@link StorageEngine.dropPartition}. What is written to the partition meanwhile stays.
   * @throws StarlingError STORE_POISONED | DISK_FULL | UNAVAILABLE | STOPPED; the partition is as it was then
   */
  async dropPartition(partition: number): Promise<void> {
    const before = this.#tail();
    this.#dropping.push(partition);
    try {
      await this.durable();
      await this.#state.drop(partition, before, {
        oldestSegment: this.#segments.all[0]?.number ?? before.segment,
        highestVersion: this.#highestVersion,
      });
      for (const table of this.#index.tablesOf(partition)) this.#appender.drop(table, before);
    } finally {
      this.#dropping.splice(this.#dropping.indexOf(partition), 1);
    }
    this.#compaction.wake();
  }

  /** See {@link StorageEngine.allowPurge}. */
  allowPurge(partition: number, limit: PurgeLimit): void {
    this.#purgeLimits.set(partition, limit);
    this.#compaction.purgeLimitsRaised();
  }

  stats(): StorageStats {
    const stats = { records: 0, tombstones: 0, indexBytes: 0, diskBytes: 0, liveBytes: 0 };
    for (const table of this.#index.tables) {
      stats.records += table.count;
      stats.tombstones += table.tombstones;
      stats.indexBytes += table.sizeBytes;
    }
    for (const segment of this.#segments.all) {
      stats.diskBytes += segment.durableBytes;
      stats.liveBytes += segment.liveBytes;
    }
    return {
      ...stats,
      segments: this.#segments.all.length,
      pendingBytes: this.#commit.pendingBytes,
      flushes: this.#commit.flushes,
      purged: this.#compaction.purged,
      highestVersion: this.#highestVersion,
      poisoned: this.#commit.refusal?.code === 'STORE_POISONED',
    };
  }

  /** See {@link StorageEngine.close}. @throws StarlingError where the last flush failed; the files are released anyway */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const wasPoisoned = this.#commit.refusal?.code === 'STORE_POISONED';
    try {
      await this.#compaction.stop();
      await this.#checkpointer.stop();
      await this.#commit.stop();
      if (wasPoisoned) return;
      await this.#checkpointer.writeLast();
      await this.#noteDurable();
    } finally {
      await this.#state.settled();
      await this.#segments.close();
    }
  }

  /** Fills the index: from a checkpoint, where there is one, and from the log behind it. */
  async #recover(): Promise<Omit<Parameters<StorageEvents['recovered']>[0], 'durationMs'>> {
    const { disk } = this.#options;
    const parts = { disk, segments: this.#segments, index: this.#index, state: this.#state };
    const checkpoint = await loadCheckpoint({ ...parts, events: this.#events });
    const replay = new Replay(this.#index, this.#appender, this.#state);
    const noted = this.#state.durable;
    const isNewer = checkpoint !== undefined && isBefore(noted, checkpoint.durable);
    const { tailBytes, tornBytes } = await recover({
      disk,
      segments: this.#segments,
      from: checkpoint?.position ?? LOG_START,
      durable: isNewer ? checkpoint.durable : noted,
      replay: (segment, offset, entry) => replay.apply(segment, offset, entry),
    });
    this.#noteVersion(replay.highestVersion);
    if (checkpoint !== undefined) this.#noteVersion(checkpoint.highestVersion);
    const [newest = 0] = await listCheckpoints(disk);
    this.#checkpointer.startFrom({ used: checkpoint?.number, newest, tailBytes });
    await this.#noteDurable();
    const reserve = await this.#reserve.take(0);
    if (reserve instanceof Error) throw toStarlingError(reserve);
    return { segments: this.#segments.all.length, records: this.#index.records, tailBytes, tornBytes };
  }

  /**
   * Lets the next recovery tell damage from a torn tail up to here. Without the note it knows an older position, so
   * that failing is no reason to do without the store.
   */
  async #noteDurable(): Promise<void> {
    try {
      await this.#state.setDurable(this.#segments.durableEnd());
    } catch (error) {
      this.#events.positionNotNoted(toStarlingError(error));
    }
  }

  /** Removes a segment that nothing needs any more; that it goes is noted first, so that nobody takes it for missing. */
  async #retire(segment: Segment): Promise<void> {
    segment.retire();
    await this.#state.setSegments(this.#highestVersion);
    await this.#segments.remove(segment);
    await this.#options.disk.remove(filterPath(segment.number));
  }

  #append(record: Record, older: Parameters<Appender['put']>[1]): void {
    this.#appender.put(record, older);
    this.#noteVersion(record.version);
  }

  #noteVersion(version: Version): void {
    if (compareVersions(version, this.#highestVersion) > 0) this.#highestVersion = version;
  }

  /** Where the next entry goes. */
  #tail(): LogPosition {
    const { active } = this.#segments;
    return { segment: active.number, offset: active.tailBytes };
  }

  #groupCommit(settings: LogSettings): GroupCommit {
    let dropped: ReturnType<Segments['rollBack']> = [];
    return new GroupCommit({
      disk: this.#options.disk,
      reserve: this.#reserve,
      timers: this.#options.timers,
      clock: this.#clock,
      probeIntervalMs: settings.probeIntervalMs,
      onSegmentCreated: () => void this.#noteDurable(),
      rollBack: (batches) => {
        this.#appender.rollBack(batches);
        dropped = this.#segments.rollBack();
      },
      tidy: () => this.#segments.tidy(dropped),
      onFlushed: (sizeBytes, durationMs) => {
        this.#events.flushed(sizeBytes, durationMs);
        this.#compaction.grown(sizeBytes);
        this.#checkpointer.grown(sizeBytes);
      },
      onRefusing: (reason) => {
        this.#events.refusingWrites(reason);
        // Segments without a live record can go even now, and make room.
        if (reason.code === 'DISK_FULL') this.#compaction.wake();
      },
      onAccepting: () => {
        this.#events.acceptingWrites();
        this.#compaction.wake();
      },
    });
  }

  #refuseIfClosed(): void {
    if (this.#closing !== undefined) throw new StarlingError('STOPPED', 'the store was closed');
  }
}

/** What is open before the engine is put together. */
interface Opened {
  readonly segments: Segments;
  readonly state: LogState;
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
