import { StarlingError, toStarlingError } from '../base/errors.ts';
import type { TraceContext } from '../base/tracing.ts';
import type { ReadAnswer } from '../quorum/read-quorum.ts';
import type { WriteAnswer } from '../quorum/write-quorum.ts';
import type { starling } from '../wire/gen/messages.js';
import { recordToWire } from '../wire/record-codec.ts';
import { traceToWire } from '../wire/traceparent.ts';
import {
  comparedFromWire,
  comparisonsToWire,
  durabilityToWire,
  pageFromWire,
  readAnswerFromWire,
  scanToWire,
  writeAnswerFromWire,
} from '../wire/replica-codec.ts';
import type {
  Comparison,
  Replica,
  ReplicaPage,
  ReplicaRead,
  ReplicaScan,
  ReplicaWrite,
  StandIn,
} from './replica.ts';

type Request = starling.v1.ReplicaRequest.$Properties;
type Response = starling.v1.ReplicaResponse.$Properties;

/** What a remote replica needs of the transport. */
export interface ReplicaLane {
  request(
    peer: string,
    request: Request,
    timeoutMs: number,
    onAnswer: (answer: Response | StarlingError) => void,
  ): void;
}

/** A replica at the other end of a lane. */
export class RemoteReplica implements Replica {
  readonly #peer: string;
  readonly #lane: ReplicaLane;

  constructor(peer: string, lane: ReplicaLane) {
    this.#peer = peer;
    this.#lane = lane;
  }

  write(request: ReplicaWrite, timeoutMs: number, onAnswer: (answer: WriteAnswer) => void): void {
    const write = {
      record: recordToWire(request.record),
      durability: durabilityToWire(request.durability),
      repair: request.repair,
    };
    const message = within(request.trace, { ownersHash: request.ownersHash, write });
    this.#ask(message, timeoutMs, writeAnswerFromWire, onAnswer, asFailed);
  }

  keep({ peer, record, trace }: StandIn, timeoutMs: number, onAnswer: (answer: WriteAnswer) => void): void {
    const message = within(trace, { hint: { peer, record: recordToWire(record) } });
    this.#ask(message, timeoutMs, writeAnswerFromWire, onAnswer, asFailed);
  }

  read(request: ReplicaRead, timeoutMs: number, onAnswer: (answer: ReadAnswer) => void): void {
    const message = within(request.trace, { ownersHash: request.ownersHash, read: request.key.text });
    this.#ask(message, timeoutMs, readAnswerFromWire, onAnswer, asFailed);
  }

  readVersion(request: ReplicaRead, timeoutMs: number, onAnswer: (answer: ReadAnswer) => void): void {
    const message = within(request.trace, { ownersHash: request.ownersHash, readVersion: request.key.text });
    this.#ask(message, timeoutMs, readAnswerFromWire, onAnswer, asFailed);
  }

  compare(
    comparisons: readonly Comparison[],
    timeoutMs: number,
    onAnswer: (answer: readonly number[] | StarlingError) => void,
  ): void {
    const message = { compare: comparisonsToWire(comparisons) };
    this.#ask<readonly number[] | StarlingError>(
      message,
      timeoutMs,
      comparedFromWire,
      onAnswer,
      (error) => error,
    );
  }

  scan(
    request: ReplicaScan,
    timeoutMs: number,
    onAnswer: (answer: ReplicaPage | StarlingError) => void,
  ): void {
    const message = within(request.trace, { ownersHash: request.ownersHash, scan: scanToWire(request) });
    this.#ask(message, timeoutMs, pageFromWire, onAnswer, (error) => error);
  }

  #ask<A>(
    message: Request,
    timeoutMs: number,
    decode: (response: Response) => A,
    onAnswer: (answer: A) => void,
    fail: (error: StarlingError) => A,
  ): void {
    this.#lane.request(this.#peer, message, timeoutMs, (answer) => {
      onAnswer(answer instanceof StarlingError ? fail(answer) : decoded(answer, decode, fail));
    });
  }
}

/** Tells the other end to what trace it belongs. */
function within(trace: TraceContext | undefined, message: Request): Request {
  if (trace !== undefined) message.traceparent = traceToWire(trace);
  return message;
}

function decoded<A>(
  response: Response,
  decode: (response: Response) => A,
  fail: (error: StarlingError) => A,
): A {
  try {
    return decode(response);
  } catch (error) {
    // It is the peer that is wrong, whatever its answer is refused for: not whoever asked.
    const { message } = toStarlingError(error);
    return fail(new StarlingError('PROTOCOL', `a peer's answer makes no sense: ${message}`, {}, error));
  }
}

function asFailed(error: StarlingError): { kind: 'failed'; error: StarlingError } {
  return { kind: 'failed', error };
}
