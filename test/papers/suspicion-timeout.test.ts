/** Lifeguard IV-B's formula, in whole cores, with the paper's constants and with those used here. */
import { expect } from 'chai';
import { Awareness } from '../../src/membership/awareness.ts';
import type { SwimEffect } from '../../src/membership/event.ts';
import { Suspicion } from '../../src/membership/suspicion.ts';
import { DEFAULT_SWIM_OPTIONS, type SwimOptions } from '../../src/membership/swim-options.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { instantAt, makeCore } from './core.ts';
import { namesOf } from './group.ts';
import { type Plant, replaceMethod, replaceOption, withPlanted } from './planted-bugs/planted-bug.ts';

/** The paper's alpha = 5, beta = 6, K = 3, and its period of a second. */
const OF_THE_PAPER: Partial<SwimOptions> = {
  probeIntervalMs: 1000,
  ackTimeoutMs: 500,
  suspicionMultiplier: 5,
  suspicionMaxMultiplier: 6,
  suspicionConfirmations: 3,
};

/** Apart from the program's, lest a bug that is planted there be expected here. */
const USED_HERE: SwimOptions = { ...DEFAULT_SWIM_OPTIONS };

interface Case {
  readonly size: number;
  readonly options: Partial<SwimOptions>;
}

/** How long a suspicion lasts in all, after 0, 1, 2, ... confirmations, as a core plans it. */
function planned({ size, options }: Case, accusers: number): number[] {
  const names = namesOf(size - 1);
  const core = makeCore(
    { name: 'a', incarnation: 1, others: names, random: new SeededRandom(1), options },
    0,
  );
  core.handle({ kind: 'start' }, instantAt(0));
  let latestMs = 0;
  return names.slice(1, accusers + 1).map((from) => {
    const updates = [{ peer: 'm1', liveness: 'suspect' as const, incarnation: 1, from }];
    const message = { body: { kind: 'gossip' as const }, updates, intents: [] };
    const effects = core.handle({ kind: 'message', from, message }, instantAt(0));
    latestMs = effects.map(deadlineOf).find((deadlineMs) => deadlineMs !== undefined) ?? latestMs;
    return latestMs;
  });
}

function deadlineOf(effect: SwimEffect): number | undefined {
  return effect.kind === 'schedule' && effect.timer.kind === 'suspicion' ? effect.timer.dueMs : undefined;
}

/** Lifeguard IV-B. */
function ofThePaper({ size, options }: Case, confirmations: number): number {
  const swim = { ...USED_HERE, ...options };
  const minMs = swim.suspicionMultiplier * Math.max(1, Math.log10(size)) * swim.probeIntervalMs;
  const maxMs = swim.suspicionMaxMultiplier * minMs;
  const part = Math.log(confirmations + 1) / Math.log(swim.suspicionConfirmations + 1);
  return Math.max(minMs, maxMs - (maxMs - minMs) * part);
}

function expectTheFormula(one: Case): void {
  planned(one, 6).forEach((lastsMs, confirmations) => {
    expect(lastsMs, `${confirmations} confirmations`).to.be.closeTo(ofThePaper(one, confirmations), 1e-6);
  });
}

const CASES: readonly Case[] = [8, 30, 300].flatMap((size) => [
  { size, options: {} },
  { size, options: OF_THE_PAPER },
]);

const countingDouble: Plant = replaceMethod(Suspicion.prototype, 'confirm', (original) => {
  return function (this: Suspicion, accuser) {
    return original.call(this, accuser) && original.call(this, `${accuser}, once more`);
  };
});

describe('the time that a suspicion lasts', () => {
  for (const one of CASES) {
    const constants = one.options === OF_THE_PAPER ? 'the paper’s constants' : 'those used here';
    it(`is the formula’s, at ${one.size} members with ${constants} (Lifeguard IV-B)`, () =>
      expectTheFormula(one));
  }

  for (const [name, plant] of [
    ['confirmations count double', countingDouble],
    ['the longest is the shortest', replaceOption('suspicionMaxMultiplier', 1)],
  ] as const) {
    it(`isn’t where ${name}, which the test above notices`, () => {
      withPlanted(plant, () => expect(() => expectTheFormula({ size: 30, options: {} })).to.throw());
    });
  }
});

describe('local health in its figures', () => {
  it('stretches the paper’s interval and timeout up to 8 s and 4 s, where the paper has 9 s and 4.5 s (Lifeguard IV-A)', () => {
    const awareness = new Awareness(DEFAULT_SWIM_OPTIONS.awarenessCeiling);
    awareness.worsen(1000);
    expect(1000 * awareness.multiplier).to.equal(8000);
    expect(500 * awareness.multiplier).to.equal(4000);
  });
});
