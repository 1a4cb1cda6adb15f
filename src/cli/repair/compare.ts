import { StarlingError } from '../../base/errors.ts';
import type { StarlingClient } from '../../client/client.ts';
import { type ExchangeReport, NOTHING_EXCHANGED } from '../../wire/repair-codec.ts';
import type { Pair } from './pairs.ts';

/** How far the comparison of a pair is, or what became of it. */
export interface Comparison {
  readonly pair: Pair;
  readonly isDone: boolean;
  readonly report: ExchangeReport;
  /** Why it was given up; undefined: it wasn't. */
  readonly error: StarlingError | undefined;
}

/** Comparisons that run at once. */
const AT_ONCE = 8;

/**
 * Compares all pairs; resolves when each has ended, well or not. A member takes part in one comparison at a time: of two at once, each would
 * bring it what the other brings as well.
 * @param onProgress told of one whenever it has got further, and when it has ended
 */
export async function compareAll(
  client: StarlingClient,
  pairs: readonly Pair[],
  partition: number | undefined,
  onProgress: (comparison: Comparison) => void,
): Promise<Comparison[]> {
  const waiting = [...pairs];
  const busy = new Set<string>();
  const running = new Set<Promise<void>>();
  const comparisons: Comparison[] = [];
  const run = async (pair: Pair): Promise<void> => {
    const both = [pair.asked.peer, pair.partner.peer];
    for (const peer of both) busy.add(peer);
    const comparison = await compare(client, pair, partition, onProgress);
    for (const peer of both) busy.delete(peer);
    comparisons.push(comparison);
    onProgress(comparison);
  };
  for (;;) {
    const next =
      running.size < AT_ONCE
        ? waiting.findIndex(({ asked, partner }) => !busy.has(asked.peer) && !busy.has(partner.peer))
        : -1;
    const [pair] = next < 0 ? [] : waiting.splice(next, 1);
    if (pair !== undefined) {
      const task = run(pair).finally(() => running.delete(task));
      running.add(task);
    } else if (running.size > 0) {
      await Promise.race(running);
    } else {
      return comparisons;
    }
  }
}

async function compare(
  client: StarlingClient,
  pair: Pair,
  partition: number | undefined,
  onProgress: (comparison: Comparison) => void,
): Promise<Comparison> {
  const { asked, partner, obstacle } = pair;
  let report = NOTHING_EXCHANGED;
  if (obstacle !== undefined) {
    return { pair, isDone: true, report, error: new StarlingError('UNAVAILABLE', obstacle) };
  }
  try {
    report = await client.repair({
      address: asked.clientAddress,
      partner: partner.peer,
      partition,
      onProgress: (soFar) => {
        report = soFar;
        onProgress({ pair, isDone: false, report, error: undefined });
      },
    });
    return { pair, isDone: true, report, error: undefined };
  } catch (error) {
    if (!(error instanceof StarlingError)) throw error;
    return { pair, isDone: true, report, error };
  }
}
