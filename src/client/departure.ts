import { StarlingError } from '../base/errors.ts';
import { ORDER_VALIDITY_MS, proveOrder } from '../transport/operator-proof.ts';
import type { Cluster } from './cluster.ts';

/** On whose authority a member is told to leave. */
export interface DepartureOptions {
  /** The cluster's secret; empty where it has none. It isn't sent. */
  readonly secret: string;
  /** Milliseconds that each step may take; default: as the client was told. */
  readonly timeoutMs?: number | undefined;
}

/** Tells a member to leave. @throws StarlingError as `StarlingClient.leave` says */
export async function orderDeparture(
  cluster: Cluster,
  peer: string,
  { secret, timeoutMs }: DepartureOptions & { readonly timeoutMs: number },
): Promise<void> {
  const { members } = await cluster.refresh(timeoutMs);
  const member = members.find((candidate) => candidate.peer === peer);
  if (member === undefined)
    throw new StarlingError('INVALID_ARGUMENT', `${peer} is no member of this cluster`);
  const { clientAddress, liveness } = member;
  if (liveness === 'dead' || clientAddress === '') {
    throw new StarlingError(
      'UNAVAILABLE',
      `${peer} can't be told to leave: it is ${liveness}, and clients reach it at ${clientAddress || 'no address'}; ` +
        'start it again, or remove it where it is gone for good',
      { peer },
    );
  }
  const { status } = await cluster.askAt(clientAddress, { kind: 'status' }, 'status', timeoutMs);
  const order = { peer, expiresMs: cluster.wallMs() + ORDER_VALIDITY_MS };
  const { clusterId } = status;
  const proof = proveOrder(secret, { ...order, clusterId, action: 'leave', force: false });
  await cluster.askAt(clientAddress, { kind: 'leave', ...order, proof }, 'leaving', timeoutMs);
}
