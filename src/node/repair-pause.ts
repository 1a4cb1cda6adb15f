import type { Pause } from '../antientropy/pause.ts';
import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { PauseOrder } from '../wire/repair-codec.ts';
import type { OperatorOrders } from './operator-orders.ts';

export interface RepairPauseDependencies {
  readonly self: string;
  readonly pause: Pick<Pause, 'set'>;
  readonly orders: OperatorOrders;
  readonly events: {
    /** This node begins no comparisons for so long; 0: it goes on. */
    comparisonsPaused(pauseMs: number): void;
  };
}

/** Pauses the comparisons that a node begins by itself, or lets them go on, when somebody who knows the secret says so. */
export class RepairPause {
  readonly #on: RepairPauseDependencies;

  constructor(dependencies: RepairPauseDependencies) {
    this.#on = dependencies;
  }

  /**
   * Carries out an order.
   * @throws StarlingError FORBIDDEN where the proof is wrong or out of date; INVALID_ARGUMENT where another peer is meant, or the pause is
   *   longer than it may be
   */
  obey({ peer, pauseMs, expiresMs, proof }: PauseOrder): void {
    const { self, pause, orders, events } = this.#on;
    orders.check({ action: 'pause repair', peer, pauseMs, expiresMs }, proof);
    if (peer !== self) throw new StarlingError('INVALID_ARGUMENT', `this is ${self}: ask ${peer} itself`);
    if (!(pauseMs >= 0 && pauseMs <= LIMITS.repairPauseMs)) {
      throw new StarlingError(
        'INVALID_ARGUMENT',
        `a pause of ${pauseMs} ms can't be; it is from 0 to ${LIMITS.repairPauseMs}`,
      );
    }
    pause.set(pauseMs);
    events.comparisonsPaused(pauseMs);
  }
}
