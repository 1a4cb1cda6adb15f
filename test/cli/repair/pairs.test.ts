import { expect } from 'chai';
import { StarlingError } from '../../../src/base/errors.ts';
import { type Pair, pairsIn } from '../../../src/cli/repair/pairs.ts';
import type { Topology, TopologyMember } from '../../../src/wire/cluster-view.ts';
import { topologyMember } from '../plan/cluster.ts';

/** Members of these names, each with an address, and who owns what, by their places. */
function topologyOf(
  owners: readonly (readonly number[])[],
  changes: Record<string, Partial<TopologyMember>> = {},
): Topology {
  const members = ['a', 'b', 'c', 'd'].map((peer) =>
    topologyMember(peer, { clientAddress: `at-${peer}:1`, ...changes[peer] }),
  );
  const width = owners[0]?.length ?? 0;
  return {
    cluster: 'test',
    ringId: '1',
    partitions: owners.length,
    replicas: 3,
    width,
    members,
    owners: owners.flat(),
  };
}

const told = (pairs: readonly Pair[]) =>
  pairs
    .map(({ asked, partner, partitions }) => `${[asked.peer, partner.peer].sort().join('-')} ${partitions}`)
    .sort();

describe('pairs of owners', () => {
  it('are each two members that own something together, once, with how much', () => {
    const topology = topologyOf([
      [0, 1, 2],
      [2, 0, 1],
      [3, 2, 0],
    ]);
    expect(told(pairsIn(topology))).to.deep.equal(['a-b 2', 'a-c 3', 'a-d 1', 'b-c 2', 'c-d 1']);
  });

  it('are those of one partition, or of one member, where only that is meant', () => {
    const topology = topologyOf([
      [0, 1, 2],
      [2, 0, 1],
      [3, 2, 0],
    ]);
    expect(told(pairsIn(topology, { partition: 2 }))).to.deep.equal(['a-c 1', 'a-d 1', 'c-d 1']);
    expect(told(pairsIn(topology, { peer: 'b' }))).to.deep.equal(['a-b 2', 'b-c 2']);
    expect(told(pairsIn(topology, { peer: 'b', partition: 2 }))).to.deep.equal([]);
    expect(() => pairsIn(topology, { partition: 3 }))
      .to.throw(StarlingError, 'there is no partition 3: they go from 0 to 2')
      .with.property('code', 'INVALID_ARGUMENT');
  });

  it('are none where each partition has one owner', () => {
    expect(pairsIn(topologyOf([[0], [1]]))).to.deep.equal([]);
  });

  it('ask who can be reached, and say why a pair can not compare', () => {
    const pairs = pairsIn(
      topologyOf([[0, 1, 2]], {
        a: { clientAddress: '' },
        b: { clientAddress: '' },
        c: { liveness: 'dead' },
      }),
    );
    const by = new Map(pairs.map((pair) => [[pair.asked.peer, pair.partner.peer].sort().join('-'), pair]));
    expect(by.get('a-b')?.obstacle).to.equal('clients reach neither of them at a known address');
    expect(by.get('a-c')?.obstacle).to.equal('c is dead');
    expect(by.get('b-c')?.asked.peer).to.equal('c');
    expect(pairsIn(topologyOf([[0, 1]]))[0]?.obstacle).to.equal(undefined);
  });
});
