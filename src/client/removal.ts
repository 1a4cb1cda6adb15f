import { StarlingError } from '../base/errors.ts';
import { ORDER_VALIDITY_MS, proveOrder } from '../transport/operator-proof.ts';
import type { Cluster } from './cluster.ts';

/** Who is to be removed, and on whose authority. */
export interface RemovalOptions {
  /** The cluster's secret; empty where it has none. It isn't sent. */
  readonly secret: string;
  /** Even where the member is alive, or others lack what it holds. Default false. */
  readonly force?: boolean | undefined;
  /** Milliseconds that each step may take; default: as the client was told. */
  readonly timeoutMs?: number | undefined;
}

/** Has another member remove this one. @throws StarlingError as `StarlingClient.removeMember` says */
export async function orderRemoval(
  cluster: Cluster,
  peer: string,
  { secret, force = false, timeoutMs }: RemovalOptions & { readonly timeoutMs: number },
): Promise<void> {
  const { members } = await cluster.refresh(timeoutMs);
  const other = members.find(
    (member) => member.peer !== peer && member.liveness === 'alive' && member.clientAddress !== '',
  );
  if (other === undefined)
    throw new StarlingError('UNAVAILABLE', `no other member is there to remove ${peer}`);
  const address = other.clientAddress;
  const { status } = await cluster.askAt(address, { kind: 'status' }, 'status', timeoutMs);
  const order = { peer, force, expiresMs: cluster.wallMs() + ORDER_VALIDITY_MS };
  const proof = proveOrder(secret, { ...order, clusterId: status.clusterId, action: 'remove' });
  await cluster.askAt(address, { kind: 'removeMember', ...order, proof }, 'memberRemoved', timeoutMs);
}
