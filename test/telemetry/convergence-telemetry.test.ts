import { expect } from 'chai';
import { silentLog } from '../../src/telemetry/log.ts';
import { Telemetry } from '../../src/telemetry/telemetry.ts';

const NOTHING = { partitions: 4, differing: 0, given: 0, taken: 0, recordBytes: 0 };

describe('the age of the last pass', () => {
  const at = { nowMs: 1000 };
  const clock = { monotonicMs: () => at.nowMs, wallMs: () => 0 };

  beforeEach(() => {
    at.nowMs = 1000;
  });

  it('is that of the exchange that is longest ago, of those who share something now', () => {
    const { convergence } = new Telemetry(silentLog, clock);
    at.nowMs = 2000;
    convergence.exchanged('a', NOTHING);
    at.nowMs = 5000;
    convergence.exchanged('b', NOTHING);
    at.nowMs = 6000;
    expect(convergence.passAgeMs(['a', 'b'])).to.equal(4000);
    expect(convergence.passAgeMs(['b'])).to.equal(1000);
    convergence.exchanged('a', NOTHING);
    expect(convergence.passAgeMs(['a', 'b'])).to.equal(1000);
  });

  it('counts from the start for those who were not compared with, and is 0 where there is nobody', () => {
    const { convergence } = new Telemetry(silentLog, clock);
    at.nowMs = 4000;
    convergence.exchanged('a', NOTHING);
    expect(convergence.passAgeMs(['a', 'new'])).to.equal(3000);
    expect(convergence.passAgeMs([])).to.equal(0);
  });
});
