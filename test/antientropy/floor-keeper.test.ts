import { expect } from 'chai';
import { FloorKeeper, type FloorState } from '../../src/antientropy/floor-keeper.ts';
import { PurgeFloors } from '../../src/antientropy/purge-floors.ts';
import type { PurgeLimit } from '../../src/storage/engine.ts';
import { newestBefore } from '../../src/version/version.ts';
import { rejection } from '../storage/rejection.ts';

const OWNERS = { ownersHash: 1, owners: ['a'] };
const LAG_MS = 80_000;

function setUp() {
  const floors = new PurgeFloors({ self: 'a', partitions: 2, fenceMs: 0, floorsMs: [] });
  /** What happened, in order. */
  const done: string[] = [];
  const saved: FloorState[] = [];
  const limits: PurgeLimit[] = [];
  const world = {
    nowMs: 1_000_000,
    failure: undefined as Error | undefined,
    complete: [0],
    isStopped: false,
  };
  const keeper = new FloorKeeper({
    floors,
    holdings: { complete: () => world.complete, ownersOf: () => OWNERS },
    storage: {
      allowPurge: async (partition, limit) => {
        limits.push(limit);
        done.push(`purge ${partition}`);
      },
    },
    save: async (state) => {
      if (world.failure) throw world.failure;
      done.push('save');
      saved.push(state);
    },
    clusterTimeMs: () => world.nowMs,
    purgeLagMs: LAG_MS,
    isStopped: () => world.isStopped,
    events: {
      exchanged: () => undefined,
      exchangeFailed: () => undefined,
      floorsNotRaised: () => undefined,
      floorsRaised: (partitions) => void done.push(`raised ${partitions}`),
    },
  });
  return { floors, keeper, done, saved, limits, world };
}

describe('keeping of purge floors', () => {
  it('raises the fence first, then the floor behind it, each saved before it counts', async () => {
    const { floors, keeper, done, saved, limits } = setUp();
    await keeper.advance();
    expect(floors.fenceMs).to.equal(1_000_000 - LAG_MS);
    expect(done).to.deep.equal(['save']);
    await keeper.advance();
    expect(done).to.deep.equal(['save', 'save', 'purge 0', 'raised 1']);
    expect(saved[1]).to.deep.equal({ fenceMs: 920_000, floorsMs: [920_000, 0] });
    expect(limits).to.deep.equal([{ floor: newestBefore(920_000), expiredBeforeMs: 920_000 }]);
  });

  it('does nothing while less than a step has passed', async () => {
    const { keeper, done, world } = setUp();
    await keeper.advance();
    await keeper.advance();
    done.length = 0;
    world.nowMs += LAG_MS / 8 - 1;
    await keeper.advance();
    expect(done).to.deep.equal([]);
    world.nowMs += 1000;
    await keeper.advance();
    expect(done).to.deep.equal(['save']);
  });

  it('leaves everything where it was where it can’t be saved', async () => {
    const { floors, keeper, done, world } = setUp();
    await keeper.advance();
    world.failure = new Error('no room');
    await rejection(keeper.advance());
    expect([floors.floorMs(0), done]).to.deep.equal([0, ['save']]);
  });

  it('settles again after a start what was settled before it', async () => {
    const { floors, keeper, limits, world } = setUp();
    world.complete = [0, 1];
    floors.raiseFloor(1, 5000);
    await keeper.resume();
    expect(limits).to.deep.equal([{ floor: newestBefore(5000), expiredBeforeMs: 5000 }]);
    world.isStopped = true;
    await keeper.resume();
    expect(limits, 'a store that is being closed is left alone').to.have.length(1);
  });
});
