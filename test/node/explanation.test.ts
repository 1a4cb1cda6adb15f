import { expect } from 'chai';
import { explanationOf } from '../../src/node/explanation.ts';
import { Custody } from '../../src/replication/custody.ts';
import { keyOf } from '../../src/version/key.ts';
import { encodeVersion } from '../../src/version/version.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';
import { MemoryEngine } from '../storage/memory-engine.ts';
import { record, tombstone, version } from '../storage/records.ts';

const PARTITIONS = 8;
const hex = (n: number): string => Buffer.from(encodeVersion(version(n))).toString('hex');

describe('what a node says of a key', () => {
  function setUp({ complete = 0xff, members = ['a', 'b'] } = {}) {
    const custody = new Custody({
      self: 'a',
      partitions: PARTITIONS,
      replicas: 3,
      complete: Uint8Array.of(complete),
    });
    custody.update(members.map((peer) => ({ peer, status: 'active' as const, zone: '', weight: 100 })));
    const storage = new MemoryEngine(new VirtualTime().process('a'), Math.log2(PARTITIONS));
    const hints = { hintsOf: () => ({ kept: [{ peer: 'b', version: version(4) }], unread: ['c'] }) };
    const facts = {
      self: 'a',
      custody,
      storage,
      hints,
      gossip: { clusterTimeMs: () => 99 },
      floorMs: (partition: number) => 1000 + partition,
    };
    return { storage, explain: (key: string) => explanationOf(keyOf(key), facts) };
  }

  it('is what it has itself, what it keeps for others, and no value', () => {
    const { storage, explain } = setUp();
    storage.write({ ...record('wren', 5, 'söng'), expiresAtMs: 77 });
    const { partition, token, ...said } = explain('wren');
    expect(token).to.match(/^[0-9a-f]{16}$/);
    expect([...said.custodians].sort()).to.deep.equal(['a', 'b']);
    expect({ ...said, custodians: [] }).to.deep.equal({
      peer: 'a',
      custodians: [],
      pending: [],
      holding: 'complete',
      record: {
        version: hex(5),
        writtenAtMs: version(5).wallMs,
        deleted: false,
        valueBytes: 5,
        expiresAtMs: 77,
      },
      hints: [{ peer: 'b', version: hex(4), writtenAtMs: version(4).wallMs }],
      unreadHints: ['c'],
      floorMs: 1000 + partition,
      clusterTimeMs: 99,
    });
  });

  it('tells a deletion from an empty value and from a key that never was', () => {
    const { storage, explain } = setUp();
    storage.write(tombstone('gone', 2));
    storage.write(record('empty', 3, ''));
    expect(explain('gone').record).to.include({ deleted: true, valueBytes: 0 });
    expect(explain('empty').record).to.include({ deleted: false, valueBytes: 0 });
    expect(explain('never').record).to.equal(undefined);
  });

  it('tells a partition that it has yet to copy from one that it has, and from one that it does not own', () => {
    expect(setUp({ complete: 0 }).explain('wren').holding).to.equal('copying');
    expect(setUp().explain('wren').holding).to.equal('complete');
    expect(setUp({ members: ['b', 'c', 'd'] }).explain('wren').holding).to.equal('none');
  });
});
