import type { Clock } from '../base/clock.ts';
import type { Timers } from '../base/timers.ts';
import type { Intent, IntentChange } from '../membership/intent.ts';
import type { Custody } from '../replication/custody.ts';

/** Longer than gossip takes to reach everybody. */
const TURN_MS = 500;

export interface PassageDependencies {
  readonly self: string;
  readonly custody: Custody;
  readonly clock: Clock;
  readonly timers: Timers;
  /** Every intent known. */
  readonly intents: () => readonly Intent[];
  readonly updateOwnIntent: (change: IntentChange) => void;
}

/**
 * A node's way through the cluster, as far as its data decides it:
 *
 *     joining --(has copied what it will own)--> active
 *     leaving --(its successors have copied what it owns)--> left
 *
 * Members do so one at a time (see CustodyView), and one whose turn it is waits a moment first, lest another that is before it in
 * the order has only just begun and isn't known here. `advance` is called whenever something may have changed.
 */
export class Passage {
  readonly #on: PassageDependencies;
  /** Since when it has been this node's turn. */
  #turnSinceMs: number | undefined;

  constructor(dependencies: PassageDependencies) {
    this.#on = dependencies;
  }

  advance(): void {
    const { custody, self } = this.#on;
    const own = this.#on.intents().find(({ peer }) => peer === self);
    if (own === undefined) return;
    const complete = custody.complete;
    if (own.status === 'joining' || own.status === 'leaving') {
      const isReady = own.status === 'joining' ? this.#hasEverything() : this.#successorsHaveEverything();
      if (!this.#hasWaitedItsTurn() || !isReady) return;
      this.#on.updateOwnIntent({ status: own.status === 'joining' ? 'active' : 'left', complete });
    } else if (this.#hasEverything() && !sameBytes(own.complete, complete)) {
      this.#on.updateOwnIntent({ complete });
    }
  }

  #hasWaitedItsTurn(): boolean {
    const { custody, self, clock, timers } = this.#on;
    if (custody.view.changing !== self) {
      this.#turnSinceMs = undefined;
      return false;
    }
    const nowMs = clock.monotonicMs();
    if (this.#turnSinceMs === undefined) {
      this.#turnSinceMs = nowMs;
      timers.after(TURN_MS + 1, () => this.advance());
    }
    return nowMs - this.#turnSinceMs >= TURN_MS;
  }

  #hasEverything(): boolean {
    const { custody } = this.#on;
    return custody.view.width > 0 && custody.incomplete().length === 0;
  }

  #successorsHaveEverything(): boolean {
    const { custody, self } = this.#on;
    const completeOf = new Map(this.#on.intents().map(({ peer, complete }) => [peer, complete]));
    return custody.view
      .partitionsOf(self)
      .every((partition) =>
        custody.view.pending(partition).every((peer) => hasBit(completeOf.get(peer), partition)),
      );
  }
}

function hasBit(bits: Uint8Array | undefined, index: number): boolean {
  return ((bits?.[index >>> 3] ?? 0) & (1 << (index & 7))) !== 0;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
