/** Slots that have been used are given back once there are so many, and more of them than of waiting calls. */
const COMPACT_AT = 1024;

/** A queue whose members may lose interest: first in, first out, all in constant time. */
export class WaitingCalls<Call extends { readonly isDone: boolean }> {
  #calls: Call[] = [];
  #head = 0;

  /** Those that are done already, but whose turn hasn't come, count. */
  get size(): number {
    return this.#calls.length - this.#head;
  }

  add(call: Call): void {
    this.#calls.push(call);
  }

  /** The call whose turn it is; it stays in the queue. Those that are done are dropped. */
  peek(): Call | undefined {
    while (this.#calls[this.#head]?.isDone === true) this.shift();
    return this.#calls[this.#head];
  }

  /** Takes the first one out. */
  shift(): void {
    this.#head++;
    if (this.#head < COMPACT_AT || this.#head < this.size) return;
    this.#calls = this.#calls.slice(this.#head);
    this.#head = 0;
  }

  /** Empties the queue. */
  takeAll(): Call[] {
    const calls = this.#calls.slice(this.#head).filter((call) => !call.isDone);
    this.#calls = [];
    this.#head = 0;
    return calls;
  }
}
