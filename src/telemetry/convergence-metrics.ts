import { type FigureDeclaration, addFigures } from './figures.ts';
import type { Metrics } from './metrics.ts';

const CONVERGENCE_FIGURES = {
  hintBytes: ['hints_bytes', 'Bytes on disk of what is kept for peers that missed it.'],
  hintRecords: ['hints_records', 'Records that are kept for peers that missed them.'],
  hintPeers: ['hints_peers', 'Peers that something is kept for.'],
  oldestHint: ['hints_oldest_age_seconds', 'Age of the oldest log of hints; 0 where there is none.'],
  passAge: [
    'exchange_pass_age_seconds',
    'How long ago this peer compared all that they share with the other owner whose turn was longest ago; since the start where it has yet to. A member that is away raises it.',
  ],
  floorLag: [
    'purge_floor_lag_seconds',
    'How far the purge floor is behind the time, at the partition of this peer where it is furthest. Of those that have one; 0 where none has.',
  ],
  floorless: ['purge_floor_unset_partitions', 'Partitions of this peer that have no purge floor yet.'],
} as const satisfies Readonly<Record<string, FigureDeclaration>>;

/** Lets it be read among a node's metrics how far its owners are from being equal, and from forgetting what was deleted. */
export function addConvergenceMetrics(
  metrics: Metrics,
  read: () => Readonly<Record<keyof typeof CONVERGENCE_FIGURES, number>>,
): void {
  addFigures(metrics, CONVERGENCE_FIGURES, read);
}
