import type { SpanAttributes, Tracer } from '../base/tracing.ts';
import type { ValueRoom } from '../replication/value-room.ts';
import type { ClientResult } from '../wire/client-answer.ts';
import type { ClientOperation, ClientRequest } from '../wire/client-request.ts';
import type { ClientOperations } from './client-operations.ts';

/**
 * Records the requests of clients, each from when it came to its answer: under the client's span where the client records its own, else
 * as a trace of its own where the tracer chooses so.
 */
export class TracedOperations {
  readonly #operations: Pick<ClientOperations, 'execute'>;
  readonly #tracer: Tracer;

  constructor(operations: Pick<ClientOperations, 'execute'>, tracer: Tracer) {
    this.#operations = operations;
    this.#tracer = tracer;
  }

  execute(request: ClientRequest, room: ValueRoom, done: (result: ClientResult) => void): void {
    const { operation, trace } = request;
    const span = this.#tracer.begin(operation.kind, {
      role: 'server',
      parent: trace,
      attributes: attributesOf(operation),
    });
    if (span === undefined) {
      this.#operations.execute(request, room, done);
      return;
    }
    this.#operations.execute({ ...request, trace: span.context }, room, (result) => {
      span.end(outcomeOf(result));
      done(result);
    });
  }
}

function attributesOf(operation: ClientOperation): SpanAttributes {
  return {
    'starling.operation': operation.kind,
    ...('consistency' in operation ? { 'starling.consistency': operation.consistency ?? 'default' } : {}),
    ...('durability' in operation ? { 'starling.durability': operation.durability } : {}),
    ...('keys' in operation ? { 'starling.keys': operation.keys.length } : {}),
    ...('items' in operation ? { 'starling.keys': operation.items.length } : {}),
  };
}

/** Of a batch: how its first item that failed did so. */
function outcomeOf(result: ClientResult): string {
  if (result.kind === 'failed') return result.error.code;
  if (result.kind !== 'writtenMany' && result.kind !== 'readMany') return 'ok';
  const failed = result.items.find((item) => item.kind === 'failed');
  return failed?.kind === 'failed' ? failed.error.code : 'ok';
}
