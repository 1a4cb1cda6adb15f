import type { Credentials } from '../access/access.ts';
import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { ByteStream } from '../base/network.ts';
import type { Timer } from '../base/timers.ts';
import type { TraceContext } from '../base/tracing.ts';
import { DeadlineEntry, DeadlineWheel } from '../transport/deadline-wheel.ts';
import { FrameStream } from '../transport/frame-stream.ts';
import { type ClientReplyResult, clientReplyFromWire } from '../wire/client-reply.ts';
import { type ClientOperation, authenticationToWire, clientRequestToWire } from '../wire/client-request.ts';
import { starling } from '../wire/gen/messages.js';
import { traceToWire } from '../wire/traceparent.ts';
import { WaitingCalls } from './waiting-calls.ts';
import type { ClientWorld } from './world.ts';

const MAX_ID = 0xffff_ffff;

/**
 * Unanswered deadlines in a row, with not a byte from the peer, before its connection is given up; and how long that must have lasted: a peer that has too
 * much to do for a moment is not gone, and with its connection all that it is doing would be for nothing.
 */
const GIVEN_UP = { deadlines: 3, silentMs: 2000 } as const;

export type Reply = ClientReplyResult | StarlingError;

/** One request until it is told its outcome. */
class Call extends DeadlineEntry {
  readonly operation: ClientOperation;
  readonly session: Uint8Array | undefined;
  readonly trace: TraceContext | undefined;
  readonly timeoutMs: number;
  readonly expiresMs: number;
  /** 0 until it is sent. */
  id = 0;
  isDone = false;
  readonly #tell: (reply: Reply) => void;

  constructor(request: CallRequest, nowMs: number, tell: (reply: Reply) => void) {
    super();
    this.operation = request.operation;
    this.session = request.session;
    this.trace = request.trace;
    this.timeoutMs = request.timeoutMs;
    this.expiresMs = nowMs + request.timeoutMs;
    this.#tell = tell;
  }

  tell(reply: Reply): void {
    this.isDone = true;
    this.#tell(reply);
  }
}

export interface CallRequest {
  readonly operation: ClientOperation;
  /** 14 bytes: writes are stamped above this version. */
  readonly session: Uint8Array | undefined;
  readonly timeoutMs: number;
  /** To which it belongs; left out: none. */
  readonly trace?: TraceContext | undefined;
}

export interface ConnectionOptions {
  /** For messages. */
  readonly address: string;
  readonly world: Pick<ClientWorld, 'clock' | 'timers'>;
  /** What it shows before anything else; undefined: nothing. */
  readonly credentials: (() => Credentials) | undefined;
  /** Called where a deadline passed while the peer was silent. */
  readonly onSilence: () => void;
  /** Called once, after every call has been told, with what they were told. `wasOpen`: it was a connection before. */
  readonly onClosed: (reason: StarlingError, wasOpen: boolean) => void;
}

/**
 * One connection to one peer, from the attempt to open it to its end. Calls wait here, in the order they came, while it
 * opens, while LIMITS.clientRequestsInFlight are under way, and while the socket takes no more. Each is told exactly once.
 *
 *     call -> #waiting -> #inFlight (by id) -> done
 *                 \___________\______ deadline, or the end of the connection
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #waiting = new WaitingCalls<Call>();
  readonly #inFlight = new Map<number, Call>();
  readonly #deadlines: DeadlineWheel<Call>;
  #frames: FrameStream | undefined;
  #closed: StarlingError | undefined;
  #lastId = 0;
  /** Of the request that says who it is, until it is answered. */
  #introduction: number | undefined;
  #silentDeadlines = 0;
  /** Since when the peer owes an answer and hasn't sent a byte, by the clock; that it takes the connection is one, too. */
  #silentSinceMs: number;
  #lingering: Timer | undefined;

  constructor(opening: Promise<ByteStream>, options: ConnectionOptions) {
    this.#options = options;
    const { clock, timers } = options.world;
    this.#silentSinceMs = clock.monotonicMs();
    this.#deadlines = new DeadlineWheel(clock, timers, (call) => this.#expired(call));
    opening.then(
      (stream) => this.#opened(stream),
      (error: unknown) => this.#end(toStarlingError(error)),
    );
  }

  /** Calls that have no answer yet. */
  get load(): number {
    return this.#inFlight.size + this.#waiting.size;
  }

  /** Whether calls wait and not a byte has come from the peer for LIMITS.clientSilenceMs. */
  get isSilent(): boolean {
    return this.load > 0 && this.#silentMs() >= LIMITS.clientSilenceMs;
  }

  /** @param tell gets the answer, or OVERLOADED | TIMEOUT | UNAVAILABLE | PROTOCOL from this side */
  call(request: CallRequest, tell: (reply: Reply) => void): void {
    if (this.#closed !== undefined) {
      tell(this.#closed);
      return;
    }
    if (this.#waiting.size >= LIMITS.clientWaitingCalls) {
      tell(tooManyWaiting());
      return;
    }
    const call = new Call(request, this.#options.world.clock.monotonicMs(), tell);
    this.#deadlines.add(call, request.timeoutMs);
    if (this.#waiting.size > 0 || !this.#send(call)) this.#waiting.add(call);
  }

  /** Tells every call this error and takes leave of the peer; who doesn't respond is left without one. */
  close(reason: StarlingError): void {
    const frames = this.#frames;
    this.#end(reason);
    if (frames === undefined) return;
    frames.close();
    this.#lingering = this.#options.world.timers.after(LIMITS.clientLingerMs, () => frames.abort(reason));
  }

  #opened(stream: ByteStream): void {
    if (this.#closed !== undefined) {
      stream.abort(this.#closed);
      return;
    }
    const { clock, timers } = this.#options.world;
    this.#silentSinceMs = clock.monotonicMs();
    this.#frames = new FrameStream(stream, {
      timers,
      maxFrameBytes: LIMITS.clientFrameBytes,
      onMalformed: (_peer, error) => this.#end(error),
    });
    this.#frames.onFrame = (frame) => this.#received(frame);
    this.#frames.onDrain = () => this.#sendWaiting();
    this.#frames.onClose = (reason) => {
      this.#lingering?.cancel();
      this.#end(this.#broken(reason));
    };
    this.#introduce();
    this.#sendWaiting();
  }

  /** The peer reads it before what is sent behind it, so nothing need wait for its answer. */
  #introduce(): void {
    const { credentials } = this.#options;
    if (credentials === undefined) return;
    this.#introduction = this.#nextId();
    this.#frames?.send(starling.v1.ClientRequest, authenticationToWire(this.#introduction, credentials()));
  }

  /** Who isn't let in gets nothing on this connection. Peers of before there were tokens let everybody in, and don't know the request. */
  #introduced(result: Reply): void {
    this.#introduction = undefined;
    if (result instanceof StarlingError && result.code === 'FORBIDDEN') this.close(result);
  }

  /** False where it has to wait. */
  #send(call: Call): boolean {
    if (this.#frames === undefined || this.#inFlight.size >= LIMITS.clientRequestsInFlight) return false;
    const nowMs = this.#options.world.clock.monotonicMs();
    const leftMs = call.expiresMs - nowMs;
    if (this.#inFlight.size === 0 && this.#silentDeadlines === 0) this.#silentSinceMs = nowMs;
    const id = this.#nextId();
    const { session, operation, trace } = call;
    const request = clientRequestToWire(id, Math.max(1, leftMs), session, operation);
    if (trace !== undefined) request.traceparent = traceToWire(trace);
    if (!this.#frames.send(starling.v1.ClientRequest, request)) return false;
    call.id = id;
    this.#inFlight.set(id, call);
    return true;
  }

  #sendWaiting(): void {
    for (let call = this.#waiting.peek(); call !== undefined; call = this.#waiting.peek()) {
      if (!this.#send(call)) return;
      this.#waiting.shift();
    }
  }

  /** Ids of calls under way are skipped, which matters after four billion of them. */
  #nextId(): number {
    do this.#lastId = this.#lastId === MAX_ID ? 1 : this.#lastId + 1;
    while (this.#inFlight.has(this.#lastId));
    return this.#lastId;
  }

  #received(frame: Uint8Array): void {
    this.#silentDeadlines = 0;
    this.#silentSinceMs = this.#options.world.clock.monotonicMs();
    const { id, result } = clientReplyFromWire(frame);
    if (id === 0 && result instanceof StarlingError) {
      this.close(this.#broken(result));
      return;
    }
    if (id === this.#introduction) {
      this.#introduced(result);
      return;
    }
    const call = this.#inFlight.get(id);
    // An answer that came after its deadline: the caller has been told already.
    if (call === undefined) return;
    this.#inFlight.delete(id);
    this.#deadlines.remove(call);
    if (this.#waiting.size > 0) this.#sendWaiting();
    call.tell(result);
  }

  #expired(call: Call): void {
    const { address } = this.#options;
    if (this.#inFlight.delete(call.id)) this.#silentDeadlines++;
    const message = `${address} did not answer within ${Math.round(call.timeoutMs)} ms`;
    call.tell(new StarlingError('TIMEOUT', message, { address }));
    const silentMs = this.#silentMs();
    if (silentMs >= LIMITS.clientSilenceMs) this.#options.onSilence();
    if (this.#silentDeadlines >= GIVEN_UP.deadlines && silentMs >= GIVEN_UP.silentMs) {
      this.#frames?.abort(new StarlingError('UNAVAILABLE', 'it has stopped answering', { address }));
    } else {
      this.#sendWaiting();
    }
  }

  #silentMs(): number {
    return this.#options.world.clock.monotonicMs() - this.#silentSinceMs;
  }

  #end(reason: StarlingError): void {
    if (this.#closed !== undefined) return;
    this.#closed = reason;
    const calls = [...this.#inFlight.values(), ...this.#waiting.takeAll()];
    this.#inFlight.clear();
    for (const call of calls) {
      this.#deadlines.remove(call);
      call.tell(reason);
    }
    this.#options.onClosed(reason, this.#frames !== undefined);
  }

  #broken(reason: Error | undefined): StarlingError {
    const { address } = this.#options;
    const why = reason === undefined ? 'the peer closed it' : reason.message;
    return new StarlingError(
      'UNAVAILABLE',
      `the connection to ${address} ended: ${why}`,
      { address },
      reason,
    );
  }
}

function tooManyWaiting(): StarlingError {
  return new StarlingError(
    'OVERLOADED',
    `${LIMITS.clientWaitingCalls} calls already wait for this connection; nothing was sent, wait for some to end`,
    { retryAfterMs: 10 },
  );
}
