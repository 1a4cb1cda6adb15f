import { expect } from 'chai';
import { floorLagOf } from '../../src/node/floor-lag.ts';

describe('how far purge floors are behind', () => {
  it('is that of the one that is furthest, of those that there are', () => {
    expect(floorLagOf([9000, 4000, 0, 8000, 0], 10_000)).to.deep.equal({ lagMs: 6000, unset: 2 });
  });

  it('is nothing where there is none, or where they are ahead', () => {
    expect(floorLagOf([], 10_000)).to.deep.equal({ lagMs: 0, unset: 0 });
    expect(floorLagOf([0, 0], 10_000)).to.deep.equal({ lagMs: 0, unset: 2 });
    expect(floorLagOf([10_500], 10_000)).to.deep.equal({ lagMs: 0, unset: 0 });
  });
});
