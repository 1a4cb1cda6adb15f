import type { Clock } from '../base/clock.ts';

/** How one request goes: whom it asked and when each answered, to tell who kept it waiting where it took long. */
export class RequestCourse {
  readonly partition: number;
  readonly #clock: Clock;
  readonly #peers: string[] = [];
  /** By the same index; infinite where there is no answer yet. */
  readonly #answeredMs: number[] = [];

  constructor(clock: Clock, partition: number) {
    this.#clock = clock;
    this.partition = partition;
  }

  /** @returns what `answered` is to be told */
  ask(peer: string): number {
    this.#answeredMs.push(Number.POSITIVE_INFINITY);
    return this.#peers.push(peer) - 1;
  }

  answered(asked: number): void {
    this.#answeredMs[asked] = this.#clock.monotonicMs();
  }

  /** Who answered only after this time on the monotonic clock, or hasn't yet. */
  slowerThan(timeMs: number): readonly string[] {
    return [...new Set(this.#peers.filter((_, asked) => this.#answeredMs[asked]! > timeMs))];
  }
}
