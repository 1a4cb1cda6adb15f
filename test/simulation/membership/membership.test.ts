import { expect } from 'chai';
import { Suspicion } from '../../../src/membership/suspicion.ts';
import { replaceMethod } from '../../replace-method.ts';
import type { Mutant } from './mutants.ts';
import {
  BELIEVES_ITS_LATE_TIMERS,
  EXCHANGES_ALL_THE_TIME,
  FORGETS_THE_DEAD,
  NEVER_PROBES,
  NEVER_REFUTES,
  SPREADS_ONCE,
} from './mutants.ts';
import type { Outcome } from './outcome.ts';
import { type Task, perform } from './scenarios/catalogue.ts';

/** Another with `SEED=7`. The long ones are in `npm run simulate:membership`. */
const seed = Number(process.env['SEED'] ?? 1);

const MINUTE_MS = 60_000;

const QUIET_THOUSAND: Task = { scenario: 'everyday', members: 1000, seed, idleMs: 3000 };
const QUIET: Task = { scenario: 'everyday', members: 40, seed, idleMs: 5000 };
const MANY_DIE: Task = { scenario: 'manyDie', members: 400, seed, afterwardsMs: 0 };
const SPLIT: Task = { scenario: 'split', members: 100, seed, splitMs: 10 * MINUTE_MS };
const FAMINE: Task = {
  scenario: 'roughWeather',
  members: 40,
  seed,
  weathers: ['starvation'],
  lastingMs: 2 * MINUTE_MS,
};
const BRIEF_SPLIT: Task = { scenario: 'split', members: 30, seed, splitMs: MINUTE_MS };
const MUTE: Task = { scenario: 'muteness', members: 20, seed, times: 20 };
const RESTART: Task = { scenario: 'massRestart', members: 100, seed, moves: false };
const MOVE: Task = { scenario: 'massRestart', members: 100, seed, moves: true };
const LIFEGUARD: Task = {
  scenario: 'lifeguard',
  members: 100,
  starved: 4,
  protection: 'both',
  seed,
  lastingMs: MINUTE_MS,
};
const STORM: Task = {
  scenario: 'roughWeather',
  members: 20,
  seed,
  weathers: ['loss', 'pauses', 'starvation'],
  lastingMs: 10 * MINUTE_MS,
};

describe('membership by the thousand', function () {
  this.timeout('5m');

  it('costs little when nothing happens, and all soon know of a death, an arrival and a departure', () => {
    expectNoViolation(QUIET_THOUSAND);
  });

  it('loses three members in ten at once, and all the others soon know', () => {
    expectNoViolation(MANY_DIE);
  });

  it('becomes one again after a split', () => {
    expectNoViolation(SPLIT);
  });

  it('comes back whole when all were killed at once', () => {
    expectNoViolation(RESTART);
  });

  it('comes back whole with other addresses, through seeds that kept theirs', () => {
    expectNoViolation(MOVE);
  });

  it('declares nobody dead who is well by the word of a member that nobody heard for a while', () => {
    expectNoViolation(MUTE);
    expectNoViolation({ ...MUTE, members: 100, times: 5 });
  });

  it('declares nobody dead who is well while four in a hundred starve for processor time', () => {
    const outcome = expectNoViolation(LIFEGUARD);
    const plain = perform({ ...LIFEGUARD, protection: 'none' });
    const figure = 'false suspicions of healthy members';
    expect(figureOf(outcome, figure)).to.be.lessThan(figureOf(plain, figure) / 10);
  });

  it('declares nobody dead who is well while messages get lost and others are paused and starved', () => {
    expectNoViolation(STORM);
  });
});

describe('the demands on membership by the thousand', function () {
  this.timeout('5m');

  const caught: [Mutant, Task, RegExp][] = [
    [NEVER_REFUTES, STORM, /was well when/],
    [BELIEVES_ITS_LATE_TIMERS, FAMINE, /was well when/],
    [FORGETS_THE_DEAD, BRIEF_SPLIT, /whole again after the healing: never/],
    [SPREADS_ONCE, QUIET, /known to all/],
    [EXCHANGES_ALL_THE_TIME, QUIET, /messages per member, idle/],
    [NEVER_PROBES, QUIET, /machine lost: known to all: never/],
  ];
  for (const [mutant, task, violation] of caught) {
    it(`are not met when ${mutant.name}`, () => {
      const { violations } = perform({ ...task, ...mutant.options });
      expect(violations.join('\n')).to.match(violation);
    });
  }
});

describe('the demand that nobody is declared dead by the word of who was not heard', () => {
  it('is not met when the verdict of another is believed at once', () => {
    const remove = replaceMethod(Suspicion.prototype, 'condemn', () => () => true);
    try {
      expect(perform(MUTE).violations.join('\n')).to.match(/was well when/);
    } finally {
      remove();
    }
  });
});

function expectNoViolation(task: Task): Outcome {
  const outcome = perform(task);
  expect(outcome.violations, `replay with SEED=${task.seed}`).to.deep.equal([]);
  return outcome;
}

function figureOf({ figures }: Outcome, wanted: string): number {
  return figures.find(({ name }) => name === wanted)?.value ?? NaN;
}
