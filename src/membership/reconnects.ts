/**
 * When the dead are tried again. Each waits longer after each try, up to a bound, for ever: that is how two halves of
 * a healed split meet, whatever the length of the split.
 *
 *     wait = min(reconnectMaxMs, reconnectMinMs * 2^tries) * max(1, living / 16, dead / 16)
 *
 * The last factor shares the work: all members together try each dead one about 16 times per `reconnectMaxMs`, and
 * none of them tries more than that itself, whatever the size of the cluster and of what it lost. One try that
 * succeeds is enough, because what is then exchanged is spread as gossip.
 */
import type { Random } from '../base/random.ts';
import type { Outbox } from './outbox.ts';
import type { SwimOptions } from './swim-options.ts';

export interface ReconnectsOptions {
  readonly swim: SwimOptions;
  readonly random: Random;
  readonly outbox: Outbox;
  /** Members that aren't dead. */
  readonly livingCount: () => number;
}

/** Members that work at the same dead one, or dead ones that one member works at, without waiting longer for it. */
const SHARED_BY = 16;

/** Waits of retries vary by this much both ways, lest all members knock at once. */
const JITTER = 0.25;

export class Reconnects {
  readonly #options: ReconnectsOptions;
  /** The incarnation in which each member is dead. */
  readonly #dead = new Map<string, number>();

  constructor(options: ReconnectsOptions) {
    this.#options = options;
  }

  /** The member is dead in this incarnation, and is tried from now on. */
  begin(peer: string, incarnation: number): void {
    this.#dead.set(peer, incarnation);
    this.#schedule(peer, incarnation, 0);
  }

  /** The member lives, or has gone for good. */
  end(peer: string): void {
    this.#dead.delete(peer);
  }

  /** A try is due. False: it is none any more. */
  isDue(peer: string, incarnation: number): boolean {
    return this.#dead.get(peer) === incarnation;
  }

  /** Plans the next try after this one. */
  again(peer: string, incarnation: number, tries: number): void {
    this.#schedule(peer, incarnation, tries);
  }

  #schedule(peer: string, incarnation: number, attempt: number): void {
    const { swim, random, outbox, livingCount } = this.#options;
    const waitMs = Math.min(swim.reconnectMaxMs, swim.reconnectMinMs * 2 ** attempt);
    const share = Math.max(1, livingCount() / SHARED_BY, this.#dead.size / SHARED_BY);
    const jitter = 1 + JITTER * (2 * random.fraction() - 1);
    outbox.schedule({ kind: 'reconnect', peer, incarnation, attempt }, waitMs * share * jitter);
  }
}
