import { expect } from 'chai';
import { starling } from '../../src/wire/gen/messages.js';
import { keyOf, partitionOfToken } from '../../src/version/key.ts';
import { type ExchangeReport, NOTHING_EXCHANGED } from '../../src/wire/repair-codec.ts';
import { record, tombstone } from '../storage/records.ts';
import { rejection } from '../storage/rejection.ts';
import { ExchangeWorld, PARTITIONS } from './exchange-world.ts';

const many = (count: number, version: number, prefix = 'key') =>
  Array.from({ length: count }, (_, i) => record(`${prefix} ${i}`, version));

describe('an exchange', () => {
  it('takes one message each way where nothing differs', async () => {
    const world = new ExchangeWorld();
    await world.put(many(500, 1), 'a', 'b');
    const report = await world.exchange('a', 'b');
    expect(report).to.deep.equal({ ...NOTHING_EXCHANGED, partitions: PARTITIONS });
    expect(world.messages.map(({ name }) => name)).to.deep.equal(['compareRoots', 'rootsCompared']);
  });

  it('brings both sides to the newest of everything, deletions too, and moves nothing else', async () => {
    const world = new ExchangeWorld();
    await world.put(many(400, 1), 'a', 'b');
    await world.put([record('key 1', 5), tombstone('key 2', 6), record('only a', 1)], 'a');
    await world.put([record('key 3', 5), tombstone('key 4', 6), tombstone('only b', 1)], 'b');
    const report = await world.exchange('a', 'b');
    expect(report).to.include({ given: 3, taken: 3 });
    expect([world.side('a').stored, world.side('b').stored]).to.deep.equal([3, 3]);
    expect(world.contentOf('a')).to.deep.equal(world.contentOf('b'));
    expect(world.contentOf('a')).to.have.length(402);
    expect((await world.exchange('a', 'b')).differing).to.equal(0);
  });

  it('fills a side that has nothing, over as many messages as that takes', async () => {
    const world = new ExchangeWorld();
    const large = Array.from({ length: 100 }, (_, i) => record(`large ${i}`, 1, 'x'.repeat(60_000)));
    await world.put([...many(1000, 1), ...large], 'a');
    const [given, taken] = [await world.exchange('a', 'b'), await world.exchange('c', 'a')];
    expect([given.given, given.taken]).to.deep.equal([1100, 0]);
    expect([taken.given, taken.taken]).to.deep.equal([0, 1100]);
    for (const peer of ['b', 'c']) expect(world.contentOf(peer)).to.deep.equal(world.contentOf('a'));
    expect(Math.max(...world.messages.map(({ sizeBytes }) => sizeBytes))).to.be.below(400_000);
  });

  it('sends bytes that follow the difference, not the data', async () => {
    const costOf = async (records: number, differing: number): Promise<number> => {
      const world = new ExchangeWorld();
      await world.put(many(records, 1), 'a', 'b');
      await world.put(many(differing, 2), 'a');
      await world.exchange('b', 'a');
      return world.messages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    };
    const [few, among] = [await costOf(200, 1), await costOf(4000, 1)];
    expect(among).to.be.below(2 * few);
    expect(await costOf(4000, 40))
      .to.be.greaterThan(10 * among)
      .and.below(60 * among);
  });

  it('leaves what was written a moment ago to arrive by itself', async () => {
    const world = new ExchangeWorld();
    await world.put([record('fresh', 10)], 'a');
    world.nowMs = record('fresh', 10).version.wallMs + 1500;
    expect(await world.exchange('a', 'b')).to.include({ differing: 1, given: 0, taken: 0 });
    world.nowMs += 1500;
    expect(await world.exchange('a', 'b')).to.include({ differing: 1, given: 1, taken: 0 });
  });

  it('leaves partitions out whose owners the two see differently, or of which one has not everything', async () => {
    const world = new ExchangeWorld();
    await world.put(many(200, 1), 'a');
    world.side('b').custody.update([
      { peer: 'a', status: 'active', zone: '', weight: 100 },
      { peer: 'b', status: 'active', zone: '', weight: 100 },
    ]);
    const notCompared = PARTITIONS;
    expect(await world.exchange('a', 'b')).to.include({ partitions: 0, notCompared, given: 0 });
    expect(await world.exchange('b', 'a')).to.include({ partitions: 0, notCompared, taken: 0 });
    const fresh = new ExchangeWorld();
    await fresh.put(many(200, 1), 'a', 'b');
    const { custody } = fresh.side('b');
    custody.update([]);
    custody.update(['a', 'b', 'c'].map((peer) => ({ peer, status: 'active', zone: '', weight: 100 })));
    expect(custody.incomplete()).to.have.length(PARTITIONS);
    expect(await fresh.exchange('a', 'b')).to.include({ partitions: 0, notCompared, given: 0 });
    expect(await fresh.exchange('b', 'a')).to.include({ partitions: 0, notCompared, taken: 0 });
  });

  it('compares one partition alone where it is told to', async () => {
    const world = new ExchangeWorld();
    const records = many(200, 1);
    await world.put(records, 'a');
    const partition = world.side('a').custody.partitionOf(keyOf('key 0'));
    const within = records.filter(({ key }) => partitionOfToken(key.tokenHigh, 3) === partition);
    const report = await world.exchange('a', 'b', { partition });
    expect(report).to.include({ partitions: 1, differing: 1, notCompared: 0, given: within.length });
    expect(within.length).to.be.within(1, 199);
    expect(world.contentOf('b')).to.have.length(within.length);
  });

  it('tells how far it is as it goes, up to what it came to', async () => {
    const world = new ExchangeWorld();
    await world.put(many(400, 1), 'a');
    const told: ExchangeReport[] = [];
    const report = await world.exchange('b', 'a', { onProgress: (progress) => void told.push(progress) });
    expect(told[0]).to.deep.equal({ ...NOTHING_EXCHANGED, partitions: PARTITIONS });
    expect(told.at(-1)).to.deep.equal(report);
    expect(report).to.include({ differing: PARTITIONS, taken: 400 });
    expect(told.length).to.be.greaterThan(PARTITIONS);
    expect(told.every(({ taken }, index) => taken >= (told[index - 1]?.taken ?? 0))).to.equal(true);
  });

  it('ends with the reason where the other side answers nonsense', async () => {
    for (const nonsense of [
      { recordsTaken: {} },
      { leavesCompared: { wanted: new Uint8Array(7) } },
      { leavesCompared: { records: [{ key: '', version: new Uint8Array(14) }] } },
    ]) {
      const world = new ExchangeWorld();
      await world.put(many(50, 1), 'a');
      world.tamper = (answer) => (answer.leavesCompared ? nonsense : answer);
      const error = await rejection(world.exchange('a', 'b'));
      expect(error).to.have.property('code').that.is.oneOf(['PROTOCOL', 'INVALID_ARGUMENT']);
      expect(world.contentOf('b')).to.deep.equal([]);
    }
  });

  it('gives up, and does not call itself synced, where the other side never comes to an end', async () => {
    const world = new ExchangeWorld();
    await world.put(many(50, 1), 'a');
    for (const peer of ['a', 'b', 'c']) world.side('b').floors.learnFence(peer, 1000);
    world.side('b').floors.raiseFence(1000);
    world.tamper = (answer) =>
      answer.leavesCompared ? { leavesCompared: { ...answer.leavesCompared, more: true } } : answer;
    const error = await rejection(world.exchange('b', 'a'));
    expect(error).to.have.property('code', 'UNAVAILABLE');
    const { custody, floors } = world.side('b');
    const partition = custody.partitionOf(keyOf('key 0'));
    const owners = { ownersHash: custody.view.ownersHash(partition), owners: ['a', 'b', 'c'] };
    floors.notePulled(partition, owners, 'c', 1000);
    expect(floors.syncedMs(partition, owners)).to.equal(0);
  });

  it('takes names of partitions and nodes that nobody asked about for nothing', async () => {
    const world = new ExchangeWorld();
    await world.put(many(50, 1), 'a');
    world.tamper = (answer) =>
      answer.rootsCompared ? { rootsCompared: { differing: [PARTITIONS + 1, 999_999] } } : answer;
    expect(await world.exchange('a', 'b')).to.include({ differing: 0, given: 0 });
  });
});

describe('an exchange server', () => {
  const nonsense: readonly [string, starling.v1.SyncRequest.$Properties][] = [
    ['a request for nothing', {}],
    [
      'a partition that there is not',
      { compareRoots: { partitions: [PARTITIONS], ownersHashes: [1], sums: [1, 2] } },
    ],
    ['too few sums', { compareRoots: { partitions: [0, 1], ownersHashes: [1, 1], sums: [1, 2] } }],
    ['nodes above the root', { compareNodes: { partition: 0, depth: 0, nodes: [0], sums: [1, 2] } }],
    ['nodes below the leaves', { compareNodes: { partition: 0, depth: 9, nodes: [0], sums: [1, 2] } }],
    ['half a version', { compareLeaves: { partition: 0, leaves: [0], versions: new Uint8Array(23) } }],
    ['a record without a key', { takeRecords: { partition: 0, records: [{ key: '' }] } }],
  ];
  for (const [what, request] of nonsense) {
    it(`refuses ${what}, and stores nothing`, async () => {
      const world = new ExchangeWorld();
      const ownersHash = world.side('b').custody.view.ownersHash(0);
      for (const op of ['compareNodes', 'compareLeaves', 'takeRecords'] as const) {
        if (request[op]) request[op].ownersHash = ownersHash;
      }
      const answer = await world.ask('b', request);
      expect(answer.error?.code).to.equal(starling.v1.ErrorCode.ERROR_CODE_INVALID_ARGUMENT);
      expect(world.side('b').stored).to.equal(0);
    });
  }

  it('refuses leaves of another partition than the one that is spoken of', async () => {
    const world = new ExchangeWorld();
    const ownersHash = world.side('b').custody.view.ownersHash(1);
    const answer = await world.ask('b', { compareLeaves: { partition: 1, ownersHash, leaves: [0] } });
    expect(answer.error?.code).to.equal(starling.v1.ErrorCode.ERROR_CODE_INVALID_ARGUMENT);
  });

  it('takes no record from who knows other owners', async () => {
    const world = new ExchangeWorld();
    const answer = await world.ask('b', { takeRecords: { partition: 0, ownersHash: 1, records: [] } });
    expect(answer.error?.code).to.equal(starling.v1.ErrorCode.ERROR_CODE_WRONG_OWNERS);
    expect(world.side('b').stored).to.equal(0);
  });
});
