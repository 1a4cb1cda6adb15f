import type { Gossip } from '../gossip/gossip.ts';
import type { Custody } from '../replication/custody.ts';
import { countPartitions } from '../ring/partition-bits.ts';
import type { Key } from '../version/key.ts';
import type { Location, Topology, TopologyMember } from '../wire/cluster-view.ts';
import type { ClusterSettings } from './settings.ts';

/** Who owns what, for clients that ask owners directly and for people. */
export function topologyOf(
  cluster: ClusterSettings,
  gossip: Pick<Gossip, 'members' | 'intents'>,
  custody: Custody,
): Topology {
  const members = gossip.members().map((member): TopologyMember => {
    const { intent } = member;
    return {
      peer: member.peer,
      clientAddress: intent?.clientAddress ?? '',
      liveness: member.liveness,
      intent: intent?.status ?? 'unknown',
      zone: intent?.zone ?? '',
      weight: intent?.weight ?? 0,
      seat: intent?.seat ?? '',
      addresses: intent?.addresses ?? [],
      incarnation: member.incarnation,
      ownedPartitions: custody.view.partitionsOf(member.peer).length,
      completePartitions: intent ? countPartitions(intent.complete) : 0,
      livenessSinceMs: member.sinceMs,
      accusers: member.accusers,
      roundTripMs: member.roundTripMs,
    };
  });
  const indexOf = new Map(members.map(({ peer }, index) => [peer, index]));
  const owners: number[] = [];
  for (let partition = 0; partition < cluster.partitions; partition++) {
    for (const peer of custody.view.custodians(partition)) {
      // Membership may have forgotten one already that is an owner until others hold what it held: somebody nobody can ask.
      if (!indexOf.has(peer)) indexOf.set(peer, members.push(departed(peer, gossip, custody)) - 1);
      owners.push(indexOf.get(peer)!);
    }
  }
  return {
    cluster: cluster.name,
    ringId: custody.view.ringId,
    partitions: cluster.partitions,
    replicas: cluster.replicas,
    width: custody.view.width,
    members,
    owners,
  };
}

function departed(peer: string, gossip: Pick<Gossip, 'intents'>, custody: Custody): TopologyMember {
  const intent = gossip.intents().find((known) => known.peer === peer);
  return {
    peer,
    clientAddress: '',
    liveness: 'dead',
    intent: intent?.status ?? 'unknown',
    zone: intent?.zone ?? '',
    weight: intent?.weight ?? 0,
    seat: intent?.seat ?? '',
    addresses: [],
    incarnation: 0,
    ownedPartitions: custody.view.partitionsOf(peer).length,
    completePartitions: intent ? countPartitions(intent.complete) : 0,
    livenessSinceMs: 0,
    accusers: [],
    roundTripMs: undefined,
  };
}

/** Where one key lives. */
export function locationOf(key: Key, custody: Custody): Location {
  const partition = custody.partitionOf(key);
  return {
    partition,
    token: hex32(key.tokenHigh) + hex32(key.tokenLow),
    custodians: custody.view.custodians(partition),
    pending: custody.view.pending(partition),
  };
}

function hex32(value: number): string {
  return value.toString(16).padStart(8, '0');
}
