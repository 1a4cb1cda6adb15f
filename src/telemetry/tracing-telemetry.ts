import type { EventCounts } from './event-counts.ts';
import type { SeldomWarnings } from './seldom-warnings.ts';

const REASONS = {
  queue: 'more of them wait for the collector than there is room for',
  collector: 'the collector did not take them',
  stopped: 'this peer stops',
} as const;

/** What becomes of spans (`TracingEvents`). */
export class TracingTelemetry {
  readonly #counters: EventCounts;
  readonly #warnings: SeldomWarnings;

  constructor(counters: EventCounts, warnings: SeldomWarnings) {
    this.#counters = counters;
    this.#warnings = warnings;
  }

  spansExported(spans: number): void {
    this.#counters.add('spans_exported', spans);
  }

  spansDropped(spans: number, reason: keyof typeof REASONS, error?: Error): void {
    this.#counters.add(`spans_dropped_${reason}`, spans);
    this.#warnings.warn({ spans, reason }, 'gave up spans of traces', error?.message ?? REASONS[reason]);
  }
}
