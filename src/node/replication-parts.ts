import type { PurgeFloors } from '../antientropy/purge-floors.ts';
import type { Tracer } from '../base/tracing.ts';
import { assert } from '../base/assert.ts';
import { LIMITS } from '../base/limits.ts';
import type { Gossip } from '../gossip/gossip.ts';
import { HedgeDelay } from '../replication/hedge-delay.ts';
import { Comparisons } from '../replication/comparisons.ts';
import type { Coordination } from '../replication/coordination.ts';
import { Custody } from '../replication/custody.ts';
import { Deadlines } from '../replication/deadlines.ts';
import { LocalReplica } from '../replication/local-replica.ts';
import { settleDifference } from '../replication/read-request.ts';
import { RemoteReplica, type ReplicaLane } from '../replication/remote-replica.ts';
import type { Replica } from '../replication/replica.ts';
import { TracedReplica } from '../replication/traced-replica.ts';
import { HybridClock } from '../version/hybrid-clock.ts';
import { makeFloors } from './convergence.ts';
import { GossipLiveness } from './gossip-liveness.ts';
import type { NodeParts } from './node-parts.ts';

/** What requests for data stand on. */
export interface ReplicationParts {
  readonly custody: Custody;
  readonly replica: LocalReplica;
  /** The same, as other peers see it. */
  readonly served: Replica;
  readonly floors: PurgeFloors;
  readonly coordination: Coordination;
}

/** Puts the data side of a node together: who holds what, what this node holds, and how requests reach the others. */
export function assembleReplication(
  { settings, ports, storage, hints, custodyState, floorFile, telemetry, tracer }: NodeParts,
  gossip: Gossip,
  lane: ReplicaLane,
): ReplicationParts {
  const { self } = ports.network;
  const { replicas, partitions } = settings.cluster;
  const { complete, cleared } = custodyState;
  const custody = new Custody({ self, partitions, replicas, complete, cleared });
  const hybridClock = new HybridClock({
    writer: ports.random.integer(2 ** 24) * 2 ** 24 + ports.random.integer(2 ** 24),
    maxDriftMs: settings.maxClockDriftMs,
  });
  hybridClock.restore(storage.stats().highestVersion);
  const clusterTimeMs = () => gossip.clusterTimeMs();
  const { floors, bounds } = makeFloors(self, settings, floorFile.saved, clusterTimeMs);
  const replica = new LocalReplica({
    self,
    storage,
    custody,
    hybridClock,
    clusterTimeMs,
    bounds,
    hints,
    tracer,
  });
  const served = tracer === undefined ? replica : servedBy(replica, tracer);
  const replicaOf = replicasBehind(lane, { self, own: replica, tracer });
  const coordination: Coordination = {
    self,
    custody,
    replicaOf,
    members: new GossipLiveness(gossip, ports.clock),
    hybridClock,
    clusterTimeMs,
    clock: ports.clock,
    timers: ports.timers,
    deadlines: new Deadlines(ports.clock, ports.timers),
    random: ports.random,
    hedgeDelay: new HedgeDelay(),
    quorum: settings.cluster,
    comparisons: new Comparisons({
      timers: ports.timers,
      replicaOf,
      settle: ({ key }) => settleDifference(coordination, key),
      events: telemetry.replication,
    }),
    hints,
    events: telemetry.replication,
    slowRequestMs: () => telemetry.replication.slowRequests.thresholdMs,
  };
  return { custody, replica, served, floors, coordination };
}

/** The holder with this peer id: this node itself, or one at the other end of the lane, made when it is first asked. */
function replicasBehind(
  lane: ReplicaLane,
  { self, own, tracer }: { self: string; own: Replica; tracer: Tracer | undefined },
): (peer: string) => Replica {
  const remotes = new Map<string, Replica>();
  const askedOwn = asked(own, self, 'internal', tracer);
  return (peer) => {
    if (peer === self) return askedOwn;
    let remote = remotes.get(peer);
    if (remote === undefined) {
      assert(remotes.size <= LIMITS.members, 'only members are asked');
      remote = asked(new RemoteReplica(peer, lane), peer, 'client', tracer);
      remotes.set(peer, remote);
    }
    return remote;
  };
}

/** As its coordinator sees it. */
function asked(
  replica: Replica,
  peer: string,
  role: 'client' | 'internal',
  tracer: Tracer | undefined,
): Replica {
  if (tracer === undefined) return replica;
  return new TracedReplica(replica, { tracer, verb: 'ask', role, attributes: { 'starling.peer': peer } });
}

function servedBy(replica: Replica, tracer: Tracer): Replica {
  return new TracedReplica(replica, { tracer, verb: 'serve', role: 'server', attributes: {} });
}
