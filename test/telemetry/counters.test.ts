import { expect } from 'chai';
import { Counters } from '../../src/telemetry/counters.ts';

describe('counters', () => {
  it('count from nothing, by one or by more', () => {
    const counters = new Counters();
    expect(counters.get('a')).to.equal(0);
    counters.add('a');
    counters.add('a', 4);
    expect(counters.get('a')).to.equal(5);
  });

  it('give a copy, sorted by name', () => {
    const counters = new Counters();
    for (const name of ['b', 'c', 'a']) counters.add(name);
    const snapshot = counters.snapshot();
    counters.add('a');
    expect([...snapshot]).to.deep.equal([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]);
  });
});
