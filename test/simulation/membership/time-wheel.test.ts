import { expect } from 'chai';
import { SeededRandom } from '../world/seeded-random.ts';
import { type Queued, TimeWheel } from './time-wheel.ts';

class Item implements Queued {
  next: this | undefined;
  readonly atMs: number;
  readonly order: number;

  constructor(atMs: number, order: number) {
    this.atMs = atMs;
    this.order = order;
  }
}

/** Longer than the wheel is round. */
const DISTANT_MS = 200_000;

describe('a time wheel', () => {
  it('gives what is due in each millisecond in the order of queueing, near and far', () => {
    const random = new SeededRandom(1);
    const wheel = new TimeWheel<Item>();
    const items = Array.from({ length: 2000 }, (_, order) => new Item(random.integer(DISTANT_MS), order));
    for (const item of items) wheel.push(item, item.atMs);
    const expected = items.toSorted((a, b) => a.atMs - b.atMs || a.order - b.order);
    expect(drain(wheel, DISTANT_MS)).to.deep.equal(expected.map(({ atMs, order }) => ({ atMs, order })));
  });

  it('takes what is queued for the very millisecond that it is in', () => {
    const wheel = new TimeWheel<Item>();
    wheel.turn();
    wheel.push(new Item(1, 0), 0);
    expect(wheel.take()?.order).to.equal(0);
    wheel.push(new Item(1, 1), 0);
    expect(wheel.take()?.order).to.equal(1);
    expect(wheel.take()).to.equal(undefined);
  });

  it('is never early', () => {
    const wheel = new TimeWheel<Item>();
    wheel.push(new Item(3, 0), 2.01);
    expect(drain(wheel, 10)).to.deep.equal([{ atMs: 3, order: 0 }]);
  });
});

/** Everything up to that time, with when it came. */
function drain(wheel: TimeWheel<Item>, untilMs: number): { atMs: number; order: number }[] {
  const found: { atMs: number; order: number }[] = [];
  for (;;) {
    for (let item = wheel.take(); item !== undefined; item = wheel.take()) {
      found.push({ atMs: wheel.nowMs, order: item.order });
    }
    if (wheel.nowMs === untilMs) return found;
    wheel.turn();
  }
}
