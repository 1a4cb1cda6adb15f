import { expect } from 'chai';
import { costOf } from '../../scripts/bench-anti-entropy/paired-cost.ts';

describe('the cost of what is measured in pairs', () => {
  it('is found although the machine is now slow and now quick', () => {
    const speeds = [100, 900, 250, 4000, 30, 600];
    const { mean, low, high } = costOf(speeds.map((speed) => ({ without: speed, withIt: speed * 0.9 })));
    expect([mean, low, high].map((share) => Math.round(share * 1e6) / 1e6)).to.deep.equal([0.1, 0.1, 0.1]);
  });

  it('is as uncertain as the pairs differ: the interval of a known sample', () => {
    // ln 0.9, ln 1, ln 1.1: mean -0.00335, deviation 0.1004, t for two degrees of freedom 4.30.
    const { mean, low, high } = costOf([0.9, 1, 1.1].map((ratio) => ({ without: 1, withIt: ratio })));
    expect(mean).to.be.closeTo(0.00335, 0.0001);
    expect(low).to.be.closeTo(1 - Math.exp(-0.00335 + 0.2492), 0.001);
    expect(high).to.be.closeTo(1 - Math.exp(-0.00335 - 0.2492), 0.001);
  });
});
