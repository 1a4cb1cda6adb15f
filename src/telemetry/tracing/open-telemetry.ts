import {
  type Attributes,
  ROOT_CONTEXT,
  type Span as ApiSpan,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer as ApiTracer,
  trace,
} from '@opentelemetry/api';
import type { Span, SpanStart, TraceContext, Tracer } from '../../base/tracing.ts';

const KINDS = { client: SpanKind.CLIENT, server: SpanKind.SERVER, internal: SpanKind.INTERNAL } as const;
/** A replica that holds something newer says so, and all is well. */
const NO_FAILURES: ReadonlySet<string> = new Set(['ok', 'STALE']);

/** Spans made by an implementation of OpenTelemetry that it is handed: it looks for none by itself. */
export class OpenTelemetryTracer implements Tracer {
  readonly #tracer: ApiTracer;
  readonly #beginsTraces: boolean;

  /** @param beginsTraces whether the implementation may begin traces of its own: asking it costs something for each request */
  constructor(tracer: ApiTracer, beginsTraces: boolean) {
    this.#tracer = tracer;
    this.#beginsTraces = beginsTraces;
  }

  begin(name: string, { role, parent, attributes }: SpanStart): Span | undefined {
    if (parent === undefined ? !this.#beginsTraces : !parent.isSampled) return undefined;
    const options = { kind: KINDS[role], attributes: attributes as Attributes };
    const context =
      parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, toApi(parent, role));
    const span = this.#tracer.startSpan(name, options, context);
    return span.isRecording() ? new OpenTelemetrySpan(span) : undefined;
  }
}

export class OpenTelemetrySpan implements Span {
  readonly context: TraceContext;
  readonly #span: ApiSpan;

  constructor(span: ApiSpan) {
    const { traceId, spanId, traceFlags } = span.spanContext();
    this.context = { traceId, spanId, isSampled: (traceFlags & TraceFlags.SAMPLED) !== 0 };
    this.#span = span;
  }

  end(outcome: string): void {
    this.#span.setAttribute('starling.outcome', outcome.toLowerCase());
    if (!NO_FAILURES.has(outcome)) this.#span.setStatus({ code: SpanStatusCode.ERROR, message: outcome });
    this.#span.end();
  }
}

function toApi({ traceId, spanId, isSampled }: TraceContext, role: SpanStart['role']) {
  const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return { traceId, spanId, traceFlags, isRemote: role === 'server' };
}
