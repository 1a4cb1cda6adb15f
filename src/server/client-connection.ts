import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Timer, Timers } from '../base/timers.ts';
import { FrameStream } from '../transport/frame-stream.ts';
import type { SocketStream } from '../transport/socket-stream.ts';
import { type ClientResult, clientAnswerType } from '../wire/client-answer.ts';
import { type ClientOperation, clientRequestFromWire } from '../wire/client-request.ts';
import type { ClientOperations } from './client-operations.ts';
import type { ClientPortEvents } from './events.ts';

/** Room for refusals in a buffer that takes no more values. */
const REFUSAL_BYTES = 1 << 20;

export interface ClientConnectionOptions {
  readonly timers: Timers;
  readonly operations: ClientOperations;
  readonly events: ClientPortEvents;
  /** Called once, when the connection has ended. */
  readonly onClosed: () => void;
}

/**
 * One client's connection: frames in, requests run at the same time, answers out in the order they are ready.
 *
 * A client that sends faster than it reads is slowed down, not buffered for: with LIMITS.clientPauseBytes of answers
 * unread the socket isn't read any more, and who leaves it so for LIMITS.stalledClientMs is cut off.
 */
export class ClientConnection {
  readonly #socket: SocketStream;
  readonly #frames: FrameStream;
  readonly #options: ClientConnectionOptions;
  /** Requests under way; each item of a batch counts. */
  #inFlight = 0;
  #stallTimer: Timer | undefined;
  #isPausePlanned = false;
  #isStopping = false;

  constructor(socket: SocketStream, options: ClientConnectionOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#frames = new FrameStream(socket, {
      timers: options.timers,
      maxFrameBytes: LIMITS.clientFrameBytes,
      bufferBytes: LIMITS.clientOutputBytes + REFUSAL_BYTES,
      onMalformed: (peer, error) => this.#hangUp(peer, error),
    });
    this.#frames.onFrame = (frame) => this.#receive(frame);
    this.#frames.onDrain = () => this.#resumeReading();
    this.#frames.onClose = (reason) => this.#closed(reason);
    options.events.connectionOpened();
  }

  /** Bytes of answers that wait for the client to take them. */
  get queuedBytes(): number {
    return this.#frames.bufferedBytes;
  }

  /** Takes no more requests, and closes once those under way are answered. */
  stop(): void {
    this.#isStopping = true;
    this.#closeIfDone();
  }

  /** Closes at once. */
  abort(reason: StarlingError): void {
    this.#frames.abort(reason);
  }

  /** @throws StarlingError PROTOCOL, upon which the frame stream hangs up */
  #receive(frame: Uint8Array): void {
    const request = clientRequestFromWire(frame);
    if ('refusal' in request) {
      this.#refuse(request.id, request.refusal);
      return;
    }
    const { id, operation } = request;
    const weight = weightOf(operation);
    if (this.#isStopping) {
      this.#refuse(id, stopping());
      return;
    }
    if (this.#inFlight + weight > LIMITS.clientRequestsInFlight) {
      this.#options.events.overloaded();
      this.#refuse(id, tooManyInFlight());
      return;
    }
    this.#inFlight += weight;
    this.#options.operations.execute(request, (result) => {
      this.#inFlight -= weight;
      this.#answer(id, result);
      if (this.#isStopping) this.#closeIfDone();
    });
  }

  #answer(id: number, result: ClientResult): void {
    if (!this.#frames.isOpen) return;
    if (this.#frames.bufferedBytes >= LIMITS.clientOutputBytes && carriesValues(result)) {
      this.#options.events.overloaded();
      this.#refuse(id, answersUnread());
    } else {
      this.#send(id, result);
    }
  }

  #refuse(id: number, error: StarlingError): void {
    this.#send(id, { kind: 'failed', error });
  }

  #send(id: number, result: ClientResult): void {
    try {
      if (!this.#frames.send(clientAnswerType, { id, result })) this.abort(answersUnread());
    } catch (error) {
      // The answer is longer than a frame may be, which no refusal is.
      if (result.kind === 'failed') throw error;
      this.#refuse(id, toStarlingError(error));
    }
    if (this.#frames.bufferedBytes >= LIMITS.clientPauseBytes) this.#planPause();
  }

  /** What waits now may be gone once this iteration's answers have been handed to the socket. */
  #planPause(): void {
    if (this.#isPausePlanned) return;
    this.#isPausePlanned = true;
    this.#options.timers.endOfIteration(() => {
      this.#isPausePlanned = false;
      if (this.#frames.isFull && this.#frames.bufferedBytes >= LIMITS.clientPauseBytes) this.#pauseReading();
    });
  }

  #pauseReading(): void {
    if (this.#stallTimer !== undefined) return;
    this.#socket.pause();
    this.#stallTimer = this.#options.timers.after(LIMITS.stalledClientMs, () =>
      this.abort(new StarlingError('OVERLOADED', `the client read nothing for ${LIMITS.stalledClientMs} ms`)),
    );
  }

  #resumeReading(): void {
    if (this.#stallTimer === undefined) return;
    this.#stallTimer.cancel();
    this.#stallTimer = undefined;
    if (this.#frames.bufferedBytes >= LIMITS.clientPauseBytes / 2) this.#pauseReading();
    else this.#socket.resume();
  }

  /** Says why, with id 0, and closes; the client gets a moment to read it. */
  #hangUp(peer: string, error: StarlingError): void {
    this.#options.events.malformed(peer, error);
    this.#refuse(0, error);
    this.#close();
  }

  #closeIfDone(): void {
    if (this.#inFlight === 0) this.#close();
  }

  #close(): void {
    if (!this.#frames.isOpen) return;
    this.#frames.close();
    this.#options.timers.after(LIMITS.clientLingerMs, () =>
      this.abort(new StarlingError('STOPPED', 'the client did not close its side of the connection')),
    );
  }

  #closed(reason: Error | undefined): void {
    this.#stallTimer?.cancel();
    this.#options.events.connectionClosed(reason);
    this.#options.onClosed();
  }
}

function weightOf(operation: ClientOperation): number {
  switch (operation.kind) {
    case 'putMany':
      return operation.items.length;
    case 'getMany':
    case 'deleteMany':
      return operation.keys.length;
    case 'put':
    case 'get':
    case 'delete':
    case 'scan':
    case 'topology':
    case 'status':
    case 'locate':
    case 'explain':
    case 'repair':
    case 'pauseRepair':
    case 'removeMember':
    case 'leave':
      return 1;
  }
}

/** Asked for again they do no harm, and they can be large. */
function carriesValues(result: ClientResult): boolean {
  return result.kind === 'read' || result.kind === 'readMany' || result.kind === 'page';
}

function tooManyInFlight(): StarlingError {
  return new StarlingError(
    'OVERLOADED',
    `this connection already has ${LIMITS.clientRequestsInFlight} requests under way (each item of a batch counts); ` +
      'nothing was applied, wait for answers',
    { retryAfterMs: 10 },
  );
}

function answersUnread(): StarlingError {
  return new StarlingError(
    'OVERLOADED',
    `${LIMITS.clientOutputBytes} bytes of answers wait for this client to read them; read, then ask again`,
    { retryAfterMs: 100 },
  );
}

function stopping(): StarlingError {
  return new StarlingError('UNAVAILABLE', 'this peer is stopping; nothing was applied, ask another one');
}
