import { NOTHING_SCRUBBED } from '../antientropy/scrub.ts';
import type { Clock } from '../base/clock.ts';
import { processUsage } from '../base/system/process-usage.ts';
import type { ClientPort } from '../server/client-port.ts';
import { addConvergenceMetrics } from '../telemetry/convergence-metrics.ts';
import { addCustodyMetrics } from '../telemetry/custody-metrics.ts';
import { addEventMetrics } from '../telemetry/event-counts.ts';
import { addLogMetrics } from '../telemetry/log-metrics.ts';
import { addMembershipMetrics } from '../telemetry/membership-metrics.ts';
import { addProcessMetrics } from '../telemetry/process-metrics.ts';
import { addRepairMetrics } from '../telemetry/repair-metrics.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { type TrafficFigures, addTrafficMetrics } from '../telemetry/traffic-metrics.ts';
import { floorLagOf } from './floor-lag.ts';
import type { Node } from './node.ts';
import { SOFTWARE_VERSION } from './software-version.ts';
import { unreadinessOf } from './unreadiness.ts';

export interface MeteredNode {
  readonly node: Node;
  /** Of libp2p that are open, by who opened them. */
  readonly connections: () => TrafficFigures['connections'];
  readonly clientPort: Pick<ClientPort, 'connections' | 'queuedBytes' | 'heldBytes' | 'requestLimit'>;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
  /** Owners that each partition is to have. */
  readonly replicas: number;
}

/** Lets everything that a node and its parts know of themselves be read as metrics; nothing is asked for before somebody reads. */
export function addNodeMetrics(metered: MeteredNode): void {
  const { node, telemetry, clock, replicas } = metered;
  const { gossip } = node;
  const { metrics } = telemetry;
  telemetry.replication.requests.addTo(metrics);
  addTrafficMetrics(metrics, () => trafficOf(metered));
  addEventMetrics(metrics, telemetry.counters);
  addMembershipMetrics(metrics, {
    members: () => gossip.members(),
    intents: () => gossip.intents(),
    health: () => gossip.health(),
    traffic: () => node.carried.membership,
  });
  addCustodyMetrics(metrics, () => custodyOf(node, replicas, telemetry));
  addConvergenceMetrics(metrics, () => convergenceOf(node, telemetry));
  const { pause, scrub } = node.convergence.antiEntropy;
  addRepairMetrics(metrics, {
    pauseLeftMs: () => pause.leftMs,
    scrubbed: () => scrub?.totals ?? NOTHING_SCRUBBED,
  });
  addLogMetrics(metrics, () => node.storage.stats(), telemetry.storage);
  addProcessMetrics(metrics, {
    clock,
    clusterTimeMs: () => gossip.clusterTimeMs(),
    lags: telemetry.lags,
    version: SOFTWARE_VERSION,
    usage: processUsage,
  });
}

/** What it carries just now. */
export function trafficOf({
  node,
  connections,
  clientPort,
}: Pick<MeteredNode, 'node' | 'connections' | 'clientPort'>): TrafficFigures {
  const { queuedBytes, pendingRequests, streams } = node.carried;
  return {
    inFlight: node.coordinator.inFlight,
    peerRequests: pendingRequests,
    clients: clientPort.connections,
    clientBytes: clientPort.heldBytes,
    requestLimit: clientPort.requestLimit,
    queuedBytes: {
      disk: node.storage.stats().pendingBytes,
      peers: queuedBytes,
      clients: clientPort.queuedBytes,
    },
    connections: connections(),
    streams,
  };
}

function custodyOf(node: Node, replicas: number, telemetry: Telemetry) {
  const { self, custody, copyProgress } = node;
  const { view } = custody;
  return {
    ready: Number(unreadinessOf(node, telemetry.storage.writeRefusal) === undefined),
    owners: view.width,
    replicas,
    changing: view.changing.length,
    owned: view.partitionsOf(self).length + view.pendingPartitionsOf(self).length,
    toCopy: custody.incomplete().length,
    copiedRecords: copyProgress.records,
    copiedBytes: copyProgress.bytes,
  };
}

/** How far it and the other owners are from being equal; times in seconds. */
export function convergenceOf(node: Node, telemetry: Telemetry) {
  const { self, custody, hints } = node;
  const { bytes, records, peers, oldestMs } = hints.stats();
  const own = custody.view.partitionsOf(self);
  const floorsMs = own.map((partition) => node.floorMs(partition));
  const floors = floorLagOf(floorsMs, node.gossip.clusterTimeMs());
  const partners = new Set(own.flatMap((partition) => custody.view.custodians(partition)));
  partners.delete(self);
  return {
    hintBytes: bytes,
    hintRecords: records,
    hintPeers: peers,
    oldestHint: oldestMs / 1000,
    passAge: telemetry.convergence.passAgeMs([...partners]) / 1000,
    floorLag: floors.lagMs / 1000,
    floorless: floors.unset,
  };
}
