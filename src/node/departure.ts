import { StarlingError } from '../base/errors.ts';
import type { Timers } from '../base/timers.ts';
import type { Gossip } from '../gossip/gossip.ts';
import type { DepartureOrder } from '../wire/operator-operation.ts';
import type { OperatorOrders } from './operator-orders.ts';
import type { Passage } from './passage.ts';
import type { Turn } from './turn.ts';

export interface DepartureDependencies {
  readonly self: string;
  readonly gossip: Pick<Gossip, 'intents' | 'updateOwnIntent'>;
  readonly passage: Pick<Passage, 'advance'>;
  readonly turn: Pick<Turn, 'isKnown'>;
  readonly timers: Timers;
  readonly isStopping: () => boolean;
  /** Called once, a moment after most of the others know that this node has left. */
  readonly onLeft: () => void;
}

/** How often a leaving node looks whether its successors have everything. */
const CHECK_MS = 50;
/**
 * Until it asks the others whether they know that it has left, at first and at most: each wait is twice the last. Were it to stop before
 * anybody knows, it would be missed for ever; were it slow to ask, they might be gone themselves.
 */
const FIRST_FAREWELL_MS = 100;
const LONGEST_FAREWELL_MS = 1000;

/** A node's leaving of its cluster, for good: others take over what it owns, and then it isn't needed any more. */
export class Departure {
  readonly #on: DepartureDependencies;
  #isSaid = false;

  constructor(dependencies: DepartureDependencies) {
    this.#on = dependencies;
  }

  /**
   * Announces that this node leaves; the rest comes by itself, restarts included. Again, it does nothing.
   * @throws StarlingError INVALID_ARGUMENT where it is the last member
   */
  begin(): void {
    const { self, gossip } = this.#on;
    const own = gossip.intents().find(({ peer }) => peer === self);
    if (own?.status === 'leaving' || own?.status === 'left') return;
    const others = gossip.intents().filter(({ peer, status }) => peer !== self && status === 'active');
    if (others.length === 0) {
      throw new StarlingError(
        'INVALID_ARGUMENT',
        'this is the last active member: nobody could take its data',
      );
    }
    gossip.updateOwnIntent({ status: 'leaving' });
  }

  /**
   * As `begin`, because somebody who knows the secret says so.
   * @throws StarlingError FORBIDDEN where the proof is wrong or out of date; INVALID_ARGUMENT where another peer is meant, or it is the
   *   last member
   */
  obey({ peer, expiresMs, proof }: DepartureOrder, orders: OperatorOrders): void {
    orders.check({ action: 'leave', peer, force: false, expiresMs }, proof);
    if (peer !== this.#on.self) {
      throw new StarlingError('INVALID_ARGUMENT', `this is ${this.#on.self}: ask ${peer} itself to leave`);
    }
    this.begin();
  }

  /** Resolves when the successors hold everything that this node owned. @throws StarlingError STOPPED */
  async end(): Promise<void> {
    const { passage, timers, isStopping } = this.#on;
    await new Promise<void>((resolve, reject) => {
      const check = () => {
        if (this.#hasLeft()) resolve();
        else if (isStopping())
          reject(new StarlingError('STOPPED', 'the node was stopped while it was leaving'));
        else {
          passage.advance();
          timers.after(CHECK_MS, check);
        }
      };
      check();
    });
  }

  /** The intents may have changed. */
  handleIntents(): void {
    if (this.#isSaid || !this.#hasLeft()) return;
    this.#isSaid = true;
    this.#bidFarewell(FIRST_FAREWELL_MS);
  }

  #bidFarewell(afterMs: number): void {
    const { timers, turn, isStopping, onLeft } = this.#on;
    timers.after(afterMs, () => {
      if (isStopping()) return;
      const nextMs = Math.min(afterMs * 2, LONGEST_FAREWELL_MS);
      void turn.isKnown().then((isKnown) => (isKnown ? onLeft() : this.#bidFarewell(nextMs)));
    });
  }

  #hasLeft(): boolean {
    const { self, gossip } = this.#on;
    return gossip.intents().some(({ peer, status }) => peer === self && status === 'left');
  }
}
