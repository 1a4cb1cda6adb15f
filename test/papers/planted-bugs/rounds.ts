/** Bugs against SWIM 3.2 and 4.3: how members come and go, and the order in which they are probed. */
import { Exchange } from '../../../src/membership/exchange.ts';
import { ProbeOrder } from '../../../src/membership/probe-order.ts';
import { Swim } from '../../../src/membership/swim.ts';
import { type PlantedBug, plantAll, replaceMethod } from './planted-bug.ts';

const nothing = () => undefined;

const COMING_AND_GOING: readonly PlantedBug[] = [
  {
    name: 'a newcomer is told nothing',
    caughtBy: [],
    caughtInGroups: ['swim-3.2-join'],
    plant: replaceMethod(Exchange.prototype, 'ask', () => nothing),
  },
  {
    name: 'a member leaves without a word',
    caughtBy: ['swim-3.2-farewell'],
    caughtInGroups: ['swim-3.2-leave'],
    plant: replaceMethod(Swim.prototype, 'handle', (original) => {
      return function (this: Swim, event, now) {
        const effects = original.call(this, event, now);
        return event.kind === 'leave' ? [] : effects;
      };
    }),
  },
];

const ROUND: readonly PlantedBug[] = [
  {
    name: 'the next target is anybody',
    caughtBy: ['swim-4.2-suspect-is-still-probed', 'swim-4.3-round-robin'],
    plant: () => {
      const peersOf = new WeakMap<ProbeOrder, string[]>();
      let state = 1;
      return plantAll(
        replaceMethod(ProbeOrder.prototype, 'add', () => {
          return function (this: ProbeOrder, peer) {
            peersOf.set(this, [...(peersOf.get(this) ?? []), peer]);
          };
        }),
        replaceMethod(ProbeOrder.prototype, 'next', () => {
          return function (this: ProbeOrder, mayProbe) {
            const peers = (peersOf.get(this) ?? []).filter(mayProbe);
            state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
            return peers[(state >>> 16) % peers.length];
          };
        }),
      )();
    },
  },
  {
    name: 'newcomers don’t join the round',
    caughtBy: [],
    caughtInGroups: ['swim-4.3-newcomer-joins-the-round'],
    plant: () => {
      const begun = new WeakSet<ProbeOrder>();
      return plantAll(
        replaceMethod(ProbeOrder.prototype, 'next', (original) => {
          return function (this: ProbeOrder, mayProbe) {
            begun.add(this);
            return original.call(this, mayProbe);
          };
        }),
        replaceMethod(ProbeOrder.prototype, 'add', (original) => {
          return function (this: ProbeOrder, peer) {
            if (!begun.has(this)) original.call(this, peer);
          };
        }),
      )();
    },
  },
];

export const ROUND_BUGS: readonly PlantedBug[] = [...COMING_AND_GOING, ...ROUND];
