import { StarlingError } from '../base/errors.ts';
import type { ExchangeReport, RepairOrder, RepairProgress } from '../wire/repair-codec.ts';
import type { Cluster } from './cluster.ts';

/** Which two owners are to compare what they hold. */
export interface RepairOptions {
  /** `host:port` of the client port of the one that is asked. */
  readonly address: string;
  /** Peer id of the one that it compares with. */
  readonly partner: string;
  /** Compares this partition alone; default: all that both own. */
  readonly partition?: number | undefined;
  /** Told about once a second how far it is. */
  readonly onProgress?: ((report: ExchangeReport) => void) | undefined;
  /** Milliseconds without an answer after which it is given up; default: as the client was told. A comparison itself may take longer. */
  readonly timeoutMs?: number | undefined;
}

/** How often a peer is asked again that has too many comparisons waiting, about a second apart. */
const MOST_TRIES = 60;
const COME_BACK_MS = 1000;

/** Has two owners compare, however long that takes. @throws StarlingError as `StarlingClient.repair` says */
export async function orderRepair(
  cluster: Cluster,
  { address, partner, partition, onProgress, timeoutMs }: RepairOptions & { readonly timeoutMs: number },
): Promise<ExchangeReport> {
  for (let tries = 1; ; tries++) {
    const order: RepairOrder = { run: cluster.drawNumber(), peer: partner, partition };
    let progress: RepairProgress;
    do {
      progress = await ask(cluster, address, order, timeoutMs);
      onProgress?.(progress.report);
    } while (!progress.done);
    const { failure, report } = progress;
    if (failure === undefined) return report;
    // Too many wait there, or the partner is busy. All else was tried, and a further try is for whoever knows why.
    if (failure.code !== 'OVERLOADED' || tries === MOST_TRIES) throw failure;
    await cluster.sleep(Number(failure.facts['retryAfterMs'] ?? COME_BACK_MS));
  }
}

/** Asking again does no harm: the number says that it is the same comparison. @throws StarlingError */
async function ask(
  cluster: Cluster,
  address: string,
  order: RepairOrder,
  timeoutMs: number,
): Promise<RepairProgress> {
  const attempts = cluster.attempts(timeoutMs);
  for (;;) {
    try {
      const answer = await cluster.askAt(
        address,
        { kind: 'repair', ...order },
        'repairProgress',
        attempts.begin(),
      );
      return answer.progress;
    } catch (error) {
      if (!(error instanceof StarlingError)) throw error;
      const verdict = attempts.afterFailure(error, false);
      if (verdict instanceof StarlingError) throw verdict;
      await cluster.sleep(verdict);
    }
  }
}
