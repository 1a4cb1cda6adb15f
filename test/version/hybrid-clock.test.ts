import { expect } from 'chai';
import fc from 'fast-check';
import { HybridClock } from '../../src/version/hybrid-clock.ts';
import { MAX_LOGICAL, compareVersions } from '../../src/version/version.ts';
import { versions } from './version.test.ts';

const hybridClock = () => new HybridClock({ writer: 7, maxDriftMs: 500 });

describe('hybrid logical clock', () => {
  it('stamps ever higher, however the wall clock steps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2 }), (wallReadings) => {
        const clock = hybridClock();
        const stamps = wallReadings.map((wallMs) => clock.stamp(wallMs));
        stamps.slice(1).forEach((stamp, i) => {
          expect(compareVersions(stamp, stamps[i] ?? stamp)).to.be.greaterThan(0);
        });
      }),
    );
  });

  it('follows the wall clock when that is ahead', () => {
    expect(hybridClock().stamp(1234)).to.deep.equal({ wallMs: 1234, logical: 0, writer: 7 });
  });

  it('stamps above everything it has observed', () => {
    fc.assert(
      fc.property(versions, fc.maxSafeNat(), (seen, back) => {
        const clock = hybridClock();
        clock.observe(seen, seen.wallMs);
        expect(compareVersions(clock.stamp(Math.max(0, seen.wallMs - back)), seen)).to.be.greaterThan(0);
      }),
    );
  });

  it('refuses a stamp too far in the future and is not moved by it', () => {
    const clock = hybridClock();
    expect(() => clock.observe({ wallMs: 1501, logical: 0, writer: 1 }, 1000))
      .to.throw('501 ms in the future')
      .with.property('code', 'CLOCK_DRIFT');
    clock.observe({ wallMs: 1500, logical: 0, writer: 1 }, 1000);
    expect(clock.stamp(1000).wallMs).to.equal(1500);
  });

  it('carries into the milliseconds when a millisecond is used up', () => {
    const clock = hybridClock();
    clock.restore({ wallMs: 1000, logical: MAX_LOGICAL, writer: 1 });
    expect(clock.stamp(1000)).to.deep.equal({ wallMs: 1001, logical: 0, writer: 7 });
  });
});
