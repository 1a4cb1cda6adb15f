import type { Access } from '../access/access.ts';
import { AdminServer, type AdminServerOptions } from '../admin/admin-server.ts';
import { dashboardPages } from '../admin/dashboard-pages.ts';
import { EventFeed } from '../admin/event-feed.ts';
import { formsOf } from '../admin/forms.ts';
import type { MembershipFacts } from '../admin/members-report.ts';
import { type AdminViews, pagesOf } from '../admin/pages.ts';
import { toStarlingError } from '../base/errors.ts';
import { processUsage } from '../base/system/process-usage.ts';
import type { Timers } from '../base/timers.ts';
import type { StarlingClient } from '../client/client.ts';
import type { ClusterViews } from '../server/client-operations.ts';
import { LoadHistory } from '../telemetry/load-history.ts';
import { ClusterWatch } from './cluster-watch.ts';
import { dashboardFiles } from './dashboard-files.ts';
import type { NodeConfiguration } from './node-configuration.ts';
import type { MeteredNode } from './node-metrics.ts';
import type { Node } from './node.ts';
import { ringReportOf } from './ring-report.ts';
import { snapshotOf } from './snapshot.ts';
import { unreadinessOf } from './unreadiness.ts';

/** How far the admin port is above the client port, so that peers of one machine that differ in that differ in both. */
const ABOVE_CLIENT_PORT = 200;
const HIGHEST_PORT = 65_535;

export interface AdminPortDependencies {
  readonly metered: MeteredNode;
  readonly views: Pick<ClusterViews, 'topology' | 'locate' | 'status'>;
  readonly timers: Timers;
  /** Undefined: no token is wanted. */
  readonly access: Access | undefined;
  /** Connects to the cluster as any client does, for what only the other members can tell. @throws StarlingError */
  readonly connect: () => Promise<StarlingClient>;
}

/** The admin port of a node, and what is noted and asked for its dashboard alone. */
export class AdminPort {
  readonly #server: AdminServer;
  readonly #history: LoadHistory;
  readonly #watch: ClusterWatch;

  constructor(server: AdminServer, history: LoadHistory, watch: ClusterWatch) {
    this.#server = server;
    this.#history = history;
    this.#watch = watch;
  }

  /** `host:port` that it listens on; empty before `start`. */
  get address(): string {
    return this.#server.address;
  }

  /** Resolves when it answers. @throws StarlingError CONFIGURATION where the address can't be listened on. */
  async start(): Promise<void> {
    await this.#server.start();
    this.#history.start();
  }

  /** Gives answers that are under way a moment, and closes all. Idempotent. */
  async stop(): Promise<void> {
    this.#history.stop();
    await this.#server.stop();
    await this.#watch.stop();
  }
}

/**
 * The admin port of a node, not started yet; undefined where there shall be none.
 * @throws StarlingError CONFIGURATION where the installation lacks files
 */
export async function adminPortOf(
  configuration: NodeConfiguration,
  dependencies: AdminPortDependencies,
): Promise<AdminPort | undefined> {
  const options = optionsOf(configuration);
  if (options === undefined) return undefined;
  const { metered, views, timers, access, connect } = dependencies;
  const { telemetry, clock } = metered;
  const { lags, replication } = telemetry;
  const { requests } = replication;
  const history = new LoadHistory({ clock, timers, requests, lags, usage: processUsage });
  const watch = new ClusterWatch({ clock, views, connect });
  const adminViews = adminViewsOf(configuration.cluster.name, dependencies, { history, watch });
  const feed = new EventFeed({
    make: () => adminViews.snapshot(),
    timers,
    onFailed: (error) => telemetry.adminFailed('/api/events', toStarlingError(error)),
  });
  const server = new AdminServer(options, {
    pages: new Map([...dashboardPages(await dashboardFiles()), ...pagesOf(adminViews, clock)]),
    forms: formsOf((key) => watch.explain(key)),
    feeds: new Map([['/api/events', feed]]),
    timers,
    access,
    events: telemetry,
  });
  return new AdminPort(server, history, watch);
}

function adminViewsOf(
  cluster: string,
  { metered, views }: AdminPortDependencies,
  { history, watch }: { readonly history: LoadHistory; readonly watch: ClusterWatch },
): AdminViews {
  const { node, telemetry, clock } = metered;
  return {
    membership: () => membershipFactsOf(node, cluster, clock.monotonicMs()),
    unreadiness: () => unreadinessOf(node, telemetry.storage.writeRefusal),
    snapshot: () => snapshotOf({ metered, views, watch, history, clock }),
    ring: () => ringReportOf(views.topology(), node),
    history: () => ({ samples: history.samples }),
    metrics: telemetry.metrics,
  };
}

function optionsOf({ adminHost: host, adminPort, clientPort }: NodeConfiguration) {
  if (adminPort === 'off') return undefined;
  const isPortOptional = adminPort === 'auto';
  const beside = clientPort + ABOVE_CLIENT_PORT;
  const hasBeside = clientPort !== 0 && beside <= HIGHEST_PORT;
  const port = adminPort !== 'auto' ? adminPort : hasBeside ? beside : 0;
  return { host, port, isPortOptional } satisfies AdminServerOptions;
}

function membershipFactsOf(
  { self, clusterId, gossip, custody }: Node,
  cluster: string,
  nowMs: number,
): MembershipFacts {
  const { multiplier, newsCount } = gossip.health();
  return {
    peer: self,
    cluster,
    clusterId,
    ringId: custody.view.ringId,
    localHealthMultiplier: multiplier,
    gossipQueueLength: newsCount,
    members: gossip.members().map((member) => ({
      ...member,
      storageReplacedMs: gossip.observations.storageReplacedMs(member.peer, nowMs),
    })),
  };
}
