import type { Clock } from '../base/clock.ts';
import { readsNeeded, writesNeeded } from '../quorum/consistency.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Status } from '../wire/cluster-view.ts';
import { custodyStatusOf } from './custody-status.ts';
import type { Node } from './node.ts';
import type { ClusterSettings } from './settings.ts';
import { SOFTWARE_VERSION } from './software-version.ts';

export interface StatusDependencies {
  readonly node: Node;
  readonly cluster: ClusterSettings;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
  /** On the monotonic clock. */
  readonly startedMs: number;
  readonly dataDirectory: string;
}

/** Of a list that may be long. */
const NAMED_PARTITIONS = 8;

/** How one peer is, for people and programs. */
export function statusOf(dependencies: StatusDependencies): Status {
  const { node, cluster, telemetry, clock, startedMs, dataDirectory } = dependencies;
  const health = node.gossip.health();
  const owners = Math.max(1, node.custody.view.width);
  return {
    peer: node.self,
    cluster: cluster.name,
    clusterId: node.clusterId,
    version: SOFTWARE_VERSION,
    uptimeMs: clock.monotonicMs() - startedMs,
    writeQuorum: writesNeeded(cluster, owners, undefined),
    readQuorum: readsNeeded(cluster, owners, undefined),
    storage: node.storage.stats(),
    counters: telemetry.counts(),
    warnings: warningsOf(node, cluster),
    dataDirectory,
    healthMultiplier: health.multiplier,
    membershipNews: health.newsCount,
    membershipCounts: new Map(Object.entries(health.counts)),
    custody: custodyStatusOf(node),
  };
}

/** What somebody should do something about, or know, in whole sentences. */
function warningsOf(node: Node, cluster: ClusterSettings): string[] {
  const warnings: string[] = [];
  const { antiEntropy } = node.convergence;
  const members = node.gossip.members();
  const dead = members.filter(({ peer, liveness, intent }) => {
    const isOwner = intent?.status === 'active' || intent?.status === 'leaving';
    return peer !== node.self && isOwner && liveness === 'dead';
  });
  for (const { peer } of dead)
    warnings.push(
      `member ${peer} is dead: start it again; where it is gone for good, start another in its place with \`starling replace ${peer}\`, ` +
        `or remove it with \`starling remove ${peer.slice(-8)}\``,
    );
  for (const { peer, intent } of members) {
    if (intent?.status === 'removing')
      warnings.push(`member ${peer} is being removed: others copy what it held`);
  }
  const { width } = node.custody.view;
  if (width < cluster.replicas) {
    warnings.push(
      `each key has ${width} owners instead of ${cluster.replicas}, because there are ${width} active members; ` +
        `a quorum is ${writesNeeded(cluster, Math.max(1, width), undefined)}`,
    );
  }
  for (const { peer, liveness, intent } of members) {
    if (intent?.status !== 'joining' || liveness !== 'dead') continue;
    warnings.push(
      `member ${peer} died while it was joining: others that are to come or go wait for it; start it again, or remove it`,
    );
  }
  if (cluster.previousSecret !== '') {
    warnings.push(
      'the previous secret still opens the cluster: restart this peer without cluster.previousSecret when all have the new one',
    );
  }
  const { owned, complete, waiting } = custodyStatusOf(node);
  if (complete < owned)
    warnings.push(`${node.self} has yet to copy ${owned - complete} of its ${owned} partitions`);
  warnings.push(...waiting);
  const damaged = antiEntropy.scrub?.damagedPartitions ?? [];
  if (damaged.length > 0) {
    const which = `${damaged.slice(0, NAMED_PARTITIONS).join(', ')}${damaged.length > NAMED_PARTITIONS ? ', ...' : ''}`;
    warnings.push(
      `${node.self} has damage in its log, found in ${damaged.length} of its partitions (${which}): other owners have what is damaged, so ` +
        'restore or replace this peer; its log names file and offset',
    );
  }
  const { leftMs } = antiEntropy.pause;
  if (leftMs > 0) {
    warnings.push(
      `${node.self} begins no comparisons with other owners for another ${Math.ceil(leftMs / 60_000)} min, and forgets no deletions: ` +
        '`starling repair --resume` lets it go on',
    );
  }
  if (node.storage.stats().poisoned) {
    warnings.push('a flush to disk failed: this peer takes no more writes until it is started again');
  }
  return warnings;
}
