/**
 * Requests and answers between peers, matched by id, many at once on one stream each way:
 *
 *   A  == A's stream: requests of A ==>  B        A stream is never opened for a request: FACTS.md
 *      <= ......... answers of B ......           measured a hundredth of the throughput for that.
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
import { DeadlineEntry, DeadlineWheel } from './deadline-wheel.ts';
import { decodeFrame, type FrameStream } from './frame-stream.ts';
import type { LaneContext } from './lane-context.ts';
import { PeerLinks, type PeerLinksOptions } from './peer-links.ts';

/** What the lane needs of a request; it sets both. */
export interface RequestFields {
  id?: number | null | undefined;
  timeoutMs?: number | null | undefined;
}

/** What the lane needs of an answer; it sets it. */
export interface ResponseFields {
  id?: number | null | undefined;
}

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
  readonly #served = new Map<FrameStream, { inService: number }>();
  readonly #deadlines: DeadlineWheel<PendingRequest<Req, Res>>;
  /** Outcomes that were known inside `request`, reported at the end of the iteration. */
  #failed: (() => void)[] = [];
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
      closed: (link, reason) => this.#closed(link, reason),
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
    for (const peer of [...this.#asking.keys()]) this.#failAll(peer, stopped());
    this.#links.stop();
  }

  /** Requests without an outcome so far. */
  get pendingRequests(): number {
    return this.#deadlines.size;
  }
}
