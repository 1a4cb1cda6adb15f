import type { Clock } from '../base/clock.ts';
import type { Timers } from '../base/timers.ts';
import type { Intent, IntentChange } from '../membership/intent.ts';
import type { Custody } from '../replication/custody.ts';
import { seatToTake } from '../ring/ring-member.ts';
import { hasPartition } from '../ring/partition-bits.ts';

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
  readonly isAlive: (peer: string) => boolean;
  /** Whether most of the owners let this node make the next change of them (Turn); asks for it where not. */
  readonly mayChange: () => boolean;
  /** Whether those who go on without this node have what it has, where nobody takes over from it. */
  readonly mayGo: () => boolean;
  /** Others hold all that this member held, which is being removed. */
  readonly endRemoval: (peer: string) => void;
}

/**
 * A node's way through the cluster, as far as its data decides it:
 *
 *     joining --(has copied what it will own, and so have others whom its coming gives something)--> active
 *     leaving --(its successors have copied what it owns)--> left
 *     active --(others have copied what another weight or zone of it gives them)--> active with those
 *     removing --(the same, as another member finds)--> removed
 *
 * Members do so one at a time (see CustodyView and Turn), and one whose turn it seems to be waits a moment before it asks the others, lest
 * another that is before it in the order has only just begun and isn't known here. `advance` is called whenever something may have changed.
 */
export class Passage {
  readonly #on: PassageDependencies;
  /** Whose turn it has been since when. */
  #turn: { readonly of: string; readonly sinceMs: number } | undefined;

  constructor(dependencies: PassageDependencies) {
    this.#on = dependencies;
  }

  /** True: who owns what will be different now. */
  advance(): boolean {
    const { custody, self } = this.#on;
    const own = this.#on.intents().find(({ peer }) => peer === self);
    if (own === undefined) return false;
    const { complete } = custody;
    const { changing, changeId: completeFor } = custody.view;
    const hasWaited = this.#hasWaited();
    const wanted = wantedBy(own, this.#on.intents());
    if (wanted !== undefined) {
      const isItsTurn = changing.includes(self) && hasWaited;
      if (isItsTurn && this.#isReady(own) && this.#successorsHaveEverything() && this.#on.mayChange()) {
        this.#on.updateOwnIntent({ ...wanted, complete, completeFor });
        return true;
      }
      // Whoever joins says so with its being active.
      if (own.status === 'joining') return false;
    }
    // Also while it waits for its turn to leave: whoever leaves before it may leave something to it.
    const isSaid =
      sameBytes(own.complete, complete) && (own.completeFor === completeFor || !this.#isCopying());
    if (this.#hasEverything() && !isSaid) this.#on.updateOwnIntent({ complete, completeFor });
    return hasWaited && this.#endRemovals();
  }

  #isReady({ status }: Intent): boolean {
    if (status === 'joining') return this.#hasEverything();
    return status !== 'leaving' || this.#on.mayGo();
  }

  /** Somebody must say that the removed can be forgotten: the living full member whose id comes first. */
  #endRemovals(): boolean {
    const { custody, self, isAlive, endRemoval } = this.#on;
    const intents = this.#on.intents();
    const removing = intents.filter(({ status }) => status === 'removing').map(({ peer }) => peer);
    const isFirst = intents.every(
      ({ peer, status }) => status !== 'active' || peer >= self || !isAlive(peer),
    );
    if (removing.length === 0 || !isFirst || !this.#successorsHaveEverything()) return false;
    const ending = removing.filter((peer) => custody.view.changing.includes(peer));
    const isReplaced = custody.view.changing.length > ending.length;
    // Who replaces a member takes its place by becoming active; then nothing is left of that member to be copied.
    if (ending.length === 0 || isReplaced) return false;
    // One that was replaced has no share any more: without it the owners are the same.
    if (ending.some((peer) => custody.view.hasShare(peer)) && !this.#on.mayChange()) return false;
    for (const peer of ending) endRemoval(peer);
    return true;
  }

  /** Whether it has been the turn of those whose it is for long enough. */
  #hasWaited(): boolean {
    const { custody, clock, timers } = this.#on;
    const turn = custody.view.changing.join(' ');
    const nowMs = clock.monotonicMs();
    if (this.#turn?.of !== turn) {
      this.#turn = { of: turn, sinceMs: nowMs };
      if (turn !== '') timers.after(TURN_MS + 1, () => this.advance());
    }
    return nowMs - this.#turn.sinceMs >= TURN_MS;
  }

  /** Whether somebody waits for this node, which is to own something by the change that is prepared. */
  #isCopying(): boolean {
    const { custody, self } = this.#on;
    return custody.view.pendingPartitionsOf(self).length > 0;
  }

  #hasEverything(): boolean {
    const { custody } = this.#on;
    return custody.view.width > 0 && custody.incomplete().length === 0;
  }

  /** Of all partitions: a change of the members may move others than theirs, too. */
  #successorsHaveEverything(): boolean {
    const { custody, self } = this.#on;
    const { view } = custody;
    // What somebody had before, for other owners, isn't what is asked for.
    const completeOf = new Map(
      this.#on
        .intents()
        .filter(({ completeFor }) => completeFor === view.changeId)
        .map(({ peer, complete }) => [peer, complete]),
    );
    // It says so with its being active.
    completeOf.set(self, custody.complete);
    for (let partition = 0; partition < custody.partitions; partition++) {
      const isHeld = view.pending(partition).every((peer) => hasPartition(completeOf.get(peer), partition));
      if (!isHeld) return false;
    }
    return true;
  }
}

/** What a member will be when its change is made; undefined where it wants none. */
function wantedBy(own: Intent, intents: readonly Intent[]): IntentChange | undefined {
  const { status, next, seat } = own;
  if (status === 'joining')
    return seat === '' ? { status: 'active' } : { status: 'active', seat: seatToTake(own, intents) };
  if (status === 'leaving') return { status: 'left' };
  return status === 'active' && next !== undefined ? { ...next, next: undefined } : undefined;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
