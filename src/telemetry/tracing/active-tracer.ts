import { SpanKind, context, isSpanContextValid, trace } from '@opentelemetry/api';
import type { Span, SpanStart, Tracer } from '../../base/tracing.ts';
import { OpenTelemetrySpan } from './open-telemetry.ts';

const NAME = 'starling-kv';

/**
 * Continues the trace that the program is in just now, with whatever implementation of OpenTelemetry it has set up: for the client, which
 * lives in other people's programs. It never begins a trace. Where the program has none set up, spans are recorded nowhere, and the parent
 * is passed on as it is.
 */
export const activeTracer: Tracer = {
  begin(name: string, { parent, attributes }: SpanStart): Span | undefined {
    const active = context.active();
    const spanContext = trace.getSpanContext(active);
    if (spanContext === undefined || !isSpanContextValid(spanContext)) {
      return parent === undefined ? undefined : { context: parent, end() {} };
    }
    const options = { kind: SpanKind.CLIENT, ...(attributes === undefined ? {} : { attributes }) };
    return new OpenTelemetrySpan(trace.getTracer(NAME).startSpan(name, options, active));
  },
};
