import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import { checkTtl, expiryOf } from '../../src/version/expiry.ts';

describe('a time to live', () => {
  it('is anything from a millisecond to ten years, or for ever', () => {
    for (const ttlMs of [undefined, 1, 1500, LIMITS.ttlMs]) expect(() => checkTtl(ttlMs)).not.to.throw();
  });

  it('is refused elsewhere with its range, 0 as well', () => {
    for (const ttlMs of [0, -1, 0.5, NaN, Infinity, LIMITS.ttlMs + 1, '5' as unknown as number]) {
      expect(() => checkTtl(ttlMs))
        .to.throw(
          `ttlMs is ${ttlMs}; give a whole number of milliseconds from 1 to ${LIMITS.ttlMs} (ten years)`,
        )
        .with.property('code', 'INVALID_ARGUMENT');
    }
  });

  it('ends at a time that is the same for everybody', () => {
    expect(expiryOf(90_000, 1_800_000_000_000)).to.equal(1_800_000_090_000);
    expect(expiryOf(undefined, 1_800_000_000_000), 'never').to.equal(0);
  });
});
