import type { SwimEvent } from '../../../src/membership/event.ts';
import type { CoreClusterOptions } from './core-cluster.ts';
import type { SimulatedMember } from './simulated-member.ts';

/** A bug that somebody could write, planted in every core of a cluster. */
export interface Mutant {
  readonly name: string;
  readonly options: Omit<CoreClusterOptions, 'seed'>;
}

/** Nobody hears what is said of itself, and nobody blames itself. */
export const NEVER_REFUTES: Mutant = {
  name: 'no suspicion is ever refuted, and local health never worsens',
  options: { swim: { awarenessCeiling: 0 }, tamper: withoutNewsOfItself },
};

export const FORGETS_THE_DEAD: Mutant = {
  name: 'the dead are never tried again',
  options: { tamper: (_member, event) => (isTimer(event, 'reconnect') ? undefined : event) },
};

export const SPREADS_ONCE: Mutant = {
  name: 'each member tells each piece of news once',
  options: { swim: { retransmitMultiplier: 0.1, gossipFanout: 1 } },
};

export const EXCHANGES_ALL_THE_TIME: Mutant = {
  name: 'everybody exchanges everything twice a second',
  options: { swim: { pushPullIntervalMs: 500 } },
};

/** As in plain SWIM. */
export const BELIEVES_ITS_LATE_TIMERS: Mutant = {
  name: 'a member that was asleep condemns whoever answered meanwhile',
  options: {
    knowsLateness: false,
    swim: {
      awarenessCeiling: 0,
      suspicionMultiplier: 0.1,
      suspicionMaxMultiplier: 1,
      suspicionConfirmations: 0,
    },
  },
};

export const NEVER_PROBES: Mutant = {
  name: 'nobody is probed',
  options: { tamper: (_member, event) => (isTimer(event, 'probe') ? undefined : event) },
};

function isTimer(event: SwimEvent, kind: string): boolean {
  return event.kind === 'timer' && event.timer.kind === kind;
}

function withoutNewsOfItself({ peer }: SimulatedMember, event: SwimEvent): SwimEvent {
  if (event.kind !== 'message') return event;
  const updates = event.message.updates.filter((update) => update.peer !== peer);
  return { ...event, message: { ...event.message, updates } };
}
