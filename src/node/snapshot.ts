import type { MemberItself, Snapshot, SnapshotMember, SnapshotStorage } from '../admin/snapshot.ts';
import type { Clock } from '../base/clock.ts';
import type { StarlingError } from '../base/errors.ts';
import { processUsage } from '../base/system/process-usage.ts';
import { type ClusterReport, isGone, isStatus } from '../client/reports/cluster-report.ts';
import type { ClusterViews } from '../server/client-operations.ts';
import type { LoadHistory } from '../telemetry/load-history.ts';
import type { StorageStatus, Status, Topology, TopologyMember } from '../wire/cluster-view.ts';
import type { ClusterWatch } from './cluster-watch.ts';
import { type MeteredNode, convergenceOf, trafficOf } from './node-metrics.ts';
import { toCopy } from './ring-report.ts';
import { unreadinessOf } from './unreadiness.ts';

export interface SnapshotFacts {
  readonly metered: MeteredNode;
  readonly views: Pick<ClusterViews, 'topology' | 'status'>;
  readonly watch: Pick<ClusterWatch, 'look' | 'failure'>;
  readonly history: Pick<LoadHistory, 'samples'>;
  readonly clock: Clock;
}

/** How a node is and what it sees of its cluster, for its dashboard: what `status`, the metrics and the members say, in one. */
export function snapshotOf({ metered, views, watch, history, clock }: SnapshotFacts): Snapshot {
  const { node, telemetry } = metered;
  const topology = views.topology();
  const status = views.status();
  const report = watch.look();
  const { peer, cluster, clusterId, version, uptimeMs, custody } = status;
  const refusal = telemetry.storage.writeRefusal;
  const { residentBytes, heapBytes } = processUsage();
  return {
    time: new Date(clock.wallMs()).toISOString(),
    peer,
    cluster,
    clusterId,
    version,
    uptimeMs,
    unreadiness: unreadinessOf(node, refusal) ?? null,
    ring: {
      id: topology.ringId,
      partitions: topology.partitions,
      replicas: topology.replicas,
      width: topology.width,
      writeQuorum: status.writeQuorum,
      readQuorum: status.readQuorum,
      toCopy: toCopy(node),
    },
    members: membersIn(topology, report),
    warnings: warningsIn(status, report, watch.failure),
    custody,
    ...convergenceIn(metered),
    storage: storageOf(status.storage, refusal?.message ?? null),
    process: { residentBytes, heapBytes },
    traffic: trafficIn(metered),
    load: history.samples.at(-1) ?? null,
  };
}

function membersIn({ members }: Topology, report: ClusterReport | undefined): SnapshotMember[] {
  const answers = new Map(report?.members.map(({ member, status }) => [member.peer, status]));
  return members
    .filter(({ intent }) => !isGone(intent))
    .map((member) => {
      const answer = answers.get(member.peer);
      return memberOf(member, isStatus(answer) && member.liveness !== 'dead' ? itselfIn(answer) : null);
    });
}

function memberOf(member: TopologyMember, itself: MemberItself | null): SnapshotMember {
  const { addresses: _addresses, seat: _seat, roundTripMs = null, ...known } = member;
  return { ...known, roundTripMs, itself };
}

function itselfIn({ version, uptimeMs, healthMultiplier, custody, storage }: Status): MemberItself {
  const { owned, complete, copiedBytes } = custody;
  const { records, tombstones, diskBytes } = storage;
  return {
    version,
    uptimeMs,
    healthMultiplier,
    owned,
    complete,
    copiedBytes,
    records: records - tombstones,
    diskBytes,
  };
}

/** What this node says now, and what the others said when they were asked. */
function warningsIn(
  { peer, warnings }: Status,
  report: ClusterReport | undefined,
  failure: StarlingError | undefined,
): string[] {
  const own = report?.members.find(({ member }) => member.peer === peer)?.status;
  const outdated = isStatus(own) ? own.warnings : [];
  const others = report?.warnings.filter((warning) => !outdated.includes(warning)) ?? [];
  const unasked =
    failure === undefined ? [] : [`the members could not be asked how they are: ${failure.message}`];
  return [...new Set([...warnings, ...others, ...unasked])];
}

function convergenceIn({ node, telemetry }: MeteredNode): Pick<Snapshot, 'hints' | 'floors' | 'antiEntropy'> {
  const { hintBytes, hintRecords, hintPeers, oldestHint, passAge, floorLag, floorless } = convergenceOf(
    node,
    telemetry,
  );
  const { pause } = node.convergence.antiEntropy;
  return {
    hints: { bytes: hintBytes, records: hintRecords, peers: hintPeers, oldestMs: oldestHint * 1000 },
    floors: { lagMs: floorLag * 1000, unset: floorless },
    antiEntropy: { passAgeMs: passAge * 1000, pauseLeftMs: pause.leftMs },
  };
}

function storageOf(storage: StorageStatus, refusal: string | null): SnapshotStorage {
  const { records, tombstones, diskBytes, liveBytes, indexBytes, segments, pendingBytes } = storage;
  return { records, tombstones, diskBytes, liveBytes, indexBytes, segments, pendingBytes, refusal };
}

function trafficIn(metered: MeteredNode): Snapshot['traffic'] {
  const { inFlight, clients, queuedBytes, streams } = trafficOf(metered);
  return {
    requestsInFlight: inFlight,
    clientConnections: clients,
    peerStreams: streams.inbound + streams.outbound,
    queuedBytes: queuedBytes.disk + queuedBytes.peers + queuedBytes.clients,
  };
}
