import { expect } from 'chai';
import fc from 'fast-check';
import { Latencies } from '../../../src/cli/bench/latencies.ts';

describe('latencies', () => {
  it('gives every percentile within a sixty-fourth, never above the slowest', () => {
    const sample = fc.double({ min: 0, max: 100_000, noNaN: true });
    const fraction = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 200 }), fraction, (samples, wanted) => {
        const latencies = new Latencies();
        for (const ms of samples) latencies.add(ms);
        const sorted = [...samples].sort((a, b) => a - b);
        const exact = sorted[Math.ceil(sorted.length * wanted) - 1]!;
        const given = latencies.percentileMs(wanted);
        expect(given).to.be.at.most(latencies.maxMs);
        // Below 64 us a bucket is a microsecond wide.
        expect(given - exact).to.be.within(-1e-9, Math.max(exact / 64, 0.001) + 1e-9);
      }),
    );
  });

  it('counts what is beyond its last bucket', () => {
    const latencies = new Latencies();
    latencies.add(10_000_000);
    expect(latencies.count).to.equal(1);
    expect(latencies.maxMs).to.equal(10_000_000);
  });
});
