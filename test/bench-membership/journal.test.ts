import { expect } from 'chai';
import { Journal } from '../../scripts/bench-membership/journal.ts';
import type { State } from '../../scripts/bench-membership/sighting.ts';

/** `a>b alive 10`: a sees b alive at 10 ms. */
function journalOf(...sightings: readonly string[]): Journal {
  const journal = new Journal();
  for (const text of sightings) {
    const [, by, of, state, at] = /^(\w+)>(\w+) (\w+) (\d+)$/.exec(text) ?? [];
    journal.add({ by: by!, of: of!, state: state as State, atMs: Number(at) });
  }
  return journal;
}

describe('the journal of a benchmark', () => {
  it('is known to all when the last of them has said so', () => {
    const journal = journalOf('a>x alive 10', 'b>x alive 30', 'c>x alive 20');
    expect(journal.allMs(['a', 'b', 'c'], { of: 'x', states: ['alive'], sinceMs: 0 })).to.equal(30);
  });

  it('is not known to all while one of them has not said so', () => {
    const journal = journalOf('a>x alive 10', 'b>x suspect 20', 'c>y alive 25', 'a>x alive 30');
    expect(journal.allMs(['a', 'b'], { of: 'x', states: ['alive'], sinceMs: 0 })).to.equal(undefined);
    expect(journal.allMs(['a', 'c'], { of: 'x', states: ['alive'], sinceMs: 0 })).to.equal(undefined);
  });

  it("takes the first time of each, however often one changes one's mind", () => {
    const journal = journalOf('a>x dead 10', 'b>x dead 20', 'a>x alive 30', 'a>x dead 90');
    expect(journal.allMs(['a', 'b'], { of: 'x', states: ['dead'], sinceMs: 0 })).to.equal(20);
  });

  it('leaves out what was said before', () => {
    const journal = journalOf('a>x dead 10', 'b>x dead 20', 'b>x alive 30', 'a>x dead 40');
    expect(journal.allMs(['a', 'b'], { of: 'x', states: ['dead'], sinceMs: 15 })).to.equal(40);
    expect(journal.allMs(['a', 'b'], { of: 'x', states: ['dead'], sinceMs: 25 })).to.equal(undefined);
    expect(journal.since(25).map(({ atMs }) => atMs)).to.deep.equal([30, 40]);
  });

  it('tells who was first, in any of the states asked for', () => {
    const journal = journalOf('a>x alive 10', 'b>x dead 20', 'c>x suspect 30');
    expect(journal.firstMs({ of: 'x', states: ['suspect', 'dead'], sinceMs: 0 })).to.equal(20);
    expect(journal.firstMs({ of: 'x', states: ['suspect', 'dead'], sinceMs: 25 })).to.equal(30);
    expect(journal.firstMs({ of: 'y', states: ['dead'], sinceMs: 0 })).to.equal(undefined);
  });

  it('lists as alive whoever is under suspicion, but not whoever was declared dead or left', () => {
    const journal = journalOf('a>x alive 10', 'a>y alive 10', 'a>z alive 10');
    expect(['x', 'y', 'z', 'unknown'].map((of) => journal.lists('a', of))).to.deep.equal([
      true,
      true,
      true,
      false,
    ]);
    for (const [of, state] of [
      ['x', 'suspect'],
      ['y', 'dead'],
      ['z', 'left'],
    ] as const) {
      journal.add({ by: 'a', of, state, atMs: 20 });
    }
    expect(['x', 'y', 'z'].map((of) => journal.lists('a', of))).to.deep.equal([true, false, false]);
  });

  it('knows that a process that was started again has an empty view', () => {
    const journal = journalOf('a>x alive 10', 'b>x alive 10');
    journal.forget('a');
    expect(journal.lists('a', 'x')).to.equal(false);
    expect(journal.lists('b', 'x')).to.equal(true);
  });

  it('counts denials from a time on', () => {
    const journal = new Journal();
    journal.addRefutal(10);
    journal.addRefutal(20);
    expect(journal.refutalsSince(0)).to.equal(2);
    expect(journal.refutalsSince(15)).to.equal(1);
  });
});
