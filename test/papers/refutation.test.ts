/** A suspect that hears little: Lifeguard IV-C tells it first, so that what it does hear is what it must know. */
import { expect } from 'chai';
import { Group, namesOf } from './group.ts';
import { plantOf } from './planted-bugs/catalogue.ts';
import { withPlanted } from './planted-bugs/planted-bug.ts';

const SIZE = 16;

interface Fate {
  /** How often somebody declared it dead. */
  readonly deaths: number;
  /** How often somebody took a suspicion back. */
  readonly refutations: number;
}

/** What becomes in a minute of a healthy member that most messages don't reach, while its own arrive. */
function fateOfTheHardOfHearing(lost: number): Fate {
  const fate = { deaths: 0, refutations: 0 };
  for (const seed of [1, 2, 3]) {
    const group = Group.settled(namesOf(SIZE), { seed });
    group.isCut = (_from, to) => to === 'm1' && group.random.chance(lost);
    group.run(60_000);
    for (const { peer, liveness, previous } of group.changes) {
      if (peer !== 'm1') continue;
      if (liveness === 'dead') fate.deaths++;
      if (previous === 'suspect' && liveness === 'alive') fate.refutations++;
    }
  }
  return fate;
}

describe('the buddy system', () => {
  for (const lost of [0.5, 0.7]) {
    it(`lets a member refute in time that ${lost * 100} % of the messages don’t reach (Lifeguard IV-C)`, () => {
      const { deaths, refutations } = fateOfTheHardOfHearing(lost);
      expect(refutations).to.be.greaterThan(100);
      expect(deaths).to.equal(0);
    });
  }

  it('is missed where a suspect isn’t told before others: the tests above notice', () => {
    const plant = plantOf('a suspect isn’t told before others');
    expect(withPlanted(plant, () => fateOfTheHardOfHearing(0.7)).deaths).to.be.greaterThan(10);
  });
});
