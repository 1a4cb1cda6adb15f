import type { Clock } from '../base/clock.ts';
import type { StarlingError } from '../base/errors.ts';
import { Durations } from './durations.ts';
import type { EventCounts } from './event-counts.ts';
import type { Log } from './log.ts';

/** In seconds. A solid state disk takes a tenth of a millisecond, one that turns ten. */
const FLUSH_BOUNDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** What happens to the log of records: `StorageEvents`. */
export class StorageTelemetry {
  /** How long it took to make bytes durable: the write and the fdatasync. */
  readonly flushes = new Durations(FLUSH_BOUNDS);
  readonly #counters: EventCounts;
  readonly #log: Log;
  readonly #clock: Clock;
  #writeRefusal: StarlingError | undefined;
  #recoveryMs = 0;
  #checkpointedMs: number;

  constructor(counters: EventCounts, log: Log, clock: Clock) {
    this.#counters = counters;
    this.#log = log;
    this.#clock = clock;
    this.#checkpointedMs = clock.monotonicMs();
  }

  /** How long it took to read the log at the start. */
  get recoveryMs(): number {
    return this.#recoveryMs;
  }

  /** Since the last checkpoint was written; since the start, where none has been. */
  get checkpointAgeMs(): number {
    return this.#clock.monotonicMs() - this.#checkpointedMs;
  }

  /** Why the store takes no writes just now; undefined where it does. */
  get writeRefusal(): StarlingError | undefined {
    return this.#writeRefusal;
  }

  recovered(report: {
    readonly segments: number;
    readonly records: number;
    readonly tailBytes: number;
    readonly tornBytes: number;
    readonly durationMs: number;
  }): void {
    this.#recoveryMs = report.durationMs;
    this.#log.info({ ...report, durationMs: Math.round(report.durationMs) }, 'read the log');
  }

  flushed(sizeBytes: number, durationMs: number): void {
    this.flushes.note(durationMs);
    this.#counters.add('log_bytes_written', sizeBytes);
  }

  refusingWrites(reason: StarlingError): void {
    this.#writeRefusal = reason;
    this.#counters.add('log_refusals_began');
    this.#log.error({ code: reason.code }, `the store takes no writes: ${reason.message}`);
  }

  acceptingWrites(): void {
    this.#writeRefusal = undefined;
    this.#log.info({}, 'the store takes writes again');
  }

  damageFound(reason: StarlingError): void {
    this.#counters.add('log_damage_found');
    this.#log.error({ ...reason.facts }, `found damage in the log: ${reason.message}`);
  }

  compacted(file: string, copiedBytes: number, freedBytes: number): void {
    this.#counters.add('log_compactions');
    this.#counters.add('log_compaction_bytes_copied', copiedBytes);
    this.#counters.add('log_compaction_bytes_freed', freedBytes);
    this.#log.debug({ file, copiedBytes, freedBytes }, 'compacted a segment');
  }

  compactionFailed(reason: StarlingError): void {
    this.#counters.add('log_compactions_failed');
    this.#log.warn({ code: reason.code }, `could not compact a segment: ${reason.message}`);
  }

  treeRebuilt(entries: number, unknownLeaves: number): void {
    this.#log.info({ entries, unknownLeaves }, 'read the log to know the hash tree');
  }

  purged(records: number): void {
    this.#counters.add('log_records_purged', records);
  }

  checkpointWritten(file: string, sizeBytes: number): void {
    this.#checkpointedMs = this.#clock.monotonicMs();
    this.#counters.add('log_checkpoints');
    this.#counters.add('log_checkpoint_bytes_written', sizeBytes);
    this.#log.debug({ file, sizeBytes }, 'wrote a checkpoint of the index');
  }

  checkpointFailed(reason: StarlingError): void {
    this.#counters.add('log_checkpoints_failed');
    this.#log.warn(
      { code: reason.code },
      `could not write a checkpoint of the index, or remove an older one: ${reason.message}`,
    );
  }

  checkpointRefused(reason: StarlingError): void {
    this.#counters.add('log_checkpoints_refused');
    this.#log.error(
      { ...reason.facts },
      `could not use a checkpoint, and read an older one or the log in its place: ${reason.message}`,
    );
  }

  positionNotNoted(reason: StarlingError): void {
    this.#counters.add('log_positions_not_noted');
    this.#log.debug({ code: reason.code }, `could not note how far the log is durable: ${reason.message}`);
  }
}
