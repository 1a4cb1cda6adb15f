import type { Random } from '../base/random.ts';
import { AutoRemoval } from './auto-removal.ts';
import { Awareness } from './awareness.ts';
import { type SwimCounts, zeroCounts } from './counts.ts';
import type { Instant } from './event.ts';
import { Exchange } from './exchange.ts';
import { FailureDetector } from './failure-detector.ts';
import { GossipRounds } from './gossip-rounds.ts';
import type { Intent, IntentContent } from './intent.ts';
import { IntentRules } from './intent-rules.ts';
import type { IntentSigner } from './intent-signer.ts';
import { IntentTable } from './intents.ts';
import { LivenessRules } from './liveness-rules.ts';
import { MemberTable } from './member-table.ts';
import { News } from './news.ts';
import { Outbox } from './outbox.ts';
import { Reconnects } from './reconnects.ts';
import { Refutation } from './refutation.ts';
import { Roster } from './roster.ts';
import { DEFAULT_SWIM_OPTIONS, type SwimOptions, checkSwimOptions } from './swim-options.ts';

export interface SwimInit {
  /** This node's intent, its counter above any that it wrote before. */
  readonly ownIntent: IntentContent;
  /** Above any that this node had before. */
  readonly incarnation: number;
  /** The other members' intents as far as known from before, and checked then. */
  readonly intents?: Iterable<Intent>;
  readonly signer: IntentSigner;
  /** Whose intents are taken; default: everybody's. The same on all nodes, or their rings differ. */
  readonly isAllowed?: ((peer: string) => boolean) | undefined;
  readonly random: Random;
  /** Defaults to {@link DEFAULT_SWIM_OPTIONS}. */
  readonly options?: SwimOptions;
}

/** What a core is made of. */
export interface SwimParts {
  readonly options: SwimOptions;
  readonly members: MemberTable;
  readonly intents: IntentTable;
  readonly awareness: Awareness;
  readonly roster: Roster;
  readonly news: News;
  readonly outbox: Outbox;
  readonly exchange: Exchange;
  readonly liveness: LivenessRules;
  readonly intentRules: IntentRules;
  readonly detector: FailureDetector;
  readonly rounds: GossipRounds;
  readonly autoRemoval: AutoRemoval;
  readonly reconnects: Reconnects;
  readonly refutation: Refutation;
  readonly random: Random;
  readonly counts: SwimCounts;
}

/** Puts a core together. Parts that need each other do so through callbacks, which come after all are made. */
export function assembleSwim(init: SwimInit, now: Instant): SwimParts {
  const { ownIntent, incarnation, random, signer, options: swim = DEFAULT_SWIM_OPTIONS } = init;
  checkSwimOptions(swim);
  const self = ownIntent.peer;
  const members = new MemberTable(self, incarnation, now.monotonicMs);
  const intents = new IntentTable(init.intents);
  intents.set(signer.sign(ownIntent));
  const news = new News(members, swim);
  const outbox = new Outbox((to) => news.forReceiver(to));
  const awareness = new Awareness(swim.awarenessCeiling);
  const roster = new Roster(members, intents, random);
  const exchange = new Exchange({ members, intents, outbox, roster });
  for (const peer of [...intents.values()].map((intent) => intent.peer)) exchange.touch(peer);
  members.onChanged = (peer) => exchange.touch(peer);
  intents.onChanged = (peer) => exchange.touch(peer);
  const counts = zeroCounts();
  const reconnects = new Reconnects({ swim, random, outbox, livingCount: () => members.livingCount });
  const detector: FailureDetector = new FailureDetector({
    self,
    swim,
    random,
    outbox,
    awareness,
    roster,
    counts,
    onUnresponsive: (target, ofIncarnation) => liveness.suspect(target, ofIncarnation),
  });
  const refutation = new Refutation({ swim, outbox, awareness, table: members, news, counts });
  const liveness: LivenessRules = new LivenessRules({
    swim,
    outbox,
    table: members,
    news,
    reconnects,
    refutation,
    counts,
    intentOf: (peer) => intents.get(peer),
    onNewMember: (peer) => detector.addMember(peer),
    knock: (peer) => detector.knock(peer),
    onRevived: (peer) => exchange.ask(peer),
    onMissed: (peer) => exchange.askSeldom(peer),
  });
  const intentRules = new IntentRules({
    self,
    signer,
    isAllowed: init.isAllowed ?? (() => true),
    outbox,
    table: intents,
    news,
    onMember: (peer) => liveness.introduce(peer),
    onGone: (peer) => liveness.retire(peer),
  });
  const autoRemoval = new AutoRemoval({ swim, outbox, members, intents, intentRules });
  const rounds = new GossipRounds({ swim, outbox, members, roster, news });
  return {
    options: swim,
    members,
    intents,
    awareness,
    roster,
    news,
    outbox,
    exchange,
    liveness,
    intentRules,
    detector,
    rounds,
    autoRemoval,
    reconnects,
    refutation,
    random,
    counts,
  };
}
