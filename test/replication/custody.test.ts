import { expect } from 'chai';
import { Custody } from '../../src/replication/custody.ts';
import { keyOf } from '../../src/version/key.ts';
import { member } from './replication-world.ts';

const NOTHING = new Uint8Array();
const everybody = ['self', 'b', 'c', 'd', 'e'].map((peer) => member(peer));

function custodyOf(complete: Uint8Array = NOTHING, replicas = 3): Custody {
  return new Custody({ self: 'self', partitions: 16, replicas, complete });
}

describe('custody', () => {
  it('takes the partition of a key from the top bits of its token', () => {
    const key = keyOf('some key');
    expect(custodyOf().partitionOf(key)).to.equal(key.tokenHigh >>> 28);
  });

  it('owns nothing while nobody is a member, and forgets nothing by that', () => {
    const custody = custodyOf(Uint8Array.of(0xff, 0x0f));
    expect(custody.view.custodians(0)).to.deep.equal([]);
    expect(custody.incomplete()).to.deep.equal([]);
    expect(custody.complete).to.deep.equal(Uint8Array.of(0xff, 0x0f));
  });

  it('owes a copy of everything that it owns and does not hold', () => {
    const custody = custodyOf();
    custody.update(everybody);
    const owned = custody.view.partitionsOf('self');
    expect(owned).to.have.length.within(1, 15);
    expect(custody.incomplete()).to.deep.equal(owned);
    expect(custody.uncleared()).to.deep.equal(owned);
    custody.markComplete(owned[0]!);
    expect([custody.toCopy(), custody.incomplete()], 'something may be left from before').to.deep.equal([
      [],
      owned,
    ]);
    custody.markCleared(owned);
    expect(custody.toCopy()).to.deep.equal(owned);
    custody.markComplete(owned[0]!);
    expect(custody.incomplete()).to.deep.equal(owned.slice(1));
    expect(custody.isComplete(owned[0]!)).to.equal(true);
  });

  it('owns what it is about to own while it joins', () => {
    const custody = custodyOf();
    custody.update([member('self', 'joining'), ...everybody.slice(1)]);
    const pending = custody.view.pendingPartitionsOf('self');
    expect(pending.length).to.be.greaterThan(0);
    expect(custody.incomplete()).to.deep.equal(pending);
    expect(pending.every((partition) => custody.owns(partition))).to.equal(true);
  });

  it('stays complete for as long as it owns a partition, and is not any more when it owns it again', () => {
    const custody = custodyOf(Uint8Array.of(0xff, 0xff));
    custody.update(everybody.slice(0, 3));
    expect(custody.incomplete()).to.deep.equal([]);
    custody.update(everybody);
    const kept = custody.view.partitionsOf('self');
    expect(custody.incomplete()).to.deep.equal([]);
    custody.update(everybody.slice(0, 3));
    const lost = Array.from({ length: 16 }, (_, partition) => partition).filter((p) => !kept.includes(p));
    expect(custody.incomplete()).to.deep.equal(lost);
  });

  it('copies anew what it is to own by another change than it had prepared, whether it owned it a moment ago or not', () => {
    const custody = custodyOf();
    custody.update(everybody);
    // As where it hears at once that another has taken its place, and that somebody leaves whom it is to succeed.
    const next = [...everybody.slice(0, 4), member('e', 'leaving'), member('f')];
    custody.markCleared(custody.uncleared());
    for (const partition of custody.incomplete()) custody.markComplete(partition);
    const owned = custody.view.partitionsOf('self');
    custody.update(next);
    const again = custody.view.pendingPartitionsOf('self');
    expect(
      again.filter((partition) => owned.includes(partition) && custody.isComplete(partition)),
    ).to.deep.equal([]);
    expect(again.filter((partition) => custody.isComplete(partition))).to.deep.equal([]);
    for (const partition of custody.view.partitionsOf('self'))
      expect(custody.isComplete(partition)).to.equal(owned.includes(partition));

    custody.markCleared(again);
    for (const partition of again) custody.markComplete(partition);
    custody.update([...next]);
    expect(
      again.every((partition) => custody.isComplete(partition)),
      'the same change',
    ).to.equal(true);
    custody.update([...next.slice(0, 4), member('e'), member('f', 'leaving')]);
    for (const partition of custody.view.pendingPartitionsOf('self'))
      expect(custody.isComplete(partition), 'another change').to.equal(false);
  });

  it('goes on after a restart with what it had copied for the change that is still prepared', () => {
    const joining = [...everybody.slice(1), member('self', 'joining')];
    const before = custodyOf();
    before.update(joining);
    before.markCleared(before.uncleared());
    const [first] = before.toCopy();
    before.markComplete(first!);
    const after = new Custody({
      self: 'self',
      partitions: 16,
      replicas: 3,
      complete: before.complete,
      cleared: before.cleared,
    });
    after.update(joining);
    expect(after.isComplete(first!)).to.equal(true);
  });

  it('is complete in nothing where what was saved is of another number of partitions', () => {
    const custody = custodyOf(Uint8Array.of(0xff));
    custody.update(everybody.slice(0, 3));
    expect(custody.incomplete()).to.have.length(16);
  });

  it('has everything at the founding of a cluster', () => {
    const custody = custodyOf();
    custody.markAllComplete();
    custody.update([member('self')]);
    expect(custody.incomplete()).to.deep.equal([]);
  });

  it('gives away a copy of its bits', () => {
    const custody = custodyOf();
    custody.complete.fill(0xff);
    expect(custody.isComplete(0)).to.equal(false);
  });

  it('tells its listeners of every change', () => {
    const custody = custodyOf();
    const seen: number[] = [];
    custody.onChange(() => seen.push(custody.incomplete().length));
    custody.update(everybody.slice(0, 3));
    custody.markCleared([3]);
    custody.markComplete(3);
    custody.markAllComplete();
    expect(seen).to.deep.equal([16, 16, 15, 0]);
  });
});
