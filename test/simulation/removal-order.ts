import type { StarlingError } from '../../src/base/errors.ts';
import { OperatorOrders } from '../../src/node/operator-orders.ts';
import { Removal } from '../../src/node/removal.ts';
import { proveOrder } from '../../src/transport/operator-proof.ts';
import { SECRET } from './cluster.ts';
import type { SimulatedNode } from './simulated-node.ts';

/** Orders the removal of a member at another one, as an operator would; gives `done`, or the code of the refusal. */
export function orderRemoval(at: SimulatedNode, peer: string, force = false): string {
  const { self, gossip, custody, clusterId } = at.node!;
  const orders = new OperatorOrders({ gossip, secrets: [SECRET], clusterId: () => clusterId });
  const removal = new Removal({ self, gossip, custody, orders, writeQuorum: 2 });
  const expiresMs = gossip.clusterTimeMs() + 60_000;
  const proof = proveOrder(SECRET, { clusterId, action: 'remove', peer, force, expiresMs });
  try {
    removal.remove({ peer, force, expiresMs, proof });
    return 'done';
  } catch (error) {
    return (error as StarlingError).code;
  }
}
