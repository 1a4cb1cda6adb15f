import type { ServerResponse } from 'node:http';
import { LIMITS } from '../base/limits.ts';
import type { Timer, Timers } from '../base/timers.ts';
import { sendHead } from './answer.ts';

export interface EventFeedOptions {
  /** What subscribers are told, as JSON; made once for all of them, and only where there is one. */
  readonly make: () => unknown;
  readonly timers: Timers;
  /** It could not be made: everybody is hung up on, and may come again. */
  readonly onFailed: (error: unknown) => void;
  /** Default `LIMITS.adminEventMs`, `.adminSubscribers` and `.adminEventsMissed`. */
  readonly everyMs?: number | undefined;
  readonly seats?: number | undefined;
  readonly missed?: number | undefined;
}

/**
 * Tells its subscribers over and over how something is, as server-sent events (`event: snapshot`), until they hang up.
 *
 * An event says all there is, so that one who is slow misses what comes before it has read the last, and nothing is ever
 * buffered for it but that. One who reads nothing for long is cut off. The events themselves show that the connection is alive.
 */
export class EventFeed {
  readonly #options: EventFeedOptions;
  /** How many events in a row each had no room for. */
  readonly #missed = new Map<ServerResponse, number>();
  #timer: Timer | undefined;
  #isStopped = false;

  constructor(options: EventFeedOptions) {
    this.#options = options;
  }

  /** Subscribers there are. */
  get size(): number {
    return this.#missed.size;
  }

  /** Whether there is no seat for another one. */
  get isFull(): boolean {
    return this.#isStopped || this.size >= (this.#options.seats ?? LIMITS.adminSubscribers);
  }

  /** Takes the response over: the first event goes out at once. @throws where it can't be made; nothing was sent then */
  subscribe(response: ServerResponse): void {
    const event = this.#event();
    response.once('close', () => this.#leave(response));
    sendHead(response, 'text/event-stream; charset=utf-8');
    response.write(event);
    this.#missed.set(response, 0);
    this.#timer ??= this.#again();
  }

  /** Hangs up on everybody, and takes nobody any more. Idempotent. */
  stop(): void {
    this.#isStopped = true;
    this.#endAll();
  }

  #again(): Timer {
    return this.#options.timers.after(this.#options.everyMs ?? LIMITS.adminEventMs, () => this.#tell());
  }

  #tell(): void {
    this.#timer = this.#again();
    let event: string;
    try {
      event = this.#event();
    } catch (error) {
      this.#options.onFailed(error);
      this.#endAll();
      return;
    }
    for (const response of this.#missed.keys()) this.#send(response, event);
  }

  #send(response: ServerResponse, event: string): void {
    if (response.writableLength === 0) {
      response.write(event);
      this.#missed.set(response, 0);
      return;
    }
    const missed = (this.#missed.get(response) ?? 0) + 1;
    this.#missed.set(response, missed);
    if (missed >= (this.#options.missed ?? LIMITS.adminEventsMissed)) response.destroy();
  }

  #event(): string {
    return `event: snapshot\ndata: ${JSON.stringify(this.#options.make())}\n\n`;
  }

  #leave(response: ServerResponse): void {
    this.#missed.delete(response);
    if (this.size === 0) this.#rest();
  }

  #endAll(): void {
    for (const response of this.#missed.keys()) response.end();
    this.#missed.clear();
    this.#rest();
  }

  #rest(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }
}
