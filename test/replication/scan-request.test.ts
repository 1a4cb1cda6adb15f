import { expect } from 'chai';
import type { ScanRequestOptions } from '../../src/replication/requests.ts';
import { scanPartition } from '../../src/replication/scan-request.ts';
import type { Token } from '../../src/storage/engine.ts';
import { keyOf } from '../../src/version/key.ts';
import type { Record } from '../../src/version/record.ts';
import { EPOCH_MS } from '../simulation/world/virtual-time.ts';
import { rejection } from '../storage/rejection.ts';
import { record, textOf, tombstone } from '../storage/records.ts';
import { RequestCourse } from '../../src/replication/request-course.ts';
import { ReplicationWorld, failsWith, silent } from './replication-world.ts';

const PARTITION = 3;
const OPTIONS: ScanRequestOptions = {
  consistency: undefined,
  timeoutMs: 2000,
  after: undefined,
  limitBytes: 10_000,
};

function scan(world: ReplicationWorld, options: Partial<ScanRequestOptions> = {}) {
  const course = new RequestCourse(world.process.clock, PARTITION);
  return world.settle(scanPartition(world.coordination, PARTITION, { ...OPTIONS, ...options }, course));
}

/** Keys of the partition in the order of their tokens. */
function keysOf(world: ReplicationWorld, count: number): string[] {
  const keys: string[] = [];
  for (let n = 0; keys.length < count; n++) {
    if (world.custody.partitionOf(keyOf(`k${n}`)) === PARTITION) keys.push(`k${n}`);
  }
  return keys.sort((a, b) => keyOf(a).tokenHigh - keyOf(b).tokenHigh);
}

const texts = (records: readonly Record[]) => records.map((one) => `${one.key.text}=${textOf(one)!}`);

describe('scan of a partition', () => {
  it('merges what R owners hold, the newest of each key, in the order of the tokens', async () => {
    const world = new ReplicationWorld();
    const [k0, k1, k2] = keysOf(world, 3) as [string, string, string];
    const [first, second] = world.custody.view.custodians(PARTITION) as [string, string];
    await world.seed(record(k2, 1, 'c'), first);
    await world.seed(record(k0, 1, 'old'), first);
    await world.seed(record(k0, 2, 'new'), second);
    await world.seed(record(k1, 1, 'b'), second);
    const { records, next } = await scan(world);
    expect(texts(records)).to.deep.equal([`${k0}=new`, `${k1}=b`, `${k2}=c`]);
    expect(next).to.equal(undefined);
    expect(world.asked).to.have.length(2);
  });

  it('shows neither deleted nor expired ones, though another owner holds an older value', async () => {
    const world = new ReplicationWorld();
    const [k0, k1] = keysOf(world, 2) as [string, string];
    const [first, second] = world.custody.view.custodians(PARTITION) as [string, string];
    await world.seed(record(k0, 1), first, second);
    await world.seed(tombstone(k0, 2), second);
    await world.seed({ ...record(k1, 1), expiresAtMs: EPOCH_MS - 1 }, first, second);
    expect((await scan(world)).records).to.deep.equal([]);
  });

  it('shows no older value of another owner in the place of one that has expired', async () => {
    const world = new ReplicationWorld();
    const [k0, k1] = keysOf(world, 2) as [string, string];
    const [first, second] = world.custody.view.custodians(PARTITION) as [string, string];
    // Both ways round: the merge must not hang on whose page comes first.
    for (const [key, older, newer] of [
      [k0, first, second],
      [k1, second, first],
    ] as const) {
      await world.seed(record(key, 1, 'older, for ever'), older);
      await world.seed({ ...record(key, 2), expiresAtMs: EPOCH_MS + 500 }, newer);
    }
    expect(texts((await scan(world)).records)).to.deep.equal([`${k0}=value 2`, `${k1}=value 2`]);
    await world.pass(500);
    expect((await scan(world)).records).to.deep.equal([]);
  });

  it('ends a page where the shortest does, and loses nothing by it', async () => {
    const world = new ReplicationWorld();
    const keys = keysOf(world, 8);
    const [first, second] = world.custody.view.custodians(PARTITION) as [string, string];
    // The first owner's values are long and end its page early; each knows something that the other doesn't.
    for (const [i, key] of keys.entries()) {
      if (i % 4 !== 1) await world.seed(record(key, 1, 'long'.repeat(20)), first);
      if (i % 4 !== 2) await world.seed(record(key, 2, 'x'), second);
    }
    const seen: string[] = [];
    let pages = 0;
    let after: Token | undefined;
    do {
      const page = await scan(world, { after, limitBytes: 100 });
      seen.push(...page.records.map(({ key }) => key.text));
      after = page.next;
      pages++;
    } while (after !== undefined && pages < 20);
    expect(seen).to.deep.equal(keys);
    expect(pages).to.be.greaterThan(1);
  });

  it('gives nothing beyond the end of a page that was cut', async () => {
    const world = new ReplicationWorld();
    const keys = keysOf(world, 6);
    const [first, second] = world.custody.view.custodians(PARTITION) as [string, string];
    for (const key of keys) await world.seed(record(key, 1, 'long'.repeat(30)), first);
    for (const key of keys) await world.seed(record(key, 2, 'x'), second);
    const { records, next } = await scan(world, { limitBytes: 100 });
    expect(texts(records)).to.deep.equal([`${keys[0]!}=x`]);
    expect(next).to.deep.equal({ high: keyOf(keys[0]!).tokenHigh, low: keyOf(keys[0]!).tokenLow });
  });

  it('asks another owner for each that fails, and none of those that are dead', async () => {
    const world = new ReplicationWorld();
    const [k0] = keysOf(world, 1) as [string];
    const [first, second, third] = world.custody.view.custodians(PARTITION) as [string, string, string];
    await world.seed(record(k0, 1, 'v'), second, third);
    world.holder(first).fault = failsWith('NOT_READY');
    expect(texts((await scan(world)).records)).to.deep.equal([`${k0}=v`]);
    world.dead.add(first);
    world.asked.length = 0;
    await scan(world);
    expect(world.asked).to.have.members([`scan ${second}`, `scan ${third}`]);
  });

  it('asks its own node first', async () => {
    const world = new ReplicationWorld({ self: 'c' });
    await scan(world, { consistency: 'one' });
    expect(world.asked).to.deep.equal(['scan c']);
  });

  it('fails where too few owners are left, and says why', async () => {
    const world = new ReplicationWorld();
    world.holder('a').fault = failsWith('WRONG_OWNERS');
    world.holder('b').fault = silent;
    const refused = await world.settle(rejection(scan(world)));
    expect(refused).to.include({ code: 'QUORUM_FAILED' });
    expect(refused).property('message').to.contain('1 x WRONG_OWNERS').and.to.contain('1 of the 2');
    expect(world.exchanged).to.deep.equal(['a']);
    expect(world.time.nowMs).to.be.within(2000, 2100);
  });

  it('fails where nobody owns anything yet', async () => {
    const world = new ReplicationWorld({ members: [] });
    expect(await rejection(scan(world))).to.include({ code: 'QUORUM_FAILED' });
  });

  it('refuses a partition that there is not', async () => {
    const world = new ReplicationWorld();
    for (const partition of [-1, 8, 1.5, NaN]) {
      const course = new RequestCourse(world.process.clock, partition);
      const refused = await rejection(scanPartition(world.coordination, partition, OPTIONS, course));
      expect(refused).to.include({ code: 'INVALID_ARGUMENT' });
    }
    expect(world.asked).to.deep.equal([]);
  });
});
