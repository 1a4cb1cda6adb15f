import { RepairRuns } from '../antientropy/repair-runs.ts';
import type { Clock } from '../base/clock.ts';
import type { Timers } from '../base/timers.ts';
import type { ClusterViews } from '../server/client-operations.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { keyOf } from '../version/key.ts';
import { locationOf, topologyOf } from './cluster-view.ts';
import { explanationOf } from './explanation.ts';
import type { NodeConfiguration } from './node-configuration.ts';
import type { Node } from './node.ts';
import { OperatorOrders } from './operator-orders.ts';
import { Removal } from './removal.ts';
import { RepairPause } from './repair-pause.ts';
import { validSecrets } from './settings.ts';
import { statusOf } from './status.ts';

export interface ClientViewsDependencies {
  readonly node: Node;
  readonly configuration: Pick<NodeConfiguration, 'cluster' | 'dataDirectory'>;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
  readonly timers: Timers;
  /** When the process began to be this peer, on the monotonic clock. */
  readonly startedMs: number;
}

/** What clients can ask a node about its cluster, and operators order it to do. */
export function clientViewsOf(dependencies: ClientViewsDependencies): ClusterViews {
  const { node, configuration, telemetry, clock, timers, startedMs } = dependencies;
  const { cluster, dataDirectory } = configuration;
  const { self, gossip, custody } = node;
  const { antiEntropy } = node.convergence;
  const orders = new OperatorOrders({
    gossip,
    secrets: validSecrets(cluster),
    clusterId: () => node.clusterId,
  });
  const removal = new Removal({ self, gossip, custody, orders, writeQuorum: cluster.writeQuorum });
  const repairs = new RepairRuns({ timers, compare: (peer, scope) => antiEntropy.compare(peer, scope) });
  const repairPause = new RepairPause({
    self,
    pause: antiEntropy.pause,
    orders,
    events: telemetry.convergence,
  });
  return {
    topology: () => topologyOf(cluster, gossip, custody),
    status: () => statusOf({ node, cluster, telemetry, clock, startedMs, dataDirectory }),
    locate: (key) => locationOf(keyOf(key), custody),
    explain: (key) => explanationOf(keyOf(key), node),
    repair: (order, timeoutMs) => repairs.ask(order, timeoutMs),
    pauseRepair: (order) => repairPause.obey(order),
    removeMember: (order) => removal.remove(order),
    leave: (order) => node.passage.departure.obey(order, orders),
  };
}
