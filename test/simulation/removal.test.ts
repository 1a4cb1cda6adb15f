import { expect } from 'chai';
import { sleep } from '../../src/base/timers.ts';
import { SimulatedCluster } from './cluster.ts';
import { orderRemoval } from './removal-order.ts';
import type { SimulatedNode } from './simulated-node.ts';

const READ = { consistency: undefined, timeoutMs: 2000 };
const WRITE = { ...READ, durability: 'fsync' as const, session: undefined };
const KEYS = Array.from({ length: 200 }, (_, i) => `key ${i}`);

async function writeAll(cluster: SimulatedCluster, when: string): Promise<void> {
  const { up } = cluster;
  const writes = KEYS.map((key, i) => up[i % up.length]!.requests!.put(key, `${key}, ${when}`, WRITE));
  await cluster.time.settle(Promise.all(writes), 10_000);
}

/** Whether each partition has N owners, all living and complete. */
function isWhole({ up }: SimulatedCluster): boolean {
  const peers = new Set(up.map(({ peer }) => peer));
  return up.every(({ node }) => {
    const { view } = node!.custody;
    const isOwned = Array.from({ length: 16 }, (_, partition) => view.custodians(partition)).every(
      (owners) => owners.length === 3 && owners.every((owner) => peers.has(owner)),
    );
    return isOwned && node!.custody.incomplete().length === 0;
  });
}

describe('the removal of a member that lost its disk', function () {
  this.timeout('60s');

  for (let seed = 1; seed <= 8; seed++) {
    it(`gives its share to others, who copy it, and loses nothing (seed ${seed})`, async () => {
      const cluster = new SimulatedCluster({ seed, nodes: 5, replicas: 3 });
      await cluster.start(5);
      await writeAll(cluster, 'before');
      const lost = cluster.nodes[seed % 5]!;
      const survivor = cluster.nodes[(seed + 1) % 5]!;
      expect(orderRemoval(survivor, lost.peer), 'while it lives').to.equal('INVALID_ARGUMENT');
      lost.crash(true);
      const isDead = () =>
        survivor
          .node!.gossip.members()
          .some(({ peer, liveness }) => peer === lost.peer && liveness === 'dead');
      expect(await cluster.time.runUntil(isDead, 10_000)).to.equal(true);
      await writeAll(cluster, 'while it is dead');
      expect(orderRemoval(survivor, lost.peer)).to.equal('done');
      expect(orderRemoval(survivor, lost.peer), 'a second time').to.equal('done');
      expect(await cluster.time.runUntil(() => isWhole(cluster), 60_000)).to.equal(true);
      const ringIds = new Set(cluster.up.map(({ node }) => node!.custody.view.ringId));
      expect(ringIds.size).to.equal(1);
      for (const { key, value } of await cluster.readAll(KEYS)) {
        expect(value).to.equal(`${key}, while it is dead`);
      }
    });
  }

  it('loses no acknowledged write while others crash and restart in the middle of it, under load', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const cluster = new SimulatedCluster({ seed, nodes: 5, replicas: 3, clockErrorMs: 2000 });
      const random = cluster.random.fork('removal');
      await cluster.start(5);
      const acknowledged = new Map<string, string>();
      let isOver = false;
      const work = async (session: number) => {
        // Each session has keys of its own, so that the last acknowledged value is what must be there.
        for (let i = 0; !isOver; i++) {
          const key = `${session}/${i % 20}`;
          const { up } = cluster;
          const written = up[i % up.length]!.requests!.put(key, `${i}`, WRITE).then(
            () => `${i}`,
            () => undefined,
          );
          // A coordinator that crashes never answers.
          const value = await Promise.race([written, sleep(cluster.time, 3000)]);
          // What failed may have happened, or not; the key is written again until it is known.
          if (typeof value === 'string') acknowledged.set(key, value);
          else acknowledged.delete(key);
        }
      };
      const sessions = [1, 2, 3].map(work);
      await cluster.time.run(cluster.time.nowMs + 1000);
      const lost = cluster.nodes[seed % 5]!;
      const survivor = cluster.nodes[(seed + 1) % 5]!;
      lost.crash(true);
      const isOrdered = () => orderRemoval(survivor, lost.peer) === 'done';
      expect(await cluster.time.runUntil(isOrdered, 20_000, 100), `seed ${seed}`).to.equal(true);
      for (let i = 0; i < 3; i++) {
        await cluster.time.run(cluster.time.nowMs + random.between(1, 400));
        const other = cluster.nodes[(seed + 2 + random.integer(3)) % 5]!;
        other.crash(random.chance(0.5));
        await cluster.time.run(cluster.time.nowMs + random.between(1, 3000));
        await cluster.time.settle(other.boot(), 5000);
      }
      expect(await cluster.time.runUntil(() => isWhole(cluster), 90_000), `seed ${seed}`).to.equal(true);
      isOver = true;
      await cluster.time.settle(Promise.all(sessions), 20_000);
      expect(acknowledged.size).to.be.greaterThan(30);
      for (const { key, value } of await cluster.readAll(acknowledged.keys())) {
        expect(value, `seed ${seed}, ${key}`).to.equal(acknowledged.get(key));
      }
      for (const { violations } of cluster.nodes) expect(violations).to.deep.equal([]);
    }
  });

  it('is refused while others have yet to copy what it may be the only one to hold', async () => {
    const cluster = new SimulatedCluster({ seed: 1, nodes: 4, replicas: 3 });
    await cluster.start(4);
    await writeAll(cluster, 'before');
    const [first, second, third] = cluster.nodes as [SimulatedNode, SimulatedNode, SimulatedNode];
    for (const node of [second, third]) node.crash(false);
    const seesBothDead = () =>
      first.node!.gossip.members().filter(({ liveness }) => liveness === 'dead').length === 2;
    expect(await cluster.time.runUntil(seesBothDead, 10_000)).to.equal(true);
    expect(orderRemoval(first, second.peer)).to.equal('UNAVAILABLE');
    expect(orderRemoval(first, second.peer, true), 'by force').to.equal('done');
  });

  it('is final: it stops when it comes back, and nothing changes for the others', async () => {
    const cluster = new SimulatedCluster({ seed: 2, nodes: 4, replicas: 3 });
    await cluster.start(4);
    await writeAll(cluster, 'before');
    const [first, second] = cluster.nodes as [SimulatedNode, SimulatedNode];
    second.crash(false);
    await cluster.time.run(cluster.time.nowMs + 5000);
    expect(orderRemoval(first, second.peer)).to.equal('done');
    await cluster.time.run(cluster.time.nowMs + 5000);
    const { ringId } = first.node!.custody.view;
    await cluster.time.settle(second.boot(), 5000);
    const ended = second.node!.ended;
    const why = await cluster.time.settle(ended, 20_000);
    expect(why?.code).to.equal('FORBIDDEN');
    expect(first.node!.custody.view.ringId).to.equal(ringId);
  });
});
