import { isWrite, isWritten } from '../simulation/history.ts';
import { type FalseDeath, detectionTimes, falseDeaths } from './detection.ts';
import { FAULTS, type FaultBand } from './nemesis.ts';
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
  readonly expiringValues: number;
  /** Answers that were errors, by their code. */
  readonly errors: Readonly<Record<string, number>>;
  readonly keysCompared: number;
  /** Broken promises by number: P1 is a lost write. */
  readonly violations: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, FaultFigures>>;
  readonly skipped: Readonly<Record<string, string>>;
  /** Peers that were killed, of whose acknowledged writes none may be lost. */
  readonly killsSurvived: number;
  /** From the end of a fault until all see all, and owners have what was written meanwhile. */
  readonly convergenceMs: Spread;
  /** From a peer's death until all others hold it for dead. */
  readonly detectionMs: Spread;
  /** Peers that nothing befell, held for dead by others that nothing befell. */
  readonly falseDeaths: readonly FalseDeath[];
  readonly mostResidentBytes: number;
  readonly mostDescriptors: number;
  readonly viewsAfterMs: number | undefined;
  readonly equalAfterMs: number | undefined;
  readonly timeline: readonly Second[];
}

/** What was done of one kind. */
interface FaultFigures {
  readonly times: number;
  /** What is counted below. */
  readonly seenAs: string;
  readonly seen: number;
  /** Times that it was done and nobody saw anything of it: no fault at all. */
  readonly unseen: number;
}

/** Undefined where there is nothing to tell of. */
interface Spread {
  readonly count: number;
  readonly p50: number | undefined;
  readonly p99: number | undefined;
  readonly max: number | undefined;
}

/** One second of a round, as clients saw it. */
export interface Second {
  readonly acknowledged: number;
  readonly failed: number;
  /** Of what was answered, in ms; undefined where nothing was. */
  readonly p99Ms: number | undefined;
  /** Members alive in the eyes of who sees the fewest, and the most; undefined where nobody could be asked. */
  readonly fewestSeen: number | undefined;
  readonly mostSeen: number | undefined;
}

export const PROMISES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10'] as const;
const KILLS: ReadonlySet<string> = new Set([
  ...['kill', 'kill of two', 'kill of all', 'lost disk', 'power cut', 'power cut of all'],
]);

export function figuresOf(result: RoundResult): Figures {
  const { operations, violations, bands, views, footprints } = result;
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
    expiringValues: result.mortals.length,
    errors: errorsOf(result),
    keysCompared: result.keysCompared,
    violations: Object.fromEntries(
      PROMISES.map((promise) => [promise, violations.filter((found) => found.promise === promise).length]),
    ),
    faults: faultsOf(bands),
    skipped: Object.fromEntries(result.skipped),
    killsSurvived: bands.reduce((sum, { fault, peers }) => sum + (KILLS.has(fault) ? peers.length : 0), 0),
    convergenceMs: spreadOf(bands.flatMap(({ settledAfterMs }) => settledAfterMs ?? [])),
    detectionMs: spreadOf(detectionTimes(bands, views)),
    falseDeaths: falseDeaths(bands, views),
    mostResidentBytes: Math.max(0, ...footprints.map(({ residentBytes }) => residentBytes)),
    mostDescriptors: Math.max(0, ...footprints.map(({ descriptors }) => descriptors)),
    viewsAfterMs: result.viewsAfterMs,
    equalAfterMs: result.equalAfterMs,
    timeline: timelineOf(result),
  };
}

function faultsOf(bands: readonly FaultBand[]): Record<string, FaultFigures> {
  const kinds = FAULTS.filter(({ name }) => bands.some(({ fault }) => fault === name));
  return Object.fromEntries(
    kinds.map(({ name, seenAs }) => {
      const times = bands.filter(({ fault }) => fault === name);
      const seen = times.reduce((sum, band) => sum + band.seen, 0);
      const unseen = times.filter((band) => band.seen === 0).length;
      return [name, { times: times.length, seenAs, seen, unseen }];
    }),
  );
}

function errorsOf({ operations }: RoundResult): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of operations)
    if (outcome.kind === 'error') counts[outcome.error.code] = (counts[outcome.error.code] ?? 0) + 1;
  return counts;
}

function timelineOf({ operations, views }: RoundResult): Second[] {
  const seconds: { latencies: number[]; failed: number; seen: number[] }[] = [];
  const at = (ms: number) => {
    while (seconds.length <= Math.floor(ms / 1000)) seconds.push({ latencies: [], failed: 0, seen: [] });
    return seconds[Math.floor(ms / 1000)]!;
  };
  for (const { startMs, endMs, outcome } of operations) {
    if (outcome.kind === 'error') at(endMs).failed++;
    else at(endMs).latencies.push(endMs - startMs);
  }
  for (const { atMs, alive } of views) at(atMs).seen.push(alive);
  return seconds.map(({ latencies, failed, seen }) => ({
    acknowledged: latencies.length,
    failed,
    p99Ms: percentile(latencies, 0.99),
    fewestSeen: seen.length === 0 ? undefined : Math.min(...seen),
    mostSeen: seen.length === 0 ? undefined : Math.max(...seen),
  }));
}

function spreadOf(values: readonly number[]): Spread {
  return {
    count: values.length,
    p50: percentile(values, 0.5),
    p99: percentile(values, 0.99),
    max: values.length === 0 ? undefined : Math.max(...values),
  };
}

function percentile(values: readonly number[], fraction: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))];
}
