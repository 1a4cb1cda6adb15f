/**
 * Local health (Lifeguard IV-A): a node that hears late, hears nothing, or is suspected by others is
 * probably slow itself, so it gives others more time before it accuses them.
 */
export class Awareness {
  readonly #ceiling: number;
  #score = 0;

  constructor(ceiling: number) {
    this.#ceiling = ceiling;
  }

  /** What timeouts are multiplied by: 1 when all is well. */
  get multiplier(): number {
    return this.#score + 1;
  }

  worsen(by: number): void {
    this.#score = Math.min(this.#ceiling, this.#score + by);
  }

  improve(): void {
    this.#score = Math.max(0, this.#score - 1);
  }
}
