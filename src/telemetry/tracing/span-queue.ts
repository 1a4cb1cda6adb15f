import type { ReadableSpan, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace';
import { toStarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Timer, Timers } from '../../base/timers.ts';
import type { TracingEvents } from './events.ts';

/** What waits is sent after this long, or as soon as one message is full. */
const SEND_AFTER_MS = 1000;
const SUCCESS = 0;

/**
 * Spans that have ended, on their way to the collector: one message at a time, of up to LIMITS.exportedSpans. While the collector is slow or
 * away LIMITS.waitingSpans wait; what is beyond, and what it doesn't take, is dropped and counted. Nothing here ever holds up a request.
 */
export class SpanQueue implements SpanProcessor {
  readonly #exporter: SpanExporter;
  readonly #timers: Timers;
  readonly #events: TracingEvents;
  #waiting: ReadableSpan[] = [];
  #timer: Timer | undefined;
  #sending: Promise<void> | undefined;
  #isStopped = false;

  constructor(exporter: SpanExporter, timers: Timers, events: TracingEvents) {
    this.#exporter = exporter;
    this.#timers = timers;
    this.#events = events;
  }

  onStart(): void {
    // A span is of interest when it has ended.
  }

  onEnd(span: ReadableSpan): void {
    if (this.#isStopped) {
      this.#events.spansDropped(1, 'stopped');
    } else if (this.#waiting.length >= LIMITS.waitingSpans) {
      this.#events.spansDropped(1, 'queue');
    } else {
      this.#waiting.push(span);
      if (this.#waiting.length >= LIMITS.exportedSpans) void this.forceFlush();
      else this.#timer ??= this.#timers.after(SEND_AFTER_MS, () => void this.forceFlush());
    }
  }

  /** Resolves when nothing waits any more. Never rejects. */
  forceFlush(): Promise<void> {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = undefined));
    return this.#sending;
  }

  /** Sends what waits, for LIMITS.tracingStopMs at most; the rest is dropped. Never rejects. */
  async shutdown(): Promise<void> {
    this.#isStopped = true;
    let patience: Timer | undefined;
    const patienceEnded = new Promise<void>((resolve) => {
      patience = this.#timers.after(LIMITS.tracingStopMs, resolve);
    });
    await Promise.race([this.forceFlush(), patienceEnded]);
    patience?.cancel();
    const left = this.#waiting.splice(0).length;
    if (left > 0) this.#events.spansDropped(left, 'stopped');
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0) await this.#send(this.#waiting.splice(0, LIMITS.exportedSpans));
  }

  #send(spans: ReadableSpan[]): Promise<void> {
    return new Promise<void>((resolve) => {
      this.#exporter.export(spans, ({ code, error }) => {
        if ((code as number) === SUCCESS) this.#events.spansExported(spans.length);
        else this.#events.spansDropped(spans.length, 'collector', error);
        resolve();
      });
    }).catch((error: unknown) =>
      this.#events.spansDropped(spans.length, 'collector', toStarlingError(error)),
    );
  }
}
