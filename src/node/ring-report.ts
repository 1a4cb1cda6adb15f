import type { RingCopy, RingReport } from '../admin/snapshot.ts';
import { hasPartition } from '../ring/partition-bits.ts';
import type { Topology } from '../wire/cluster-view.ts';
import type { Node } from './node.ts';

type CopyFacts = Pick<Node, 'self' | 'custody'> & { readonly gossip: Pick<Node['gossip'], 'intents'> };

/** Who owns what, as this node sees it, and who is to own what. */
export function ringReportOf(topology: Topology, facts: CopyFacts): RingReport {
  const { ringId: id, partitions, width, members, owners } = topology;
  const peers = members.map(({ peer }) => peer);
  return { id, partitions, width, peers, owners, copying: copyingAmong(peers, facts) };
}

/** How many partitions somebody is to own, and has yet to copy. */
export function toCopy(facts: CopyFacts): number {
  return copiesOf(facts).reduce((sum, { missing }) => sum + missing.length, 0);
}

function copyingAmong(peers: readonly string[], facts: CopyFacts): RingCopy[] {
  return copiesOf(facts)
    .map(({ peer, ...copy }) => ({ peer: peers.indexOf(peer), ...copy }))
    .filter(({ peer }) => peer !== -1);
}

function copiesOf({ self, custody, gossip }: CopyFacts) {
  const { view } = custody;
  return gossip.intents().flatMap(({ peer, complete, completeFor }) => {
    const partitions = view.pendingPartitionsOf(peer);
    if (partitions.length === 0) return [];
    // What somebody has copied for another change doesn't count.
    const copied = peer === self ? custody.complete : completeFor === view.changeId ? complete : undefined;
    return [
      { peer, partitions, missing: partitions.filter((partition) => !hasPartition(copied, partition)) },
    ];
  });
}
