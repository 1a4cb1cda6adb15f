import type { StarlingError } from '../base/errors.ts';
import type { TraceContext } from '../base/tracing.ts';
import type { EventCounts } from './event-counts.ts';
import type { Log } from './log.ts';
import { RequestCounts } from './request-counts.ts';
import type { SeldomWarnings } from './seldom-warnings.ts';
import { SlowRequests } from './slow-requests.ts';
import { traceFacts } from './trace-facts.ts';

/** What becomes of requests, and of the copies of partitions (`ReplicationEvents`). */
export class ReplicationTelemetry {
  readonly requests = new RequestCounts();
  readonly slowRequests: SlowRequests;
  readonly #counters: EventCounts;
  readonly #log: Log;

  constructor(counters: EventCounts, log: Log, warnings: SeldomWarnings) {
    this.#counters = counters;
    this.#log = log;
    this.slowRequests = new SlowRequests(counters, warnings);
  }

  requestDone(
    op: 'put' | 'get' | 'delete' | 'scan',
    consistency: 'one' | 'quorum' | 'all' | undefined,
    error: StarlingError | undefined,
    durationMs: number,
  ): void {
    this.requests.note(op, consistency ?? 'default', error?.code, durationMs);
  }

  requestSlow(request: Parameters<SlowRequests['note']>[0]): void {
    this.slowRequests.note(request);
  }

  restamped(): void {
    this.#counters.add('writes_restamped');
  }

  readRepaired(_peer: string): void {
    this.#counters.add('read_repairs');
  }

  readRepairFailed(peer: string, error: StarlingError, trace?: TraceContext): void {
    this.#counters.add('read_repairs_failed');
    const facts = { peer, code: error.code, ...traceFacts(trace) };
    this.#log.debug(facts, 'a read repair failed; a later read or exchange will mend it');
  }

  compared(_peer: string, keys: number, differing: number): void {
    this.#counters.add('keys_compared', keys);
    if (differing > 0) this.#counters.add('keys_differing', differing);
  }

  comparisonsDropped(_peer: string, keys: number): void {
    this.#counters.add('comparisons_dropped', keys);
  }

  hedged(): void {
    this.#counters.add('reads_hedged');
  }

  ownersDiffered(peer: string, trace?: TraceContext): void {
    this.#counters.add('owners_differed');
    this.#log.debug(
      { peer, ...traceFacts(trace) },
      'this peer and another disagree about the owners of a partition; comparing notes',
    );
  }

  partitionCopied(partition: number, records: number): void {
    this.#counters.add('partitions_copied');
    this.#counters.add('records_copied', records);
    this.#log.debug({ partition, records }, 'copied a partition');
  }

  partitionCleared(partition: number, records: number): void {
    this.#counters.add('partitions_cleared');
    this.#log.debug(
      { partition, records },
      'took away what this peer held of a partition that it did not own',
    );
  }

  partitionsNotCleared(error: StarlingError): void {
    this.#counters.add('partitions_not_cleared');
    this.#log.warn(
      { code: error.code },
      `could not take away what this peer does not own, trying again: ${error.message}`,
    );
  }

  partitionCopyFailed(partition: number, error: StarlingError): void {
    this.#counters.add('partition_copies_failed');
    this.#log.debug({ partition, code: error.code }, `could not copy a partition yet: ${error.message}`);
  }
}
