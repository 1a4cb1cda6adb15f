/** Bugs against Lifeguard IV-A: what a member thinks of itself, and nacks. */
import { Awareness } from '../../../src/membership/awareness.ts';
import type { TimerPurpose } from '../../../src/membership/event.ts';
import { FailureDetector } from '../../../src/membership/failure-detector.ts';
import { LivenessRules } from '../../../src/membership/liveness-rules.ts';
import { Outbox } from '../../../src/membership/outbox.ts';
import { Probe } from '../../../src/membership/probe.ts';
import { DEFAULT_SWIM_OPTIONS } from '../../../src/membership/swim-options.ts';
import { type Plant, type PlantedBug, plantAll, replaceMethod, replaceOption } from './planted-bug.ts';

const nothing = () => undefined;

function delaying(kind: TimerPurpose['kind'], change: (delayMs: number) => number): Plant {
  return replaceMethod(Outbox.prototype, 'schedule', (original) => {
    return function (this: Outbox, purpose, delayMs) {
      original.call(this, purpose, purpose.kind === kind ? change(delayMs) : delayMs);
    };
  });
}

const LOCAL_HEALTH: readonly PlantedBug[] = [
  {
    name: 'local health never worsens',
    caughtBy: [
      'beyond-own-event-loop-lag',
      'lifeguard-IV-A-ack-after-nack',
      'lifeguard-IV-A-local-health-saturates',
      'lifeguard-IV-A-missing-nacks',
      'lifeguard-IV-A-timeouts-are-multiplied',
      'lifeguard-IV-A-what-changes-local-health',
    ],
    plant: replaceMethod(Awareness.prototype, 'worsen', () => nothing),
  },
  {
    name: 'local health never improves',
    caughtBy: [
      'lifeguard-IV-A-ack-after-nack',
      'lifeguard-IV-A-local-health-saturates',
      'lifeguard-IV-A-timeouts-are-multiplied',
      'lifeguard-IV-A-what-changes-local-health',
    ],
    plant: replaceMethod(Awareness.prototype, 'improve', () => nothing),
  },
  {
    name: 'local health has no ceiling',
    caughtBy: ['lifeguard-IV-A-local-health-saturates'],
    plant: replaceOption('awarenessCeiling', 1000),
  },
  {
    name: 'a refutation doesn’t worsen local health',
    caughtBy: [
      'lifeguard-IV-A-ack-after-nack',
      'lifeguard-IV-A-local-health-saturates',
      'lifeguard-IV-A-timeouts-are-multiplied',
      'lifeguard-IV-A-what-changes-local-health',
    ],
    plant: () => {
      let isNews = false;
      return plantAll(
        replaceMethod(LivenessRules.prototype, 'handleUpdate', (original) => {
          return function (this: LivenessRules, ...told) {
            isNews = true;
            original.call(this, ...told);
            isNews = false;
          };
        }),
        replaceMethod(Awareness.prototype, 'worsen', (original) => {
          return function (this: Awareness, by) {
            if (!isNews) original.call(this, by);
          };
        }),
      )();
    },
  },
  {
    name: 'a failed probe without helpers doesn’t worsen local health',
    caughtBy: ['lifeguard-IV-A-what-changes-local-health'],
    plant: () => {
      const helped = new WeakSet<Probe>();
      return plantAll(
        replaceMethod(Probe.prototype, 'askHelpers', (original) => {
          return function (this: Probe, helpers) {
            if (helpers.length > 0) helped.add(this);
            original.call(this, helpers);
          };
        }),
        replaceMethod(Probe.prototype, 'ownFault', (original) => {
          return function (this: Probe) {
            return helped.has(this) ? original.call(this) : 0;
          };
        }),
      )();
    },
  },
  {
    name: 'the timeout of a ping isn’t multiplied',
    caughtBy: ['lifeguard-IV-A-timeouts-are-multiplied'],
    plant: delaying('ackTimeout', () => DEFAULT_SWIM_OPTIONS.ackTimeoutMs),
  },
  {
    name: 'the interval isn’t multiplied',
    caughtBy: ['lifeguard-IV-A-timeouts-are-multiplied'],
    plant: delaying('probe', (ms) => Math.min(ms, DEFAULT_SWIM_OPTIONS.probeIntervalMs)),
  },
];

const NACKS: readonly PlantedBug[] = [
  {
    name: 'nacks are ignored',
    caughtBy: ['lifeguard-IV-A-missing-nacks'],
    plant: replaceMethod(Probe.prototype, 'handleNack', () => nothing),
  },
  {
    name: 'a nack counts as an ack',
    caughtBy: [
      'lifeguard-IV-A-missing-nacks',
      'lifeguard-IV-A-nack-is-no-sign-of-life',
      'lifeguard-IV-B-confirmations-are-independent',
    ],
    plant: replaceMethod(FailureDetector.prototype, 'handleNack', () => {
      return function (this: FailureDetector, from, sequence) {
        this.handleAck(from, sequence, 0);
      };
    }),
  },
  {
    name: 'whoever has said nack isn’t believed an ack',
    caughtBy: ['lifeguard-IV-A-ack-after-nack'],
    plant: () => {
      const nacked = new WeakMap<Probe, Set<string>>();
      return plantAll(
        replaceMethod(Probe.prototype, 'handleNack', (original) => {
          return function (this: Probe, from) {
            nacked.set(this, new Set([...(nacked.get(this) ?? []), from]));
            original.call(this, from);
          };
        }),
        replaceMethod(Probe.prototype, 'isAnsweredBy', (original) => {
          return function (this: Probe, peer) {
            return original.call(this, peer) && nacked.get(this)?.has(peer) !== true;
          };
        }),
      )();
    },
  },
  {
    name: 'helpers say no nack',
    caughtBy: ['lifeguard-IV-A-nack', 'swim-3.1-helper', 'swim-4.1-news-rides-on-probes'],
    plant: replaceMethod(FailureDetector.prototype, 'handleRelayTimer', () => nothing),
  },
  {
    name: 'helpers say nack at 100 % of the timeout',
    caughtBy: ['lifeguard-IV-A-nack', 'swim-3.1-helper', 'swim-4.1-news-rides-on-probes'],
    plant: delaying('relay', (ms) => ms / 0.8),
  },
  {
    name: 'a helper that has said nack passes no ack on',
    caughtBy: ['lifeguard-IV-A-nack'],
    plant: replaceMethod(FailureDetector.prototype, 'handleRelayTimer', (original) => {
      return function (this: FailureDetector, sequence) {
        original.call(this, sequence);
        original.call(this, sequence);
      };
    }),
  },
];

export const LOCAL_HEALTH_BUGS: readonly PlantedBug[] = [...LOCAL_HEALTH, ...NACKS];
