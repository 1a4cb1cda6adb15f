import { expect } from 'chai';
import { Schedule } from '../../src/antientropy/schedule.ts';
import type { ScrubSettings } from '../../src/antientropy/scrub.ts';
import { StarlingError } from '../../src/base/errors.ts';
import { replaceMethod } from '../replace-method.ts';
import { record } from '../storage/records.ts';
import { ExchangeWorld, PARTITIONS } from './exchange-world.ts';

/** @param intervalMs a day: it does nothing by itself */
function setUp(intervalMs = 86_400_000, scrub?: ScrubSettings) {
  const world = new ExchangeWorld();
  const dead = new Set<string>();
  const antiEntropy = world.antiEntropyOf('a', { intervalMs, isDead: (peer) => dead.has(peer), scrub });
  const outcomeOf = (peer: string, partition?: number) =>
    world.time.settle(antiEntropy.compare(peer, { partition }), 10_000);
  /** Gives the code of a refusal. */
  const compare = async (peer: string, partition?: number) => {
    const outcome = await outcomeOf(peer, partition);
    return outcome instanceof StarlingError ? outcome.code : outcome;
  };
  return { world, dead, antiEntropy, outcomeOf, compare };
}

describe('a comparison that is ordered', () => {
  it('makes two owners equal at once, without waiting for their turn', async () => {
    const { world, antiEntropy, compare } = setUp();
    await world.put([record('only a', 1)], 'a');
    await world.put([record('only b', 1)], 'b');
    antiEntropy.start();
    expect(await compare('b')).to.include({ partitions: PARTITIONS, differing: 2, given: 1, taken: 1 });
    expect(world.contentOf('a')).to.deep.equal(world.contentOf('b'));
    expect(world.contentOf('a')).to.have.length(2);
    await antiEntropy.stop();
  });

  it('is refused with itself, with a stranger, with a dead peer, and of what the two do not own together', async () => {
    const { world, dead, antiEntropy, outcomeOf, compare } = setUp();
    antiEntropy.start();
    expect(await compare('a')).to.equal('INVALID_ARGUMENT');
    expect(await compare('stranger')).to.equal('INVALID_ARGUMENT');
    const beyond = await outcomeOf('b', PARTITIONS);
    expect(beyond).to.include({
      code: 'INVALID_ARGUMENT',
      message: 'there is no partition 8: they go from 0 to 7',
    });
    dead.add('b');
    expect(await compare('b')).to.equal('UNAVAILABLE');
    expect(world.messages).to.deep.equal([]);
    dead.clear();
    expect(await compare('b', PARTITIONS - 1)).to.include({ partitions: 1 });
    const others = ['a', 'b', 'c', 'd', 'e'].map((peer) => ({ peer, status: 'active' as const, zone: '' }));
    world.side('a').custody.update(others.map((member) => ({ ...member, weight: 100 })));
    const { view } = world.side('a').custody;
    const apart = [...Array(PARTITIONS).keys()].find(
      (partition) => !view.custodians(partition).includes('b'),
    );
    expect(await compare('b', apart)).to.equal('INVALID_ARGUMENT');
    await antiEntropy.stop();
  });

  it('is refused before the peer has joined, and when it has stopped', async () => {
    const { antiEntropy, compare } = setUp();
    expect(await compare('b')).to.equal('NOT_READY');
    antiEntropy.start();
    await antiEntropy.stop();
    expect(await compare('b')).to.equal('STOPPED');
  });
});

describe('a pause of comparisons', () => {
  it('ends by itself, and others are answered and orders obeyed meanwhile', async () => {
    const { world, antiEntropy, compare } = setUp(1000);
    await world.put([record('only b', 1)], 'b');
    expect(antiEntropy.pause.leftMs).to.equal(0);
    antiEntropy.pause.set(60_000);
    antiEntropy.start();
    await world.time.run(59_000);
    expect(antiEntropy.pause.leftMs).to.be.closeTo(1000, 1);
    expect(world.messages).to.deep.equal([]);
    expect((await world.exchange('b', 'a')).given, 'another compares').to.equal(1);
    expect(await compare('c'), 'an order').to.include({ given: 1 });
    const { length } = world.messages;
    await world.time.run(64_000);
    expect(antiEntropy.pause.leftMs).to.equal(0);
    expect(world.messages.length).to.be.greaterThan(length);
    await antiEntropy.stop();
  });

  it('is as long as it was ordered last, and over when it was ordered with 0', () => {
    const { antiEntropy } = setUp();
    antiEntropy.pause.set(60_000);
    antiEntropy.pause.set(1000);
    expect(antiEntropy.pause.leftMs).to.equal(1000);
    antiEntropy.pause.set(0);
    expect(antiEntropy.pause.leftMs).to.equal(0);
  });
});

describe('what scrubbing finds', () => {
  it('has the partition compared with its other owners before it is their turn', async () => {
    const { world, antiEntropy } = setUp(86_400_000, { intervalMs: 8000, bytesPerSecond: 1 << 20 });
    await world.put([record('only a', 1)], 'a');
    const { storage } = world.side('a');
    storage.scrub = async () => ({ entries: 1, bytes: 1, damaged: 0, differing: 1 });
    const wanted: string[] = [];
    const putBack = replaceMethod(Schedule.prototype, 'want', () => (peer) => void wanted.push(peer));
    try {
      antiEntropy.start();
      await world.time.run(9000);
    } finally {
      putBack();
    }
    await antiEntropy.stop();
    expect(wanted).to.have.members(['b', 'c']);
    expect(antiEntropy.scrub?.totals).to.include({ partitions: 1, differing: 1 });
  });
});
