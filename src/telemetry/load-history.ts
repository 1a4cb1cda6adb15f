import type { Clock } from '../base/clock.ts';
import { LIMITS } from '../base/limits.ts';
import type { Timer, Timers } from '../base/timers.ts';
import { REQUEST_BOUNDS, type Durations } from './durations.ts';
import type { ProcessUsage } from './process-metrics.ts';
import { OPS, type Op, type OpTotals, type RequestCounts } from './request-counts.ts';

/** How busy a node was for some seconds. */
export interface LoadSample {
  /** The end of them, in ms since the epoch by this machine's clock. */
  readonly timeMs: number;
  readonly operations: Readonly<Record<Op, OperationLoad>>;
  /** Share of the time that the event loop did something, 0..1. */
  readonly busy: number;
  /** Processor time that was taken in a second, in seconds: 1 is one core. */
  readonly cpu: number;
  /** How late the event loop was where it was late by 50 ms or more, ms, on average; 0: it was not. */
  readonly lagMs: number;
  readonly residentBytes: number;
}

export interface OperationLoad {
  readonly perSecond: number;
  /** Among those. */
  readonly failedPerSecond: number;
  /** How long half of them, and all but one in a hundred, took at most; estimated as Prometheus does it; null where there were none. */
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
}

export interface LoadHistoryDependencies {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly requests: Pick<RequestCounts, 'totalsOf'>;
  /** How late the event loop was, where it was. */
  readonly lags: Pick<Durations, 'count' | 'sumSeconds'>;
  readonly usage: () => ProcessUsage;
}

interface Totals {
  readonly monotonicMs: number;
  readonly operations: Readonly<Record<Op, OpTotals>>;
  readonly usage: ProcessUsage;
  readonly lags: number;
  readonly lagSeconds: number;
}

/**
 * How busy this node was in the last quarter of an hour, so that a picture of it needs no other program: what telemetry counts
 * anyway is looked at every five seconds, and what came to it since the last look is kept.
 */
export class LoadHistory {
  readonly #dependencies: LoadHistoryDependencies;
  readonly #samples: LoadSample[] = [];
  #before: Totals;
  #timer: Timer | undefined;

  constructor(dependencies: LoadHistoryDependencies) {
    this.#dependencies = dependencies;
    this.#before = this.#totals();
  }

  /** The newest last. */
  get samples(): readonly LoadSample[] {
    return this.#samples;
  }

  start(): void {
    this.#before = this.#totals();
    this.#again();
  }

  /** Idempotent. */
  stop(): void {
    this.#timer?.cancel();
  }

  #again(): void {
    this.#timer = this.#dependencies.timers.after(LIMITS.loadSampleMs, () => {
      this.#look();
      this.#again();
    });
  }

  #look(): void {
    const now = this.#totals();
    this.#samples.push({ timeMs: this.#dependencies.clock.wallMs(), ...loadBetween(this.#before, now) });
    if (this.#samples.length > LIMITS.loadSamples) this.#samples.shift();
    this.#before = now;
  }

  #totals(): Totals {
    const { clock, requests, lags, usage } = this.#dependencies;
    return {
      monotonicMs: clock.monotonicMs(),
      operations: byOp((op) => requests.totalsOf(op)),
      usage: usage(),
      lags: lags.count,
      lagSeconds: lags.sumSeconds,
    };
  }
}

function byOp<Value>(valueOf: (op: Op) => Value): Record<Op, Value> {
  return Object.fromEntries(OPS.map((op) => [op, valueOf(op)])) as Record<Op, Value>;
}

function loadBetween(before: Totals, now: Totals): Omit<LoadSample, 'timeMs'> {
  const seconds = Math.max(1, now.monotonicMs - before.monotonicMs) / 1000;
  const lags = now.lags - before.lags;
  return {
    operations: byOp((op) => operationLoad(before.operations[op], now.operations[op], seconds)),
    busy: Math.min(1, (now.usage.busyMs - before.usage.busyMs) / 1000 / seconds),
    cpu: (now.usage.cpuMs - before.usage.cpuMs) / 1000 / seconds,
    lagMs: lags === 0 ? 0 : ((now.lagSeconds - before.lagSeconds) * 1000) / lags,
    residentBytes: now.usage.residentBytes,
  };
}

function operationLoad(before: OpTotals, now: OpTotals, seconds: number): OperationLoad {
  const count = now.count - before.count;
  const cumulative = now.cumulative.map((total, bound) => total - before.cumulative[bound]!);
  return {
    perSecond: count / seconds,
    failedPerSecond: (now.failed - before.failed) / seconds,
    p50Ms: quantileMs(cumulative, count, 0.5),
    p99Ms: quantileMs(cumulative, count, 0.99),
  };
}

/** As Prometheus' `histogram_quantile`: within a bucket all durations are taken to be equally frequent. */
function quantileMs(cumulative: readonly number[], count: number, quantile: number): number | null {
  if (count === 0) return null;
  const rank = quantile * count;
  const bucket = cumulative.findIndex((total) => total >= rank);
  if (bucket < 0) return REQUEST_BOUNDS.at(-1)! * 1000;
  const [lower, below] = bucket === 0 ? [0, 0] : [REQUEST_BOUNDS[bucket - 1]!, cumulative[bucket - 1]!];
  const share = (rank - below) / (cumulative[bucket]! - below);
  return (lower + (REQUEST_BOUNDS[bucket]! - lower) * share) * 1000;
}
