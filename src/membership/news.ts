import { Dissemination } from './dissemination.ts';
import type { Intent } from './intent.ts';
import type { LivenessUpdate } from './member.ts';
import type { MemberTable } from './member-table.ts';
import type { Piggyback } from './outbox.ts';
import { type SwimOptions, transmitLimit } from './swim-options.ts';

/** Most pieces of news in one message: with their addresses intents are ten times as long as updates. */
const UPDATES_PER_MESSAGE = 32;
const INTENTS_PER_MESSAGE = 8;

/** All the news that this node is spreading, and what of it rides on the next message. */
export class News {
  readonly #table: MemberTable;
  readonly #options: SwimOptions;
  readonly #updates = new Dissemination<LivenessUpdate>();
  readonly #intents = new Dissemination<Intent>();

  constructor(table: MemberTable, options: SwimOptions) {
    this.#table = table;
    this.#options = options;
  }

  /** Pieces of news that are still being spread. */
  get size(): number {
    return this.#updates.size + this.#intents.size;
  }

  /** @param isFromExchange as for `spreadIntent` */
  spread({ peer, liveness, incarnation, from }: LivenessUpdate, isFromExchange = false): void {
    this.#updates.add({ peer, liveness, incarnation, from }, this.#sentBefore(isFromExchange));
  }

  /**
   * @param isFromExchange it came in an exchange, and so from somebody who knew it already: it is spread half as much.
   * When a whole cluster starts at once everybody has such news of everybody.
   */
  spreadIntent(intent: Intent, isFromExchange = false): void {
    this.#intents.add(intent, this.#sentBefore(isFromExchange));
  }

  /**
   * What to tell this receiver. One that is suspected or declared dead hears so first of all, so that it
   * refutes at once (Lifeguard's buddy system, IV-C).
   */
  forReceiver(to: string): Piggyback {
    const limit = this.#transmitLimit();
    // It is told of itself below, once.
    const updates = this.#updates.take(UPDATES_PER_MESSAGE, limit).filter(({ peer }) => peer !== to);
    const receiver = this.#table.get(to);
    if (receiver !== undefined && receiver.liveness !== 'alive') {
      const { peer, liveness, incarnation, from } = receiver;
      updates.unshift({ peer, liveness, incarnation, from });
    }
    return { updates, intents: this.#intents.take(INTENTS_PER_MESSAGE, limit) };
  }

  #sentBefore(isFromExchange: boolean): number {
    return isFromExchange ? this.#transmitLimit() >> 1 : 0;
  }

  #transmitLimit(): number {
    return transmitLimit(this.#options, this.#table.livingCount);
  }
}
