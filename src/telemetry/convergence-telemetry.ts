import type { Clock } from '../base/clock.ts';
import type { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { EventCounts } from './event-counts.ts';
import type { Log } from './log.ts';
import type { SeldomWarnings } from './seldom-warnings.ts';

/** How owners become equal again: `HintEvents` and `AntiEntropyEvents`. */
export class ConvergenceTelemetry {
  readonly #counters: EventCounts;
  readonly #log: Log;
  readonly #warnings: SeldomWarnings;
  readonly #clock: Clock;
  readonly #startedMs: number;
  /** When the last exchange with a peer ended well, on the monotonic clock; the one longest ago first. */
  readonly #exchangedMs = new Map<string, number>();

  constructor(counters: EventCounts, log: Log, warnings: SeldomWarnings, clock: Clock) {
    this.#clock = clock;
    this.#startedMs = clock.monotonicMs();
    this.#counters = counters;
    this.#log = log;
    this.#warnings = warnings;
  }

  /**
   * How long ago the last pass over all that this node shares with others began to end: since then it has compared everything with each of
   * these peers. Counts from the start where it has yet to compare with one; 0 where there are none.
   */
  passAgeMs(peers: readonly string[]): number {
    const nowMs = this.#clock.monotonicMs();
    return Math.max(0, ...peers.map((peer) => nowMs - (this.#exchangedMs.get(peer) ?? this.#startedMs)));
  }

  // Hints (HintEvents)

  hintKept(_peer: string): void {
    this.#counters.add('hints_kept');
  }

  hintsDropped(
    peer: string,
    hints: number,
    reason: 'bytes' | 'peers' | 'queue' | 'age' | 'disk' | 'gone' | 'stopped',
  ): void {
    this.#counters.add('hints_dropped', hints);
    this.#counters.add(`hints_dropped_${reason}`, hints);
    // Nobody misses those of a peer that is no owner any more, or that are dropped because this one stops.
    if (reason === 'gone' || reason === 'stopped') return;
    this.#warnings.warn(
      { peer, hints, reason },
      'gave up hints, a comparison will bring what they held',
      reason,
    );
  }

  handedOver(_peer: string, records: number): void {
    this.#counters.add('hints_handed_over', records);
  }

  handoffFailed(peer: string, error: StarlingError): void {
    this.#counters.add('handoffs_failed');
    this.#log.debug({ peer, code: error.code }, `could not hand over all hints yet: ${error.message}`);
  }

  hintLogFailed(peer: string, error: StarlingError): void {
    this.#counters.add('hint_logs_failed');
    this.#log.warn(
      { peer, code: error.code },
      `hints for a peer were given up, it will be compared with: ${error.message}`,
    );
  }

  // Anti-entropy (AntiEntropyEvents)

  floorsRaised(partitions: number): void {
    this.#counters.add('purge_floors_raised', partitions);
  }

  floorsNotRaised(error: StarlingError): void {
    this.#counters.add('purge_floors_not_raised');
    this.#log.warn({ code: error.code }, `could not raise the purge floor, trying again: ${error.message}`);
  }

  comparisonsPaused(pauseMs: number): void {
    const what =
      pauseMs > 0 ? 'to pause comparisons with other owners' : 'to go on comparing with other owners';
    this.#log.info({ pauseMs }, `an operator told this peer ${what}`);
  }

  exchanged(
    peer: string,
    report: {
      readonly partitions: number;
      readonly differing: number;
      readonly given: number;
      readonly taken: number;
      readonly recordBytes: number;
    },
  ): void {
    this.#noteExchange(peer);
    this.#counters.add('exchanges');
    this.#counters.add('exchange_partitions_compared', report.partitions);
    if (report.differing === 0) return;
    this.#counters.add('exchange_partitions_differing', report.differing);
    this.#counters.add('exchange_records_given', report.given);
    this.#counters.add('exchange_records_taken', report.taken);
    this.#counters.add('exchange_record_bytes', report.recordBytes);
    this.#log.debug({ peer, ...report }, 'compared all with a peer, and mended what differed');
  }

  exchangeFailed(peer: string, error: StarlingError): void {
    this.#counters.add('exchanges_failed');
    this.#log.debug({ peer, code: error.code }, `could not compare with a peer: ${error.message}`);
  }

  /** Bounded: a peer that is compared with no more makes room some day. */
  #noteExchange(peer: string): void {
    this.#exchangedMs.delete(peer);
    this.#exchangedMs.set(peer, this.#clock.monotonicMs());
    if (this.#exchangedMs.size > LIMITS.members)
      this.#exchangedMs.delete(this.#exchangedMs.keys().next().value!);
  }

  // Scrubbing (ScrubEvents)

  scrubFound(
    partition: number,
    { damaged, differing }: { readonly damaged: number; readonly differing: number },
  ): void {
    this.#counters.add('scrub_damaged_entries', damaged);
    this.#counters.add('scrub_differing_leaves', differing);
    this.#log.error(
      { partition, damaged, differing },
      damaged > 0
        ? `partition ${partition} has ${damaged} damaged records: this peer can not give them out, and other owners can`
        : `the hash tree of partition ${partition} was not what it holds; it is now, and is compared with other owners next`,
    );
  }

  scrubFailed(partition: number, error: StarlingError): void {
    this.#counters.add('scrubs_failed');
    this.#log.warn(
      { partition, code: error.code },
      `could not read a partition to its end: ${error.message}`,
    );
  }
}
