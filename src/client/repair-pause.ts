import { ORDER_VALIDITY_MS, proveOrder } from '../transport/operator-proof.ts';
import type { Cluster } from './cluster.ts';

/** Whose comparisons are paused, for how long, and on whose authority. */
export interface RepairPauseOptions {
  /** `host:port` of the client port of the peer that is told. */
  readonly address: string;
  /** Milliseconds from now, at most a week; 0: it goes on. */
  readonly pauseMs: number;
  /** The cluster's secret; empty where it has none. It isn't sent. */
  readonly secret: string;
  /** Milliseconds that each step may take; default: as the client was told. */
  readonly timeoutMs?: number | undefined;
}

/** Tells a peer to pause, or to go on. @throws StarlingError as `StarlingClient.pauseRepair` says */
export async function orderRepairPause(
  cluster: Cluster,
  { address, pauseMs, secret, timeoutMs }: RepairPauseOptions & { readonly timeoutMs: number },
): Promise<void> {
  const { status } = await cluster.askAt(address, { kind: 'status' }, 'status', timeoutMs);
  const { peer, clusterId } = status;
  const order = { peer, pauseMs, expiresMs: cluster.wallMs() + ORDER_VALIDITY_MS };
  const proof = proveOrder(secret, { ...order, clusterId, action: 'pause repair' });
  await cluster.askAt(address, { kind: 'pauseRepair', ...order, proof }, 'repairPaused', timeoutMs);
}
