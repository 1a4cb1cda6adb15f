/**
 * Requests and answers between peers, matched by id, many at once on one stream each way:
 *
 *   A  == A's stream: requests of A ==>  B        A stream is never opened for a request: that
 *      <= ......... answers of B ......           gave a hundredth of the throughput.
 *   A  <= B's stream: requests of B ===  B
 *      == ......... answers of A ....=>
 *
 * Each request gets exactly one outcome, after `request` has returned: the answer, or an error of ours
 * (TIMEOUT, UNAVAILABLE, OVERLOADED, INVALID_ARGUMENT, STOPPED). After TIMEOUT and UNAVAILABLE the other
 * end may or may not have acted on it.
 */
import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { MessageType } from '../wire/message-type.ts';
import { DeadlineWheel } from './deadline-wheel.ts';
import { decodeFrame, type FrameStream } from './frame-stream.ts';
import type { LaneContext } from './lane-context.ts';
import { type LinkLoad, PeerLinks, type PeerLinksOptions } from './peer-links.ts';
import { type PendingRequest, PendingRequests } from './pending-requests.ts';
import type { RequestFields, ResponseFields } from './request-fields.ts';
import { RequestService } from './request-service.ts';

export interface RequestLaneOptions<Req, Res> extends PeerLinksOptions {
  readonly requestType: MessageType<Req>;
  readonly responseType: MessageType<Res>;
  /** The answer that tells the asking peer of an error. */
  readonly errorResponse: (error: StarlingError) => Res;
}

export class RequestLane<Req extends RequestFields, Res extends ResponseFields> {
  /**
   * Serves a peer's request: calls `respond` once, now or later. `timeoutMs` of the request is set and
   * within `LIMITS.deadlineMs`. `bytes` fields are views: copy what is kept.
   */
  onRequest: (peer: string, request: Req, respond: (response: Res) => void) => void;
  readonly #context: LaneContext;
  readonly #options: RequestLaneOptions<Req, Res>;
  readonly #links: PeerLinks;
  readonly #asking = new Map<string, PendingRequests<Req, Res>>();
  readonly #serving = new Map<FrameStream, RequestService<Req, Res>>();
  readonly #deadlines: DeadlineWheel<PendingRequest<Req, Res>>;
  /** Outcomes that were known inside `request`, reported at the end of the iteration. */
  #reports: (() => void)[] = [];
  #isStopped = false;

  constructor(context: LaneContext, options: RequestLaneOptions<Req, Res>) {
    this.#context = context;
    this.#options = options;
    this.onRequest = (_peer, _request, respond) =>
      respond(options.errorResponse(new StarlingError('UNAVAILABLE', 'this peer serves no requests yet')));
    this.#deadlines = new DeadlineWheel(context.clock, context.timers, (pending) => this.#timedOut(pending));
    this.#links = new PeerLinks(context, options, {
      frame: (link, frame) =>
        link.direction === 'outbound' ? this.#answered(link, frame) : this.#serve(link, frame),
      opened: (link) => this.#opened(link),
      closed: (link) => this.#closed(link),
      openFailed: (peer, error) => this.#failAll(peer, error),
    });
  }

  /** Serves peers from now on. Call before the network starts. */
  start(): void {
    this.#links.start();
  }

  /** Closes every stream; requests without an answer fail with STOPPED, as all later ones do. */
  stop(): void {
    this.#isStopped = true;
    for (const peer of this.#asking.keys()) this.#failAll(peer, stopped());
    this.#links.stop();
  }

  /** Its streams, and what waits in them. */
  get load(): LinkLoad {
    return this.#links.load;
  }

  /** Requests without an outcome so far. */
  get pendingRequests(): number {
    return this.#deadlines.size;
  }

  /**
   * Asks a peer, and reports the one outcome through `onAnswer`, never before this returns. Sets the
   * message's `id` and `timeoutMs`, and keeps it until it is sent: don't change it.
   *
   * While the peer is being dialled requests wait, within their deadlines; for a moment after a failed
   * attempt they fail at once.
   * @param timeoutMs at most `LIMITS.deadlineMs`; a deadline is noticed up to 10 ms late.
   */
  request(
    peer: string,
    request: Req,
    timeoutMs: number,
    onAnswer: (answer: Res | StarlingError) => void,
  ): void {
    const refusal = this.#refusal(peer);
    if (refusal !== undefined) {
      this.#reportLater(() => onAnswer(refusal));
      return;
    }
    const boundedMs = Math.min(timeoutMs, LIMITS.deadlineMs);
    const deadlineMs = this.#context.clock.monotonicMs() + boundedMs;
    const pending = this.#askingOf(peer).add(request, deadlineMs, onAnswer);
    this.#deadlines.add(pending, boundedMs);
    const link = this.#links.outbound(peer);
    if (link !== undefined) this.#send(link, pending, boundedMs);
    else if (!this.#links.open(peer)) this.#fail(pending, unreachable(peer));
  }

  #refusal(peer: string): StarlingError | undefined {
    if (this.#isStopped) return stopped();
    const inFlight = this.#asking.get(peer)?.size ?? 0;
    return inFlight >= LIMITS.peerRequestsInFlight ? overloaded(peer) : undefined;
  }

  #send(link: FrameStream, pending: PendingRequest<Req, Res>, timeoutMs: number): void {
    const request = pending.unsent!;
    pending.unsent = undefined;
    request.id = pending.id;
    request.timeoutMs = Math.max(1, Math.ceil(timeoutMs));
    try {
      if (!link.send(this.#options.requestType, request)) this.#fail(pending, overloaded(link.peer));
    } catch (error) {
      if (!(error instanceof StarlingError)) throw error;
      this.#fail(pending, error);
    }
  }

  #opened(link: FrameStream): void {
    if (link.direction === 'inbound') {
      this.#serving.set(link, this.#serviceOn(link));
      return;
    }
    const nowMs = this.#context.clock.monotonicMs();
    for (const pending of this.#asking.get(link.peer)?.unsent() ?? []) {
      this.#send(link, pending, pending.deadlineMs - nowMs);
    }
  }

  #closed(link: FrameStream): void {
    if (link.direction === 'inbound') this.#serving.delete(link);
    else this.#failAll(link.peer, unreachable(link.peer));
  }

  #answered(link: FrameStream, frame: Uint8Array): void {
    const response = decodeFrame(this.#options.responseType, frame);
    const pending = this.#asking.get(link.peer)?.take(response.id ?? 0);
    if (pending === undefined) {
      this.#context.events.lateAnswer(link.peer);
      return;
    }
    this.#deadlines.remove(pending);
    pending.onAnswer(response);
  }

  #timedOut(pending: PendingRequest<Req, Res>): void {
    this.#asking.get(pending.peer)?.take(pending.id);
    this.#context.events.requestTimedOut(pending.peer);
    const what = pending.unsent === undefined ? 'no answer' : 'no connection';
    pending.onAnswer(
      new StarlingError('TIMEOUT', `${what} from ${pending.peer} in time`, { peer: pending.peer }),
    );
  }

  /** For requests whose outcome is known before `request` has returned. */
  #fail(pending: PendingRequest<Req, Res>, error: StarlingError): void {
    this.#asking.get(pending.peer)?.take(pending.id);
    this.#deadlines.remove(pending);
    this.#reportLater(() => pending.onAnswer(error));
  }

  #failAll(peer: string, error: StarlingError): void {
    for (const pending of this.#asking.get(peer)?.takeAll() ?? []) {
      this.#deadlines.remove(pending);
      this.#reportLater(() => pending.onAnswer(error));
    }
    this.#asking.delete(peer);
  }

  #reportLater(report: () => void): void {
    this.#reports.push(report);
    if (this.#reports.length > 1) return;
    this.#context.timers.endOfIteration(() => {
      const reports = this.#reports;
      this.#reports = [];
      for (const run of reports) run();
    });
  }

  #serve(link: FrameStream, frame: Uint8Array): void {
    this.#serving.get(link)?.serve(decodeFrame(this.#options.requestType, frame));
  }

  #serviceOn(link: FrameStream): RequestService<Req, Res> {
    return new RequestService(link, {
      clock: this.#context.clock,
      responseType: this.#options.responseType,
      errorResponse: this.#options.errorResponse,
      onRequest: (peer, request, respond) => this.onRequest(peer, request, respond),
      onAnswerDropped: (peer) => this.#context.events.answerDropped(peer),
    });
  }

  #askingOf(peer: string): PendingRequests<Req, Res> {
    let requests = this.#asking.get(peer);
    if (requests === undefined) {
      requests = new PendingRequests(peer);
      this.#asking.set(peer, requests);
    }
    return requests;
  }
}

function unreachable(peer: string): StarlingError {
  return new StarlingError('UNAVAILABLE', `no connection to ${peer}, or it broke before the answer came`, {
    peer,
  });
}

function overloaded(peer: string): StarlingError {
  return new StarlingError('OVERLOADED', `too many requests to ${peer} at once`, { peer });
}

function stopped(): StarlingError {
  return new StarlingError('STOPPED', 'this node was stopped');
}
