import type { Clock } from '../../base/clock.ts';
import { StarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { type Key, partitionOfToken } from '../../version/key.ts';
import type { Record } from '../../version/record.ts';
import { type Version, compareVersions } from '../../version/version.ts';
import type {
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
import { Compaction } from './compaction.ts';
import { EntryLoader } from './entry-loader.ts';
import { entryBytes, recordAt } from './format.ts';
import { GroupCommit } from './group-commit.ts';
import { KeyIndex } from './key-index.ts';
import { type LogOptions, type LogSettings, settingsOf } from './log-options.ts';
import { type LogPosition, LogState } from './log-state.ts';
import { PartitionScan } from './partition-scan.ts';
import { recover } from './recovery.ts';
import { Replay } from './replay.ts';
import { Segments } from './segments.ts';

const APPLIED_NEW: WriteResult = { kind: 'applied', replaced: undefined };
const SAME: WriteResult = { kind: 'same' };

/**
 * A store that is an append-only log with an index in memory (Bitcask, with an index by partition).
 *
 *     write -> index + batch -> one write and one fdatasync an iteration -> segment
 *     read  -> index -> one pread of the segment, or the batch that waits
 *
 * Files: `log/<number>.seg` (format.ts) and `log/state.json` (log-state.ts). Where a flush fails, what it would
 * have made durable is taken out of the index again: what is read afterwards is on disk.
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
  readonly #state: LogState;
  #highestVersion: Version;
  #closing: Promise<void> | undefined;

  private constructor(options: LogOptions, settings: LogSettings, state: LogState) {
    this.#options = options;
    this.#clock = options.clock;
    this.#events = options.events ?? SILENT_STORAGE_EVENTS;
    this.#state = state;
    this.#highestVersion = state.highestVersion;
    this.#segments = new Segments({ ...options, segmentBytes: settings.segmentBytes });
    this.#commit = this.#groupCommit(settings);
    const onDamage = (reason: StarlingError): void => this.#events.damageFound(reason);
    const loader = new EntryLoader(this.#segments, this.#commit, onDamage);
    this.#index = new KeyIndex(options.partitionBits, loader);
    const parts = { segments: this.#segments, commit: this.#commit, index: this.#index };
    this.#appender = new Appender({
      ...parts,
      isDropped: (tokenHigh, at) => state.isDropped(partitionOfToken(tokenHigh, options.partitionBits), at),
    });
    this.#compaction = new Compaction(
      {
        minLiveFraction: settings.compactionLiveFraction,
        bytesPerSecond: settings.compactionBytesPerSecond,
      },
      { ...parts, appender: this.#appender, timers: options.timers, events: this.#events },
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
    const engine = new LogEngine(options, settings, await LogState.load(options.disk));
    const report = await engine.#recover();
    engine.#events.recovered({ ...report, durationMs: options.clock.monotonicMs() - startMs });
    engine.#compaction.wake();
    return engine;
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
    return this.#index.table(partition).count;
  }

  /**
   * See {@link StorageEngine.dropPartition}. What is written to the partition meanwhile stays.
   * @throws StarlingError STORE_POISONED | DISK_FULL | UNAVAILABLE | STOPPED; the partition is as it was then
   */
  async dropPartition(partition: number): Promise<void> {
    const before = this.#tail();
    await this.durable();
    await this.#state.drop(partition, before, {
      oldestSegment: this.#segments.all[0]?.number ?? before.segment,
      highestVersion: this.#highestVersion,
    });
    this.#appender.drop(this.#index.table(partition), before);
    this.#compaction.wake();
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
    try {
      await this.#compaction.stop();
      await this.#commit.stop();
      await this.#noteDurable();
    } finally {
      await this.#segments.close();
    }
  }

  async #recover(): Promise<{ segments: number; entries: number; tornBytes: number }> {
    const replay = new Replay(this.#index, this.#appender, this.#state);
    try {
      const report = await recover({
        disk: this.#options.disk,
        segments: this.#segments,
        partitionBits: this.#options.partitionBits,
        durable: this.#state.durable,
        replay: (segment, offset, entry) => replay.apply(segment, offset, entry),
      });
      this.#noteVersion(replay.highestVersion);
      await this.#noteDurable();
      return report;
    } catch (error) {
      await this.#segments.close();
      throw error;
    }
  }

  /** Lets the next recovery tell damage from a torn tail up to here; a full disk is no reason to do without the store. */
  async #noteDurable(): Promise<void> {
    try {
      await this.#state.setDurable(this.#tail());
    } catch (error) {
      if (!(error instanceof StarlingError && error.code === 'DISK_FULL')) throw error;
    }
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
      timers: this.#options.timers,
      clock: this.#clock,
      probeIntervalMs: settings.probeIntervalMs,
      rollBack: (batches) => {
        this.#appender.rollBack(batches);
        dropped = this.#segments.rollBack();
      },
      tidy: () => this.#segments.tidy(dropped),
      onFlushed: (sizeBytes, durationMs) => {
        this.#events.flushed(sizeBytes, durationMs);
        this.#compaction.wake();
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
