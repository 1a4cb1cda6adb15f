import { StarlingError } from '../base/errors.ts';
import type { Clock } from '../base/clock.ts';
import { LIMITS } from '../base/limits.ts';
import type { Timer, Timers } from '../base/timers.ts';
import type { SocketStream } from '../transport/socket-stream.ts';

/** What has waited in a socket is read within that, once the socket is read again. */
const CAUGHT_UP_MS = 300;

export interface RequestFlowOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly timers: Timers;
  /** The client has left its answers unread for LIMITS.stalledClientMs, and so its requests. */
  readonly onStalled: (reason: StarlingError) => void;
}

/** Whether the requests of a client are read: not while too many of its answers wait for it. */
export class RequestFlow {
  readonly #socket: Pick<SocketStream, 'pause' | 'resume'>;
  readonly #options: RequestFlowOptions;
  #stalled: Timer | undefined;
  /** The last time it stopped with nothing left to read from before, and the last time it went on. */
  #pausedMs = -Infinity;
  #resumedMs = -Infinity;

  constructor(socket: Pick<SocketStream, 'pause' | 'resume'>, options: RequestFlowOptions) {
    this.#socket = socket;
    this.#options = options;
  }

  pause(): void {
    if (this.#stalled !== undefined) return;
    const { timers, onStalled } = this.#options;
    if (this.waitedMs() === 0) this.#pausedMs = this.#options.clock.monotonicMs();
    this.#socket.pause();
    this.#stalled = timers.after(LIMITS.stalledClientMs, () =>
      onStalled(new StarlingError('OVERLOADED', `the client read nothing for ${LIMITS.stalledClientMs} ms`)),
    );
  }

  /** @param hasCaughtUp whether the client has caught up: else it is given all its time again, and isn't read from */
  resume(hasCaughtUp: boolean): void {
    if (this.#stalled === undefined) return;
    this.end();
    if (!hasCaughtUp) {
      this.pause();
      return;
    }
    this.#resumedMs = this.#options.clock.monotonicMs();
    this.#socket.resume();
  }

  /** What is read now may have waited for so long because nothing was read. */
  waitedMs(): number {
    const nowMs = this.#options.clock.monotonicMs();
    return nowMs - this.#resumedMs <= CAUGHT_UP_MS ? nowMs - this.#pausedMs : 0;
  }

  end(): void {
    this.#stalled?.cancel();
    this.#stalled = undefined;
  }
}
