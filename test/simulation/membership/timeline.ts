import type { Instant } from '../../../src/membership/event.ts';
import { EventQueue, type QueuedEvent } from '../world/event-queue.ts';
import { type Queued, TimeWheel } from './time-wheel.ts';

interface Appointment extends QueuedEvent {
  readonly action: () => void;
}

const FIRST_WALL_MS = 1_800_000_000_000;

/**
 * Virtual time, in whole milliseconds, and what will happen in it: deliveries by the ten thousand, and now and then
 * something that the scenario does. Nothing is ever early: what would be between two milliseconds is in the later.
 */
export class Timeline<Delivery extends Queued> {
  readonly #deliver: (delivery: Delivery) => void;
  readonly #wheel = new TimeWheel<Delivery>();
  readonly #agenda = new EventQueue<Appointment>();
  #appointments = 0;
  #instant: Instant = { monotonicMs: 0, wallMs: FIRST_WALL_MS };

  constructor(deliver: (delivery: Delivery) => void) {
    this.#deliver = deliver;
  }

  get nowMs(): number {
    return this.#wheel.nowMs;
  }

  get instant(): Instant {
    return this.#instant;
  }

  /** Delivers after that time. */
  post(delivery: Delivery, delayMs: number): void {
    this.#wheel.push(delivery, delayMs);
  }

  /** Acts after that time, ahead of the deliveries of that millisecond. */
  after(delayMs: number, action: () => void): void {
    this.#agenda.push({ atMs: this.nowMs + delayMs, sequence: this.#appointments++, action });
  }

  /** Lets a millisecond pass. */
  tick(): void {
    this.#wheel.turn();
    this.#instant = { monotonicMs: this.nowMs, wallMs: FIRST_WALL_MS + this.nowMs };
    for (;;) {
      const appointment = this.#agenda.peek();
      if (appointment === undefined || appointment.atMs > this.nowMs) break;
      this.#agenda.pop();
      appointment.action();
    }
    for (let next = this.#wheel.take(); next !== undefined; next = this.#wheel.take()) this.#deliver(next);
  }
}
