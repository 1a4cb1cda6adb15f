import { AdminServer, type AdminServerOptions } from '../admin/admin-server.ts';
import type { MembershipFacts } from '../admin/members-report.ts';
import { pagesOf } from '../admin/pages.ts';
import { NOTHING_SCRUBBED } from '../antientropy/scrub.ts';
import type { Clock } from '../base/clock.ts';
import type { Timers } from '../base/timers.ts';
import { addMembershipMetrics } from '../telemetry/membership-metrics.ts';
import { addRepairMetrics } from '../telemetry/repair-metrics.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { NodeConfiguration } from './node-configuration.ts';
import type { Node } from './node.ts';
import { unreadinessOf } from './unreadiness.ts';

/** How far the admin port is above the client port, so that peers of one machine that differ in that differ in both. */
const ABOVE_CLIENT_PORT = 200;
const HIGHEST_PORT = 65_535;

export interface AdminPortDependencies {
  readonly node: Node;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
  readonly timers: Timers;
}

/** The admin port of a node, not started yet; undefined where there shall be none. */
export function adminPortOf(
  configuration: NodeConfiguration,
  { node, telemetry, clock, timers }: AdminPortDependencies,
): AdminServer | undefined {
  const options = optionsOf(configuration);
  if (options === undefined) return undefined;
  const { gossip } = node;
  addMembershipMetrics(telemetry.metrics, {
    members: () => gossip.members(),
    intents: () => gossip.intents(),
    health: () => gossip.health(),
    traffic: () => node.membershipTraffic,
  });
  const { pause, scrub } = node.convergence.antiEntropy;
  addRepairMetrics(telemetry.metrics, {
    pauseLeftMs: () => pause.leftMs,
    scrubbed: () => scrub?.totals ?? NOTHING_SCRUBBED,
  });
  const views = {
    membership: () => membershipFactsOf(node, configuration.cluster.name, clock.monotonicMs()),
    unreadiness: () => unreadinessOf(node, telemetry.storage.writeRefusal),
    metrics: telemetry.metrics,
  };
  return new AdminServer(options, { pages: pagesOf(views, clock), timers, events: telemetry });
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
