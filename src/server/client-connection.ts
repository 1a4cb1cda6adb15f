import type { Access } from '../access/access.ts';
import { StarlingError, toStarlingError } from '../base/errors.ts';
import type { Clock } from '../base/clock.ts';
import { LIMITS } from '../base/limits.ts';
import type { Timers } from '../base/timers.ts';
import { FrameStream } from '../transport/frame-stream.ts';
import type { SocketStream } from '../transport/socket-stream.ts';
import { type ClientResult, clientAnswerType } from '../wire/client-answer.ts';
import {
  type AuthenticationRequest,
  type ClientOperation,
  clientRequestFromWire,
} from '../wire/client-request.ts';
import { requestIdOf } from '../wire/request-id.ts';
import type { ClientOperations } from './client-operations.ts';
import { AnswerRoom } from './answer-room.ts';
import type { ClientMemory } from './client-memory.ts';
import type { ClientPortEvents } from './events.ts';
import type { HoldUps } from './hold-ups.ts';
import type { LoadLimit } from './load-limit.ts';
import {
  ANSWERS_UNREAD,
  GRANT_TAKEN_BACK,
  MEMORY_FULL,
  STOPPING,
  TOO_MANY_IN_FLIGHT,
  TOO_MUCH_TO_DO,
  UNREAD_TOO_LONG,
} from './refusals.ts';
import { RequestFlow } from './request-flow.ts';
import { carriesValues, isWrite, weightOf } from './request-weight.ts';
import { Visitor } from './visitor.ts';

export interface ClientConnectionOptions {
  readonly timers: Timers;
  readonly operations: Pick<ClientOperations, 'execute'>;
  readonly events: ClientPortEvents;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Of all connections of the port. */
  readonly memory: ClientMemory;
  readonly load: LoadLimit;
  readonly holdUps: HoldUps;
  /** Undefined: everybody may everything. */
  readonly access: Access | undefined;
  /** What is set aside for parts of frames is as much as it may be. */
  readonly onHalvesFull: () => void;
  /** So is what is kept of answers. */
  readonly onAnswersFull: () => void;
  /** Called once, when the connection has ended. */
  readonly onClosed: () => void;
}

/**
 * One client's connection: frames in, requests run at the same time, answers out in the order they are ready.
 *
 * A client that sends faster than it reads is slowed down, not buffered for: with LIMITS.clientPauseBytes of answers
 * unread the socket isn't read any more, and who leaves it so for LIMITS.stalledClientMs is cut off. So is who doesn't end a frame that it has begun.
 */
export class ClientConnection {
  readonly #frames: FrameStream;
  readonly #options: ClientConnectionOptions;
  readonly #visitor: Visitor;
  readonly #answers: AnswerRoom;
  readonly #flow: RequestFlow;
  /** Requests under way; each item of a batch counts. */
  #inFlight = 0;
  #isStopping = false;
  /** Since when the client has taken nothing, while there is something to take. */
  #deafSinceMs = Infinity;
  /** Set aside for a frame of which a part has come, and since when. */
  #setAsideBytes = 0;
  #inFrameSinceMs = Infinity;

  constructor(socket: SocketStream, options: ClientConnectionOptions) {
    this.#options = options;
    this.#visitor = new Visitor(options.access);
    this.#answers = new AnswerRoom(options.memory.answers, options.onAnswersFull);
    this.#flow = new RequestFlow(socket, { ...options, onStalled: (reason) => this.abort(reason) });
    this.#frames = new FrameStream(socket, {
      timers: options.timers,
      maxFrameBytes: this.#visitor.isKnown ? LIMITS.clientFrameBytes : LIMITS.strangerFrameBytes,
      bufferBytes: LIMITS.clientOutputBytes + LIMITS.clientRefusalBytes,
      keptBytes: LIMITS.clientKeptBytes,
      onMalformed: (peer, error) => this.#hangUp(peer, error),
      onSetAside: (bytes) => this.#setAside(bytes),
    });
    this.#frames.onFrame = (frame) => this.#receive(frame);
    this.#frames.onFlush = () => this.#countUnread();
    this.#frames.onDrain = () => {
      this.#deafSinceMs = Infinity;
      this.#countUnread();
      this.#flow.resume(this.#frames.bufferedBytes < LIMITS.clientPauseBytes / 2);
    };
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

  /** Since when a frame has been under way of which only a part has come, by the clock; Infinity: there is none. */
  get inFrameSinceMs(): number {
    return this.#inFrameSinceMs;
  }

  /** Minds that grants may have been changed: who isn't let in any more is hung up on. */
  reviewAccess(): void {
    if (!this.#visitor.renew()) this.abort(GRANT_TAKEN_BACK);
  }

  /** Since when the client has taken nothing of what waits for it, by the clock; Infinity: nothing does. */
  get deafSinceMs(): number {
    return this.#deafSinceMs;
  }

  /** Closes at once. */
  abort(reason: StarlingError): void {
    this.#frames.abort(reason);
    this.#deafSinceMs = Infinity;
    this.#answers.setUnread(0);
  }

  /** @throws StarlingError PROTOCOL, upon which the frame stream hangs up */
  #receive(frame: Uint8Array): void {
    if (this.#refuseUnread(frame)) return;
    const request = clientRequestFromWire(frame);
    if ('refusal' in request) {
      this.#refuse(request.id, request.refusal);
      return;
    }
    const { id } = request;
    if (this.#isStopping) {
      this.#refuse(id, STOPPING);
      return;
    }
    if ('credentials' in request) {
      this.#authenticate(request);
      return;
    }
    const { operation } = request;
    const forbidden = this.#visitor.refusalOf(operation);
    if (forbidden !== undefined) {
      this.#forbid(id, forbidden);
      return;
    }
    if (isWrite(operation) && this.#waitedMs() >= Math.min(request.timeoutMs, LIMITS.clientUnreadMs)) {
      this.#options.events.unreadTooLong();
      this.#refuse(id, UNREAD_TOO_LONG);
      return;
    }
    const weight = weightOf(operation);
    const refusal = this.#refusalOf(operation, frame.length);
    if (refusal !== undefined) {
      this.#options.events.overloaded();
      this.#refuse(id, refusal);
      return;
    }
    const { operations, clock, memory, load } = this.#options;
    const sizeBytes = frame.length;
    const sentMs = clock.monotonicMs();
    this.#inFlight += weight;
    memory.requests.hold(sizeBytes);
    load.begin(weight);
    const room = this.#answers.open();
    operations.execute(request, room, (result) => {
      this.#inFlight -= weight;
      memory.requests.hold(-sizeBytes);
      const isLate = result.kind === 'failed' && result.error.code === 'TIMEOUT';
      load.end(weight, isLate ? 1 : (clock.monotonicMs() - sentMs) / request.timeoutMs);
      if (room.refusal !== undefined) this.#options.events.overloaded();
      this.#answer(id, result);
      room.close();
      if (this.#isStopping) this.#closeIfDone();
    });
  }

  #authenticate({ id, credentials }: AuthenticationRequest): void {
    try {
      const role = this.#visitor.show(credentials);
      this.#frames.maxFrameBytes = LIMITS.clientFrameBytes;
      this.#send(id, { kind: 'authenticated', role });
    } catch (error) {
      this.#forbid(id, toStarlingError(error));
    }
  }

  #forbid(id: number, error: StarlingError): void {
    this.#options.events.forbidden(this.#frames.peer, error);
    this.#refuse(id, error);
  }

  /** Where there is no room for anything, it costs less to refuse a request than to read it first. */
  #refuseUnread(frame: Uint8Array): boolean {
    if (this.#options.load.hasRoomFor(1, this.#inFlight) || this.#isStopping) return false;
    // Who is yet to say who it is would be refused everything that it has sent behind that.
    if (!this.#visitor.isKnown) return false;
    const id = requestIdOf(frame);
    if (id === undefined) return false;
    this.#options.events.overloaded();
    this.#refuse(id, TOO_MUCH_TO_DO);
    return true;
  }

  /** What is read now may have waited for so long to be read. */
  #waitedMs(): number {
    return Math.max(this.#options.holdUps.lastedMs(), this.#flow.waitedMs());
  }

  /** Why there is no room for a request; undefined: there is. */
  #refusalOf(operation: ClientOperation, sizeBytes: number): StarlingError | undefined {
    const { load, memory } = this.#options;
    const weight = weightOf(operation);
    if (this.#inFlight + weight > LIMITS.clientRequestsInFlight) return TOO_MANY_IN_FLIGHT;
    if (memory.requests.exceeds(sizeBytes)) return MEMORY_FULL;
    if (!load.hasRoomFor(weight, this.#inFlight)) return TOO_MUCH_TO_DO;
    return isWrite(operation) ? undefined : this.#answers.refusal;
  }

  #setAside(bytes: number): void {
    const { memory, clock, onHalvesFull } = this.#options;
    if (this.#setAsideBytes === 0) this.#inFrameSinceMs = clock.monotonicMs();
    this.#setAsideBytes += bytes;
    if (this.#setAsideBytes === 0) this.#inFrameSinceMs = Infinity;
    memory.halves.hold(bytes);
    if (bytes > 0 && memory.halves.isFull) onHalvesFull();
  }

  /** While the socket takes more, what waits is gone at the end of the iteration; but for long answers that is memory until then. */
  #countUnread(): void {
    const { isOpen, isFull, bufferedBytes, heldBytes } = this.#frames;
    if (isFull && isOpen && this.#deafSinceMs === Infinity)
      this.#deafSinceMs = this.#options.clock.monotonicMs();
    this.#answers.setUnread(isFull || bufferedBytes >= LIMITS.chunkBytes ? heldBytes : 0);
    if (isFull && bufferedBytes >= LIMITS.clientPauseBytes) this.#flow.pause();
  }

  #answer(id: number, result: ClientResult): void {
    if (!this.#frames.isOpen) return;
    if (this.#frames.bufferedBytes >= LIMITS.clientOutputBytes && carriesValues(result)) {
      this.#options.events.overloaded();
      this.#refuse(id, ANSWERS_UNREAD);
    } else {
      this.#send(id, result);
    }
  }

  #refuse(id: number, error: StarlingError): void {
    this.#send(id, { kind: 'failed', error });
  }

  #send(id: number, result: ClientResult): void {
    try {
      if (!this.#frames.send(clientAnswerType, { id, result })) this.abort(ANSWERS_UNREAD);
    } catch (error) {
      // The answer is longer than a frame may be, which no refusal is.
      if (result.kind === 'failed') throw error;
      this.#refuse(id, toStarlingError(error));
    }
    if (this.#frames.isFull || this.#frames.bufferedBytes >= LIMITS.chunkBytes) this.#countUnread();
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
    this.#flow.end();
    this.#answers.setUnread(0);
    this.#options.events.connectionClosed(reason);
    this.#options.onClosed();
  }
}
