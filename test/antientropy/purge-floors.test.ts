import { expect } from 'chai';
import { PurgeFloors } from '../../src/antientropy/purge-floors.ts';

const OWNERS = { ownersHash: 1, owners: ['a', 'b', 'c'] };

function floorsAt(self: string, fenceMs: number): PurgeFloors {
  return new PurgeFloors({ self, partitions: 4, fenceMs, floorsMs: [] });
}

/** `a`, which has heard that the fences of all are at 100, and has what the others had. */
function synced(): PurgeFloors {
  const floors = floorsAt('a', 100);
  floors.learnFence('b', 100);
  floors.learnFence('c', 120);
  for (const peer of ['b', 'c']) floors.notePulled(0, OWNERS, peer, floors.fencedMs(OWNERS));
  return floors;
}

describe('a purge floor', () => {
  it('rises to where every owner has said that it is synced', () => {
    const floors = synced();
    expect(floors.syncedMs(0, OWNERS)).to.equal(100);
    floors.learn(0, OWNERS, 'b', 90);
    expect(floors.agreedMs(0, OWNERS), 'c has said nothing').to.equal(0);
    floors.learn(0, OWNERS, 'c', 95);
    expect(floors.agreedMs(0, OWNERS)).to.equal(90);
    expect(floors.agreedMs(1, OWNERS), 'another partition').to.equal(0);
  });

  it('stands still while an owner is away, for however long', () => {
    const floors = synced();
    floors.learn(0, OWNERS, 'b', 100);
    floors.learn(0, OWNERS, 'c', 50);
    floors.raiseFence(100_000);
    floors.learnFence('b', 100_000);
    floors.notePulled(0, OWNERS, 'b', floors.fencedMs(OWNERS));
    floors.learn(0, OWNERS, 'b', 100_000);
    expect(floors.agreedMs(0, OWNERS)).to.equal(50);
  });

  it('counts a comparison only up to the fences that stood before it began', () => {
    const floors = floorsAt('a', 100);
    floors.learnFence('b', 100);
    for (const peer of ['b', 'c']) floors.notePulled(0, OWNERS, peer, floors.fencedMs(OWNERS));
    floors.learnFence('c', 100);
    expect(floors.syncedMs(0, OWNERS), 'c could still have taken an old write').to.equal(0);
    floors.notePulled(0, OWNERS, 'b', floors.fencedMs(OWNERS));
    expect(floors.syncedMs(0, OWNERS), 'what c took then isn’t here yet').to.equal(0);
    floors.notePulled(0, OWNERS, 'c', floors.fencedMs(OWNERS));
    expect(floors.syncedMs(0, OWNERS)).to.equal(100);
  });

  it('starts over when the owners change, one that is copying included, and does not sink', () => {
    const floors = synced();
    floors.learn(0, OWNERS, 'b', 100);
    floors.learn(0, OWNERS, 'c', 100);
    floors.raiseFloor(0, floors.agreedMs(0, OWNERS));
    const withD = { ownersHash: 2, owners: ['a', 'b', 'c', 'd'] };
    expect(floors.syncedMs(0, withD)).to.equal(0);
    expect(floors.agreedMs(0, withD)).to.equal(0);
    for (const peer of ['b', 'c']) floors.notePulled(0, withD, peer, floors.fencedMs(withD));
    for (const peer of ['b', 'c']) floors.learn(0, withD, peer, 100);
    expect(floors.agreedMs(0, withD), 'd has yet to copy everything').to.equal(0);
    floors.raiseFloor(0, 0);
    expect(floors.floorMs(0)).to.equal(100);
  });

  it('is this node’s own to decide where it is alone', () => {
    const floors = floorsAt('a', 100);
    expect(floors.agreedMs(0, { ownersHash: 1, owners: ['a'] })).to.equal(100);
  });

  it('is what it was after a restart', () => {
    const floors = new PurgeFloors({ self: 'a', partitions: 4, fenceMs: 70, floorsMs: [10, 20] });
    expect([floors.fenceMs, floors.floorsMs]).to.deep.equal([70, [10, 20, 0, 0]]);
  });
});
