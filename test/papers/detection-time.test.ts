/**
 * How soon a failure is detected: SWIM 3.1 (on average), 4.3 (at most) and 5.2 (measured).
 *
 * Members don't begin their periods together, so "in the j-th period" is "between j - 1 and j periods after the failure".
 */
import { expect } from 'chai';
import type { SwimEffect } from '../../src/membership/event.ts';
import { ProbeOrder } from '../../src/membership/probe-order.ts';
import { DEFAULT_SWIM_OPTIONS } from '../../src/membership/swim-options.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { instantAt, makeCore } from './core.ts';
import { Group, type GroupMember, namesOf } from './group.ts';
import { plantOf } from './planted-bugs/catalogue.ts';
import { type Plant, plantAll, replaceMethod, withPlanted } from './planted-bugs/planted-bug.ts';
import { meanOf, toleranceOfMean } from './sample.ts';

const PERIOD_MS = DEFAULT_SWIM_OPTIONS.probeIntervalMs;

/**
 * SWIM 3.1: expected periods until somebody picks a failed member, where this part of the others live: 1/p, since
 * somebody does in each period with p = 1 - e^-living. With all of them that is e/(e - 1).
 */
function expectedPeriods(living: number): number {
  return 1 / (1 - Math.exp(-living));
}

/** The standard deviation of that, which is geometric. */
function deviationPeriods(living: number): number {
  return Math.exp(-living / 2) * expectedPeriods(living);
}

interface Detection {
  /** The period after the failure in which the first ping to it was sent. */
  readonly period: number;
  /** From that ping to the first suspicion. */
  readonly probeMs: number;
}

/** Kills one member after the other, and restarts it. */
function detections(size: number, count: number, seed: number): Detection[] {
  const names = namesOf(size);
  let victim: string | undefined;
  let pingedAtMs: number | undefined;
  const watch = (_member: GroupMember, effect: SwimEffect, nowMs: number): SwimEffect => {
    const isPing = effect.kind === 'send' && effect.to === victim && effect.message.body.kind === 'ping';
    if (isPing) pingedAtMs ??= nowMs;
    return effect;
  };
  const group = Group.settled(names, { seed, tamper: watch });
  const detectOne = (): Detection => {
    group.run(group.random.between(0, 2 * PERIOD_MS));
    victim = names[group.random.integer(size)]!;
    const failedAtMs = group.nowMs;
    group.kill(victim);
    group.changes.length = 0;
    group.runUntil(() => group.changes.length > 0, 100 * PERIOD_MS);
    const firstPingMs = pingedAtMs!;
    const detection = {
      period: Math.max(1, Math.ceil((firstPingMs - failedAtMs) / PERIOD_MS)),
      probeMs: group.nowMs - firstPingMs,
    };
    group.start(victim, names);
    victim = pingedAtMs = undefined;
    group.run(10 * PERIOD_MS);
    return detection;
  };
  return Array.from({ length: count }, detectOne);
}

/** The period in which each of many that fail at once is pinged first. Local health stays out of it. */
function periodsOfMany(size: number, failing: number, seed: number): number[] {
  const periods = new Map<string, number>();
  let failedAtMs = Infinity;
  const watch = (_member: GroupMember, effect: SwimEffect, nowMs: number): SwimEffect => {
    const isPing = effect.kind === 'send' && effect.message.body.kind === 'ping';
    if (!isPing || nowMs < failedAtMs || periods.has(effect.to)) return effect;
    periods.set(effect.to, Math.max(1, Math.ceil((nowMs - failedAtMs) / PERIOD_MS)));
    return effect;
  };
  const names = namesOf(size);
  const group = Group.settled(names, { seed, tamper: watch, options: { awarenessCeiling: 0 } });
  group.run(group.random.between(0, PERIOD_MS));
  failedAtMs = group.nowMs;
  const failed = names.slice(0, failing);
  for (const name of failed) group.kill(name);
  group.run(100 * PERIOD_MS);
  return failed.map((name) => periods.get(name)!);
}

/** The longest time between two pings to the same member, and the shortest, in periods, of one member with others. */
function gapsBetweenPings(others: number, rounds: number): { longest: number; shortest: number } {
  const core = makeCore(
    { name: 'a', incarnation: 1, others: namesOf(others), random: new SeededRandom(1) },
    0,
  );
  core.handle({ kind: 'start' }, instantAt(0));
  const lastOf = new Map<string, number>();
  const gaps: number[] = [];
  for (let period = 0; period < rounds * others; period++) {
    const now = instantAt(period * PERIOD_MS);
    const timer = { kind: 'probe' as const, dueMs: now.monotonicMs };
    for (const effect of core.handle({ kind: 'timer', timer }, now)) {
      if (effect.kind !== 'send' || effect.message.body.kind !== 'ping') continue;
      const { to, message } = effect;
      const body = { kind: 'ack' as const, sequence: effect.message.body.sequence, wallMs: 0 };
      core.handle(
        { kind: 'message', from: to, message: { ...message, body, updates: [], intents: [] } },
        now,
      );
      gaps.push(period - (lastOf.get(to) ?? period));
      lastOf.set(to, period);
    }
  }
  const between = gaps.filter((gap) => gap > 0);
  return { longest: Math.max(...between), shortest: Math.min(...between) };
}

/** Everybody's own first suspicion of a failed member, in periods after the failure, where nobody tells anybody. */
function ownDetections(size: number, seed: number): number[] {
  let isTelling = true;
  const keepToOneself = (_member: GroupMember, effect: SwimEffect): SwimEffect | undefined => {
    if (isTelling || effect.kind !== 'send') return effect;
    const { kind } = effect.message.body;
    const isOfProbe = kind === 'ping' || kind === 'ack' || kind === 'pingRequest' || kind === 'nack';
    return isOfProbe ? { ...effect, message: { ...effect.message, updates: [] } } : undefined;
  };
  const group = Group.settled(namesOf(size), { seed, tamper: keepToOneself });
  isTelling = false;
  const failedAtMs = group.nowMs;
  group.kill('m1');
  group.run(3 * size * PERIOD_MS);
  const suspicions = group.changes.filter(({ liveness }) => liveness === 'suspect');
  return suspicions.map(({ atMs }) => (atMs - failedAtMs) / PERIOD_MS);
}

/** The planted bug: everybody goes through the same list, from the same beginning. */
const inTheSameOrder: Plant = () => {
  const peersOf = new WeakMap<ProbeOrder, string[]>();
  const nextOf = new WeakMap<ProbeOrder, number>();
  return plantAll(
    replaceMethod(ProbeOrder.prototype, 'add', () => {
      return function (this: ProbeOrder, peer) {
        peersOf.set(this, [...(peersOf.get(this) ?? []), peer]);
      };
    }),
    replaceMethod(ProbeOrder.prototype, 'next', () => {
      return function (this: ProbeOrder) {
        const next = nextOf.get(this) ?? 0;
        nextOf.set(this, next + 1);
        const peers = peersOf.get(this) ?? [];
        return peers[next % peers.length];
      };
    }),
  )();
};

describe('the time to detect a failure', () => {
  for (const [size, count] of [
    [8, 120],
    [24, 120],
    [48, 60],
  ] as const) {
    it(`is e/(e - 1) periods on average until the first ping, and a probe more, at ${size} members (SWIM 3.1)`, () => {
      const found = detections(size, count, 1);
      const tolerance = toleranceOfMean(deviationPeriods(1), count);
      expect(meanOf(found.map(({ period }) => period))).to.be.closeTo(expectedPeriods(1), tolerance);
      for (const { probeMs } of found) expect(probeMs).to.be.at.most(PERIOD_MS + 10);
    });
  }

  it('is 1/(1 - e^-q) periods where only a part q of the members is left to detect anything (SWIM 3.1)', () => {
    const found = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => periodsOfMany(24, 12, seed));
    const tolerance = toleranceOfMean(deviationPeriods(0.5), found.length);
    expect(meanOf(found)).to.be.closeTo(expectedPeriods(0.5), tolerance);
  });

  it('is longer where everybody probes in the same order, which the test above notices', () => {
    const found = withPlanted(inTheSameOrder, () => detections(24, 30, 1));
    const tolerance = toleranceOfMean(deviationPeriods(1), 30);
    expect(meanOf(found.map(({ period }) => period))).to.be.greaterThan(expectedPeriods(1) + tolerance);
  });

  for (const others of [2, 3, 10, 40]) {
    it(`is bounded: of ${others} others each is pinged again within ${2 * others - 1} periods (SWIM 4.3)`, () => {
      const { longest, shortest } = gapsBetweenPings(others, 200);
      expect(longest).to.be.at.most(2 * others - 1);
      // Shuffled anew for each round, or else it would always be the same.
      expect(longest).to.be.greaterThan(others);
      expect(shortest).to.be.lessThan(others);
    });
  }

  it('isn’t bounded where anybody may be next, which the test above notices', () => {
    expect(
      withPlanted(plantOf('the next target is anybody'), () => gapsBetweenPings(10, 200)).longest,
    ).to.be.greaterThan(19);
  });

  it('is bounded for every member by itself, though nobody tells anybody (strong completeness, SWIM 4.3)', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const size = 12;
      const others = size - 1;
      const found = ownDetections(size, seed);
      expect(found).to.have.length(others);
      expect(Math.max(...found)).to.be.at.most(2 * others - 1 + 1);
    }
  });

  it('isn’t where some members never probe, which the test above notices', () => {
    const seldom = replaceMethod(ProbeOrder.prototype, 'next', (original) => {
      return function (this: ProbeOrder, mayProbe) {
        return original.call(this, (peer) => peer !== 'm1' && mayProbe(peer));
      };
    });
    expect(withPlanted(seldom, () => ownDetections(12, 1))).to.deep.equal([]);
  });
});
