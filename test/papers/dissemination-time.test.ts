/** How soon, and how surely, everybody hears a piece of news: SWIM 4.1 and 5.2. */
import { expect } from 'chai';
import type { SwimEffect } from '../../src/membership/event.ts';
import { DEFAULT_SWIM_OPTIONS, transmitLimit } from '../../src/membership/swim-options.ts';
import { Group, type GroupMember, namesOf } from './group.ts';
import { plantOf } from './planted-bugs/catalogue.ts';
import { withPlanted } from './planted-bugs/planted-bug.ts';
import { meanOf, toleranceOfMean } from './sample.ts';

const PERIOD_MS = DEFAULT_SWIM_OPTIONS.probeIntervalMs;

/** Much longer than any piece of news is told. */
const PATIENCE_PERIODS = 30;

interface Spread {
  /** Periods until everybody had heard it; undefined where somebody never did. */
  readonly periods: number | undefined;
  /** How many never did. */
  readonly missed: number;
}

interface SpreadOptions {
  readonly size: number;
  readonly count: number;
  readonly seed: number;
  /** News rides on probes alone, as in the paper; here there are rounds of gossip as well. */
  readonly ridesOnly: boolean;
}

/** Lets one member after the other refute a suspicion: that nobody but the member itself can find out. */
function spreads({ size, count, seed, ridesOnly }: SpreadOptions): Spread[] {
  const names = namesOf(size);
  let isSettled = false;
  const withoutRounds = (_member: GroupMember, effect: SwimEffect): SwimEffect | undefined =>
    ridesOnly && isSettled && effect.kind === 'schedule' && effect.timer.kind === 'gossip'
      ? undefined
      : effect;
  // Exchanges would repair what news missed.
  const options = { pushPullIntervalMs: Number.MAX_SAFE_INTEGER };
  const group = Group.settled(names, { seed, options, tamper: withoutRounds });
  isSettled = true;
  const spreadOne = (): Spread => {
    group.run(group.random.between(0, 2 * PERIOD_MS));
    const source = group.member(names[group.random.integer(size)]!);
    accuse(group, source);
    const fromMs = group.nowMs;
    const uninformed = new Set(group.running());
    const isKnown = () => {
      for (const member of uninformed) {
        if (member.swim.member(source.name)!.incarnation < source.incarnation) return false;
        uninformed.delete(member);
      }
      return true;
    };
    const isComplete = group.runUntil(isKnown, PATIENCE_PERIODS * PERIOD_MS);
    const periods = isComplete ? (group.nowMs - fromMs) / PERIOD_MS : undefined;
    group.run(PATIENCE_PERIODS * PERIOD_MS);
    const hasMissed = ({ swim }: GroupMember) => swim.member(source.name)!.incarnation < source.incarnation;
    return { periods, missed: group.running().filter(hasMissed).length };
  };
  return Array.from({ length: count }, spreadOne);
}

function accuse(group: Group, { name, incarnation }: GroupMember): void {
  const accuser = group.running().find((member) => member.name !== name)!.name;
  const updates = [{ peer: name, liveness: 'suspect' as const, incarnation, from: accuser }];
  const message = { body: { kind: 'gossip' as const }, updates, intents: [] };
  group.tell(group.member(name), { kind: 'message', from: accuser, message });
}

function meanPeriods(found: readonly Spread[]): number {
  return meanOf(found.flatMap(({ periods }) => periods ?? []));
}

/** SWIM 4.1: members that a piece of news misses, where each sends it lambda * log(n) times. */
function expectedToMiss(size: number): number {
  const lambda = transmitLimit(DEFAULT_SWIM_OPTIONS, size) / Math.log(size);
  return size ** -((2 - 4 / size) * lambda - 2);
}

describe('the time until everybody knows', () => {
  // Whoever knows tells two others in a period, by its ping and by its ack: after ln n periods n know (SWIM 4.1).
  for (const [size, count] of [
    [8, 40],
    [16, 30],
    [32, 20],
    [64, 10],
  ] as const) {
    it(`is ln n periods on probes alone, at ${size} members (SWIM 4.1, 5.2)`, () => {
      const found = spreads({ size, count, seed: 1, ridesOnly: true });
      // Half a period of deviation, and half a one for how it begins and ends, which isn't as the continuous model.
      const tolerance = toleranceOfMean(0.5, count) + 0.5;
      expect(meanPeriods(found)).to.be.closeTo(Math.log(size), tolerance);
    });
  }

  for (const size of [8, 64]) {
    it(`is less than half of that with rounds of gossip, at ${size} members`, () => {
      const found = spreads({ size, count: 10, seed: 1, ridesOnly: false });
      expect(meanPeriods(found)).to.be.lessThan(Math.log(size) / 2);
    });
  }

  it('is no time at all where news isn’t passed on, which the tests above notice', () => {
    const plant = plantOf('only a member’s own observations are told');
    const found = withPlanted(plant, () => spreads({ size: 16, count: 5, seed: 1, ridesOnly: true }));
    expect(meanPeriods(found)).not.to.be.closeTo(Math.log(16), 1);
  });
});

describe('the number of those who never hear', () => {
  const count = 100;
  /** Poisson: as many on average, with as much variance. */
  const most = (size: number) => count * expectedToMiss(size) + 4 * Math.sqrt(count * expectedToMiss(size));
  const missedAt = (size: number) =>
    spreads({ size, count, seed: 2, ridesOnly: true }).reduce((sum, { missed }) => sum + missed, 0);

  for (const size of [8, 16]) {
    it(`is n^-((2 - 4/n) lambda - 2) where each tells lambda log n times, at ${size} members (SWIM 4.1)`, () => {
      expect(missedAt(size)).to.be.at.most(most(size));
    });
  }

  it('is larger where each tells once, which the test above notices', () => {
    expect(withPlanted(plantOf('news is told once'), () => missedAt(16))).to.be.greaterThan(most(16));
  });
});
