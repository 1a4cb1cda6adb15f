import { expect } from 'chai';
import { Awareness } from '../../src/membership/awareness.ts';

describe('the local health (Lifeguard IV-A)', () => {
  it('multiplies timeouts by one when all is well', () => {
    expect(new Awareness(7).multiplier).to.equal(1);
  });

  it('never exceeds its ceiling, and recovers step by step', () => {
    const awareness = new Awareness(7);
    awareness.worsen(3);
    awareness.worsen(100);
    expect(awareness.multiplier).to.equal(8);
    awareness.improve();
    expect(awareness.multiplier).to.equal(7);
  });

  it('does not become better than well', () => {
    const awareness = new Awareness(7);
    awareness.improve();
    awareness.worsen(1);
    expect(awareness.multiplier).to.equal(2);
  });
});
