import { expect } from 'chai';
import fc from 'fast-check';
import { expMinus1, ln } from '../../src/ring/portable-math.ts';

describe('portable mathematics', () => {
  it('computes logarithms', () => {
    fc.assert(
      fc.property(fc.double({ min: 2 ** -60, max: 1e6, noNaN: true }), (x) => {
        expect(ln(x)).to.be.closeTo(Math.log(x), 1e-12 * Math.max(1, Math.abs(Math.log(x))));
      }),
      { numRuns: 1000 },
    );
  });

  it('computes exponentials', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 600, noNaN: true }), (x) => {
        expect(expMinus1(x)).to.be.closeTo(Math.expm1(x), 1e-11 * Math.expm1(x));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the last digits of small numbers', () => {
    expect(expMinus1(1e-12) / 1e-12).to.be.closeTo(1, 1e-9);
  });

  it('ends at infinity', () => {
    expect(expMinus1(1e300)).to.equal(Infinity);
  });
});
