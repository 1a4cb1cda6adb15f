import { assert } from '../base/assert.ts';
import type { Clock } from '../base/clock.ts';
import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { MessageType } from '../wire/message-type.ts';
import type { FrameStream } from './frame-stream.ts';
import type { RequestFields, ResponseFields } from './request-fields.ts';

export interface RequestServiceOptions<Req, Res> {
  readonly clock: Clock;
  readonly responseType: MessageType<Res>;
  readonly errorResponse: (error: StarlingError) => Res;
  readonly onRequest: (peer: string, request: Req, respond: (response: Res) => void) => void;
  /** An answer was not sent: its deadline had passed, or there was no room for it. */
  readonly onAnswerDropped: (peer: string) => void;
}

/** Serves the requests that come on one stream, a bounded number at once. */
export class RequestService<Req extends RequestFields, Res extends ResponseFields> {
  readonly #link: FrameStream;
  readonly #options: RequestServiceOptions<Req, Res>;
  #inService = 0;

  constructor(link: FrameStream, options: RequestServiceOptions<Req, Res>) {
    this.#link = link;
    this.#options = options;
  }

  /** Hands a request on, and its answer back where the asking peer can still be waiting for it. */
  serve(request: Req): void {
    const id = request.id ?? 0;
    if (this.#inService >= LIMITS.servedRequestsPerStream) {
      this.#send(
        id,
        this.#options.errorResponse(new StarlingError('OVERLOADED', 'too many requests at once')),
      );
      return;
    }
    const timeoutMs = Math.min(request.timeoutMs || LIMITS.defaultDeadlineMs, LIMITS.deadlineMs);
    request.timeoutMs = timeoutMs;
    const deadlineMs = this.#options.clock.monotonicMs() + timeoutMs;
    let isAnswered = false;
    this.#inService++;
    this.#options.onRequest(this.#link.peer, request, (response) => {
      assert(!isAnswered, 'a request was answered twice');
      isAnswered = true;
      this.#inService--;
      if (this.#options.clock.monotonicMs() > deadlineMs) this.#options.onAnswerDropped(this.#link.peer);
      else this.#send(id, response);
    });
  }

  #send(id: number, response: Res): void {
    response.id = id;
    try {
      if (!this.#link.send(this.#options.responseType, response))
        this.#options.onAnswerDropped(this.#link.peer);
    } catch (error) {
      if (!(error instanceof StarlingError)) throw error;
      const refusal = this.#options.errorResponse(error);
      refusal.id = id;
      if (!this.#link.send(this.#options.responseType, refusal))
        this.#options.onAnswerDropped(this.#link.peer);
    }
  }
}
