import type { TraceContext } from '../base/tracing.ts';
import type { LogFacts } from './log.ts';

/** What finds the trace of a log line, under the names that OpenTelemetry gives them there; nothing where there is none. */
export function traceFacts(trace: TraceContext | undefined): LogFacts {
  return trace === undefined ? {} : { trace_id: trace.traceId, span_id: trace.spanId };
}
