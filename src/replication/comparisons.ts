import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Timers } from '../base/timers.ts';
import type { ComparisonQueue } from './coordination.ts';
import type { ReplicationEvents } from './events.ts';
import type { Comparison, Replica } from './replica.ts';

/** How long comparisons are collected: one message then carries many. */
const COLLECT_MS = 5;
const TIMEOUT_MS = 2000;

export interface ComparisonsDependencies {
  readonly timers: Timers;
  readonly replicaOf: (peer: string) => Replica;
  /** Brings the custodians of a key together again. Must not reject. */
  readonly settle: (comparison: Comparison) => Promise<void>;
  readonly events: ReplicationEvents;
}

/**
 * Compares what reads answered with the custodians that they didn't need, many keys in a message, so that every
 * custodian's copy is looked at by every read and yet costs it next to nothing.
 *
 *     read --answered--> queue by peer --5 ms--> compare --differing--> settled by a read of all custodians
 *
 * Bounded: `LIMITS.comparisonsPerPeer` wait or are under way for one peer, and as many differences are being settled;
 * what is beyond is dropped and counted, and made good by the next read of the key.
 */
export class Comparisons implements ComparisonQueue {
  readonly #on: ComparisonsDependencies;
  readonly #waiting = new Map<string, Comparison[]>();
  readonly #underWay = new Map<string, number>();
  #settling = 0;
  #isScheduled = false;

  constructor(dependencies: ComparisonsDependencies) {
    this.#on = dependencies;
  }

  add(peer: string, comparison: Comparison): void {
    let waiting = this.#waiting.get(peer);
    if (waiting === undefined) this.#waiting.set(peer, (waiting = []));
    if (waiting.length + (this.#underWay.get(peer) ?? 0) >= LIMITS.comparisonsPerPeer) {
      this.#on.events.comparisonsDropped(peer, 1);
      return;
    }
    waiting.push(comparison);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#on.timers.after(COLLECT_MS, () => this.#send());
  }

  #send(): void {
    this.#isScheduled = false;
    for (const [peer, waiting] of this.#waiting) {
      for (let i = 0; i < waiting.length; i += LIMITS.batchItems) {
        this.#compare(peer, waiting.slice(i, i + LIMITS.batchItems));
      }
    }
    this.#waiting.clear();
  }

  #compare(peer: string, comparisons: readonly Comparison[]): void {
    const count = comparisons.length;
    this.#underWay.set(peer, (this.#underWay.get(peer) ?? 0) + count);
    this.#on.replicaOf(peer).compare(comparisons, TIMEOUT_MS, (answer) => {
      this.#underWay.set(peer, (this.#underWay.get(peer) ?? 0) - count);
      if (answer instanceof StarlingError) {
        this.#on.events.comparisonsDropped(peer, count);
        return;
      }
      this.#on.events.compared(peer, count, answer.length);
      for (const index of answer) {
        const comparison = comparisons[index];
        if (comparison !== undefined) void this.#settle(peer, comparison);
      }
    });
  }

  async #settle(peer: string, comparison: Comparison): Promise<void> {
    if (this.#settling >= LIMITS.comparisonsPerPeer) {
      this.#on.events.comparisonsDropped(peer, 1);
      return;
    }
    this.#settling++;
    await this.#on.settle(comparison);
    this.#settling--;
  }
}
