import { expect } from 'chai';
import { keyOf, partitionOfToken } from '../../../src/version/key.ts';
import type { Record } from '../../../src/version/record.ts';
import { record, textOf, tombstone, version } from '../../storage/records.ts';
import { HintWorld, PARTITIONS, PARTITION_BITS } from './hint-world.ts';

const HOUR_MS = 3_600_000;

const many = (count: number, n = 1, value = 'v'.repeat(100)): Record[] =>
  Array.from({ length: count }, (_, i) => record(`key ${i}`, n, value));

const marks = (peer: string, records: readonly Record[]): string[] =>
  records.map(({ key }) => `${peer} ${partitionOfToken(key.tokenHigh, PARTITION_BITS)}`);

describe('hint store', () => {
  let world: HintWorld;

  const started = async (options = {}): Promise<HintWorld> => {
    world = new HintWorld(7, options);
    await world.start();
    return world;
  };

  /** What is kept for the peer, by key, as it is handed over. */
  const handedTo = async (peer: string): Promise<Map<string, Record>> => {
    world.returns(peer);
    expect(await world.handsOver(peer)).to.equal(true);
    return world.held.get(peer) ?? new Map<string, Record>();
  };

  afterEach(async () => {
    await world.stop();
    expect(world.disk.openFiles).to.deep.equal([]);
  });

  it('keeps of each key the newest, in whatever order they come', async () => {
    await started();
    await world.keep('b', record('wren', 3), record('wren', 5), record('wren', 4), tombstone('lark', 2));
    await world.keep('b', record('lark', 1), record('wren', 2));
    expect(world.store.stats()).to.include({ peers: 1, records: 2 });
    const held = await handedTo('b');
    expect(textOf(held.get('wren'))).to.equal('value 5');
    expect(held.get('lark')).to.include({ value: undefined });
    expect(world.sent.map(({ record: { version: sent } }) => sent)).to.have.deep.members([
      version(5),
      version(2),
    ]);
  });

  it('says when a hint is on disk, where a write counts on it', async () => {
    await started();
    expect(await world.settle(world.store.addDurably('b', record('wren', 3)))).to.equal(true);
    world.kill();
    world.disk.crash();
    await world.start();
    expect(textOf((await handedTo('b')).get('wren'))).to.equal('value 3');
  });

  it('says when it can not keep one, and marks nothing: the coordinator knows of it', async () => {
    await started({ bounds: { bytes: 200 } });
    const kept = await world.settle(world.store.addDurably('b', record('wren', 3, 'v'.repeat(500))));
    expect(kept).to.equal(false);
    await world.stop();
    expect(await world.settle(world.store.addDurably('b', record('wren', 3)))).to.equal(false);
    expect([...world.dirty]).to.deep.equal([]);
  });

  it('keeps hints for several peers apart', async () => {
    await started();
    await world.keep('b', record('one', 1));
    await world.keep('c', record('two', 1), record('three', 1));
    expect(world.store.stats()).to.include({ peers: 2, records: 3 });
    expect([...(await handedTo('c')).keys()]).to.have.members(['two', 'three']);
    expect(world.store.stats()).to.include({ peers: 1, records: 1 });
    expect([...(await handedTo('b')).keys()]).to.deep.equal(['one']);
    expect(world.store.stats()).to.deep.equal({ peers: 0, bytes: 0, records: 0, oldestMs: 0 });
  });

  it('knows of a key for whom it is kept, and no longer once it was handed over', async () => {
    await started();
    const versionsOf = (key: string) => {
      const { kept, unread } = world.store.hintsOf(keyOf(key));
      return [...kept.map(({ peer, version: { wallMs } }) => `${peer} ${wallMs}`), ...unread];
    };
    world.store.add('b', record('wren', 2));
    world.store.add('b', record('wren', 1));
    // Its log is still being opened.
    expect(versionsOf('wren')).to.deep.equal([`b ${version(2).wallMs}`]);
    await world.keep('b', record('wren', 3), ...many(30));
    await world.keep('c', tombstone('wren', 4));
    expect(versionsOf('wren')).to.deep.equal([`b ${version(3).wallMs}`, `c ${version(4).wallMs}`]);
    expect(versionsOf('lark')).to.deep.equal([]);
    await handedTo('b');
    expect(versionsOf('wren')).to.deep.equal([`c ${version(4).wallMs}`]);
  });

  it('does not count among the hints for a key those that were handed over out of a log that isn’t empty yet', async () => {
    await started();
    const records = many(40);
    await world.keep('b', ...records);
    const sealed = (await world.settle(world.store.oldest('b')))!;
    const isKept = ({ key }: Record) => world.store.hintsOf(key).kept.length === 1;
    expect(records.filter(isKept)).to.have.length(40);
    const [partition] = sealed.partitions;
    const page = await world.settle(sealed.page(partition!));
    const [one] = page.records;
    sealed.advance(partition!, { high: one!.key.tokenHigh, low: one!.key.tokenLow });
    expect(records.filter(isKept)).to.have.length(39);
    expect(isKept(one!)).to.equal(false);
    sealed.advance(partition!, undefined);
    expect(records.filter(isKept)).to.have.length(40 - page.records.length);
  });

  it('says that it can not tell what is kept of a key while the log of an earlier life is opened', async () => {
    await started();
    await world.keep('b', record('wren', 2));
    await world.stop();
    await world.start();
    // Whether that has ended by now or not, it must not say that there is nothing.
    const { kept, unread } = world.store.hintsOf(keyOf('wren'));
    expect([...kept.map(({ peer }) => peer), ...unread]).to.deep.equal(['b']);
    await world.pass(1000);
    expect(world.store.hintsOf(keyOf('wren'))).to.have.nested.property('kept[0].peer', 'b');
  });

  it('leaves nothing on disk once everything was handed over', async () => {
    await started();
    await world.keep('b', ...many(50));
    expect(world.folders).to.have.length(1);
    await handedTo('b');
    await world.pass(1000);
    expect(world.folders).to.deep.equal([]);
  });

  it('finds its hints after a restart, and hands them over', async () => {
    await started();
    await world.keep('b', ...many(50));
    await world.pass(HOUR_MS);
    await world.stop();
    await world.start();
    await world.pass(1000);
    expect(world.store.stats()).to.include({ peers: 1, records: 50 });
    expect(world.store.stats().oldestMs).to.be.closeTo(HOUR_MS, 10_000);
    expect(await handedTo('b')).to.have.property('size', 50);
    expect(world.dirty).to.have.property('size', 0);
  });

  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    it(`has every hint that was durable after a power cut (seed ${seed})`, async () => {
      world = new HintWorld(seed);
      await world.start();
      await world.keep('b', ...many(40));
      expect(world.kept).to.equal(40);
      // Some more, that may or may not be there.
      for (const more of many(40, 2)) world.store.add('b', more);
      await world.pass(seed / 10);
      world.crash();
      await world.start();
      expect(await handedTo('b')).to.have.property('size', 40);
    });
  }

  it('removes a log of which a crash left nothing but its folder once the peer is back', async () => {
    await started();
    world.store.add('b', record('one', 1));
    expect(await world.time.runUntil(() => world.folders.length > 0, 1000, 0.01)).to.equal(true);
    world.kill();
    await world.start();
    expect(world.store.peers).to.deep.equal(['b']);
    expect(await handedTo('b')).to.have.property('size', 0);
    await world.pass(100);
    expect(world.folders).to.deep.equal([]);
  });

  it('finishes a removal that a crash cut short', async () => {
    await started();
    await world.keep('b', ...many(20));
    const [folder = ''] = world.folders;
    world.disk.fault = ({ kind, path }) => {
      if (kind === 'remove' && path.endsWith('.removed')) world.crash();
      return undefined;
    };
    world.returns('b');
    expect(await world.handsOver('b')).to.equal(true);
    await world.pass(100);
    world.disk.fault = () => undefined;
    expect(world.folders).to.deep.equal([`${folder}.removed`]);
    await world.start();
    await world.pass(100);
    expect(world.folders).to.deep.equal([]);
    expect(world.store.peers).to.deep.equal([]);
  });

  it('drains into the engine what came while that was opening', async () => {
    await started();
    for (const hint of many(200)) world.store.add('b', hint);
    expect(world.store.stats()).to.include({ peers: 1 });
    await world.pass(100);
    expect(world.store.stats()).to.include({ peers: 1, records: 200 });
    expect(await handedTo('b')).to.have.property('size', 200);
  });

  it('marks the partitions of what finds no room while the engine opens', async () => {
    await started({ segmentBytes: 1 << 20 });
    const hints = many(100, 1, 'x'.repeat(100_000));
    await world.keep('b', ...hints);
    expect(world.kept).to.be.within(38, 42);
    expect(world.dropped.get('b queue')).to.equal(100 - world.kept);
    expect([...world.dirty]).to.have.members([...new Set(marks('b', hints.slice(world.kept)))]);
  });

  it('keeps its bound in bytes, for all peers together, and marks what is beyond', async () => {
    await started({ bounds: { bytes: 20_000 } });
    await world.keep('b', ...many(100));
    await world.keep('c', ...many(100));
    expect(world.store.stats().bytes).to.be.within(15_000, 20_000);
    expect(world.kept + (world.dropped.get('c bytes') ?? 0)).to.equal(200);
    expect(world.dirty).to.have.property('size').greaterThan(0);
    expect([...world.dirty].every((mark) => mark.startsWith('c '))).to.equal(true);
    // There is room again once one of them has its hints.
    await handedTo('b');
    const { kept } = world;
    await world.keep('c', ...many(50, 3));
    expect(world.kept).to.equal(kept + 50);
  });

  it('counts a key that is overwritten again and again once', async () => {
    await started({ bounds: { bytes: 20_000 } });
    for (let n = 0; n < 300; n++) {
      world.store.add('b', record('the same', n, 'v'.repeat(500)));
      await world.pass(200);
    }
    expect(world.kept).to.equal(300);
    expect(world.dirty).to.have.property('size', 0);
  });

  it('keeps hints for so many peers and no more', async () => {
    await started({ bounds: { peers: 2 } });
    await world.keep('a', record('one', 1));
    await world.keep('b', record('one', 1));
    await world.keep('c', record('one', 1));
    await world.keep('b', record('two', 1));
    expect(world.store.peers).to.deep.equal(['a', 'b']);
    expect([...world.dropped]).to.deep.equal([['c peers', 1]]);
    expect([...world.dirty]).to.deep.equal(marks('c', [record('one', 1)]));
  });

  it('drops all hints for a peer when the first is too old, restarts included, and keeps new ones', async () => {
    await started({ bounds: { ageMs: HOUR_MS } });
    const old = many(30);
    await world.keep('b', ...old);
    await world.pass(HOUR_MS / 2);
    await world.stop();
    await world.start();
    await world.keep('c', record('young', 1));
    await world.pass(HOUR_MS / 2);
    expect(world.store.peers).to.deep.equal(['c']);
    expect([...world.dropped]).to.deep.equal([['b age', 30]]);
    expect([...world.dirty]).to.have.members([...new Set(marks('b', old))]);
    await world.keep('b', record('new', 2));
    expect([...(await handedTo('b')).keys()]).to.deep.equal(['new']);
  });

  it('marks what a full disk does not take, goes on with what is there, and recovers', async () => {
    await started();
    const before = many(20);
    await world.keep('b', ...before);
    world.disk.capacityBytes = world.disk.usedBytes;
    const hints = many(500, 2, 'x'.repeat(2000));
    await world.keep('b', ...hints);
    await world.keep('c', ...hints);
    await world.keep('b', record('refused', 2));
    expect([...world.dirty]).to.include.members(marks('b', [record('refused', 2)]));
    for (const { key } of hints) {
      const isMarked = world.dirty.has(`b ${partitionOfToken(key.tokenHigh, PARTITION_BITS)}`);
      expect(isMarked).to.equal(true);
    }
    world.disk.capacityBytes = Infinity;
    await world.pass(15_000);
    const { kept } = world;
    await world.keep('b', record('taken', 3));
    expect(world.kept).to.equal(kept + 1);
    const held = await handedTo('b');
    expect([...held.keys()]).to.include.members([...before.map(({ key }) => key.text), 'taken']);
  });

  it('marks what a failing disk took, and opens the log anew', async () => {
    await started();
    await world.keep('b', ...many(20));
    world.disk.fault = ({ kind }) => (kind === 'sync' ? 'EIO' : undefined);
    const lost = many(5, 2);
    await world.keep('b', ...lost);
    world.disk.fault = () => undefined;
    expect([...world.dirty]).to.have.members([...new Set(marks('b', lost))]);
    await world.keep('b', record('poisoned', 2));
    expect([...world.dirty]).to.include.members(marks('b', [record('poisoned', 2)]));
    await world.pass(11_000);
    await world.keep('b', record('again', 2));
    expect([...(await handedTo('b')).keys()]).to.have.members([
      ...many(20).map(({ key }) => key.text),
      'again',
    ]);
  });

  it('gives up hints that are damaged, marks the peer, and keeps new ones', async () => {
    await started();
    await world.keep('b', ...many(20));
    await world.stop();
    const [folder] = world.folders;
    world.disk.rot(`${folder}/log/state.json`, 3);
    await world.start();
    await world.pass(1000);
    expect([...world.dropped.keys()]).to.deep.equal(['b disk']);
    expect(world.dirty).to.have.property('size', PARTITIONS);
    await world.keep('b', record('new', 1));
    expect(world.folders).to.have.length(1);
    expect([...(await handedTo('b')).keys()]).to.deep.equal(['new']);
  });

  it('takes nothing once it is stopped', async () => {
    await started();
    await world.keep('b', record('in time', 1));
    await world.stop();
    world.store.add('b', record('late', 1));
    expect([...world.dropped]).to.deep.equal([['b stopped', 1]]);
    await world.start();
    expect([...(await handedTo('b')).keys()]).to.deep.equal(['in time']);
  });

  it('gives no folder to a peer whose id is no name', async () => {
    await started();
    await world.keep('../b', record('one', 1));
    expect([...world.dropped]).to.deep.equal([['../b peers', 1]]);
    expect(world.folders).to.deep.equal([]);
  });

  it('writes what waits when it is stopped', async () => {
    await started();
    for (const hint of many(20)) world.store.add('b', hint);
    await world.stop();
    await world.start();
    expect(await handedTo('b')).to.have.property('size', 20);
  });
});
