/**
 * Lifeguard V, in small: some members handle what they receive late, though their timers are punctual. They miss acks,
 * and blame the healthy. What counts is what becomes of the healthy; and that failures are detected as soon as before.
 */
import { expect } from 'chai';
import {
  DEFAULT_SWIM_OPTIONS,
  type SwimOptions,
  suspicionBounds,
} from '../../src/membership/swim-options.ts';
import { Group, namesOf } from './group.ts';
import { plantOf } from './planted-bugs/catalogue.ts';
import { withPlanted } from './planted-bugs/planted-bug.ts';
import { meanOf } from './sample.ts';

const SIZE = 16;

/** SWIM without Lifeguard, as far as these two of its parts go. */
const WITHOUT_LOCAL_HEALTH: Partial<SwimOptions> = { awarenessCeiling: 0 };
const WITHOUT_DYNAMIC_SUSPICION: Partial<SwimOptions> = {
  suspicionMaxMultiplier: 1,
  suspicionConfirmations: 0,
};

/** Changes of mind about healthy members, in a minute with one slow one. */
function falseAlarms(
  slownessMs: number,
  options: Partial<SwimOptions>,
): { suspicions: number; deaths: number } {
  const counts = { suspicions: 0, deaths: 0 };
  for (const seed of [1, 2]) {
    const group = Group.settled(namesOf(SIZE), { seed, options });
    group.member('m1').slownessMs = slownessMs;
    group.run(60_000);
    for (const { peer, liveness } of group.changes) {
      if (peer === 'm1') continue;
      if (liveness === 'suspect') counts.suspicions++;
      if (liveness === 'dead') counts.deaths++;
    }
  }
  return counts;
}

/** From the first suspicion of a member that was killed until everybody believes it dead, on average. */
function timeToVerdictMs(size: number, options: Partial<SwimOptions>): number {
  const timesMs = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
    const group = Group.settled(namesOf(size), { seed, options });
    group.kill('m1');
    group.runUntil(() => group.changes.length > 0, 60_000);
    const fromMs = group.nowMs;
    group.runUntil(() => group.running().every(({ swim }) => swim.member('m1')!.liveness === 'dead'), 60_000);
    return group.nowMs - fromMs;
  });
  return meanOf(timesMs);
}

describe('local health', () => {
  const SLOWNESS_MS = 400;
  let without = 0;

  before(() => {
    without = falseAlarms(SLOWNESS_MS, WITHOUT_LOCAL_HEALTH).suspicions;
  });

  it('lets a slow member suspect fifty times fewer healthy ones (Lifeguard IV-A, V)', () => {
    expect(without).to.be.greaterThan(1000);
    expect(falseAlarms(SLOWNESS_MS, {}).suspicions).to.be.lessThan(without / 50);
  });

  it('doesn’t where it never worsens, which the test above notices', () => {
    const plant = plantOf('local health never worsens');
    const { suspicions } = withPlanted(plant, () => falseAlarms(SLOWNESS_MS, {}));
    expect(suspicions).to.be.greaterThan(without / 50);
  });
});

describe('a suspicion that lasts longer while nobody confirms it', () => {
  const SLOWNESS_MS = 1500;
  /** What is added to the papers here saves all of the healthy by itself. */
  const ADDITIONS = [
    'a suspect isn’t asked once more before the verdict',
    'what a suspect sends puts no verdict off',
  ];
  let without = 0;
  let removals: (() => void)[] = [];

  beforeEach(() => {
    removals = ADDITIONS.map((name) => plantOf(name)());
  });

  afterEach(() => removals.forEach((remove) => remove()));

  it('declares many of the healthy dead where it begins with the shortest time', () => {
    without = falseAlarms(SLOWNESS_MS, { ...WITHOUT_LOCAL_HEALTH, ...WITHOUT_DYNAMIC_SUSPICION }).deaths;
    expect(without).to.be.greaterThan(100);
  });

  it('keeps the healthy from being declared dead by a slow member (Lifeguard IV-B, V)', () => {
    expect(falseAlarms(SLOWNESS_MS, WITHOUT_LOCAL_HEALTH).deaths).to.be.lessThan(without / 50);
  });

  it('doesn’t where it begins with the shortest time, which the test above notices', () => {
    const plant = plantOf('a suspicion begins with the shortest time');
    const { deaths } = withPlanted(plant, () => falseAlarms(SLOWNESS_MS, WITHOUT_LOCAL_HEALTH));
    expect(deaths).to.be.greaterThan(without / 50);
  });

  it('takes local health beside it to save all of them', () => {
    expect(falseAlarms(SLOWNESS_MS, WITHOUT_DYNAMIC_SUSPICION).deaths).to.be.greaterThan(0);
    expect(falseAlarms(SLOWNESS_MS, {}).deaths).to.equal(0);
  });

  for (const size of [8, 32]) {
    it(`hardly delays the verdict on a failed one, even where it might last six times as long, at ${size} members`, () => {
      const { minMs } = suspicionBounds(DEFAULT_SWIM_OPTIONS, size);
      const shortest = timeToVerdictMs(size, WITHOUT_DYNAMIC_SUSPICION);
      expect(shortest).to.be.at.least(minMs);
      expect(timeToVerdictMs(size, { suspicionMaxMultiplier: 6 })).to.be.lessThan(1.25 * shortest);
    });
  }

  it('delays it where confirmations count for nothing, which the test above notices', () => {
    const shortest = timeToVerdictMs(8, WITHOUT_DYNAMIC_SUSPICION);
    const plant = plantOf('confirmations count for nothing');
    const delayed = withPlanted(plant, () => timeToVerdictMs(8, { suspicionMaxMultiplier: 6 }));
    expect(delayed).to.be.greaterThan(1.25 * shortest);
  });
});
