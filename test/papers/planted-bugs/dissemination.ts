/** Bugs against SWIM 4.1: what news rides on, how often, and which first. */
import { Dissemination } from '../../../src/membership/dissemination.ts';
import { MemberTable } from '../../../src/membership/member-table.ts';
import type { MessageBody } from '../../../src/membership/message.ts';
import { News } from '../../../src/membership/news.ts';
import { Outbox } from '../../../src/membership/outbox.ts';
import {
  type PlantedBug,
  type Plant,
  currentCore,
  knowingTheCore,
  plantAll,
  replaceGetter,
  replaceMethod,
} from './planted-bug.ts';

interface Item {
  readonly peer: string;
}

/** A queue that is simpler than the real one. */
interface Queue {
  readonly items: { item: Item; transmits: number }[];
}

interface QueueRules {
  /** News stays in its place, however often it was sent. */
  readonly isFirstInFirstOut?: boolean;
  /** Newer news about a member comes to the older. */
  readonly keepsOlder?: boolean;
  /** Newer news about a member has been sent as often as the older was. */
  readonly inheritsCount?: boolean;
}

function queueWith(rules: QueueRules): Plant {
  const queues = new WeakMap<Dissemination<Item>, Queue>();
  const queueOf = (self: Dissemination<Item>): Queue => {
    const queue = queues.get(self) ?? { items: [] };
    queues.set(self, queue);
    return queue;
  };
  const add = (queue: Queue, item: Item): void => {
    const at = queue.items.findIndex((queued) => queued.item.peer === item.peer);
    const before = queue.items[at];
    if (before !== undefined && !rules.keepsOlder) queue.items.splice(at, 1);
    queue.items.push({ item, transmits: rules.inheritsCount ? (before?.transmits ?? 0) : 0 });
  };
  const take = (queue: Queue, count: number, maxTransmits: number): Item[] => {
    const bySent = queue.items.toSorted((a, b) => a.transmits - b.transmits);
    const taken = (rules.isFirstInFirstOut ? queue.items : bySent).slice(0, count);
    for (const queued of taken) queued.transmits++;
    const left = queue.items.filter((queued) => queued.transmits < maxTransmits);
    queue.items.splice(0, queue.items.length, ...left);
    return taken.map(({ item }) => item);
  };
  const prototype = Dissemination.prototype as Dissemination<Item>;
  return plantAll(
    replaceMethod(prototype, 'add', () => {
      return function (this: Dissemination<Item>, item) {
        add(queueOf(this), item);
      };
    }),
    replaceMethod(prototype, 'take', () => {
      return function (this: Dissemination<Item>, count, maxTransmits) {
        return take(queueOf(this), count, maxTransmits);
      };
    }),
    replaceGetter(prototype, 'size', (_original, self) => queueOf(self).items.length),
  );
}

function transmitting(times: number): Plant {
  const prototype = Dissemination.prototype as Dissemination<Item>;
  return replaceMethod(prototype, 'take', (original) => {
    return function (this: Dissemination<Item>, count) {
      return original.call(this, count, times);
    };
  });
}

function withoutNewsOn(kind: MessageBody['kind']): Plant {
  return replaceMethod(Outbox.prototype, 'send', (original) => {
    return function (this: Outbox, to, body) {
      if (body.kind === kind) this.sendBare(to, body);
      else original.call(this, to, body);
    };
  });
}

export const DISSEMINATION_BUGS: readonly PlantedBug[] = [
  {
    name: 'no news rides on pings',
    caughtBy: ['beyond-last-call', 'lifeguard-IV-C-suspect-is-told-first', 'swim-4.1-news-rides-on-probes'],
    plant: withoutNewsOn('ping'),
  },
  {
    name: 'no news rides on acks',
    caughtBy: [
      'lifeguard-IV-B-first-confirmations-are-passed-on',
      'lifeguard-IV-C-refutation-on-the-ack',
      'lifeguard-IV-C-suspect-is-told-first',
      'swim-4.1-least-told-first',
      'swim-4.1-newer-news-replaces-older',
      'swim-4.1-news-is-told-so-often',
      'swim-4.1-news-rides-on-probes',
      'swim-4.1-old-news-isnt-passed-on',
      'swim-4.2-only-its-owner-raises-an-incarnation',
      'swim-4.2-refutation',
      'swim-4.2-suspicion-before-death',
      'swim-4.2-suspicion-by-hearsay',
    ],
    plant: withoutNewsOn('ack'),
  },
  {
    name: 'no news rides on requests',
    caughtBy: ['swim-4.1-news-rides-on-probes', 'swim-4.2-only-its-owner-raises-an-incarnation'],
    plant: withoutNewsOn('pingRequest'),
  },
  {
    name: 'no news rides on nacks',
    caughtBy: ['swim-4.1-news-rides-on-probes'],
    plant: withoutNewsOn('nack'),
  },
  {
    name: 'news is told for ever',
    caughtBy: [
      'lifeguard-IV-B-first-confirmations-are-passed-on',
      'lifeguard-IV-C-suspect-is-told-first',
      'swim-4.1-newer-news-replaces-older',
      'swim-4.1-news-is-told-so-often',
      'swim-4.1-old-news-isnt-passed-on',
      'swim-4.2-refutation',
    ],
    plant: transmitting(Infinity),
  },
  {
    name: 'news is told once',
    caughtBy: [
      'lifeguard-IV-B-first-confirmations-are-passed-on',
      'lifeguard-IV-C-suspect-is-told-first',
      'swim-4.1-least-told-first',
      'swim-4.1-newer-news-replaces-older',
      'swim-4.1-news-is-told-so-often',
      'swim-4.1-news-rides-on-probes',
      'swim-4.1-old-news-isnt-passed-on',
      'swim-4.2-only-its-owner-raises-an-incarnation',
      'swim-4.2-refutation',
    ],
    plant: transmitting(1),
  },
  {
    name: 'the oldest news is told first',
    caughtBy: ['lifeguard-IV-C-suspect-is-told-first', 'swim-4.1-least-told-first'],
    plant: queueWith({ isFirstInFirstOut: true }),
  },
  {
    name: 'older news about a member is told on',
    caughtBy: [
      'lifeguard-IV-B-first-confirmations-are-passed-on',
      'swim-4.1-newer-news-replaces-older',
      'swim-4.2-only-its-owner-raises-an-incarnation',
      'swim-4.2-refutation',
      'swim-4.2-suspicion-before-death',
      'swim-4.2-suspicion-by-hearsay',
    ],
    plant: queueWith({ keepsOlder: true }),
  },
  {
    name: 'newer news is told only as often as the older had left',
    caughtBy: [
      'lifeguard-IV-B-first-confirmations-are-passed-on',
      'swim-4.1-newer-news-replaces-older',
      'swim-4.2-refutation',
    ],
    plant: queueWith({ inheritsCount: true }),
  },
  {
    name: 'whatever is heard is passed on',
    caughtBy: ['lifeguard-IV-B-confirmations-are-independent', 'swim-4.1-old-news-isnt-passed-on'],
    plant: replaceMethod(MemberTable.prototype, 'apply', (original) => {
      return function (this: MemberTable, news, ...rest) {
        const reception = original.call(this, news, ...rest);
        const known = this.get(news.peer);
        if (reception.kind !== 'stale' || known === undefined) return reception;
        return { kind: 'believed', member: known, previous: known };
      };
    }),
  },
  {
    name: 'only a member’s own observations are told',
    caughtBy: [
      'lifeguard-IV-B-first-confirmations-are-passed-on',
      'lifeguard-IV-C-suspect-is-told-first',
      'swim-4.1-least-told-first',
      'swim-4.1-newer-news-replaces-older',
      'swim-4.1-news-is-told-so-often',
      'swim-4.1-news-rides-on-probes',
      'swim-4.1-old-news-isnt-passed-on',
      'swim-4.2-only-its-owner-raises-an-incarnation',
      'swim-4.2-suspicion-by-hearsay',
    ],
    caughtInGroups: ['swim-3.2-failure-is-told-to-all'],
    plant: plantAll(
      knowingTheCore,
      replaceMethod(News.prototype, 'spread', (original) => {
        return function (this: News, update, ...rest) {
          if (update.from === currentCore().ownIntent.peer) original.call(this, update, ...rest);
        };
      }),
    ),
  },
];
