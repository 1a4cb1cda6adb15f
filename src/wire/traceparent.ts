/**
 * The traceparent of W3C Trace Context (level 1, section 3.2), as the bytes of its text:
 *
 *     00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01
 *     version - trace id ---------------- - span id ------ - flags, of which the lowest bit says "sampled"
 *
 * Text, so that what stands in an HTTP header can be passed on as it is. Who sends one doesn't break anything by sending nonsense:
 * it is taken for none. Of a later version what version 00 knows is read, but nothing longer than 55 bytes is looked at.
 */
import type { TraceContext } from '../base/tracing.ts';

const TRACEPARENT_BYTES = 55;
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;
const SAMPLED = 1;

/** Undefined where it is none, or malformed. */
export function parseTraceparent(text: string): TraceContext | undefined {
  if (text.length !== TRACEPARENT_BYTES) return undefined;
  const [, traceId, spanId, flags] = TRACEPARENT.exec(text) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED };
}

/** Undefined where there is none, or it is malformed. */
export function traceFromWire(bytes: Uint8Array | null | undefined): TraceContext | undefined {
  if (bytes?.length !== TRACEPARENT_BYTES) return undefined;
  return parseTraceparent(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
}

/** The same, where the trace is sampled: what else is there to do for it. */
export function sampledTraceFromWire(bytes: Uint8Array | null | undefined): TraceContext | undefined {
  const trace = traceFromWire(bytes);
  return trace?.isSampled ? trace : undefined;
}

export function traceToWire({ traceId, spanId, isSampled }: TraceContext): Uint8Array {
  return Buffer.from(`00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`, 'latin1');
}
