/** Bugs against what was added beyond the papers. */
import { FailureDetector } from '../../../src/membership/failure-detector.ts';
import { LivenessRules } from '../../../src/membership/liveness-rules.ts';
import { Outbox } from '../../../src/membership/outbox.ts';
import { Suspicion } from '../../../src/membership/suspicion.ts';
import { Swim } from '../../../src/membership/swim.ts';
import { type PlantedBug, replaceMethod } from './planted-bug.ts';

const nothing = () => undefined;

export const ADDITION_BUGS: readonly PlantedBug[] = [
  {
    name: 'lag of the own event loop is ignored',
    caughtBy: ['beyond-own-event-loop-lag'],
    plant: replaceMethod(Swim.prototype, 'handle', (original) => {
      return function (this: Swim, event, now) {
        return event.kind === 'eventLoopLag' ? [] : original.call(this, event, now);
      };
    }),
  },
  {
    name: 'a late end of a probe is as good as any',
    caughtBy: ['beyond-late-timers'],
    plant: replaceMethod(FailureDetector.prototype, 'handleProbeEnd', (original) => {
      return function (this: FailureDetector, sequence) {
        original.call(this, sequence, false);
      };
    }),
  },
  {
    name: 'a late end of a suspicion is as good as any',
    caughtBy: ['beyond-late-timers'],
    plant: replaceMethod(Suspicion.prototype, 'extend', () => () => false),
  },
  {
    name: 'the dead aren’t tried again',
    caughtBy: [],
    caughtInGroups: ['beyond-healed-split'],
    plant: replaceMethod(Outbox.prototype, 'schedule', (original) => {
      return function (this: Outbox, purpose, delayMs) {
        if (purpose.kind !== 'reconnect') original.call(this, purpose, delayMs);
      };
    }),
  },
  {
    name: 'a suspect isn’t asked once more before the verdict',
    caughtBy: ['beyond-last-call'],
    plant: replaceMethod(LivenessRules.prototype, 'handleLastCallTimer', () => nothing),
  },
  {
    name: 'what a suspect sends puts no verdict off',
    caughtBy: ['beyond-verdict-of-another', 'beyond-sign-of-life'],
    plant: replaceMethod(LivenessRules.prototype, 'handleSignOfLife', () => nothing),
  },
];
