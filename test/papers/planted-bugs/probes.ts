/** Bugs against SWIM 3.1: probes, direct and through others. */
import { FailureDetector } from '../../../src/membership/failure-detector.ts';
import { Outbox } from '../../../src/membership/outbox.ts';
import { Probe } from '../../../src/membership/probe.ts';
import { Swim } from '../../../src/membership/swim.ts';
import type { SwimEffect } from '../../../src/membership/event.ts';
import type { MessageBody } from '../../../src/membership/message.ts';
import { type PlantedBug, plantAll, replaceMethod, replaceOption } from './planted-bug.ts';

const nothing = () => undefined;

/** Gives each message a different body, where it has one. */
function withBodies(
  effects: readonly SwimEffect[],
  change: (body: MessageBody) => MessageBody,
): SwimEffect[] {
  return effects.map((effect) =>
    effect.kind === 'send'
      ? { ...effect, message: { ...effect.message, body: change(effect.message.body) } }
      : effect,
  );
}

const PROBES: readonly PlantedBug[] = [
  {
    name: 'two members are pinged in each period',
    caughtBy: [
      'lifeguard-IV-A-timeouts-are-multiplied',
      'swim-3.1-one-ping-a-period',
      'swim-4.2-suspect-is-still-probed',
      'swim-4.3-round-robin',
    ],
    plant: replaceMethod(Outbox.prototype, 'schedule', (original) => {
      return function (this: Outbox, purpose, delayMs) {
        original.call(this, purpose, purpose.kind === 'probe' ? delayMs / 2 : delayMs);
      };
    }),
  },
  {
    name: 'nobody is asked when an ack is late',
    caughtBy: [
      'lifeguard-IV-A-ack-after-nack',
      'lifeguard-IV-A-missing-nacks',
      'lifeguard-IV-A-timeouts-are-multiplied',
      'lifeguard-IV-A-what-changes-local-health',
      'swim-3.1-indirect-probe',
      'swim-3.1-sequence-numbers',
      'swim-4.1-news-rides-on-probes',
      'swim-4.2-only-its-owner-raises-an-incarnation',
      'swim-4.2-suspect-is-still-probed',
      'swim-4.2-suspicion-before-death',
    ],
    plant: replaceMethod(FailureDetector.prototype, 'handleAckTimeout', () => nothing),
  },
  {
    name: 'one member is asked, whatever k',
    caughtBy: [
      'lifeguard-IV-A-ack-after-nack',
      'lifeguard-IV-A-missing-nacks',
      'lifeguard-IV-A-timeouts-are-multiplied',
      'swim-3.1-indirect-probe',
      'swim-3.1-sequence-numbers',
      'swim-4.2-only-its-owner-raises-an-incarnation',
      'swim-4.2-suspicion-before-death',
    ],
    plant: replaceOption('indirectProbes', 1),
  },
  {
    name: 'a member is suspected before the helpers could answer',
    caughtBy: [
      'beyond-late-timers',
      'lifeguard-IV-A-ack-after-nack',
      'lifeguard-IV-A-missing-nacks',
      'lifeguard-IV-A-nack-is-no-sign-of-life',
      'lifeguard-IV-A-timeouts-are-multiplied',
      'lifeguard-IV-A-what-changes-local-health',
      'lifeguard-IV-B-confirmations-are-independent',
      'lifeguard-IV-B-suspicion-grows-with-the-group',
      'swim-3.1-indirect-probe',
      'swim-3.1-no-ack-in-the-period',
      'swim-3.1-sequence-numbers',
      'swim-3.1-target-may-answer-late',
      'swim-4.2-sign-of-life-during-the-probe',
      'swim-4.2-suspicion-before-death',
    ],
    plant: replaceMethod(FailureDetector.prototype, 'handleAckTimeout', (original) => {
      return function (this: FailureDetector, sequence) {
        original.call(this, sequence);
        this.handleProbeEnd(sequence, false);
      };
    }),
  },
  {
    name: 'an unresponsive member isn’t suspected',
    caughtBy: [
      'lifeguard-IV-A-missing-nacks',
      'lifeguard-IV-A-nack-is-no-sign-of-life',
      'lifeguard-IV-A-timeouts-are-multiplied',
      'lifeguard-IV-A-what-changes-local-health',
      'lifeguard-IV-B-confirmations-are-independent',
      'lifeguard-IV-B-suspicion-grows-with-the-group',
      'swim-3.1-indirect-probe',
      'swim-3.1-no-ack-in-the-period',
      'swim-3.1-sequence-numbers',
      'swim-4.2-only-its-owner-raises-an-incarnation',
      'swim-4.2-suspicion-before-death',
    ],
    caughtInGroups: ['swim-3.2-failure-is-told-to-all'],
    plant: replaceMethod(FailureDetector.prototype, 'handleProbeEnd', () => nothing),
  },
  {
    name: 'an ack from a helper counts for nothing',
    caughtBy: [
      'lifeguard-IV-A-ack-after-nack',
      'lifeguard-IV-A-what-changes-local-health',
      'swim-3.1-indirect-probe',
    ],
    caughtInGroups: ['swim-4.2-false-suspicion-is-taken-back'],
    plant: replaceMethod(Probe.prototype, 'isAnsweredBy', () => {
      return function (this: Probe, peer) {
        return peer === this.target;
      };
    }),
  },
  {
    name: 'an ack from the target counts for nothing once others were asked',
    caughtBy: ['swim-3.1-target-may-answer-late'],
    plant: () => {
      const indirect = new WeakSet<Probe>();
      return plantAll(
        replaceMethod(Probe.prototype, 'askHelpers', (original) => {
          return function (this: Probe, helpers) {
            indirect.add(this);
            original.call(this, helpers);
          };
        }),
        replaceMethod(Probe.prototype, 'isAnsweredBy', (original) => {
          return function (this: Probe, peer) {
            return original.call(this, peer) && !(indirect.has(this) && peer === this.target);
          };
        }),
      )();
    },
  },
  {
    name: 'an ack counts whoever sends it',
    caughtBy: ['swim-3.1-sequence-numbers'],
    plant: replaceMethod(Probe.prototype, 'isAnsweredBy', () => () => true),
  },
  {
    name: 'an ack counts whatever its sequence number',
    caughtBy: ['swim-3.1-sequence-numbers'],
    plant: replaceMethod(Swim.prototype, 'handle', (original) => {
      const latest = new Map<string, number>();
      return function (this: Swim, event, now) {
        const sequence = event.kind === 'message' ? latest.get(event.from) : undefined;
        if (event.kind === 'message' && event.message.body.kind === 'ack' && sequence !== undefined) {
          const body = { ...event.message.body, sequence };
          return original.call(this, { ...event, message: { ...event.message, body } }, now);
        }
        const effects = original.call(this, event, now);
        for (const effect of effects) {
          if (effect.kind !== 'send' || effect.message.body.kind !== 'ping') continue;
          latest.set(effect.to, effect.message.body.sequence);
        }
        return effects;
      };
    }),
  },
  {
    name: 'pings aren’t answered',
    caughtBy: [
      'lifeguard-IV-B-first-confirmations-are-passed-on',
      'lifeguard-IV-C-refutation-on-the-ack',
      'lifeguard-IV-C-suspect-is-told-first',
      'swim-3.1-helper',
      'swim-3.1-ping-is-acked',
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
    plant: replaceMethod(FailureDetector.prototype, 'handlePing', () => nothing),
  },
  {
    name: 'a member that is believed dead isn’t answered',
    caughtBy: ['lifeguard-IV-C-suspect-is-told-first', 'swim-3.1-ping-is-acked'],
    plant: replaceMethod(Swim.prototype, 'handle', (original) => {
      return function (this: Swim, event, now) {
        const isPing = event.kind === 'message' && event.message.body.kind === 'ping';
        return isPing && this.member(event.from)?.liveness === 'dead' ? [] : original.call(this, event, now);
      };
    }),
  },
];

const HELPERS: readonly PlantedBug[] = [
  {
    name: 'a member that is asked pings nobody',
    caughtBy: [
      'lifeguard-IV-A-nack',
      'lifeguard-IV-C-suspect-is-told-first',
      'swim-3.1-helper',
      'swim-4.1-news-rides-on-probes',
    ],
    plant: replaceMethod(FailureDetector.prototype, 'handlePingRequest', () => nothing),
  },
  {
    name: 'a helper passes an ack on under its own sequence number',
    caughtBy: ['lifeguard-IV-A-nack', 'swim-3.1-helper', 'swim-4.1-news-rides-on-probes'],
    plant: replaceMethod(Swim.prototype, 'handle', (original) => {
      return function (this: Swim, event, now) {
        const effects = original.call(this, event, now);
        const heard = event.kind === 'message' ? event.message.body : undefined;
        if (heard?.kind !== 'ack') return effects;
        const { sequence } = heard;
        return withBodies(effects, (body) => (body.kind === 'ack' ? { ...body, sequence } : body));
      };
    }),
  },
  {
    name: 'a helper takes the other’s probe for its own',
    caughtBy: ['lifeguard-IV-A-nack', 'swim-3.1-helper', 'swim-4.1-news-rides-on-probes'],
    plant: replaceMethod(FailureDetector.prototype, 'handlePingRequest', (original) => {
      return function (this: FailureDetector, from, sequence, target) {
        original.call(this, from, sequence, target);
        this.probe(target);
      };
    }),
  },
];

export const PROBE_BUGS: readonly PlantedBug[] = [...PROBES, ...HELPERS];
