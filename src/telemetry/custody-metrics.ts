import { type FigureDeclaration, addFigures } from './figures.ts';
import type { Metrics } from './metrics.ts';

const CUSTODY_FIGURES = {
  ready: ['ready', '1 where this peer should be sent requests, as /readyz says.'],
  owners: ['ring_owners', 'Owners that each partition has.'],
  replicas: ['ring_replicas', 'Owners that each partition is to have.'],
  changing: ['ring_changing_members', 'Members whose coming or going is being carried out.'],
  owned: ['partitions_owned', 'Partitions that this peer owns or is to own.'],
  toCopy: ['partitions_to_copy', 'Partitions that this peer is to own and has yet to copy.'],
  copiedRecords: [
    'transfer_copied_records_total',
    'Records that were copied from other owners, finished or not.',
  ],
  copiedBytes: [
    'transfer_copied_bytes_total',
    'Bytes of keys and values that were copied from other owners, finished or not.',
  ],
} as const satisfies Readonly<Record<string, FigureDeclaration>>;

/** Lets it be read among a node's metrics what it owns, and how far it is with it. */
export function addCustodyMetrics(
  metrics: Metrics,
  read: () => Readonly<Record<keyof typeof CUSTODY_FIGURES, number>>,
): void {
  addFigures(metrics, CUSTODY_FIGURES, read);
}
