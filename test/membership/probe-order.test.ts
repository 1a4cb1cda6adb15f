import { expect } from 'chai';
import fc from 'fast-check';
import { ProbeOrder } from '../../src/membership/probe-order.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';

function orderOf(count: number, seed: number): ProbeOrder {
  const order = new ProbeOrder(new SeededRandom(seed));
  for (let i = 0; i < count; i++) order.add(`p${i}`);
  return order;
}

const anybody = () => true;

describe('the probe order (SWIM 4.3)', () => {
  it('probes everybody once in each round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(), (count, seed) => {
        const order = orderOf(count, seed);
        for (let round = 0; round < 3; round++) {
          const probed = Array.from({ length: count }, () => order.next(anybody));
          expect(new Set(probed).size).to.equal(count);
        }
      }),
    );
  });

  it('changes the order from round to round', () => {
    const order = orderOf(10, 1);
    const rounds = Array.from({ length: 3 }, () =>
      Array.from({ length: 10 }, () => order.next(anybody)).join(' '),
    );
    expect(new Set(rounds).size).to.equal(3);
  });

  it('skips those that may not be probed and ends where there is nobody', () => {
    const order = orderOf(5, 1);
    const probed = Array.from({ length: 10 }, () => order.next((peer) => peer === 'p3'));
    expect(new Set(probed)).to.deep.equal(new Set(['p3']));
    expect(order.next(() => false)).to.equal(undefined);
    expect(new ProbeOrder(new SeededRandom(1)).next(anybody)).to.equal(undefined);
  });

  it('takes a newcomer into the round that is under way', () => {
    for (let seed = 0; seed < 20; seed++) {
      const order = orderOf(5, seed);
      order.next(anybody);
      order.add('new');
      const rest = Array.from({ length: 5 }, () => order.next(anybody));
      expect(rest).to.include('new');
    }
  });
});
