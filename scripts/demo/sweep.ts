import { StarlingError } from '../../src/base/errors.ts';
import { Latencies } from '../../src/cli/bench/latencies.ts';
import { Progress } from '../../src/cli/progress.ts';
import { count, latency } from '../../src/base/quantity.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

export interface SweepOptions<Item> {
  /** What the progress bar says. */
  readonly doing: string;
  readonly items: readonly Item[];
  /** Handles one; false where the answer was wrong. A StarlingError counts as failed. */
  readonly visit: (item: Item) => Promise<boolean>;
  readonly terminal: Terminal;
}

/** What came of visiting every item once. */
export interface Sweep {
  readonly visited: number;
  /** Answered, and not with what was expected. */
  readonly wrong: number;
  readonly failed: number;
  readonly perSecond: number;
  readonly latencies: Latencies;
}

const IN_FLIGHT = 64;

/** Visits every item, 64 at a time. */
export async function sweep<Item>({ doing, items, visit, terminal }: SweepOptions<Item>): Promise<Sweep> {
  const progress = new Progress(terminal, { doing, unit: 'keys', total: items.length });
  const latencies = new Latencies();
  let wrong = 0;
  let failed = 0;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) {
      const sentMs = performance.now();
      try {
        if (!(await visit(item))) wrong++;
        latencies.add(performance.now() - sentMs);
      } catch (error) {
        if (!(error instanceof StarlingError)) throw error;
        failed++;
      }
      progress.update(latencies.count + failed);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  const perSecond = (items.length / progress.elapsedMs) * 1000;
  progress.end();
  return { visited: items.length, wrong, failed, perSecond, latencies };
}

/** `135,233 keys at 21,400/s (p50 2.6 ms, p99 7.0 ms, slowest 312 ms): 0 wrong, 0 failed` */
export function sweepText({ visited, wrong, failed, perSecond, latencies }: Sweep): string {
  return (
    `${count(visited)} keys at ${count(perSecond)}/s (p50 ${latency(latencies.percentileMs(0.5))}, ` +
    `p99 ${latency(latencies.percentileMs(0.99))}, slowest ${latency(latencies.maxMs)}): ${wrong} wrong, ${failed} failed`
  );
}
