import { LIMITS } from '../base/limits.ts';
import { type Intent, compareIntents } from './intent.ts';

/** What an intent that was heard would be here. */
export type IntentReception = 'newer' | 'known' | 'tableFull';

/**
 * The newest intent of every member, tombstones of those that left included: without them an old copy
 * would bring a member back. Bounded by `LIMITS.members`. Merging is commutative, associative and
 * idempotent.
 */
export class IntentTable {
  /** Called with the member whose intent has changed. */
  onChanged: (peer: string) => void = () => {};
  readonly #intents = new Map<string, Intent>();

  constructor(intents: Iterable<Intent> = []) {
    for (const intent of intents) if (this.compare(intent) === 'newer') this.set(intent);
  }

  get size(): number {
    return this.#intents.size;
  }

  get(peer: string): Intent | undefined {
    return this.#intents.get(peer);
  }

  values(): IterableIterator<Intent> {
    return this.#intents.values();
  }

  /** Whether the intent wins over the one known, and has a place here. */
  compare(intent: Intent): IntentReception {
    const known = this.#intents.get(intent.peer);
    if (known === undefined) return this.#intents.size < LIMITS.members ? 'newer' : 'tableFull';
    return compareIntents(intent, known) > 0 ? 'newer' : 'known';
  }

  /** Writes an intent, whatever is known of that member. */
  set(intent: Intent): void {
    this.#intents.set(intent.peer, intent);
    this.onChanged(intent.peer);
  }
}
