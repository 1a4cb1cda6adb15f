import { expect } from 'chai';
import { type Sample, isGrowing, slopeOf } from '../../scripts/soak/slope.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';

const MINUTE_MS = 60_000;

/** So many samples, one a minute. */
function samples(count: number, valueAt: (minute: number) => number): Sample[] {
  return Array.from({ length: count }, (_, minute) => ({ atMs: minute * MINUTE_MS, value: valueAt(minute) }));
}

describe('the slope of what a soak measures', () => {
  const random = new SeededRandom(7);
  const noise = () => random.between(-10, 10);

  it('finds a leak of a percent an hour under noise of ten', () => {
    const slope = slopeOf(samples(480, (minute) => 100 + minute / 60 + noise()));
    expect(slope.growth).to.be.within(4, 6.7);
    expect(isGrowing(slope, 0.03)).to.equal(true);
  });

  it('takes noise, a start that fills what is empty, and a fall for no leak', () => {
    expect(isGrowing(slopeOf(samples(480, () => 100 + noise())), 0.03)).to.equal(false);
    const filling = slopeOf(samples(480, (minute) => 100 * (1 - Math.exp(-minute / 20)) + noise()));
    expect(isGrowing(filling, 0.03)).to.equal(false);
    expect(isGrowing(slopeOf(samples(480, (minute) => 200 - minute / 10 + noise())), 0.03)).to.equal(false);
  });

  it('takes what fills and is emptied for no leak, wherever it is when the soak ends', () => {
    for (let period = 20; period <= 160; period += 20) {
      const sawTooth = slopeOf(samples(480, (minute) => 100 + (60 * (minute % period)) / period + noise()));
      expect(isGrowing(sawTooth, 0.1), `period ${period}`).to.equal(false);
    }
  });

  it('takes what never changes for no leak', () => {
    expect(isGrowing(slopeOf(samples(30, () => 42)), 0)).to.equal(false);
  });

  it('allows a growth that is small beside what there is', () => {
    const slope = slopeOf(samples(60, (minute) => 1000 + minute));
    expect([isGrowing(slope, 0.1), isGrowing(slope, 0.01)]).to.deep.equal([false, true]);
  });

  it('judges by nothing less than six samples', () => {
    expect(() => slopeOf(samples(6, () => 1))).to.throw('too few');
  });
});
