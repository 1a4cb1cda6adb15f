import { LIMITS } from '../base/limits.ts';
import { type Intent, compareIntents } from './intent.ts';
import { MAX_COUNTER_JUMP } from './member.ts';

/** What came of an intent that was heard. */
export type IntentReception = 'newer' | 'known' | 'tableFull' | 'counterJump';

/**
 * The newest intent of every member, tombstones of those that left included: without them an old copy
 * would bring a member back. Bounded by `LIMITS.members`. Merging is commutative, associative and
 * idempotent.
 */
export class IntentTable {
  readonly #intents = new Map<string, Intent>();

  constructor(intents: Iterable<Intent> = []) {
    for (const intent of intents) this.merge(intent);
  }

  get(peer: string): Intent | undefined {
    return this.#intents.get(peer);
  }

  values(): IterableIterator<Intent> {
    return this.#intents.values();
  }

  /** Keeps the intent where it wins over the one known; the table is unchanged otherwise. */
  merge(intent: Intent): IntentReception {
    const known = this.#intents.get(intent.peer);
    if (known === undefined) {
      if (this.#intents.size >= LIMITS.members) return 'tableFull';
    } else {
      if (compareIntents(intent, known) <= 0) return 'known';
      if (intent.counter - known.counter > MAX_COUNTER_JUMP) return 'counterJump';
    }
    this.#intents.set(intent.peer, intent);
    return 'newer';
  }

  /** Writes an intent whatever is known: for this node's own. */
  set(intent: Intent): void {
    this.#intents.set(intent.peer, intent);
  }
}
