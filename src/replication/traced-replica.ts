import { StarlingError } from '../base/errors.ts';
import type { Span, SpanAttributes, SpanStart, TraceContext, Tracer } from '../base/tracing.ts';
import type { ReadAnswer } from '../quorum/read-quorum.ts';
import type { WriteAnswer } from '../quorum/write-quorum.ts';
import type {
  Comparison,
  Replica,
  ReplicaPage,
  ReplicaRead,
  ReplicaScan,
  ReplicaWrite,
  StandIn,
} from './replica.ts';

/** A request that may belong to a trace. */
interface Traceable {
  readonly trace?: TraceContext | undefined;
}

export interface TracedReplicaOptions {
  readonly tracer: Tracer;
  /** What spans are called before the operation: `ask write`, `serve write`. */
  readonly verb: 'ask' | 'serve';
  readonly role: SpanStart['role'];
  /** Told with every span. */
  readonly attributes: SpanAttributes;
}

/**
 * A replica whose requests are recorded where they belong to a trace: from the question to its answer, which may come after the client has
 * its own. Comparisons carry the keys of many requests, and belong to none.
 */
export class TracedReplica implements Replica {
  readonly #replica: Replica;
  readonly #options: TracedReplicaOptions;

  constructor(replica: Replica, options: TracedReplicaOptions) {
    this.#replica = replica;
    this.#options = options;
  }

  write(request: ReplicaWrite, timeoutMs: number, onAnswer: (answer: WriteAnswer) => void): void {
    const span = this.#begin(request.repair ? 'repair' : 'write', request);
    this.#replica.write(under(span, request), timeoutMs, ending(span, onAnswer, outcomeOf));
  }

  keep(request: StandIn, timeoutMs: number, onAnswer: (answer: WriteAnswer) => void): void {
    const span = this.#begin('keep', request);
    this.#replica.keep(under(span, request), timeoutMs, ending(span, onAnswer, outcomeOf));
  }

  read(request: ReplicaRead, timeoutMs: number, onAnswer: (answer: ReadAnswer) => void): void {
    const span = this.#begin('read', request);
    this.#replica.read(under(span, request), timeoutMs, ending(span, onAnswer, outcomeOf));
  }

  readVersion(request: ReplicaRead, timeoutMs: number, onAnswer: (answer: ReadAnswer) => void): void {
    const span = this.#begin('readVersion', request);
    this.#replica.readVersion(under(span, request), timeoutMs, ending(span, onAnswer, outcomeOf));
  }

  compare(
    comparisons: readonly Comparison[],
    timeoutMs: number,
    onAnswer: (answer: readonly number[] | StarlingError) => void,
  ): void {
    this.#replica.compare(comparisons, timeoutMs, onAnswer);
  }

  scan(
    request: ReplicaScan,
    timeoutMs: number,
    onAnswer: (answer: ReplicaPage | StarlingError) => void,
  ): void {
    const span = this.#begin('scan', request);
    this.#replica.scan(under(span, request), timeoutMs, ending(span, onAnswer, outcomeOfPage));
  }

  #begin(operation: string, { trace }: Traceable): Span | undefined {
    if (trace === undefined) return undefined;
    const { tracer, verb, role, attributes } = this.#options;
    return tracer.begin(`${verb} ${operation}`, { role, parent: trace, attributes });
  }
}

/** The request as what is done for it sees it: under the span that has begun. */
function under<Request extends Traceable>(span: Span | undefined, request: Request): Request {
  return span === undefined ? request : { ...request, trace: span.context };
}

function ending<Answer>(
  span: Span | undefined,
  onAnswer: (answer: Answer) => void,
  outcome: (answer: Answer) => string,
): (answer: Answer) => void {
  if (span === undefined) return onAnswer;
  return (answer) => {
    span.end(outcome(answer));
    onAnswer(answer);
  };
}

function outcomeOf(answer: WriteAnswer | ReadAnswer): string {
  if (answer.kind === 'failed') return answer.error.code;
  return answer.kind === 'stale' ? 'STALE' : 'ok';
}

function outcomeOfPage(answer: ReplicaPage | StarlingError): string {
  return answer instanceof StarlingError ? answer.code : 'ok';
}
