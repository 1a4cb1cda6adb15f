import type { Awareness } from './awareness.ts';
import type { SwimCounts } from './counts.ts';
import { type LivenessUpdate, MAX_COUNTER, MAX_INCARNATION_JUMP } from './member.ts';
import type { MemberTable } from './member-table.ts';
import type { News } from './news.ts';
import type { Outbox } from './outbox.ts';
import type { SwimOptions } from './swim-options.ts';

export interface RefutationOptions {
  readonly swim: SwimOptions;
  readonly outbox: Outbox;
  readonly awareness: Awareness;
  readonly table: MemberTable;
  readonly news: News;
  readonly counts: SwimCounts;
}

/** What a node in its first incarnation takes for one that it had itself: it may have lost its state. Nobody honest restarts as often. */
const FORGOTTEN_AT_MOST = 2 ** 20;

/**
 * What a node does about news of itself: it says that it is alive, in an incarnation above that of the news (SWIM 4.2), which
 * nobody else may raise.
 *
 * Not more often than there are rounds of gossip, and not above what somebody makes up: else somebody who makes up
 * enough would use up the incarnations that there are, and with them all refutations.
 */
export class Refutation {
  readonly #options: RefutationOptions;
  #raisedAtMs = -Infinity;
  /** News that came too soon after the last raise. */
  #postponed: LivenessUpdate | undefined;

  constructor(options: RefutationOptions) {
    this.#options = options;
  }

  /** @param sender who told it */
  handle(update: LivenessUpdate, sender: string): void {
    const { outbox, table, news } = this.#options;
    const { incarnation } = table.own;
    const isAccusation = update.liveness !== 'alive';
    if (update.incarnation < incarnation) {
      // Somebody has missed the refutation.
      if (isAccusation) news.spread(table.own);
    } else if (isAccusation || update.incarnation > incarnation) {
      if (update.incarnation <= highestBelieved(incarnation)) this.#answer(update);
      else outbox.emit({ kind: 'refused', peer: table.self, reason: 'counterJump', sender });
    }
  }

  /** What was postponed is due. */
  handleTimer(): void {
    const update = this.#postponed;
    this.#postponed = undefined;
    if (update !== undefined) this.handle(update, update.from);
  }

  #answer(update: LivenessUpdate): void {
    const { swim, outbox } = this.#options;
    const waitMs = this.#raisedAtMs + swim.gossipIntervalMs - outbox.now.monotonicMs;
    if (waitMs <= 0) {
      this.#raise(update);
      return;
    }
    if (this.#postponed === undefined) outbox.schedule({ kind: 'refute' }, waitMs);
    if (update.incarnation >= (this.#postponed?.incarnation ?? 0)) this.#postponed = update;
  }

  #raise({ liveness, incarnation }: LivenessUpdate): void {
    const { outbox, awareness, table, news, counts } = this.#options;
    const isRefutation = liveness !== 'alive';
    if (isRefutation) {
      awareness.worsen(1);
      counts.refutations++;
    }
    this.#raisedAtMs = outbox.now.monotonicMs;
    const own = table.announce('alive', incarnation + 1);
    news.spread(own);
    outbox.emit({ kind: 'incarnationRaised', incarnation: own.incarnation, isRefutation });
  }
}

function highestBelieved(ownIncarnation: number): number {
  const bound = ownIncarnation === 1 ? FORGOTTEN_AT_MOST : ownIncarnation + MAX_INCARNATION_JUMP;
  return Math.min(MAX_COUNTER - 1, bound);
}
