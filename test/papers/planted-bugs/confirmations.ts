/** Bugs against Lifeguard IV-B and IV-C: how long a suspicion lasts, and who hears of it first. */
import type { LivenessUpdate } from '../../../src/membership/member.ts';
import { MemberTable } from '../../../src/membership/member-table.ts';
import { News } from '../../../src/membership/news.ts';
import { Outbox } from '../../../src/membership/outbox.ts';
import { Suspicion } from '../../../src/membership/suspicion.ts';
import {
  type Plant,
  type PlantedBug,
  plantAll,
  replaceGetter,
  replaceMethod,
  replaceOption,
} from './planted-bug.ts';

/** What is put first for the receiver goes elsewhere. */
function puttingFirst(place: (first: LivenessUpdate, rest: LivenessUpdate[]) => LivenessUpdate[]): Plant {
  return replaceMethod(News.prototype, 'forReceiver', (original) => {
    return function (this: News, to) {
      const { updates, ...others } = original.call(this, to);
      const [first, ...rest] = updates;
      const isForReceiver = first !== undefined && first.peer === to && first.liveness !== 'alive';
      return { updates: isForReceiver ? place(first, rest) : updates, ...others };
    };
  });
}

const SUSPICION: readonly PlantedBug[] = [
  {
    name: 'confirmations count for nothing',
    caughtBy: [
      'lifeguard-IV-B-confirmations-are-independent',
      'lifeguard-IV-B-confirmations-shorten-a-suspicion',
      'lifeguard-IV-B-first-confirmations-are-passed-on',
      'lifeguard-IV-B-late-confirmation',
      'lifeguard-IV-B-suspicion-grows-with-the-group',
    ],
    plant: replaceMethod(Suspicion.prototype, 'confirm', () => () => false),
  },
  {
    name: 'an accuser confirms itself',
    caughtBy: ['lifeguard-IV-B-confirmations-are-independent'],
    plant: replaceMethod(Suspicion.prototype, 'confirm', (original) => {
      let count = 0;
      return function (this: Suspicion, accuser) {
        return original.call(this, `${accuser} ${++count}`);
      };
    }),
  },
  {
    name: 'a suspicion begins with the shortest time',
    caughtBy: [
      'beyond-last-call',
      'beyond-late-timers',
      'beyond-sign-of-life',
      'lifeguard-IV-B-confirmations-are-independent',
      'lifeguard-IV-B-confirmations-shorten-a-suspicion',
      'lifeguard-IV-B-late-confirmation',
      'lifeguard-IV-B-suspicion-grows-with-the-group',
      'swim-4.2-suspicion-before-death',
      'swim-4.2-suspicion-by-hearsay',
    ],
    plant: replaceOption('suspicionMaxMultiplier', 1),
  },
  {
    name: 'two confirmations are enough',
    caughtBy: [
      'lifeguard-IV-B-confirmations-are-independent',
      'lifeguard-IV-B-confirmations-shorten-a-suspicion',
      'lifeguard-IV-B-first-confirmations-are-passed-on',
      'lifeguard-IV-B-late-confirmation',
    ],
    plant: replaceOption('suspicionConfirmations', 2),
  },
  {
    name: 'every repetition of a suspicion is passed on',
    caughtBy: [
      'lifeguard-IV-B-confirmations-are-independent',
      'lifeguard-IV-B-first-confirmations-are-passed-on',
    ],
    plant: replaceMethod(Suspicion.prototype, 'confirm', (original) => {
      return function (this: Suspicion, accuser) {
        original.call(this, accuser);
        return true;
      };
    }),
  },
  {
    name: 'confirmations aren’t passed on',
    caughtBy: ['lifeguard-IV-B-first-confirmations-are-passed-on'],
    plant: () => {
      let isConfirmation = false;
      return plantAll(
        replaceMethod(Suspicion.prototype, 'confirm', (original) => {
          return function (this: Suspicion, accuser) {
            isConfirmation = original.call(this, accuser);
            return isConfirmation;
          };
        }),
        replaceMethod(News.prototype, 'spread', (original) => {
          return function (this: News, update, ...rest) {
            if (!isConfirmation) original.call(this, update, ...rest);
            isConfirmation = false;
          };
        }),
      )();
    },
  },
  {
    name: 'the end of a suspicion is planned once',
    caughtBy: [
      'beyond-verdict-of-another',
      'beyond-late-timers',
      'beyond-sign-of-life',
      'lifeguard-IV-B-confirmations-are-independent',
      'lifeguard-IV-B-confirmations-shorten-a-suspicion',
      'lifeguard-IV-B-late-confirmation',
      'lifeguard-IV-B-suspicion-grows-with-the-group',
    ],
    plant: () => {
      const plannedBy = new WeakMap<Outbox, Set<string>>();
      return replaceMethod(Outbox.prototype, 'schedule', (original) => {
        return function (this: Outbox, purpose, delayMs) {
          if (purpose.kind === 'suspicion') {
            const planned = plannedBy.get(this) ?? new Set();
            plannedBy.set(this, planned);
            if (planned.has(purpose.peer)) return;
            planned.add(purpose.peer);
          }
          original.call(this, purpose, delayMs);
        };
      })();
    },
  },
  {
    name: 'a group is taken for one of ten at most',
    caughtBy: ['lifeguard-IV-B-suspicion-grows-with-the-group'],
    plant: replaceGetter(MemberTable.prototype, 'livingCount', (original, self) =>
      Math.min(10, original(self)),
    ),
  },
];

const BUDDY: readonly PlantedBug[] = [
  {
    name: 'a suspect isn’t told before others',
    caughtBy: ['beyond-last-call', 'lifeguard-IV-C-suspect-is-told-first'],
    plant: puttingFirst((_first, rest) => rest),
  },
  {
    name: 'a suspect is told after all other news',
    caughtBy: ['lifeguard-IV-C-suspect-is-told-first'],
    plant: puttingFirst((first, rest) => [...rest, first]),
  },
];

export const CONFIRMATION_BUGS: readonly PlantedBug[] = [...SUSPICION, ...BUDDY];
