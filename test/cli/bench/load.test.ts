import { expect } from 'chai';
import { StarlingError } from '../../../src/base/errors.ts';
import { applyLoad } from '../../../src/cli/bench/load.ts';

describe('a load', () => {
  it('keeps exactly so many requests in flight, and counts failures apart', async () => {
    let inFlight = 0;
    let most = 0;
    const request = async (n: number): Promise<void> => {
      most = Math.max(most, ++inFlight);
      await new Promise(setImmediate);
      inFlight--;
      if (n % 2 === 1) throw new StarlingError('OVERLOADED', 'later');
    };
    const { requests, errors, latencies } = await applyLoad({
      inFlight: 7,
      warmUpMs: 5,
      measuredMs: 300,
      request,
    });
    expect(most).to.equal(7);
    expect(inFlight).to.equal(0);
    expect(latencies.count).to.equal(requests);
    expect(errors.get('OVERLOADED')).to.be.greaterThan(0);
    // Every other request fails.
    expect(requests / (requests + errors.get('OVERLOADED')!)).to.be.closeTo(0.5, 0.2);
  });

  it('does not take a mistake of ours for a failed request', async () => {
    const request = () => Promise.reject(new TypeError('a mistake'));
    let thrown: unknown;
    await applyLoad({ inFlight: 1, warmUpMs: 0, measuredMs: 10, request }).catch(
      (error: unknown) => (thrown = error),
    );
    expect(thrown).to.be.instanceOf(TypeError);
  });
});
