import { configurationOf } from '../../../src/node/configuration/load.ts';
import { Node } from '../../../src/node/node.ts';
import { startNode } from '../../../src/node/start-node.ts';
import type { StarlingNode } from '../../../src/node/starling-node.ts';
import { replaceMethod } from '../../replace-method.ts';
import type { ClusterOptions, NodeAddress } from './target-requests.ts';

/** Everybody knows the cluster's name. */
export const CLUSTER = 'evil';
export const PARTITIONS = 16;
export const REPLICAS = 3;

/** A node that can be looked into. */
export interface OpenNode {
  readonly inside: Node;
  readonly outside: StarlingNode;
  readonly dataDirectory: string;
}

/** Nodes that were started in this process, the latest last. */
export const startedNodes: Node[] = [];

/** Nodes are put together as a user's are, by `startNode`; the next one is noted on its way. */
let noteInside: (node: Node) => void = () => {};
replaceMethod(
  Node.prototype,
  'start',
  (start) =>
    function (this: Node, clientAddress) {
      noteInside(this);
      startedNodes.push(this);
      return start.call(this, clientAddress);
    },
);

/**
 * Starts a node; one at a time. `outside` resolves when it is a member, which may be never: stopping `inside` ends that wait.
 * @param bootstrap empty: it founds the cluster
 */
export function startOpenNode(
  options: ClusterOptions,
  dataDirectory: string,
  bootstrap: readonly string[],
): { readonly inside: Promise<Node>; readonly outside: Promise<StarlingNode> } {
  const { secret, probeIntervalMs, pushPullIntervalMs } = options;
  const inside = new Promise<Node>((resolve) => {
    noteInside = resolve;
  });
  const outside = startNode(
    configurationOf({
      cluster: { name: CLUSTER, secret, partitions: PARTITIONS, replicas: REPLICAS },
      found: bootstrap.length === 0,
      bootstrap: [...bootstrap],
      dataDirectory,
      clientPort: 0,
      adminPort: 0,
      membership: { probeIntervalMs, ackTimeoutMs: probeIntervalMs / 2, pushPullIntervalMs },
      log: { level: 'warn', format: 'json' },
    }),
  );
  return { inside, outside };
}

export function addressOf({ outside, dataDirectory }: OpenNode): NodeAddress {
  const { peerId, addresses, clientAddress, adminAddress = '' } = outside;
  return { peer: peerId, addresses, clientAddress, adminAddress, dataDirectory };
}
