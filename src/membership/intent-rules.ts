import { type Intent, type IntentChange, compareIntents, isGone } from './intent.ts';
import type { IntentTable } from './intents.ts';
import { MAX_COUNTER } from './member.ts';
import type { News } from './news.ts';
import type { Outbox } from './outbox.ts';

export interface IntentRulesOptions {
  readonly self: string;
  readonly outbox: Outbox;
  readonly table: IntentTable;
  readonly news: News;
  /** Somebody who wants to be a member: somebody to probe. */
  readonly onMember: (peer: string) => void;
}

/** What becomes of an intent that is heard. Only its member writes it; the rest copy it. */
export class IntentRules {
  readonly #options: IntentRulesOptions;

  constructor(options: IntentRulesOptions) {
    this.#options = options;
  }

  /** This node's own intent. */
  get own(): Intent {
    return this.#options.table.get(this.#options.self)!;
  }

  /** Changes this node's own intent and tells everybody. */
  change(change: IntentChange): void {
    this.#writeOwn({ ...this.own, ...change, counter: this.own.counter + 1 });
  }

  /** Tells everybody this node's own intent once more. */
  publish(): void {
    this.#options.news.spreadIntent(this.own);
    this.#options.outbox.emit({ kind: 'publish', intents: [this.own] });
  }

  handleIntents(intents: readonly Intent[]): void {
    const { self, outbox } = this.#options;
    const changed: Intent[] = [];
    for (const intent of intents) {
      if (intent.peer === self) this.#handleOwn(intent);
      else if (this.#merge(intent)) changed.push(intent);
    }
    if (changed.length > 0) outbox.emit({ kind: 'intentsChanged', intents: changed });
  }

  #merge(intent: Intent): boolean {
    const { outbox, table, news, onMember } = this.#options;
    const reception = table.merge(intent);
    switch (reception) {
      case 'newer':
        news.spreadIntent(intent);
        if (!isGone(intent)) onMember(intent.peer);
        return true;
      case 'known':
        return false;
      case 'tableFull':
      case 'counterJump':
        outbox.emit({ kind: 'refused', peer: intent.peer, reason: reception });
        return false;
    }
  }

  /**
   * Others hold an intent of this node that it doesn't know: it lost its state. It writes its present
   * one above that, except that a removal, which isn't its own to take back, is accepted.
   */
  #handleOwn(heard: Intent): void {
    const { self, outbox } = this.#options;
    if (compareIntents(heard, this.own) <= 0) return;
    if (heard.status === 'removed') this.#writeOwn(heard);
    else if (heard.counter < MAX_COUNTER) this.#writeOwn({ ...this.own, counter: heard.counter + 1 });
    else outbox.emit({ kind: 'refused', peer: self, reason: 'counterJump' });
  }

  #writeOwn(intent: Intent): void {
    this.#options.table.set(intent);
    this.#options.outbox.emit({ kind: 'intentsChanged', intents: [intent] });
    this.publish();
  }
}
