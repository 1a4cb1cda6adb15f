import type { StarlingError } from '../base/errors.ts';
import { DeadlineEntry } from './deadline-wheel.ts';

/** A request that has no outcome yet. */
export class PendingRequest<Req, Res> extends DeadlineEntry {
  readonly id: number;
  readonly peer: string;
  /** Monotonic time. */
  readonly deadlineMs: number;
  readonly onAnswer: (answer: Res | StarlingError) => void;
  /** What is to be sent; undefined once it was, so that a sent request's value can be forgotten. */
  unsent: Req | undefined;

  constructor(
    ids: { readonly id: number; readonly peer: string },
    request: Req,
    deadlineMs: number,
    onAnswer: (answer: Res | StarlingError) => void,
  ) {
    super();
    this.id = ids.id;
    this.peer = ids.peer;
    this.unsent = request;
    this.deadlineMs = deadlineMs;
    this.onAnswer = onAnswer;
  }
}

const LARGEST_ID = 0xffff_ffff;

/** The pending requests to one peer, by id, in the order in which they were made. */
export class PendingRequests<Req, Res> {
  readonly #peer: string;
  readonly #byId = new Map<number, PendingRequest<Req, Res>>();
  #lastId = 0;

  constructor(peer: string) {
    this.#peer = peer;
  }

  get size(): number {
    return this.#byId.size;
  }

  /** Adds a request under an id of its own, 1..2^32-1: 0 is an answer to no request in particular. */
  add(
    request: Req,
    deadlineMs: number,
    onAnswer: (answer: Res | StarlingError) => void,
  ): PendingRequest<Req, Res> {
    do this.#lastId = this.#lastId === LARGEST_ID ? 1 : this.#lastId + 1;
    while (this.#byId.has(this.#lastId));
    const pending = new PendingRequest({ id: this.#lastId, peer: this.#peer }, request, deadlineMs, onAnswer);
    this.#byId.set(pending.id, pending);
    return pending;
  }

  /** Removes and gives the request of this id; undefined where it has had its outcome. */
  take(id: number): PendingRequest<Req, Res> | undefined {
    const pending = this.#byId.get(id);
    if (pending !== undefined) this.#byId.delete(id);
    return pending;
  }

  takeAll(): PendingRequest<Req, Res>[] {
    const all = [...this.#byId.values()];
    this.#byId.clear();
    return all;
  }

  unsent(): PendingRequest<Req, Res>[] {
    return [...this.#byId.values()].filter((pending) => pending.unsent !== undefined);
  }
}
