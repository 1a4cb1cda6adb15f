/** How often a healthy member is taken for a failed one while messages are lost: SWIM 3.1, 4.2 and 5.3. */
import { expect } from 'chai';
import type { SwimEffect } from '../../src/membership/event.ts';
import { Group, type GroupMember, namesOf } from './group.ts';
import { plantOf } from './planted-bugs/catalogue.ts';
import { withPlanted } from './planted-bugs/planted-bug.ts';
import { toleranceOfPart } from './sample.ts';

/** Probability that a message arrives: SWIM's q_ml. */
const ARRIVES = 0.8;

interface Probes {
  readonly begun: number;
  readonly suspicions: number;
}

/** Many probes of healthy members, each of which is taken for itself: no news, no death, no change of local health. */
function probesWith(helpers: number): Probes {
  let begun = 0;
  let isSettled = false;
  const withoutNews = (_member: GroupMember, effect: SwimEffect): SwimEffect => {
    if (!isSettled) return effect;
    if (effect.kind === 'schedule' && effect.timer.kind === 'ackTimeout') begun++;
    return effect.kind === 'send' ? { ...effect, message: { ...effect.message, updates: [] } } : effect;
  };
  const options = {
    indirectProbes: helpers,
    awarenessCeiling: 0,
    suspicionMultiplier: 1e6,
    pushPullIntervalMs: Number.MAX_SAFE_INTEGER,
  };
  const group = Group.settled(namesOf(8), { seed: 1, loss: 1 - ARRIVES, options, tamper: withoutNews });
  isSettled = true;
  let suspicions = 0;
  for (let i = 0; i < 2000; i++) {
    group.run(100);
    for (const { observer, peer, liveness } of group.changes.splice(0)) {
      if (liveness !== 'suspect') continue;
      suspicions++;
      refute(group, group.member(observer), peer);
    }
  }
  return { begun, suspicions };
}

/** Tells one member, as if by the other, that the other is alive. */
function refute(group: Group, observer: GroupMember, peer: string): void {
  const incarnation = observer.swim.member(peer)!.incarnation + 1;
  const updates = [{ peer, liveness: 'alive' as const, incarnation, from: peer }];
  const message = { body: { kind: 'gossip' as const }, updates, intents: [] };
  group.tell(observer, { kind: 'message', from: peer, message });
}

/**
 * SWIM 3.1: the ping or its ack is lost, and on each of k ways one of four messages is. The paper's formula has a factor
 * more for how many members pick the same target in a period; this is for one probe.
 */
function falseSuspicionProbability(helpers: number): number {
  return (1 - ARRIVES ** 2) * (1 - ARRIVES ** 4) ** helpers;
}

function deathsAmong(size: number, options: { suspicionMultiplier?: number }): number {
  const group = Group.settled(namesOf(size), { seed: 1, loss: 0.1, options });
  group.run(120_000);
  return group.changes.filter(({ liveness }) => liveness === 'dead').length;
}

describe('the accuracy of a probe', () => {
  for (const helpers of [0, 1, 2, 3, 5]) {
    it(`is that of independent ways to the target, with ${helpers} helpers (SWIM 3.1)`, () => {
      const { begun, suspicions } = probesWith(helpers);
      const probability = falseSuspicionProbability(helpers);
      expect(suspicions / begun).to.be.closeTo(probability, toleranceOfPart(probability, begun));
    });
  }

  it('is that of no helpers where their acks are ignored, which the test above notices', () => {
    const plant = plantOf('an ack from a helper counts for nothing');
    const { begun, suspicions } = withPlanted(plant, () => probesWith(3));
    const tolerance = toleranceOfPart(falseSuspicionProbability(3), begun);
    expect(suspicions / begun).to.be.greaterThan(falseSuspicionProbability(3) + tolerance);
  });
});

describe('a suspicion', () => {
  let without = 0;

  before(() => {
    without = deathsAmong(16, { suspicionMultiplier: 0 });
  });

  it('makes false deaths at 10 % loss a hundred times rarer (SWIM 4.2, 5.3)', () => {
    expect(without).to.be.greaterThan(500);
    expect(deathsAmong(16, {})).to.be.lessThan(without / 100);
  });

  it('doesn’t where nobody refutes it, which the test above notices', () => {
    const plant = plantOf('a member doesn’t listen to what is said about it');
    expect(withPlanted(plant, () => deathsAmong(16, {}))).to.be.greaterThan(without / 100);
  });
});
