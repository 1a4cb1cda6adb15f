import { EventQueue, type QueuedEvent } from '../world/event-queue.ts';

/** Something queued, which is its own link in the list of its millisecond. */
export interface Queued {
  next: this | undefined;
}

interface Distant<Q> extends QueuedEvent {
  readonly item: Q;
}

/** Longer than the timers of the protocol and of the seeds: what is further away is rare. */
const SLOTS = 1 << 16;

/**
 * A queue of what happens in which millisecond, in constant time (Varghese and Lauck 1987): a thousand members
 * queue tens of thousands of timers and messages a second, for which a heap is the larger part of the work.
 *
 *     slot       0     1     2    ...   65535         one for each millisecond to come
 *               [a]   [ ]   [b]->[c]                  a list in the order of queueing
 *                ^ now
 *
 * What is beyond the wheel waits in a heap until the wheel reaches it.
 */
export class TimeWheel<Q extends Queued> {
  readonly #first: (Q | undefined)[] = new Array<Q | undefined>(SLOTS).fill(undefined);
  readonly #last: (Q | undefined)[] = new Array<Q | undefined>(SLOTS).fill(undefined);
  readonly #distant = new EventQueue<Distant<Q>>();
  #sequence = 0;
  #nowMs = 0;

  /** A whole number. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** Queues for the first whole millisecond that is not before `delayMs` from now; 0: this one. */
  push(item: Q, delayMs: number): void {
    const atMs = this.#nowMs + Math.max(0, Math.ceil(delayMs));
    if (atMs - this.#nowMs < SLOTS) this.#put(item, atMs);
    else this.#distant.push({ atMs, sequence: this.#sequence++, item });
  }

  /** Goes on to the next millisecond; what is left of the present one is forgotten, so take it first. */
  turn(): void {
    this.#nowMs++;
    for (;;) {
      const nearest = this.#distant.peek();
      if (nearest === undefined || nearest.atMs - this.#nowMs >= SLOTS) return;
      this.#distant.pop();
      this.#put(nearest.item, nearest.atMs);
    }
  }

  /** What is next in this millisecond. */
  take(): Q | undefined {
    const slot = this.#nowMs % SLOTS;
    const item = this.#first[slot];
    if (item === undefined) return undefined;
    this.#first[slot] = item.next;
    if (item.next === undefined) this.#last[slot] = undefined;
    item.next = undefined;
    return item;
  }

  #put(item: Q, atMs: number): void {
    const slot = atMs % SLOTS;
    const last = this.#last[slot];
    if (last === undefined) this.#first[slot] = item;
    else last.next = item;
    this.#last[slot] = item;
  }
}
