/** Bugs against SWIM 4.2: suspicion, refutation, and which news overrides which. */
import type { SwimEvent } from '../../../src/membership/event.ts';
import { LivenessRules } from '../../../src/membership/liveness-rules.ts';
import type { LivenessUpdate, Member } from '../../../src/membership/member.ts';
import { MemberTable } from '../../../src/membership/member-table.ts';
import { News } from '../../../src/membership/news.ts';
import { Roster } from '../../../src/membership/roster.ts';
import { Suspicion } from '../../../src/membership/suspicion.ts';
import { Swim } from '../../../src/membership/swim.ts';
import {
  type PlantedBug,
  type Plant,
  currentCore,
  knowingTheCore,
  plantAll,
  replaceMethod,
  replaceOption,
} from './planted-bug.ts';

const nothing = () => undefined;

/** The table hears other news than was told; undefined: it hears nothing. */
function hearing(
  change: (news: LivenessUpdate, known: Member, self: string) => LivenessUpdate | undefined,
): Plant {
  return replaceMethod(MemberTable.prototype, 'apply', (original) => {
    return function (this: MemberTable, news, ...rest) {
      const known = this.get(news.peer);
      const heard = known === undefined ? news : change(news, known, this.self);
      return heard === undefined ? { kind: 'stale' } : original.call(this, heard, ...rest);
    };
  });
}

/** A core gets other events than there are. */
function handling(change: (event: SwimEvent & { kind: 'message' }, self: Swim) => SwimEvent): Plant {
  return replaceMethod(Swim.prototype, 'handle', (original) => {
    return function (this: Swim, event, now) {
      return original.call(this, event.kind === 'message' ? change(event, this) : event, now);
    };
  });
}

function withUpdates(
  event: SwimEvent & { kind: 'message' },
  change: (updates: readonly LivenessUpdate[]) => readonly LivenessUpdate[],
): SwimEvent {
  return { ...event, message: { ...event.message, updates: change(event.message.updates) } };
}

const TIMEOUT: readonly PlantedBug[] = [
  {
    name: 'a suspected member is dead at once',
    caughtBy: [
      'beyond-verdict-of-another',
      'beyond-last-call',
      'beyond-late-timers',
      'beyond-sign-of-life',
      'lifeguard-IV-A-nack-is-no-sign-of-life',
      'lifeguard-IV-A-timeouts-are-multiplied',
      'lifeguard-IV-B-confirmations-are-independent',
      'lifeguard-IV-B-confirmations-shorten-a-suspicion',
      'lifeguard-IV-B-late-confirmation',
      'lifeguard-IV-B-suspicion-grows-with-the-group',
      'swim-3.1-indirect-probe',
      'swim-3.1-no-ack-in-the-period',
      'swim-3.1-sequence-numbers',
      'swim-4.2-only-its-owner-raises-an-incarnation',
      'swim-4.2-suspect-is-still-probed',
      'swim-4.2-suspicion-before-death',
      'swim-4.2-suspicion-by-hearsay',
    ],
    plant: replaceOption('suspicionMultiplier', 0),
  },
  {
    name: 'a suspicion never ends in death',
    caughtBy: [
      'beyond-verdict-of-another',
      'beyond-late-timers',
      'beyond-sign-of-life',
      'lifeguard-IV-B-confirmations-shorten-a-suspicion',
      'lifeguard-IV-B-late-confirmation',
      'swim-4.2-only-its-owner-raises-an-incarnation',
      'swim-4.2-suspicion-before-death',
      'swim-4.2-suspicion-by-hearsay',
    ],
    plant: replaceMethod(LivenessRules.prototype, 'handleSuspicionTimer', () => nothing),
  },
  {
    name: 'the verdict of another is believed at once',
    caughtBy: ['beyond-verdict-of-another'],
    plant: replaceMethod(Suspicion.prototype, 'condemn', () => () => true),
  },
  {
    name: 'deaths aren’t told',
    caughtBy: [
      'lifeguard-IV-C-suspect-is-told-first',
      'swim-4.1-news-rides-on-probes',
      'swim-4.2-only-its-owner-raises-an-incarnation',
      'swim-4.2-suspicion-before-death',
      'swim-4.2-suspicion-by-hearsay',
    ],
    plant: replaceMethod(News.prototype, 'spread', (original) => {
      return function (this: News, update, ...rest) {
        if (update.liveness !== 'dead') original.call(this, update, ...rest);
      };
    }),
  },
  {
    name: 'suspected members are neither probed nor asked',
    caughtBy: [
      'lifeguard-IV-B-confirmations-are-independent',
      'lifeguard-IV-C-suspect-is-told-first',
      'swim-4.2-suspect-is-still-probed',
    ],
    plant: replaceMethod(Roster.prototype, 'get', (original) => {
      return function (this: Roster, peer) {
        const member = original.call(this, peer);
        return member?.liveness === 'alive' ? member : undefined;
      };
    }),
  },
];

const REFUTATION: readonly PlantedBug[] = [
  {
    name: 'a member doesn’t listen to what is said about it',
    caughtBy: [
      'lifeguard-IV-A-ack-after-nack',
      'lifeguard-IV-A-local-health-saturates',
      'lifeguard-IV-A-timeouts-are-multiplied',
      'lifeguard-IV-A-what-changes-local-health',
      'lifeguard-IV-C-refutation-on-the-ack',
      'swim-4.2-refutation',
    ],
    caughtInGroups: ['beyond-healed-split'],
    plant: handling((event, self) => {
      return withUpdates(event, (updates) => updates.filter(({ peer }) => peer !== self.ownIntent.peer));
    }),
  },
  {
    name: 'a refutation doesn’t raise the incarnation',
    caughtBy: ['lifeguard-IV-C-refutation-on-the-ack', 'swim-4.2-refutation'],
    caughtInGroups: ['swim-4.2-false-suspicion-is-taken-back', 'beyond-healed-split'],
    plant: replaceMethod(MemberTable.prototype, 'announce', (original) => {
      return function (this: MemberTable, liveness) {
        return original.call(this, liveness, this.own.incarnation);
      };
    }),
  },
  {
    name: 'what was refuted before isn’t refuted again',
    caughtBy: ['swim-4.2-refutation'],
    plant: handling((event, self) => {
      const own = self.member(self.ownIntent.peer)!;
      const isOld = ({ peer, incarnation }: LivenessUpdate) =>
        peer === own.peer && incarnation < own.incarnation;
      return withUpdates(event, (updates) => updates.filter((update) => !isOld(update)));
    }),
  },
  {
    name: 'the accuser raises the incarnation',
    caughtBy: [
      'lifeguard-IV-A-nack-is-no-sign-of-life',
      'lifeguard-IV-B-confirmations-are-independent',
      'lifeguard-IV-B-suspicion-grows-with-the-group',
      'swim-3.1-no-ack-in-the-period',
      'swim-3.1-sequence-numbers',
      'swim-4.2-only-its-owner-raises-an-incarnation',
      'swim-4.2-suspicion-before-death',
    ],
    plant: hearing((news, _known, self) => {
      const isAccusation = news.liveness === 'suspect' && news.from === self;
      return isAccusation ? { ...news, incarnation: news.incarnation + 1 } : news;
    }),
  },
  {
    name: 'a refutation that comes during a probe is overlooked',
    caughtBy: ['swim-4.2-sign-of-life-during-the-probe'],
    plant: plantAll(
      knowingTheCore,
      replaceMethod(LivenessRules.prototype, 'suspect', (original) => {
        return function (this: LivenessRules, peer) {
          original.call(this, peer, currentCore().member(peer)!.incarnation);
        };
      }),
    ),
  },
  {
    name: 'an ack ends a suspicion',
    caughtBy: [
      'swim-3.1-no-ack-in-the-period',
      'swim-4.2-ack-alone-refutes-nothing',
      'swim-4.2-suspect-is-still-probed',
    ],
    plant: handling((event, self) => {
      const member = self.member(event.from);
      if (event.message.body.kind !== 'ack' || member?.liveness !== 'suspect') return event;
      const { peer, incarnation } = member;
      const alive = { peer, liveness: 'alive' as const, incarnation: incarnation + 1, from: peer };
      return withUpdates(event, (updates) => [...updates, alive]);
    }),
  },
];

const PRECEDENCE: readonly PlantedBug[] = [
  {
    name: 'alive i overrides suspect i',
    caughtBy: ['swim-4.2-refutation-ends-suspicion', 'swim-4.2-who-overrides-whom'],
    plant: hearing((news, known) => {
      const isEqual =
        known.liveness === 'suspect' && news.liveness === 'alive' && news.incarnation === known.incarnation;
      return isEqual ? { ...news, incarnation: news.incarnation + 1 } : news;
    }),
  },
  {
    name: 'suspect i doesn’t override alive i',
    caughtBy: [
      'beyond-late-timers',
      'lifeguard-IV-A-nack-is-no-sign-of-life',
      'lifeguard-IV-A-timeouts-are-multiplied',
      'lifeguard-IV-B-suspicion-grows-with-the-group',
      'swim-3.1-indirect-probe',
      'swim-3.1-no-ack-in-the-period',
      'swim-3.1-sequence-numbers',
      'swim-4.2-only-its-owner-raises-an-incarnation',
      'swim-4.2-suspicion-before-death',
      'swim-4.2-who-overrides-whom',
    ],
    plant: hearing((news, known) => {
      const isEqual =
        known.liveness === 'alive' && news.liveness === 'suspect' && news.incarnation === known.incarnation;
      return isEqual ? undefined : news;
    }),
  },
  {
    name: 'an older suspicion overrides alive',
    caughtBy: [
      'beyond-verdict-of-another',
      'swim-4.1-old-news-isnt-passed-on',
      'swim-4.2-who-overrides-whom',
    ],
    plant: hearing((news, known) => {
      const isOlder =
        news.liveness === 'suspect' && known.liveness === 'alive' && news.incarnation < known.incarnation;
      return isOlder ? { ...news, incarnation: known.incarnation } : news;
    }),
  },
  {
    name: 'dead i doesn’t override suspect i',
    caughtBy: [
      'beyond-verdict-of-another',
      'beyond-late-timers',
      'beyond-sign-of-life',
      'lifeguard-IV-B-confirmations-shorten-a-suspicion',
      'lifeguard-IV-B-late-confirmation',
      'lifeguard-IV-C-suspect-is-told-first',
      'swim-4.2-only-its-owner-raises-an-incarnation',
      'swim-4.2-suspect-is-still-probed',
      'swim-4.2-suspicion-before-death',
      'swim-4.2-suspicion-by-hearsay',
      'swim-4.2-who-overrides-whom',
    ],
    plant: hearing((news, known) => {
      const isEqual =
        known.liveness === 'suspect' && news.liveness === 'dead' && news.incarnation === known.incarnation;
      return isEqual ? undefined : news;
    }),
  },
  {
    name: 'an older death overrides alive, as in the paper',
    caughtBy: ['swim-4.1-old-news-isnt-passed-on', 'swim-4.2-who-overrides-whom'],
    plant: hearing((news, known) => {
      const isOlder = news.liveness === 'dead' && news.incarnation < known.incarnation;
      return isOlder ? { ...news, incarnation: known.incarnation } : news;
    }),
  },
  {
    name: 'dead is for ever, as in the paper',
    caughtBy: ['swim-4.2-who-overrides-whom'],
    caughtInGroups: ['beyond-healed-split', 'beyond-restart'],
    plant: hearing((news, known) => (known.liveness === 'dead' ? undefined : news)),
  },
];

export const SUSPICION_BUGS: readonly PlantedBug[] = [...TIMEOUT, ...REFUTATION, ...PRECEDENCE];
