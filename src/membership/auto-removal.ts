import { isGone } from './intent.ts';
import type { IntentRules } from './intent-rules.ts';
import type { IntentTable } from './intents.ts';
import type { MemberTable } from './member-table.ts';
import type { Outbox } from './outbox.ts';
import type { SwimOptions } from './swim-options.ts';

export interface AutoRemovalOptions {
  readonly swim: SwimOptions;
  readonly outbox: Outbox;
  readonly members: MemberTable;
  readonly intents: IntentTable;
  readonly intentRules: IntentRules;
}

/**
 * Removes who has been dead for too long, where the operator has asked for that. One member does it, the living one
 * whose id comes first, and only while it sees more than half of the members alive: of two halves of a split neither
 * may remove the other, since a removal can't be taken back.
 */
export class AutoRemoval {
  readonly #options: AutoRemovalOptions;

  constructor(options: AutoRemovalOptions) {
    this.#options = options;
  }

  /** Looks whether somebody's time is up. */
  check(): void {
    const { swim, outbox, members, intents, intentRules } = this.#options;
    if (swim.removeDeadAfterMs === 0) return;
    const expired: string[] = [];
    let present = 0;
    let living = 0;
    let first = members.self;
    for (const { peer, liveness, sinceMs } of members.values()) {
      const intent = intents.get(peer);
      if (intent === undefined || isGone(intent)) continue;
      present++;
      if (liveness !== 'dead') {
        living++;
        if (peer < first) first = peer;
      } else if (outbox.now.monotonicMs - sinceMs >= swim.removeDeadAfterMs) expired.push(peer);
    }
    if (first !== members.self || living * 2 <= present) return;
    for (const peer of expired) intentRules.beginRemoval(peer);
  }
}
