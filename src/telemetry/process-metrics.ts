import type { Clock } from '../base/clock.ts';
import type { Durations } from './durations.ts';
import { type FigureDeclaration, addFigures } from './figures.ts';
import type { Metrics } from './metrics.ts';

const PROCESS_FIGURES = {
  cpu: [
    'process_cpu_seconds_total',
    'Processor time that the process has taken, of users and system together.',
  ],
  residentBytes: ['process_resident_memory_bytes', 'Memory of the process that is resident.'],
  heapBytes: ['process_heap_used_bytes', 'Memory that JavaScript objects take.'],
  startTime: ['process_start_time_seconds', 'When the process started, since the Unix epoch.'],
  busy: [
    'event_loop_busy_seconds_total',
    'Time that the event loop did something; its rate is 1 where the peer can do no more.',
  ],
  clockOffset: [
    'clock_offset_seconds',
    "How far the cluster's time is ahead of this machine's clock: the median of the members' clocks, this one included.",
  ],
} as const satisfies Readonly<Record<string, FigureDeclaration>>;

export interface ProcessFigures {
  readonly clock: Clock;
  /** The cluster's idea of the time, in ms since the epoch. */
  readonly clusterTimeMs: () => number;
  /** How late the event loop was, where it was. */
  readonly lags: Durations;
  readonly version: string;
  readonly usage: () => ProcessUsage;
}

/** What the process has taken so far. */
export interface ProcessUsage {
  readonly cpuMs: number;
  readonly residentBytes: number;
  readonly heapBytes: number;
  readonly uptimeMs: number;
  /** Time that the event loop did something. */
  readonly busyMs: number;
}

/**
 * Lets it be read among a node's metrics how its process and its machine are. prom-client's own collection isn't used: it reads files of
 * /proc synchronously, and forgets the lag of the event loop whenever anybody looks.
 */
export function addProcessMetrics(metrics: Metrics, figures: ProcessFigures): void {
  const { clock, clusterTimeMs, lags, version, usage } = figures;
  const startTime = Math.round((clock.wallMs() - usage().uptimeMs) / 1000);
  addFigures(metrics, PROCESS_FIGURES, () => {
    const { cpuMs, busyMs, ...bytes } = usage();
    const clockOffset = (clusterTimeMs() - clock.wallMs()) / 1000;
    return { ...bytes, cpu: cpuMs / 1000, busy: busyMs / 1000, startTime, clockOffset };
  });
  metrics.histogramsBy(
    'event_loop_lag_seconds',
    'How late the event loop was, of ten looks a second those at which it was late by 50 ms or more.',
    () => [[{}, lags]],
  );
  metrics
    .gaugeBy<string>('version', 'build_info', 'Always 1; the version of the software.')
    .set({ [version]: 1 });
}
