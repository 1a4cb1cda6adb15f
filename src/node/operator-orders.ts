import { StarlingError } from '../base/errors.ts';
import type { Gossip } from '../gossip/gossip.ts';
import { type OperatorOrder, isProven } from '../transport/operator-proof.ts';

/** How far ahead of the cluster's time an order may expire: enough for a clock that is wrong, too short to be kept for later. */
export const LONGEST_VALIDITY_MS = 600_000;

export interface OperatorOrdersOptions {
  readonly gossip: Pick<Gossip, 'clusterTimeMs'>;
  /** The cluster's, one or two. */
  readonly secrets: readonly string[];
  readonly clusterId: () => string;
}

/** Tells the orders of those who know the cluster's secret from those of others. */
export class OperatorOrders {
  readonly #on: OperatorOrdersOptions;

  constructor(options: OperatorOrdersOptions) {
    this.#on = options;
  }

  /** @throws StarlingError FORBIDDEN where the proof is wrong or out of date */
  check(order: OperatorOrder, proof: Uint8Array): void {
    const { gossip, clusterId, secrets } = this.#on;
    const leftMs = order.expiresMs - gossip.clusterTimeMs();
    if (!(leftMs > 0 && leftMs <= LONGEST_VALIDITY_MS)) {
      throw forbidden('the order has expired, or the clocks differ by minutes: check yours and ask again');
    }
    if (isProven(secrets, { ...order, clusterId: clusterId() }, proof)) return;
    throw forbidden(
      'the secret is not that of this cluster: give it with --secret-file, STARLING_SECRET or --config',
    );
  }
}

function forbidden(message: string): StarlingError {
  return new StarlingError('FORBIDDEN', message);
}
