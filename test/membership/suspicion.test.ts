import { expect } from 'chai';
import fc from 'fast-check';
import { Suspicion } from '../../src/membership/suspicion.ts';
import { DEFAULT_SWIM_OPTIONS, suspicionBounds } from '../../src/membership/swim-options.ts';

const BOUNDS = { minMs: 1000, maxMs: 4000, confirmations: 3 };

function deadlines(accusers: readonly string[]): number[] {
  const suspicion = new Suspicion(1, 'first', BOUNDS, 100);
  return accusers.map((accuser) => {
    suspicion.confirm(accuser);
    return suspicion.deadlineMs;
  });
}

describe('a suspicion (Lifeguard IV-B)', () => {
  it('lasts longest while only one member accuses', () => {
    expect(new Suspicion(1, 'first', BOUNDS, 100).deadlineMs).to.equal(4100);
  });

  it('shrinks by the logarithm of the confirmations, down to the minimum', () => {
    const [one, two, three] = deadlines(['b', 'c', 'd']);
    expect(one).to.be.closeTo(100 + 4000 - 3000 * (Math.log(2) / Math.log(4)), 1e-6);
    expect(two).to.be.closeTo(100 + 4000 - 3000 * (Math.log(3) / Math.log(4)), 1e-6);
    expect(three).to.be.closeTo(1100, 1e-6);
  });

  it('counts each accuser once, the first included', () => {
    const suspicion = new Suspicion(1, 'first', BOUNDS, 100);
    expect(suspicion.confirm('first')).to.equal(false);
    expect(suspicion.confirm('b')).to.equal(true);
    expect(suspicion.confirm('b')).to.equal(false);
  });

  it('takes no more confirmations than it expects', () => {
    const suspicion = new Suspicion(1, 'first', BOUNDS, 100);
    const counted = ['b', 'c', 'd', 'e', 'f'].map((accuser) => suspicion.confirm(accuser));
    expect(counted).to.deep.equal([true, true, true, false, false]);
  });

  it('never ends later, nor earlier than the minimum, whoever confirms', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('first', 'b', 'c', 'd', 'e')), (accusers) => {
        const all = [4100, ...deadlines(accusers)];
        all.forEach((deadline, i) => {
          expect(deadline).to.be.within(1100, i === 0 ? 4100 : all[i - 1]!);
        });
      }),
    );
  });

  it('is brought to its end by the verdict of another, when it has lasted for half of the minimum and nothing was heard of the member for that long', () => {
    const suspicion = new Suspicion(1, 'first', BOUNDS, 100);
    expect(suspicion.condemn(200)).to.equal(false);
    expect(suspicion.deadlineMs).to.equal(600);
    expect(suspicion.sustain(300)).to.equal(true);
    expect(suspicion.condemn(1299)).to.equal(false);
    expect(suspicion.deadlineMs).to.equal(1300);
    expect(suspicion.condemn(1300)).to.equal(true);
  });

  it('is extended four times when this node was asleep, and then no more', () => {
    const suspicion = new Suspicion(1, 'first', BOUNDS, 100);
    for (const nowMs of [9000, 12_000, 13_000, 20_000]) {
      expect(suspicion.extend(nowMs)).to.equal(true);
      expect(suspicion.deadlineMs).to.equal(nowMs + 1000);
    }
    expect(suspicion.extend(30_000)).to.equal(false);
    expect(suspicion.deadlineMs).to.equal(21_000);
  });

  it('lasts as long as the member itself is heard of, also when others confirm', () => {
    const suspicion = new Suspicion(1, 'first', BOUNDS, 100);
    expect(suspicion.sustain(200), 'enough is left').to.equal(false);
    expect(suspicion.sustain(4000)).to.equal(true);
    expect(suspicion.deadlineMs).to.equal(5000);
    for (const accuser of ['b', 'c', 'd']) suspicion.confirm(accuser);
    expect(suspicion.deadlineMs).to.equal(5000);
  });

  it('expects no confirmation where there is nobody to give one', () => {
    const two = suspicionBounds(DEFAULT_SWIM_OPTIONS, 2);
    expect(two.confirmations).to.equal(0);
    expect(new Suspicion(1, 'first', two, 0).deadlineMs).to.equal(two.minMs);
    expect(suspicionBounds(DEFAULT_SWIM_OPTIONS, 3).confirmations).to.equal(1);
    expect(suspicionBounds(DEFAULT_SWIM_OPTIONS, 1000).confirmations).to.equal(3);
  });

  it('lasts longer in a large cluster, where a refutation takes more rounds', () => {
    expect(suspicionBounds(DEFAULT_SWIM_OPTIONS, 1000).minMs).to.be.closeTo(
      3 * suspicionBounds(DEFAULT_SWIM_OPTIONS, 10).minMs,
      1e-6,
    );
  });
});
