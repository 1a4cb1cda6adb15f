import type { RefusalReason } from './event.ts';
import {
  type Intent,
  type IntentChange,
  compareIntents,
  isExpelled,
  isGone,
  resumption,
  sinceCounterOf,
} from './intent.ts';
import type { IntentSigner } from './intent-signer.ts';
import type { IntentTable } from './intents.ts';
import { MAX_COUNTER } from './member.ts';
import type { News } from './news.ts';
import type { Outbox } from './outbox.ts';

export interface IntentRulesOptions {
  readonly self: string;
  readonly signer: IntentSigner;
  /** Whether this peer may be of the cluster at all. */
  readonly isAllowed: (peer: string) => boolean;
  readonly outbox: Outbox;
  readonly table: IntentTable;
  readonly news: News;
  /** Somebody who wants to be a member: somebody to probe. */
  readonly onMember: (peer: string) => void;
  /** Somebody who has left, or was removed. */
  readonly onGone: (peer: string) => void;
}

/**
 * How often a node may find that others hold a newer intent of its own than it does. Once means that it lost its
 * state; again and again, that another process writes under the same identity.
 */
const OVERRULED_AT_MOST = 3;

/** What becomes of an intent that is heard. Only its member writes it, or whoever removes it; the rest copy it. */
export class IntentRules {
  readonly #options: IntentRulesOptions;
  #timesOverruled = 0;

  constructor(options: IntentRulesOptions) {
    this.#options = options;
  }

  /** This node's own intent. */
  get own(): Intent {
    return this.#options.table.get(this.#options.self)!;
  }

  /** Changes this node's own intent and tells everybody. A node that was removed has nothing to say any more. */
  change(change: IntentChange): void {
    if (!isExpelled(this.own)) this.#rewriteOwn(change, this.own.counter + 1);
  }

  /** Tells everybody this node's own intent once more. */
  publish(): void {
    this.#tell(this.own);
  }

  /**
   * Declares another member gone for good, as its operator knows. One that was still joining holds nothing that others
   * would have to copy first. Nothing happens where it isn't known, or has gone.
   */
  beginRemoval(peer: string): void {
    const known = this.#options.table.get(peer);
    if (known === undefined || isGone(known) || peer === this.#options.self) return;
    this.#writeRemoval(known, known.status === 'joining' ? 'removed' : 'removing');
  }

  /** Others hold all that the member held: it may be forgotten. */
  endRemoval(peer: string): void {
    const known = this.#options.table.get(peer);
    if (known?.status === 'removing') this.#writeRemoval(known, 'removed');
  }

  /**
   * False: one of them was forged, and those after it weren't looked at. Whoever passes intents on has checked them,
   * so that there is nothing to be had from this sender, and each check of a signature costs time.
   * @param sender who told this; undefined where it came by the topic
   */
  handleIntents(intents: readonly Intent[], sender: string | undefined, isFromExchange = false): boolean {
    const { self, outbox } = this.#options;
    const changed: Intent[] = [];
    let isHonest = true;
    for (const intent of intents) {
      const refusal = this.#refusalOf(intent);
      if (refusal !== undefined) {
        outbox.emit({ kind: 'refused', peer: intent.peer, reason: refusal, sender });
        isHonest = refusal !== 'forged';
        if (!isHonest) break;
      } else if (intent.peer === self) this.#handleOwn(intent);
      else if (this.#merge(intent, isFromExchange)) {
        changed.push(intent);
        // A newcomer has nobody yet who would hear it on the topic.
        if (intent.peer === sender) outbox.emit({ kind: 'publish', intents: [intent] });
      }
    }
    if (changed.length > 0) outbox.emit({ kind: 'intentsChanged', intents: changed });
    return isHonest;
  }

  /** Why an intent that would be news is not believed. What is known anyway needs no check. */
  #refusalOf(intent: Intent): RefusalReason | undefined {
    const { self, signer, table, isAllowed } = this.#options;
    const { peer, author, counter } = intent;
    const reception = table.compare(intent);
    if (reception !== 'newer') return reception === 'tableFull' ? reception : undefined;
    if (!isAllowed(peer)) return 'notAllowed';
    if (author !== peer) {
      if (!isExpelled(intent)) return 'forged';
      // Somebody who has never been a member removes nobody.
      if (table.get(author) === undefined) return 'unknownAuthor';
    }
    // It would leave no counter to write above it.
    if (peer === self && counter === MAX_COUNTER && !isExpelled(intent)) return 'counterJump';
    return signer.isGenuine(intent) ? undefined : 'forged';
  }

  #merge(intent: Intent, isFromExchange: boolean): boolean {
    const { outbox, table, news, onMember, onGone } = this.#options;
    if (table.compare(intent) !== 'newer') return false;
    const known = table.get(intent.peer);
    table.set(intent);
    news.spreadIntent(intent, isFromExchange);
    if (isGone(intent)) onGone(intent.peer);
    else onMember(intent.peer);
    if (known !== undefined && known.storageId !== intent.storageId && !isGone(known)) {
      outbox.emit({ kind: 'storageReplaced', peer: intent.peer });
    }
    return true;
  }

  /**
   * Others hold an intent of this node that it doesn't know: it lost its state, and writes above that what it is now, as the member that
   * it was; or it was removed, which isn't its own to take back.
   */
  #handleOwn(heard: Intent): void {
    const { outbox } = this.#options;
    if (compareIntents(heard, this.own) <= 0) return;
    if (isExpelled(heard)) {
      this.#write(heard);
      return;
    }
    this.#timesOverruled++;
    if (this.#timesOverruled > OVERRULED_AT_MOST) outbox.emit({ kind: 'identityShared' });
    else this.#rewriteOwn(afterLoss(this.own, heard), heard.counter + 1, heard);
  }

  #writeRemoval(known: Intent, status: 'removing' | 'removed'): void {
    const { self, signer, onGone } = this.#options;
    const counter = Math.min(known.counter + 1, MAX_COUNTER);
    this.#write(signer.sign({ ...contentOf(known), status, counter, sinceCounter: counter, author: self }));
    onGone(known.peer);
  }

  #rewriteOwn(change: IntentChange, counter: number, before = this.own): void {
    const { signer } = this.#options;
    const content = { ...contentOf(this.own), ...change, counter };
    this.#write(signer.sign({ ...content, sinceCounter: sinceCounterOf(before, content) }));
  }

  #write(intent: Intent): void {
    const { table, outbox } = this.#options;
    table.set(intent);
    outbox.emit({ kind: 'intentsChanged', intents: [intent] });
    this.#tell(intent);
  }

  #tell(intent: Intent): void {
    this.#options.news.spreadIntent(intent);
    this.#options.outbox.emit({ kind: 'publish', intents: [intent] });
  }
}

/**
 * What a node wants to be that finds a newer intent of its own. One that has lost its state takes itself for a newcomer; but its place is
 * among the owners still, and were it given up at once others would own what none of them has copied.
 */
function afterLoss(own: Intent, heard: Intent): IntentChange {
  return own.status === 'joining' && !isGone(heard) ? resumption(heard, own) : {};
}

function contentOf({ bytes: _bytes, signature: _signature, ...content }: Intent) {
  return content;
}
