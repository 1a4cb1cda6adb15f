import type { Intent, IntentChange } from '../membership/intent.ts';
import type { Custody } from '../replication/custody.ts';

export interface PassageDependencies {
  readonly self: string;
  readonly custody: Custody;
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
 * `advance` is called whenever something may have changed, and changes the node's own intent where the time has come.
 */
export class Passage {
  readonly #on: PassageDependencies;

  constructor(dependencies: PassageDependencies) {
    this.#on = dependencies;
  }

  advance(): void {
    const own = this.#on.intents().find(({ peer }) => peer === this.#on.self);
    if (own === undefined) return;
    const complete = this.#on.custody.complete;
    if (own.status === 'joining' && this.#hasEverything()) {
      this.#on.updateOwnIntent({ status: 'active', complete });
    } else if (own.status === 'leaving' && this.#successorsHaveEverything()) {
      this.#on.updateOwnIntent({ status: 'left', complete });
    } else if (!sameBytes(own.complete, complete) && this.#hasEverything()) {
      this.#on.updateOwnIntent({ complete });
    }
  }

  #hasEverything(): boolean {
    const { custody } = this.#on;
    return custody.view.width > 0 && custody.incomplete().length === 0;
  }

  #successorsHaveEverything(): boolean {
    const { custody, self } = this.#on;
    const completeOf = new Map(this.#on.intents().map(({ peer, complete }) => [peer, complete]));
    return custody.view.partitionsOf(self).every((partition) =>
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
