import { expect } from 'chai';
import { Custody } from '../../src/replication/custody.ts';
import { keyOf } from '../../src/version/key.ts';
import { replaceMethod } from '../replace-method.ts';
import { SimulatedCluster } from './cluster.ts';

const WRITE = { consistency: undefined, timeoutMs: 2000, durability: 'fsync' as const, session: undefined };
const KEYS = Array.from({ length: 100 }, (_, i) => `key ${i}`);

/** A member leaves and keeps its disk; what it held is deleted, and the deletions are forgotten; then it comes back. Gives which keys are read again. */
async function keysThatComeBack(): Promise<string[]> {
  const cluster = new SimulatedCluster({ seed: 1, nodes: 4, replicas: 3 });
  const { time, nodes } = cluster;
  const [first, second, third, leaver] = nodes;
  const stayers = [first!, second!, third!];
  const eventually = async (condition: () => boolean) =>
    expect(await time.runUntil(condition, 60_000, 50)).to.equal(true);
  const heldBy = ({ node }: (typeof nodes)[number]) =>
    KEYS.filter((key) => node!.storage.read(keyOf(key)) !== undefined);

  await cluster.start();
  await time.settle(Promise.all(KEYS.map((key) => first!.requests!.put(key, 'old', WRITE))), 10_000);
  await eventually(() => heldBy(leaver!).length > KEYS.length / 2);
  leaver!.node!.passage.departure.begin();
  await eventually(() => leaver!.hasLeft);
  await cluster.untilSettled(60_000);
  await time.settle(Promise.all(KEYS.map((key) => first!.requests!.delete(key, WRITE))), 10_000);
  await eventually(() => stayers.every((node) => heldBy(node).length === 0));
  await time.settle(leaver!.boot(), 5000);
  await cluster.untilSettled(60_000);
  await eventually(() => nodes.every(({ node }) => node!.custody.incomplete().length === 0));
  const reads = await cluster.readAll(KEYS);
  return reads.filter(({ value }) => value !== undefined).map(({ key }) => key);
}

describe('a member that left, and comes back when what it held was deleted and forgotten', function () {
  this.timeout('60s');

  it('brings nothing of it back', async () => {
    expect(await keysThatComeBack()).to.deep.equal([]);
  });

  it('would, if what an owner held long ago counted when it owns the partition again', async () => {
    const removals = [
      replaceMethod(Custody.prototype, 'isCleared', () => () => true),
      replaceMethod(Custody.prototype, 'uncleared', () => () => []),
    ];
    try {
      expect(await keysThatComeBack()).to.have.length.greaterThan(0);
    } finally {
      removals.forEach((remove) => remove());
    }
  });
});
