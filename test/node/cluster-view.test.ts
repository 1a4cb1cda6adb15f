import { expect } from 'chai';
import { topologyOf } from '../../src/node/cluster-view.ts';
import { configurationOf } from '../../src/node/configuration/load.ts';
import { Custody } from '../../src/replication/custody.ts';
import { intentOf } from '../membership/intent-of.ts';

describe('who owns what, for clients', () => {
  it('never names one peer for another, where membership has forgotten an owner already', () => {
    const { cluster } = configurationOf({ cluster: { partitions: 8 } });
    const intents = [intentOf('a'), intentOf('b'), intentOf('gone', { status: 'removing', author: 'a' })];
    const custody = new Custody({ self: 'a', partitions: 8, replicas: 3, complete: new Uint8Array() });
    custody.update(intents);
    const members = intents.slice(0, 2).map((intent) => ({
      peer: intent.peer,
      liveness: 'alive' as const,
      incarnation: 1,
      sinceMs: 0,
      accusers: [],
      roundTripMs: undefined,
      intent,
    }));
    const gossip = { members: () => members, intents: () => intents };
    const topology = topologyOf(cluster, gossip, custody);
    const names = topology.owners.map((index) => topology.members[index]!.peer);
    expect(names).to.deep.equal(Array.from({ length: 8 }, (_, p) => custody.view.custodians(p)).flat());
    expect(topology.members.at(-1)).to.include({ peer: 'gone', liveness: 'dead', intent: 'removing' });
  });
});
