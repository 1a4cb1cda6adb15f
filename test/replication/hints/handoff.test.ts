import { expect } from 'chai';
import type { ErrorCode } from '../../../src/base/errors.ts';
import { partitionOfToken } from '../../../src/version/key.ts';
import type { Record } from '../../../src/version/record.ts';
import { record, textOf } from '../../storage/records.ts';
import { HintWorld, type HintWorldOptions, PARTITION_BITS } from './hint-world.ts';

const many = (count: number, n = 1, value = 'v'.repeat(100)): Record[] =>
  Array.from({ length: count }, (_, i) => record(`key ${i}`, n, value));

const partitionOf = ({ key }: Record): number => partitionOfToken(key.tokenHigh, PARTITION_BITS);

describe('handoff', () => {
  let world: HintWorld;

  const started = async (options: HintWorldOptions = {}): Promise<HintWorld> => {
    world = new HintWorld(11, options);
    await world.start();
    return world;
  };

  const heldBy = (peer: string): number => world.held.get(peer)?.size ?? 0;

  afterEach(async () => {
    await world.stop();
    expect(world.disk.openFiles).to.deep.equal([]);
  });

  it('hands a peer that is back what was kept for it, each record once', async () => {
    await started();
    await world.keep('b', ...many(300));
    await world.pass(60_000);
    expect(world.sent).to.have.length(0);
    world.returns('b');
    expect(await world.handsOver('b')).to.equal(true);
    expect(heldBy('b')).to.equal(300);
    expect(world.sent).to.have.length(300);
    expect(world.handedOver).to.equal(300);
    expect(world.dirty).to.have.property('size', 0);
  });

  it('finds by itself that a peer which was there all along can be handed its hints', async () => {
    await started();
    world.alive.add('b');
    await world.keep('b', ...many(10));
    expect(await world.handsOver('b', 15_000)).to.equal(true);
    expect(heldBy('b')).to.equal(10);
  });

  it('follows a partition over its pages', async () => {
    await started({ segmentBytes: 1 << 20 });
    const hints = many(100, 1, 'x'.repeat(60_000));
    await world.keep('b', ...hints.slice(0, 50));
    await world.keep('b', ...hints.slice(50));
    world.returns('b');
    expect(await world.handsOver('b')).to.equal(true);
    expect(heldBy('b')).to.equal(100);
    expect(world.sent).to.have.length(100);
  });

  for (const code of ['UNAVAILABLE', 'TIMEOUT', 'STOPPED', 'DISK_FULL', 'STORE_POISONED'] as ErrorCode[]) {
    it(`leaves a peer that answers ${code} alone for a while, and loses nothing`, async () => {
      await started();
      await world.keep('b', ...many(200));
      let answers = 0;
      world.whim = () => (++answers > 100 ? { code } : {});
      world.returns('b');
      await world.pass(5000);
      expect(world.failures).to.deep.equal([code]);
      expect(world.sent.length).to.be.within(101, 140);
      world.whim = () => ({});
      expect(await world.handsOver('b')).to.equal(true);
      expect(heldBy('b')).to.equal(200);
      expect(world.dirty).to.have.property('size', 0);
    });
  }

  for (const code of ['WRONG_OWNERS', 'NOT_READY', 'CLOCK_DRIFT', 'CORRUPTION'] as ErrorCode[]) {
    it(`tries a partition of which the peer says ${code} later, and the others now`, async () => {
      await started();
      const hints = many(200);
      await world.keep('b', ...hints);
      const refused = hints.filter((hint) => partitionOf(hint) === 3);
      world.whim = (_peer, hint) => (partitionOf(hint) === 3 ? { code } : {});
      world.returns('b');
      await world.pass(5000);
      expect(heldBy('b')).to.equal(200 - refused.length);
      expect(world.store.stats()).to.include({ records: refused.length });
      expect(world.differed).to.deep.equal(code === 'WRONG_OWNERS' ? ['b'] : []);
      world.whim = () => ({});
      expect(await world.handsOver('b')).to.equal(true);
      expect(heldBy('b')).to.equal(200);
      expect(world.sent.length).to.be.at.most(200 + refused.length);
    });
  }

  it('sends again what a busy peer refused, slower', async () => {
    await started();
    await world.keep('b', ...many(300));
    let answers = 0;
    world.whim = () => (++answers <= 40 ? { code: 'OVERLOADED' } : {});
    world.returns('b');
    expect(await world.handsOver('b')).to.equal(true);
    expect(heldBy('b')).to.equal(300);
    expect(world.sent).to.have.length(340);
    expect(world.failures).to.deep.equal([]);
  });

  it('gives up on a peer that refuses and refuses, and comes back later', async () => {
    await started();
    await world.keep('b', ...many(50));
    world.whim = () => ({ code: 'OVERLOADED' });
    world.returns('b');
    expect(await world.time.runUntil(() => world.failures.length > 0, 120_000)).to.equal(true);
    expect(world.failures).to.deep.equal(['OVERLOADED']);
    world.whim = () => ({});
    expect(await world.handsOver('b')).to.equal(true);
    expect(heldBy('b')).to.equal(50);
  });

  it('has at most 32 records on the way', async () => {
    await started();
    let onTheWay = 0;
    let most = 0;
    world.whim = () => {
      most = Math.max(most, ++onTheWay);
      world.process.after(200, () => onTheWay--);
      return { delayMs: 200 };
    };
    await world.keep('b', ...many(5000));
    world.returns('b');
    expect(await world.handsOver('b')).to.equal(true);
    expect(most).to.equal(32);
  });

  it('keeps to the rate that it was given, and counts a large record as several', async () => {
    await started({ recordsPerSecond: 100, segmentBytes: 1 << 20 });
    await world.keep('b', ...many(400, 1, 'x'.repeat(8000)));
    const startMs = world.time.nowMs;
    world.returns('b');
    expect(await world.handsOver('b')).to.equal(true);
    expect(world.time.nowMs - startMs).to.be.within(8000, 16_000);
  });

  it('slows down while the peer is slow', async () => {
    await started({ segmentBytes: 1 << 20, recordsPerSecond: 2000 });
    await world.keep('b', ...many(12_000));
    let delayMs = 2;
    world.whim = () => ({ delayMs });
    world.returns('b');
    await world.pass(5000);
    const fast = world.sent.length;
    await world.pass(1000);
    expect(world.sent.length - fast).to.be.closeTo(2000, 100);
    delayMs = 60;
    await world.pass(2000);
    const before = world.sent.length;
    await world.pass(1000);
    expect(world.sent.length - before).to.be.lessThan(100);
    expect(heldBy('b')).to.be.greaterThan(0);
  });

  it('hands over to four peers at once at most', async () => {
    await started();
    const peers = ['a', 'b', 'c', 'd', 'e', 'f'];
    world.owners = () => peers;
    for (const peer of peers) await world.keep(peer, ...many(20));
    world.whim = () => ({ delayMs: 1000 });
    for (const peer of peers) world.returns(peer);
    await world.pass(500);
    expect(new Set(world.sent.map(({ peer }) => peer))).to.have.property('size', 4);
    for (const peer of peers) expect(await world.handsOver(peer)).to.equal(true);
    for (const peer of peers) expect(heldBy(peer)).to.equal(20);
  });

  it('drops what a peer owns no more', async () => {
    await started();
    const hints = many(200);
    await world.keep('b', ...hints);
    world.owners = (partition) => (partition === 5 ? ['a', 'c'] : ['a', 'b', 'c']);
    world.returns('b');
    expect(await world.handsOver('b')).to.equal(true);
    const lost = hints.filter((hint) => partitionOf(hint) === 5).length;
    expect(heldBy('b')).to.equal(200 - lost);
    expect([...world.dropped]).to.deep.equal([['b gone', lost]]);
    expect(world.dirty).to.have.property('size', 0);
  });

  it('keeps everything while it does not know who owns what', async () => {
    await started();
    await world.keep('b', ...many(100));
    world.owners = () => [];
    world.returns('b');
    await world.pass(30_000);
    expect(world.store.stats()).to.include({ records: 100 });
    world.owners = () => ['b'];
    expect(await world.handsOver('b')).to.equal(true);
    expect(heldBy('b')).to.equal(100);
  });

  it('drops everything for a peer that left', async () => {
    await started();
    await world.keep('b', ...many(200));
    world.gone.add('b');
    await world.pass(15_000);
    expect([...world.dropped]).to.deep.equal([['b gone', 200]]);
    expect(world.dirty).to.have.property('size', 0);
    expect(world.store.peers).to.deep.equal([]);
    expect(world.folders).to.deep.equal([]);
  });

  it('gives up a partition whose hints are damaged, and hands over the others', async () => {
    await started();
    const hints = many(200);
    await world.keep('b', ...hints);
    const log = `${world.folders[0]}/log`;
    world.disk.rot(`${log}/${world.disk.list(log).find((name) => name.endsWith('.seg'))}`, 500);
    world.returns('b');
    expect(await world.handsOver('b')).to.equal(true);
    const [mark] = [...world.dirty];
    expect(world.dirty).to.have.property('size', 1);
    expect([...world.dropped.keys()]).to.deep.equal(['b disk']);
    const others = hints.filter((hint) => `b ${partitionOf(hint)}` !== mark);
    expect([...world.held.get('b')!.keys()]).to.include.members(others.map(({ key }) => key.text));
  });

  it('keeps what comes while its partition is being handed over, and hands that over too', async () => {
    await started();
    await world.keep('b', ...many(100));
    let sent = 0;
    world.whim = () => {
      // In the middle, for a key that has been sent.
      if (++sent === 50) world.store.add('b', { ...record(world.sent[10]!.record.key, 9) });
      return { delayMs: 5 };
    };
    world.returns('b');
    expect(await world.handsOver('b')).to.equal(true);
    expect(textOf(world.held.get('b')!.get(world.sent[10]!.record.key.text))).to.equal('value 9');
  });

  it('keeps what comes while the log that was handed over is being removed', async () => {
    await started();
    const hints = many(100);
    await world.keep('b', ...hints);
    let removals = 0;
    world.disk.fault = ({ kind, path }) => {
      if (kind === 'rename' && /^hints\/b\/\d+$/.test(path) && ++removals === 1) {
        for (const { key } of hints) world.store.add('b', record(key, 9));
      }
      return undefined;
    };
    world.returns('b');
    expect(await world.time.runUntil(() => removals === 2, 60_000)).to.equal(true);
    for (const { key } of hints) expect(textOf(world.held.get('b')!.get(key.text))).to.equal('value 9');
  });

  it('hands over what came after its log was given up for its age in the middle', async () => {
    await started({ bounds: { ageMs: 60_000 }, recordsPerSecond: 64 });
    await world.keep('b', ...many(5000));
    await world.pass(45_000);
    world.returns('b');
    await world.pass(5000);
    await world.keep('b', record('new', 9));
    expect(await world.handsOver('b')).to.equal(true);
    expect([...world.dropped.keys()]).to.deep.equal(['b age']);
    expect(textOf(world.held.get('b')!.get('new'))).to.equal('value 9');
  });

  it('stops at once in the middle, and goes on after the restart', async () => {
    await started({ recordsPerSecond: 64 });
    await world.keep('b', ...many(500));
    world.returns('b');
    await world.pass(3000);
    const stoppedAtMs = world.time.nowMs;
    await world.stop();
    expect(world.time.nowMs - stoppedAtMs).to.be.lessThan(200);
    expect(heldBy('b')).to.be.within(10, 400);
    await world.start();
    world.handoff.wake('b');
    expect(await world.handsOver('b')).to.equal(true);
    expect(heldBy('b')).to.equal(500);
  });

  it('loses nothing in power cuts during hand-overs', async () => {
    await started();
    await world.keep('b', ...many(300));
    for (let cut = 0; cut < 12; cut++) {
      world.whim = (_peer, hint) =>
        partitionOf(hint) % 4 === cut % 4 ? { code: 'NOT_READY' } : { delayMs: 3 };
      world.returns('b');
      await world.pass(50 + 37 * cut);
      world.crash();
      await world.start();
    }
    world.whim = () => ({});
    world.handoff.wake('b');
    expect(await world.handsOver('b')).to.equal(true);
    expect(heldBy('b')).to.equal(300);
  });
});
