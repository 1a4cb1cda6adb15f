import { expect } from 'chai';
import type { Sighting } from '../../scripts/bench-membership/sighting.ts';
import { falseDeaths, suspicions } from '../../scripts/bench-membership/verdicts.ts';

const LIVING = new Set(['x', 'y']);

function sighting(by: string, of: string, state: Sighting['state'], atMs = 0): Sighting {
  return { by, of, state, atMs };
}

describe('verdicts on members that live', () => {
  it('are found where a single member declared a single other one dead', () => {
    const planted = [sighting('y', 'x', 'suspect'), sighting('y', 'x', 'dead'), sighting('y', 'x', 'alive')];
    expect(falseDeaths(planted, LIVING)).to.deep.equal({ members: 1, verdicts: 1 });
  });

  it('count a member once, and every verdict', () => {
    const planted = [sighting('a', 'x', 'dead'), sighting('b', 'x', 'dead'), sighting('a', 'y', 'dead')];
    expect(falseDeaths(planted, LIVING)).to.deep.equal({ members: 2, verdicts: 3 });
  });

  it('are neither suspicions, nor verdicts on the dead, nor departures', () => {
    const harmless = [sighting('a', 'x', 'suspect'), sighting('a', 'z', 'dead'), sighting('a', 'y', 'left')];
    expect(falseDeaths(harmless, LIVING)).to.deep.equal({ members: 0, verdicts: 0 });
  });
});

describe('suspicions', () => {
  it('are one while they follow each other closely, whoever has them', () => {
    const one = [
      sighting('a', 'x', 'suspect', 0),
      sighting('b', 'x', 'suspect', 1500),
      sighting('c', 'x', 'suspect', 3000),
    ];
    expect(suspicions(one, LIVING)).to.equal(1);
  });

  it('are two where there was quiet in between, and one more for each other member', () => {
    const three = [
      sighting('a', 'x', 'suspect', 0),
      sighting('a', 'y', 'suspect', 100),
      sighting('a', 'x', 'suspect', 2500),
    ];
    expect(suspicions(three, LIVING)).to.equal(3);
  });

  it('of those that are not asked for, and other states, do not count', () => {
    const none = [sighting('a', 'z', 'suspect'), sighting('a', 'x', 'alive'), sighting('a', 'x', 'dead')];
    expect(suspicions(none, LIVING)).to.equal(0);
  });
});
