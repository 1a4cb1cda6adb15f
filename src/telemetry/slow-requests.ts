import type { StarlingError } from '../base/errors.ts';
import type { TraceContext } from '../base/tracing.ts';
import type { EventCounts } from './event-counts.ts';
import type { SeldomWarnings } from './seldom-warnings.ts';
import { traceFacts } from './trace-facts.ts';

interface SlowRequest {
  readonly op: string;
  readonly consistency: string | undefined;
  readonly partition: number | undefined;
  readonly durationMs: number;
  readonly error: StarlingError | undefined;
  readonly slowPeers: readonly string[];
  readonly trace: TraceContext | undefined;
}

/** Requests that took long: each is counted, and a few of them are told with whom they waited for. Never with their keys. */
export class SlowRequests {
  /** From which time on a request is slow, in ms; 0: none is. */
  thresholdMs = 0;
  readonly #counters: EventCounts;
  readonly #warnings: SeldomWarnings;

  constructor(counters: EventCounts, warnings: SeldomWarnings) {
    this.#counters = counters;
    this.#warnings = warnings;
  }

  note({ op, consistency, partition, durationMs, error, slowPeers, trace }: SlowRequest): void {
    this.#counters.add('slow_requests');
    const facts = {
      op,
      consistency: consistency ?? 'default',
      outcome: error?.code ?? 'ok',
      partition,
      durationMs: Math.round(durationMs),
      slowPeers: slowPeers.join(' '),
      ...traceFacts(trace),
    };
    this.#warnings.warn(facts, 'a request was slow', `${op} took ${facts.durationMs} ms`);
  }
}
