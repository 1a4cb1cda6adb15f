/** What the protocol costs: SWIM 3.1 and 5.1 (messages, whatever the size), 4.1 (their length). */
import { expect } from 'chai';
import { Dissemination } from '../../src/membership/dissemination.ts';
import type { SwimEffect } from '../../src/membership/event.ts';
import { Swim } from '../../src/membership/swim.ts';
import { DEFAULT_SWIM_OPTIONS } from '../../src/membership/swim-options.ts';
import { Group, type GroupMember, namesOf } from './group.ts';
import { type Plant, replaceMethod, withPlanted } from './planted-bugs/planted-bug.ts';
import { toleranceOfMean } from './sample.ts';

const { probeIntervalMs: PERIOD_MS, pushPullIntervalMs } = DEFAULT_SWIM_OPTIONS;

const PERIODS = 100;

interface Load {
  /** Pings and acks, of each member in each period. */
  readonly probing: readonly number[];
  /** All other messages of all members, for each member and period. */
  readonly others: number;
}

function loadOf(size: number): Load {
  const probing = new Map<string, number>();
  let others = 0;
  const count = ({ name }: GroupMember, effect: SwimEffect): SwimEffect => {
    if (effect.kind !== 'send') return effect;
    const { kind } = effect.message.body;
    if (kind === 'ping' || kind === 'ack') probing.set(name, (probing.get(name) ?? 0) + 1);
    else others++;
    return effect;
  };
  const group = Group.settled(namesOf(size), { seed: 1, tamper: count });
  probing.clear();
  others = 0;
  group.run(PERIODS * PERIOD_MS);
  return { probing: [...probing.values()].map((n) => n / PERIODS), others: others / PERIODS / size };
}

/** The most pieces of news on one message, while nearly a third of the members die at once. */
function mostNewsOnAMessage(size: number): number {
  let most = 0;
  const measure = (_member: GroupMember, effect: SwimEffect): SwimEffect => {
    if (effect.kind === 'send') most = Math.max(most, effect.message.updates.length);
    return effect;
  };
  const names = namesOf(size);
  const group = Group.settled(names, { seed: 1, tamper: measure });
  for (const name of names.slice(0, Math.floor(0.3 * size))) group.kill(name);
  group.run(20 * PERIOD_MS);
  return most;
}

/** The planted bug, which is the heartbeat that SWIM replaces: everybody is pinged in each period. */
const heartbeat: Plant = replaceMethod(Swim.prototype, 'handle', (original) => {
  return function (this: Swim, event, now) {
    const effects = original.call(this, event, now);
    if (event.kind !== 'timer' || event.timer.kind !== 'probe') return effects;
    const others = [...this.members()].map(({ peer }) => peer);
    return [
      ...effects,
      ...others.flatMap((peer) => original.call(this, { kind: 'peerUnreachable', peer }, now)),
    ];
  };
});

/**
 * A ping and an ack of each member. How often each of the others picks it in these periods may be one less or more:
 * half a one of deviation each; and the first and the last period may not be whole.
 */
function expectConstant({ probing, others }: Load): void {
  const tolerance = toleranceOfMean(0.5 * Math.sqrt(probing.length), 1) / PERIODS + 2 / PERIODS;
  for (const messages of probing) expect(messages).to.be.closeTo(2, tolerance);
  // An exchange takes three messages at most where nothing differs, and is no part of the papers' protocol.
  expect(others).to.be.at.most((3 * PERIOD_MS) / (0.5 * pushPullIntervalMs));
}

describe('the message load', () => {
  for (const size of [4, 16, 64]) {
    it(`is a ping and an ack of each member in each period, at ${size} members (SWIM 3.1, 5.1)`, () => {
      expectConstant(loadOf(size));
    });
  }

  it('grows with the group where everybody is pinged, which the test above notices', () => {
    const loads = withPlanted(heartbeat, () => [loadOf(4), loadOf(16)]);
    for (const load of loads) expect(() => expectConstant(load)).to.throw();
  });

  for (const size of [16, 96]) {
    it(`is bounded in the length of a message, whatever has happened to ${size} members (SWIM 4.1)`, () => {
      // 32 pieces of news, and what the receiver itself must hear (Lifeguard IV-C).
      expect(mostNewsOnAMessage(size)).to.be.at.most(33);
    });
  }

  it('isn’t where all news goes on every message, which the test above notices', () => {
    const plant = replaceMethod(
      Dissemination.prototype as Dissemination<{ peer: string }>,
      'take',
      (original) => {
        return function (this: Dissemination<{ peer: string }>, _count, maxTransmits) {
          return original.call(this, Infinity, maxTransmits);
        };
      },
    );
    expect(withPlanted(plant, () => mostNewsOnAMessage(96))).to.be.greaterThan(33);
  });
});
