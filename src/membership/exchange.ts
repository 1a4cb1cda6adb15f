import type { IntentTable } from './intents.ts';
import type { MemberTable } from './member-table.ts';
import type { PushPull } from './message.ts';
import type { Outbox } from './outbox.ts';
import { pushPullPages } from './push-pull.ts';

/**
 * Push-pull: two members tell each other everything they know. It makes a newcomer a member, joins
 * the halves of a healed split, and repairs what gossip missed.
 */
export class Exchange {
  readonly #members: MemberTable;
  readonly #intents: IntentTable;
  readonly #outbox: Outbox;
  /** The latest exchange that this node asked for: the answer shows the other's clock. */
  #asked: { readonly peer: string; readonly atMs: number } | undefined;

  constructor(members: MemberTable, intents: IntentTable, outbox: Outbox) {
    this.#members = members;
    this.#intents = intents;
    this.#outbox = outbox;
  }

  /** Sends everything and asks for everything in return. */
  ask(peer: string): void {
    this.#asked = { peer, atMs: this.#outbox.now.monotonicMs };
    this.#send(peer, true);
  }

  /** Ends the receipt of a page, whose content has been merged already. */
  handleReceived(from: string, page: PushPull): void {
    this.#outbox.emit({ kind: 'synchronised', peer: from });
    if (page.replyWanted) this.#send(from, false);
    else if (this.#asked?.peer === from) this.#sampleClock(from, this.#asked.atMs, page.wallMs);
  }

  #sampleClock(peer: string, askedAtMs: number, wallMs: number): void {
    const roundTripMs = this.#outbox.now.monotonicMs - askedAtMs;
    this.#asked = undefined;
    this.#outbox.emit({ kind: 'clockSample', peer, wallMs: wallMs + roundTripMs / 2, roundTripMs });
  }

  #send(to: string, replyWanted: boolean): void {
    const { wallMs } = this.#outbox.now;
    const pages = pushPullPages(this.#members.values(), this.#intents.values(), wallMs, replyWanted);
    for (const page of pages) this.#outbox.sendBare(to, page);
  }
}
