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

  get isEmpty(): boolean {
    return this.#updates.size + this.#intents.size === 0;
  }

  spread({ peer, liveness, incarnation, from }: LivenessUpdate): void {
    this.#updates.add({ peer, liveness, incarnation, from });
  }

  spreadIntent(intent: Intent): void {
    this.#intents.add(intent);
  }

  /**
   * What to tell this receiver. One that is suspected or declared dead hears so first of all, so that it
   * refutes at once (Lifeguard's buddy system, IV-C).
   */
  forReceiver(to: string): Piggyback {
    const limit = transmitLimit(this.#options, this.#table.livingCount);
    const updates = this.#updates.take(UPDATES_PER_MESSAGE, limit);
    const receiver = this.#table.get(to);
    if (receiver !== undefined && receiver.liveness !== 'alive') {
      const { peer, liveness, incarnation, from } = receiver;
      updates.unshift({ peer, liveness, incarnation, from });
    }
    return { updates, intents: this.#intents.take(INTENTS_PER_MESSAGE, limit) };
  }
}
