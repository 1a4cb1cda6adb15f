import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { LastComparison } from '../../src/node/last-comparison.ts';
import { CustodyView } from '../../src/ring/custody-view.ts';
import { intentOf } from '../membership/intent-of.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';

/** A member that leaves those others. */
function setUp(others: readonly string[]) {
  const time = new VirtualTime();
  const intents = [...others.map((peer) => intentOf(peer)), intentOf('self', { status: 'leaving' })];
  const custody = { view: new CustodyView(intents, { partitions: 8, replicas: 3 }) };
  const compared: string[] = [];
  const failing = new Set<string>();
  const incomplete = new Set<string>();
  let progress = 0;
  const comparison = new LastComparison({
    self: 'self',
    custody,
    timers: time,
    compare: (peer) => {
      compared.push(peer);
      return Promise.resolve(
        failing.has(peer)
          ? new StarlingError('UNAVAILABLE', 'it is dead')
          : { notCompared: incomplete.has(peer) ? 1 : 0 },
      );
    },
    onProgress: () => progress++,
  });
  return { time, custody, comparison, compared, failing, incomplete, progress: () => progress };
}

describe('the last comparison of a member that leaves', () => {
  it('is none where others take over', () => {
    const { comparison, compared } = setUp(['a', 'b', 'c']);
    expect(comparison.isDone()).to.equal(true);
    expect(compared).to.deep.equal([]);
  });

  it('is one with each of those that go on alone, when nothing is left to arrive by itself', async () => {
    const { time, comparison, compared, progress } = setUp(['a', 'b']);
    expect(comparison.isDone()).to.equal(false);
    await time.run(2000);
    expect(comparison.isDone()).to.equal(false);
    expect(compared).to.deep.equal([]);
    expect(comparison.reason()).to.match(/^self is leaving and compares once more/);
    await time.run(5000);
    expect(comparison.reason()).to.equal(undefined);
    expect(compared.sort()).to.deep.equal(['a', 'b']);
    expect([comparison.isDone(), progress()]).to.deep.equal([true, 1]);
  });

  it('is tried again until none of them fails', async () => {
    const { time, comparison, compared, failing } = setUp(['a', 'b']);
    failing.add('b');
    comparison.isDone();
    await time.run(10_000);
    expect(comparison.isDone()).to.equal(false);
    failing.clear();
    await time.run(12_000);
    expect(comparison.isDone()).to.equal(true);
    expect(compared.filter((peer) => peer === 'b').length).to.be.greaterThan(2);
  });

  it('is not over while some of what both own could not be compared', async () => {
    const { time, comparison, incomplete } = setUp(['a', 'b']);
    incomplete.add('a');
    comparison.isDone();
    await time.run(10_000);
    expect(comparison.isDone()).to.equal(false);
    incomplete.clear();
    await time.run(12_000);
    expect(comparison.isDone()).to.equal(true);
  });

  it('is made anew where another change has come in between, though the owners are the same again', async () => {
    const { time, custody, comparison } = setUp(['a', 'b']);
    const { view } = custody;
    comparison.isDone();
    await time.run(5000);
    expect(comparison.isDone()).to.equal(true);
    const intents = ['a', 'b', 'self'].map((peer) => intentOf(peer));
    custody.view = new CustodyView(intents, { partitions: 8, replicas: 3 });
    comparison.handleOwners();
    custody.view = view;
    expect(comparison.isDone()).to.equal(false);
  });

  it('counts only for the owners that it was made for', async () => {
    const { time, custody, comparison } = setUp(['a', 'b']);
    comparison.isDone();
    const intents = ['a', 'c'].map((peer) => intentOf(peer));
    custody.view = new CustodyView([...intents, intentOf('self', { status: 'leaving' })], {
      partitions: 8,
      replicas: 3,
    });
    comparison.handleOwners();
    await time.run(5000);
    expect(comparison.isDone()).to.equal(false);
    await time.run(10_000);
    expect(comparison.isDone()).to.equal(true);
  });
});
