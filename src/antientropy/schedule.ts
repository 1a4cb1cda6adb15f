import { toStarlingError } from '../base/errors.ts';
import type { Random } from '../base/random.ts';
import type { Timer, Timers } from '../base/timers.ts';
import type { AntiEntropyEvents, ExchangeReport } from './events.ts';

export interface ScheduleDependencies {
  readonly timers: Timers;
  readonly random: Random;
  /** Pause between two exchanges, in ms. */
  readonly intervalMs: number;
  /** Peers with which this node shares partitions, in a stable order. */
  readonly partners: () => readonly string[];
  readonly isDead: (peer: string) => boolean;
  /** @throws StarlingError */
  readonly exchange: (peer: string) => Promise<ExchangeReport>;
  readonly events: AntiEntropyEvents;
}

/**
 * Compares with one peer after the other, for ever, a pause between two of them: those first that somebody asked for, then each in its
 * turn. A peer that was away is asked for by whoever noticed that it is back.
 */
export class Schedule {
  readonly #on: ScheduleDependencies;
  /** Asked for, the oldest first. */
  readonly #wanted = new Set<string>();
  #previous = '';
  #timer: Timer | undefined;
  #running: Promise<void> | undefined;
  #isStopped = false;

  constructor(dependencies: ScheduleDependencies) {
    this.#on = dependencies;
  }

  start(): void {
    this.#plan();
  }

  /** Compares with this peer at the next occasion. */
  want(peer: string): void {
    this.#wanted.add(peer);
  }

  /** Resolves when no exchange is under way any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    await this.#running;
  }

  /** With jitter: all peers of a cluster may have started at once. */
  #plan(): void {
    const delayMs = this.#on.intervalMs * (0.75 + this.#on.random.fraction() / 2);
    this.#timer = this.#on.timers.after(delayMs, () => {
      this.#running = this.#next().finally(() => {
        this.#running = undefined;
        if (!this.#isStopped) this.#plan();
      });
    });
  }

  /** Never rejects. */
  async #next(): Promise<void> {
    const peer = this.#choose();
    if (peer === undefined) return;
    const { exchange, events } = this.#on;
    try {
      events.exchanged(peer, await exchange(peer));
    } catch (error) {
      if (!this.#isStopped) events.exchangeFailed(peer, toStarlingError(error));
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
