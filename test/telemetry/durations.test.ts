import { expect } from 'chai';
import { Durations } from '../../src/telemetry/durations.ts';

describe('how long things took', () => {
  it('is how many took at most so long, and the sum of all', () => {
    const durations = new Durations([0.001, 0.01, 0.1]);
    for (const ms of [0.5, 1, 1.5, 10, 99, 5000]) durations.note(ms);
    expect(durations.cumulative).to.deep.equal([2, 4, 5]);
    expect(durations.count).to.equal(6);
    expect(durations.sumSeconds).to.equal(5.112);
  });

  it('is nothing at first', () => {
    const durations = new Durations([1]);
    expect([durations.cumulative, durations.count, durations.sumSeconds]).to.deep.equal([[0], 0, 0]);
  });
});
