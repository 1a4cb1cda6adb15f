import { expect } from 'chai';
import { toStarlingError } from '../../src/base/errors.ts';
import { HintStore } from '../../src/replication/hints/hint-store.ts';
import { keyOf } from '../../src/version/key.ts';
import { replaceMethod } from '../replace-method.ts';
import { textOf } from '../storage/records.ts';
import { SimulatedCluster } from './cluster.ts';
import type { SimulatedNode } from './simulated-node.ts';

const READ = { consistency: undefined, timeoutMs: 2000 };
const WRITE = { ...READ, durability: 'fsync' as const, session: undefined };
const KEYS = Array.from({ length: 200 }, (_, i) => `key ${i}`);

/** A cluster of three with data, and two more machines that are still switched off. */
async function threeWithData(seed: number): Promise<SimulatedCluster> {
  const cluster = new SimulatedCluster({ seed, nodes: 5, replicas: 3 });
  await cluster.start(3);
  const writes = KEYS.map((key, i) => cluster.nodes[i % 3]!.requests!.put(key, `${key}, before`, WRITE));
  await cluster.time.settle(Promise.all(writes), 10_000);
  return cluster;
}

/** A key whose owners are known. */
function ownersIn(cluster: SimulatedCluster, key: string): SimulatedNode[] {
  const { custody } = cluster.up[0]!.node!;
  const owners = custody.view.custodians(custody.partitionOf(keyOf(key)));
  return cluster.nodes.filter(({ peer }) => owners.includes(peer));
}

/** One of three is down while all keys change; when it is back another leaves at once. */
async function leaveWhatOneMissed(seed: number): Promise<void> {
  const cluster = await threeWithData(seed);
  const [stays, missed, leaver] = cluster.nodes as [SimulatedNode, SimulatedNode, SimulatedNode];
  missed.crash(true);
  for (const key of KEYS)
    await cluster.time.settle(leaver.requests!.put(key, `${key}, after`, WRITE), 10_000);
  await cluster.time.settle(missed.boot(), 5000);
  await cluster.time.settle(leaver.node!.leave(), 60_000);
  for (const { peer, node } of [stays, missed]) {
    const lacking = KEYS.filter((key) => textOf(node!.storage.read(keyOf(key))?.record) !== `${key}, after`);
    expect(lacking, `${peer}, seed ${seed}`).to.deep.equal([]);
  }
}

describe('peers that join a cluster with data', function () {
  this.timeout('60s');

  it('never make a key unreadable or lose a write, and end up holding what they own', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const cluster = await threeWithData(seed);
      let reads = 0;
      let writes = 0;
      const written = new Map<string, string>();
      const failures: unknown[] = [];
      let isOver = false;
      const work = async (session: number) => {
        for (let i = session; !isOver; i += 7) {
          const key = KEYS[i % KEYS.length]!;
          const { requests } = cluster.up[i % cluster.up.length]!;
          try {
            if (i % 3 === 0) {
              await requests!.put(key, `${key}, ${i}`, WRITE);
              written.set(key, `${key}, ${i}`);
              writes++;
            } else {
              const { value } = await requests!.get(key, READ);
              if (value === undefined) failures.push(`${key} is gone`);
              reads++;
            }
          } catch (error) {
            failures.push(error);
          }
        }
      };
      const sessions = [1, 2, 3].map(work);
      for (const node of cluster.nodes.slice(3)) await cluster.time.settle(node.boot(), 5000);
      await cluster.untilSettled(60_000);
      isOver = true;
      await cluster.time.settle(Promise.all(sessions), 10_000);

      expect(failures, `seed ${seed}`).to.deep.equal([]);
      expect(Math.min(reads, writes)).to.be.greaterThan(100);
      for (const { node } of cluster.up) expect(node!.custody.incomplete()).to.deep.equal([]);
      const answers = await cluster.readAll(KEYS);
      for (const { key, value } of answers) {
        expect(value, `seed ${seed}`).to.equal(written.get(key) ?? `${key}, before`);
      }
      const newcomers = cluster.nodes.slice(3).map(({ node }) => node!.storage.stats().records);
      for (const records of newcomers) expect(records).to.be.greaterThan(KEYS.length / 4);
    }
  });

  it('hold everything of what they own when they are full members, without a single read', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const cluster = await threeWithData(seed);
      for (const node of cluster.nodes.slice(3)) await cluster.time.settle(node.boot(), 5000);
      await cluster.untilSettled(60_000);
      for (const { peer, node } of cluster.nodes.slice(3)) {
        const { custody, storage } = node!;
        const owned = KEYS.map(keyOf).filter((key) =>
          custody.view.custodians(custody.partitionOf(key)).includes(peer),
        );
        expect(owned.length).to.be.greaterThan(0);
        for (const key of owned) expect(storage.read(key), `${peer}, ${key.text}`).to.not.equal(undefined);
      }
    }
  });

  it('have all that a member had that leaves them alone, though one of them had missed it', async () => {
    // What is kept for the one that missed it must not be what saves it.
    const restore = replaceMethod(HintStore.prototype, 'add', () => () => undefined);
    try {
      for (let seed = 1; seed <= 10; seed++) await leaveWhatOneMissed(seed);
    } finally {
      restore();
    }
  });

  it('take over from a member that leaves', async () => {
    const cluster = await threeWithData(3);
    await cluster.time.settle(cluster.nodes[3]!.boot(), 5000);
    await cluster.untilSettled(60_000);
    const leaver = cluster.nodes[1]!;
    await cluster.time.settle(leaver.node!.leave(), 60_000);
    await cluster.time.settle(leaver.node!.stop(), 5000);
    leaver.crash(false);
    await cluster.time.run(cluster.time.nowMs + 2000);
    const { view } = cluster.nodes[0]!.node!.custody;
    expect(view.partitionsOf(leaver.peer)).to.deep.equal([]);
    for (const { value, key } of await cluster.readAll(KEYS)) expect(value).to.equal(`${key}, before`);
  });
});

describe('a write with a sloppy quorum', function () {
  this.timeout('60s');

  it('is taken while only one owner is up, is on disk elsewhere, and is with all owners when they are back', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      const cluster = new SimulatedCluster({ seed, nodes: 6, replicas: 3 });
      await cluster.start(6);
      const owners = ownersIn(cluster, 'wren');
      const [up, ...down] = owners as [SimulatedNode, SimulatedNode, SimulatedNode];
      for (const node of down) node.crash(true);
      const isDead = () => down.every(({ peer }) => up.node!.gossip.liveness(peer) === 'dead');
      expect(await cluster.time.runUntil(isDead, 30_000)).to.equal(true);
      const strict = up
        .requests!.put('wren', 'strict', WRITE)
        .catch((error: unknown) => toStarlingError(error).code);
      expect(await cluster.time.settle(strict, 10_000)).to.equal('QUORUM_FAILED');
      await cluster.time.settle(up.requests!.put('wren', 'sloppy', { ...WRITE, sloppy: true }), 10_000);
      // It outlives the one owner that took it.
      up.loseDisk();
      for (const node of [...down, up]) await cluster.time.settle(node.boot(), 5000);
      const values = () => down.map(({ node }) => textOf(node?.storage.read(keyOf('wren'))?.record));
      expect(
        await cluster.time.runUntil(() => values().join() === 'sloppy,sloppy', 60_000),
        values().join(),
      ).to.equal(true);
    }
  });
});
