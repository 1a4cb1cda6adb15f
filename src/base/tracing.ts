/** A place in a trace (W3C Trace Context): what begins under it, here or on another peer, belongs to that trace. */
export interface TraceContext {
  /** 32 hexadecimal digits in lower case, not all 0. */
  readonly traceId: string;
  /** 16 hexadecimal digits in lower case, not all 0. */
  readonly spanId: string;
  /** Whether somebody records the trace. What isn't recorded isn't passed on between peers. */
  readonly isSampled: boolean;
}

/** Facts about what a span covers. Never a key or a value of the store. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

export interface SpanStart {
  /** Whether it waits for another process, does what one asked for, or neither. */
  readonly role: 'client' | 'server' | 'internal';
  /** Undefined: the span begins a trace, if the tracer chooses so. */
  readonly parent: TraceContext | undefined;
  readonly attributes?: SpanAttributes;
}

/** Something that takes time, recorded from `begin` to `end`. */
export interface Span {
  readonly context: TraceContext;
  /**
   * Call it once.
   * @param outcome `ok`, or the code of the error
   */
  end(outcome: string): void;
}

/** Records what happens to requests. A part that has none records nothing. */
export interface Tracer {
  /** Begins a span; undefined where it is not recorded. Never throws. */
  begin(name: string, start: SpanStart): Span | undefined;
}
