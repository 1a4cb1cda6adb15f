import type { Metrics } from './metrics.ts';

/** Where the figures are. */
export interface RepairFigures {
  /** How long comparisons are still paused, in ms; 0: they aren't. */
  pauseLeftMs(): number;
}

/** Lets it be read among a node's metrics how it keeps its copies equal to those of others, as `starling_repair_...`. */
export function addRepairMetrics(metrics: Metrics, figures: RepairFigures): void {
  const paused = metrics.gauge(
    'repair_paused',
    '1 while this peer begins no comparisons with other owners by itself, since an operator paused them; else 0.',
  );
  metrics.onCollect(() => paused.set(figures.pauseLeftMs() > 0 ? 1 : 0));
}
