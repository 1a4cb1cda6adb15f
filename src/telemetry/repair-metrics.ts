import type { Metrics } from './metrics.ts';

/** Where the figures are. */
export interface RepairFigures {
  /** How long comparisons are still paused, in ms; 0: they aren't. */
  pauseLeftMs(): number;
  scrubbed(): ScrubFigures;
}

/** What was read to see whether it is still right, since the start. */
export interface ScrubFigures {
  readonly partitions: number;
  readonly bytes: number;
}

const SCRUB: Readonly<Record<keyof ScrubFigures, readonly [name: `${string}_total`, help: string]>> = {
  partitions: ['scrub_partitions_total', 'Partitions that were read to see whether they are still right.'],
  bytes: ['scrub_read_bytes_total', 'Bytes of the log that were read for that.'],
};

/** Lets it be read among a node's metrics how it keeps its copies equal to those of others, as `starling_repair_...` and `starling_scrub_...`. */
export function addRepairMetrics(metrics: Metrics, figures: RepairFigures): void {
  const paused = metrics.gauge(
    'repair_paused',
    '1 while this peer begins no comparisons with other owners by itself, since an operator paused them; else 0.',
  );
  const names = Object.keys(SCRUB) as (keyof ScrubFigures)[];
  const counters = names.map((name) => [name, metrics.counter(...SCRUB[name])] as const);
  metrics.onCollect(() => {
    paused.set(figures.pauseLeftMs() > 0 ? 1 : 0);
    const scrubbed = figures.scrubbed();
    for (const [name, counter] of counters) counter.set(scrubbed[name]);
  });
}
