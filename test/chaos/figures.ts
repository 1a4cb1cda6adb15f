import { isWrite, isWritten } from '../simulation/history.ts';
import type { RoundResult } from './round.ts';

/** What a round comes to, for people and programs. */
export interface Figures {
  readonly seed: number;
  readonly peers: number;
  readonly seconds: number;
  readonly operations: number;
  readonly acknowledgedWrites: number;
  readonly unknownWrites: number;
  readonly reads: number;
  readonly failedReads: number;
  readonly keysCompared: number;
  /** Broken promises by number: P1 is a lost write. */
  readonly violations: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, string>>;
  readonly viewsAfterMs: number | undefined;
  readonly equalAfterMs: number | undefined;
  readonly timeline: readonly Second[];
}

/** One second of a round, as clients saw it. */
export interface Second {
  readonly acknowledged: number;
  readonly failed: number;
  /** Of what was answered, in ms; undefined where nothing was. */
  readonly p99Ms: number | undefined;
}

const PROMISES = ['P1', 'P2', 'P3', 'P4', 'P7', 'P8', 'P9'] as const;

export function figuresOf(result: RoundResult): Figures {
  const { operations, violations } = result;
  const writes = operations.filter(isWrite);
  const reads = operations.filter(({ action }) => action.kind === 'get');
  const failedReads = reads.filter(({ outcome }) => outcome.kind === 'error').length;
  return {
    seed: result.seed,
    peers: result.peers,
    seconds: Math.round(result.durationMs / 1000),
    operations: operations.length,
    acknowledgedWrites: writes.filter(isWritten).length,
    unknownWrites: writes.filter((write) => !isWritten(write)).length,
    reads: reads.length - failedReads,
    failedReads,
    keysCompared: result.keysCompared,
    violations: Object.fromEntries(
      PROMISES.map((promise) => [promise, violations.filter((found) => found.promise === promise).length]),
    ),
    faults: Object.fromEntries(result.counts),
    skipped: Object.fromEntries(result.skipped),
    viewsAfterMs: result.viewsAfterMs,
    equalAfterMs: result.equalAfterMs,
    timeline: timelineOf(result),
  };
}

function timelineOf({ operations }: RoundResult): Second[] {
  const seconds: { latencies: number[]; failed: number }[] = [];
  for (const { startMs, endMs, outcome } of operations) {
    const at = Math.floor(endMs / 1000);
    while (seconds.length <= at) seconds.push({ latencies: [], failed: 0 });
    if (outcome.kind === 'error') seconds[at]!.failed++;
    else seconds[at]!.latencies.push(endMs - startMs);
  }
  return seconds.map(({ latencies, failed }) => ({
    acknowledged: latencies.length,
    failed,
    p99Ms: percentile(latencies, 0.99),
  }));
}

function percentile(values: readonly number[], fraction: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))];
}
