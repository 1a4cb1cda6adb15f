/**
 * Deadlines of many requests on one timer (a hashed timing wheel, Varghese and Lauck 1987, scheme 6).
 *
 *   slot   0    1    2  ...  1023     a slot is 10 ms; a deadline hangs in slot (tick mod 1024)
 *          |    |
 *         [A]  [B]<->[C]              as part of a doubly linked ring, so that an answered request
 *          |                          leaves in no time, and nothing of it stays behind
 *         [D]
 *
 * Setting and clearing a deadline costs some tens of nanoseconds, a timer of its own a microsecond
 * (measured). The price: a deadline passes up to one slot late.
 *
 * Timers come first in an iteration of the event loop, what sockets have comes then. Deadlines pass at its end: where the process was held up, an
 * answer that waits in a socket is read before its deadline is looked at, and isn't late because nobody had the time to read it.
 */
import type { Clock } from '../base/clock.ts';
import type { Timer, Timers } from '../base/timers.ts';

const SLOT_MS = 10;
const SLOTS = 1024;

/** Something that has a deadline; extend it. It can be in one wheel once. */
export class DeadlineEntry {
  /** @internal */
  tick = 0;
  /** @internal Neighbours in the slot's ring; undefined while in no wheel. */
  next: DeadlineEntry | undefined;
  /** @internal */
  previous: DeadlineEntry | undefined;
}

export class DeadlineWheel<E extends DeadlineEntry> {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #onDeadline: (entry: E) => void;
  /** The heads of the rings, made when first used. */
  readonly #slots: (DeadlineEntry | undefined)[] = new Array<DeadlineEntry | undefined>(SLOTS);
  /** The last tick whose slot was looked through. */
  #doneTick = 0;
  #size = 0;
  #timer: Timer | undefined;
  #timerTick = 0;

  /** @param onDeadline called once an entry's time has passed, when it is in the wheel no more. */
  constructor(clock: Clock, timers: Timers, onDeadline: (entry: E) => void) {
    this.#clock = clock;
    this.#timers = timers;
    this.#onDeadline = onDeadline;
  }

  /** Entries whose deadline is to come. */
  get size(): number {
    return this.#size;
  }

  /** Puts an entry in, to come out `delayMs` from now. */
  add(entry: E, delayMs: number): void {
    const nowMs = this.#clock.monotonicMs();
    if (this.#size === 0) this.#doneTick = Math.floor(nowMs / SLOT_MS);
    entry.tick = Math.max(this.#doneTick + 1, Math.ceil((nowMs + delayMs) / SLOT_MS));
    const head = this.#headOf(entry.tick);
    const last = head.previous!;
    entry.previous = last;
    entry.next = head;
    last.next = entry;
    head.previous = entry;
    this.#size++;
    if (this.#timer === undefined || entry.tick < this.#timerTick) this.#arm(entry.tick, nowMs);
  }

  /** Takes an entry out. Does nothing where it is in no wheel. */
  remove(entry: E): void {
    const { next, previous } = entry;
    if (next === undefined || previous === undefined) return;
    previous.next = next;
    next.previous = previous;
    entry.next = undefined;
    entry.previous = undefined;
    this.#size--;
  }

  #arm(tick: number, nowMs: number): void {
    this.#timer?.cancel();
    this.#timerTick = tick;
    this.#timer = this.#timers.after(tick * SLOT_MS - nowMs, () => {
      if (this.#size > 0) this.#timers.endOfIteration(() => this.#advance());
      else this.#timer = undefined;
    });
  }

  #advance(): void {
    this.#timer = undefined;
    const nowMs = this.#clock.monotonicMs();
    const nowTick = Math.floor(nowMs / SLOT_MS);
    // After a long pause one round over all slots sees everything that is due.
    const firstTick = Math.max(this.#doneTick + 1, nowTick - SLOTS + 1);
    this.#doneTick = nowTick;
    for (let tick = firstTick; tick <= nowTick; tick++) this.#expire(tick, nowTick);
    if (this.#size > 0) this.#arm(this.#nextTick(nowTick), nowMs);
  }

  /** Takes out what is due of one slot; what hangs there for a later round stays. */
  #expire(tick: number, nowTick: number): void {
    const head = this.#slots[tick % SLOTS];
    if (head === undefined) return;
    const due: E[] = [];
    for (let entry = head.next!; entry !== head; entry = entry.next!) {
      if (entry.tick <= nowTick) due.push(entry as E);
    }
    for (const entry of due) {
      if (entry.next === undefined) continue; // an earlier one's callback removed it
      this.remove(entry);
      this.#onDeadline(entry);
    }
  }

  /** The next tick whose slot isn't empty; what hangs there may yet be for a later round. */
  #nextTick(afterTick: number): number {
    for (let tick = afterTick + 1; tick < afterTick + SLOTS; tick++) {
      const head = this.#slots[tick % SLOTS];
      if (head !== undefined && head.next !== head) return tick;
    }
    return afterTick + SLOTS;
  }

  #headOf(tick: number): DeadlineEntry {
    const slot = tick % SLOTS;
    let head = this.#slots[slot];
    if (head === undefined) {
      head = new DeadlineEntry();
      head.next = head;
      head.previous = head;
      this.#slots[slot] = head;
    }
    return head;
  }
}
