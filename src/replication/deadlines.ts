import type { Clock } from '../base/clock.ts';
import type { Timer, Timers } from '../base/timers.ts';
import { DeadlineEntry, DeadlineWheel } from '../transport/deadline-wheel.ts';

class Deadline extends DeadlineEntry implements Timer {
  readonly task: () => void;
  readonly #wheel: DeadlineWheel<Deadline>;

  constructor(wheel: DeadlineWheel<Deadline>, task: () => void) {
    super();
    this.#wheel = wheel;
    this.task = task;
  }

  cancel(): void {
    this.#wheel.remove(this);
  }
}

/** `Timers.after` on one wheel: for the deadlines of requests, which are many and nearly never pass. Up to 10 ms late. */
export class Deadlines implements Pick<Timers, 'after'> {
  readonly #wheel: DeadlineWheel<Deadline>;

  constructor(clock: Clock, timers: Timers) {
    this.#wheel = new DeadlineWheel<Deadline>(clock, timers, (deadline) => deadline.task());
  }

  after(delayMs: number, task: () => void): Timer {
    const deadline = new Deadline(this.#wheel, task);
    this.#wheel.add(deadline, delayMs);
    return deadline;
  }
}
