import type { Intent } from './intent.ts';
import type { MemberTable } from './member-table.ts';
import type { Message } from './message.ts';
import type { News } from './news.ts';
import type { Outbox } from './outbox.ts';
import type { Roster } from './roster.ts';
import type { SwimOptions } from './swim-options.ts';

export interface GossipRoundsOptions {
  readonly swim: SwimOptions;
  readonly outbox: Outbox;
  readonly members: MemberTable;
  readonly roster: Roster;
  readonly news: News;
}

/** News of one moment shares a round. */
const LEAST_WAIT_MS = 5;

/** Rounds of gossip: news reaches others sooner than on the probes alone. Where there is no news there are no rounds. */
export class GossipRounds {
  readonly #options: GossipRoundsOptions;
  #isScheduled = false;
  #isOver = false;
  /** When the last round was. */
  #lastMs = -Infinity;

  constructor(options: GossipRoundsOptions) {
    this.#options = options;
  }

  /** Plans a round where there is news, somebody to tell, and none planned yet. */
  keepUp(): void {
    const { swim, outbox, members, news } = this.#options;
    const isAlone = members.livingCount === 1;
    if (this.#isScheduled || this.#isOver || isAlone || news.size === 0) return;
    this.#isScheduled = true;
    // After a pause there is one round at once: else every hop on its way would cost the news an interval.
    const waitMs = this.#lastMs + swim.gossipIntervalMs - outbox.now.monotonicMs;
    outbox.schedule({ kind: 'gossip' }, Math.max(LEAST_WAIT_MS, waitMs));
  }

  /** A round is due. */
  handleTimer(): void {
    const { swim, outbox, roster, news } = this.#options;
    this.#isScheduled = false;
    this.#lastMs = outbox.now.monotonicMs;
    for (const peer of roster.pick(swim.gossipFanout)) {
      if (news.size > 0) outbox.send(peer, { kind: 'gossip' });
    }
  }

  /** Tells others that this node stops; there are no rounds afterwards. */
  sayFarewell(ownIntent: Intent): void {
    const { swim, outbox, members, roster } = this.#options;
    const { peer, liveness, incarnation, from } = members.announce('dead', members.own.incarnation);
    const updates = [{ peer, liveness, incarnation, from }];
    this.#isOver = true;
    // There will be no second round, so the first goes to as many as several would have reached.
    for (const to of roster.pick(swim.gossipFanout * swim.retransmitMultiplier)) {
      const message: Message = { body: { kind: 'gossip' }, updates, intents: [ownIntent] };
      outbox.emit({ kind: 'send', to, message });
    }
  }
}
