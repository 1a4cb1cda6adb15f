import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Random } from '../base/random.ts';
import type { Timer, Timers } from '../base/timers.ts';
import type { ExchangeReport } from '../wire/repair-codec.ts';
import type { AntiEntropyEvents } from './events.ts';
import type { ExchangeScope } from './exchange.ts';

export interface ScheduleDependencies {
  readonly timers: Timers;
  readonly random: Random;
  /** Pause between two exchanges, in ms. */
  readonly intervalMs: () => number;
  /** Peers with which this node shares partitions, in a stable order. */
  readonly partners: () => readonly string[];
  readonly isDead: (peer: string) => boolean;
  /** Whether it leaves its turns out for now; orders are carried out all the same. */
  readonly isPaused: () => boolean;
  /** @throws StarlingError */
  readonly exchange: (peer: string, scope: ExchangeScope) => Promise<ExchangeReport>;
  readonly events: AntiEntropyEvents;
}

/** A comparison that somebody waits for. */
interface Order {
  readonly peer: string;
  readonly scope: ExchangeScope;
  readonly resolve: (outcome: ExchangeReport | StarlingError) => void;
}

/**
 * One exchange at a time, whoever wants it. By itself with one peer after the other, for ever, a pause between two of them: those first
 * that somebody wants, since they were away or lack something, then each in its turn. And whatever is ordered, as soon as nothing else runs:
 *
 *     pause is over:  wanted peers, then each in its turn --.
 *                                                           >-- one exchange
 *     orders:         a short line, the first first --------'
 */
export class Schedule {
  readonly #on: ScheduleDependencies;
  /** The oldest first. */
  readonly #wanted = new Set<string>();
  /** Without the one that is being carried out. */
  readonly #orders: Order[] = [];
  #previous = '';
  #timer: Timer | undefined;
  /** Whether the pause is over. */
  #isDue = false;
  #running: Promise<void> | undefined;
  #isStarted = false;
  #isStopped = false;

  constructor(dependencies: ScheduleDependencies) {
    this.#on = dependencies;
  }

  start(): void {
    this.#isStarted = true;
    this.#plan();
  }

  /** Compares with this peer at the next occasion. */
  want(peer: string): void {
    this.#wanted.add(peer);
  }

  /**
   * Compares with this peer as soon as what runs, and what was ordered before, has ended. Gives what came of it, or why it failed:
   * OVERLOADED where too many wait already, NOT_READY, STOPPED, or as the exchange did. Never rejects.
   */
  order(peer: string, scope: ExchangeScope): Promise<ExchangeReport | StarlingError> {
    if (this.#isStopped) return Promise.resolve(stopped());
    if (!this.#isStarted) return Promise.resolve(notStarted());
    if (this.#orders.length >= LIMITS.waitingComparisons) return Promise.resolve(tooManyWaiting());
    return new Promise((resolve) => {
      this.#orders.push({ peer, scope, resolve });
      this.#advance();
    });
  }

  /** Resolves when no exchange is under way any more; orders that wait fail. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    for (const { resolve } of this.#orders.splice(0)) resolve(stopped());
    await this.#running;
  }

  /** With jitter: all peers of a cluster may have started at once. */
  #plan(): void {
    const delayMs = this.#on.intervalMs() * (0.75 + this.#on.random.fraction() / 2);
    this.#timer = this.#on.timers.after(delayMs, () => {
      this.#isDue = true;
      this.#advance();
    });
  }

  /** What is due by itself goes first: no line of orders holds it up, and the pause behind it is theirs. */
  #advance(): void {
    if (this.#running !== undefined || this.#isStopped) return;
    const work = this.#isDue ? this.#takeTurn() : this.#carryOut(this.#orders.shift());
    this.#running = work?.finally(() => {
      this.#running = undefined;
      this.#advance();
    });
  }

  async #takeTurn(): Promise<void> {
    this.#isDue = false;
    const peer = this.#on.isPaused() ? undefined : this.#choose();
    if (peer !== undefined) await this.#exchange(peer, {});
    if (!this.#isStopped) this.#plan();
  }

  /** Undefined: there is no order. */
  #carryOut(order: Order | undefined): Promise<void> | undefined {
    return order && this.#exchange(order.peer, order.scope).then(order.resolve);
  }

  /** Gives the failure, too, once it is told: whoever waits for it can't be forgotten. */
  async #exchange(peer: string, scope: ExchangeScope): Promise<ExchangeReport | StarlingError> {
    const { exchange, events } = this.#on;
    try {
      const report = await exchange(peer, scope);
      events.exchanged(peer, report);
      return report;
    } catch (thrown) {
      const error = toStarlingError(thrown);
      if (!this.#isStopped) events.exchangeFailed(peer, error);
      return error;
    }
  }

  #choose(): string | undefined {
    const partners = this.#on.partners().filter((peer) => !this.#on.isDead(peer));
    const wanted = [...this.#wanted].find((peer) => partners.includes(peer));
    if (wanted !== undefined) {
      this.#wanted.delete(wanted);
      return wanted;
    }
    const next = partners.find((peer) => peer > this.#previous) ?? partners[0];
    this.#previous = next ?? '';
    return next;
  }
}

function stopped(): StarlingError {
  return new StarlingError('STOPPED', 'the node is stopping');
}

function notStarted(): StarlingError {
  return new StarlingError('NOT_READY', 'this peer has yet to join its cluster');
}

function tooManyWaiting(): StarlingError {
  return new StarlingError(
    'OVERLOADED',
    `${LIMITS.waitingComparisons} comparisons wait for their turn at this peer already; order this one again when some have ended`,
    { retryAfterMs: 1000 },
  );
}
