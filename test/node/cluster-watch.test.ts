import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import type { StarlingClient } from '../../src/client/client.ts';
import { ClusterWatch } from '../../src/node/cluster-watch.ts';
import type { Status, Topology, TopologyMember } from '../../src/wire/cluster-view.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

function member(n: number): TopologyMember {
  return {
    peer: `peer-${n}`,
    clientAddress: `10.0.0.${n}:7400`,
    liveness: 'alive',
    intent: 'active',
  } as TopologyMember;
}

describe('what the members are asked for the dashboard of one of them', () => {
  function setUp({ members = 2 } = {}) {
    const asked: string[] = [];
    const world = { nowMs: 0, isReachable: true, connections: 0, closed: 0 };
    const topology = {
      members: Array.from({ length: members }, (_, n) => member(n)),
      owners: [],
    } as unknown as Topology;
    const client = {
      status: (address: string) => {
        asked.push(address);
        return Promise.resolve({ warnings: [`a warning of ${address}`] } as unknown as Status);
      },
      close: () => {
        world.closed++;
        return Promise.resolve();
      },
    } as unknown as StarlingClient;
    const watch = new ClusterWatch({
      clock: { monotonicMs: () => world.nowMs, wallMs: () => 0 },
      views: { topology: () => ({ ...topology, partitions: 0, width: 0 }), locate: () => ({}) as never },
      connect: async () => {
        if (!world.isReachable) throw new StarlingError('UNAVAILABLE', 'nobody answers');
        world.connections++;
        return client;
      },
    });
    return { watch, asked, world };
  }

  it('is nothing before somebody looks, and then what each says of itself', async () => {
    const { watch, asked, world } = setUp();
    await turn();
    expect([asked.length, world.connections]).to.deep.equal([0, 0]);
    expect(watch.look()).to.equal(undefined);
    await turn();
    expect(watch.look()?.members.map(({ member: { peer } }) => peer)).to.deep.equal(['peer-0', 'peer-1']);
    expect(asked).to.deep.equal(['10.0.0.0:7400', '10.0.0.1:7400']);
    expect(watch.look()?.warnings).to.deep.equal(asked.map((address) => `a warning of ${address}`));
  });

  it('is asked again after some seconds, however often somebody looks, over one connection', async () => {
    const { watch, asked, world } = setUp();
    for (let looks = 0; looks < 10; looks++) {
      watch.look();
      await turn();
    }
    expect(asked).to.have.length(2);
    world.nowMs += LIMITS.memberReportsMs;
    watch.look();
    watch.look();
    await turn();
    expect(asked).to.have.length(4);
    expect(world.connections).to.equal(1);
  });

  it('is asked of so many members at most', async () => {
    const { watch, asked } = setUp({ members: LIMITS.memberReports + 10 });
    watch.look();
    await turn();
    expect(asked).to.have.length(LIMITS.memberReports);
    expect(watch.look()?.members).to.have.length(LIMITS.memberReports + 10);
  });

  it('keeps what was said last where nobody can be asked, says why, and tries again', async () => {
    const { watch, asked, world } = setUp();
    world.isReachable = false;
    watch.look();
    await turn();
    expect(watch.failure).to.have.property('code', 'UNAVAILABLE');
    world.isReachable = true;
    world.nowMs += LIMITS.memberReportsMs;
    watch.look();
    await turn();
    expect(watch.failure).to.equal(undefined);
    expect(asked).to.have.length(2);
  });

  it('is not taken for how they are when it is old', async () => {
    const { watch, world } = setUp();
    watch.look();
    await turn();
    world.nowMs += 3 * LIMITS.memberReportsMs;
    world.isReachable = false;
    expect(watch.look()).to.not.equal(undefined);
    world.nowMs += 2 * LIMITS.memberReportsMs;
    expect(watch.look()).to.equal(undefined);
  });

  it('ends with the node: connections are closed, and none is opened any more', async () => {
    const { watch, world } = setUp();
    watch.look();
    await turn();
    await watch.stop();
    await watch.stop();
    world.nowMs += LIMITS.memberReportsMs;
    watch.look();
    await turn();
    expect(world.connections).to.equal(1);
    expect(world.closed).to.be.at.least(1);
    const refusal: unknown = await watch.explain('wren').catch((error: unknown) => error);
    expect(refusal).to.have.property('code', 'STOPPED');
  });
});
