/** Bytes of one kind that clients make a peer hold. */
export class HeldBytes {
  readonly #limit: number;
  #held = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get held(): number {
    return this.#held;
  }

  get isFull(): boolean {
    return this.#held >= this.#limit;
  }

  get isHalfFull(): boolean {
    return 2 * this.#held >= this.#limit;
  }

  /** Whether so many more would be too many. One alone never is. */
  exceeds(bytes: number): boolean {
    return this.#held > 0 && this.#held + bytes > this.#limit;
  }

  /** @param bytes negative: no longer */
  hold(bytes: number): void {
    this.#held += bytes;
  }
}

/**
 * What all clients of a port together make a peer hold in memory. Each kind has a share of its own, so that those who don't read their answers, or don't end their
 * requests, leave room for the requests of all others.
 */
export class ClientMemory {
  /** Of frames of which only a part has come. */
  readonly halves: HeldBytes;
  /** Of requests that are under way. */
  readonly requests: HeldBytes;
  /** Of values that are read, and of answers that the operating system doesn't take yet. */
  readonly answers: HeldBytes;

  /** @param limitBytes of all kinds together */
  constructor(limitBytes: number) {
    this.halves = new HeldBytes(limitBytes / 4);
    this.requests = new HeldBytes(limitBytes / 4);
    this.answers = new HeldBytes(limitBytes / 2);
  }

  get held(): number {
    return this.halves.held + this.requests.held + this.answers.held;
  }
}
