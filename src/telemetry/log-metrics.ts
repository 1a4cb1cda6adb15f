import { type FigureDeclaration, addFigures } from './figures.ts';
import type { Metrics } from './metrics.ts';
import type { StorageTelemetry } from './storage-telemetry.ts';

/** What the store knows of itself. */
const STORE_FIGURES = {
  records: ['log_records', 'Records that this peer holds, tombstones included.'],
  tombstones: ['log_tombstones', 'Records that say that a key was deleted.'],
  settled: ['log_settled_records', 'Tombstones and expired records that may go, and are still on disk.'],
  diskBytes: ['log_disk_bytes', 'Bytes of segments on disk.'],
  liveBytes: ['log_live_bytes', 'Bytes on disk that belong to the newest record of a key.'],
  liveRatio: [
    'log_live_ratio',
    'Live bytes by bytes on disk, from 0 to 1; compaction raises it. 1 where there is nothing yet.',
  ],
  indexBytes: ['log_index_bytes', 'Memory that the index takes.'],
  segments: ['log_segments', 'Segments, each with an open file.'],
  isPoisoned: [
    'log_poisoned',
    '1 where a flush to disk failed: no more writes are taken until the peer is started again.',
  ],
} as const satisfies Readonly<Record<string, FigureDeclaration>>;

/** What is remembered of events. */
const EVENT_FIGURES = {
  isRefusing: [
    'log_refusing_writes',
    '1 while the store takes no writes: the disk is full, or a flush failed.',
  ],
  checkpointAge: [
    'log_checkpoint_age_seconds',
    'Since the last checkpoint of the index was written, or since the start where none has been; one is due when the log has grown.',
  ],
  recovery: ['log_recovery_seconds', 'How long it took to read the log at the start.'],
} as const satisfies Readonly<Record<string, FigureDeclaration>>;

interface StoreFigures {
  readonly records: number;
  readonly tombstones: number;
  readonly settled: number;
  readonly diskBytes: number;
  readonly liveBytes: number;
  readonly indexBytes: number;
  readonly segments: number;
  readonly poisoned: boolean;
}

/** Lets the figures of the log be read among a node's metrics, as `starling_log_...`. */
export function addLogMetrics(metrics: Metrics, stats: () => StoreFigures, storage: StorageTelemetry): void {
  addFigures(metrics, STORE_FIGURES, () => {
    const figures = stats();
    const { diskBytes, liveBytes, poisoned } = figures;
    return {
      ...figures,
      liveRatio: diskBytes === 0 ? 1 : liveBytes / diskBytes,
      isPoisoned: Number(poisoned),
    };
  });
  addFigures(metrics, EVENT_FIGURES, () => ({
    isRefusing: Number(storage.writeRefusal !== undefined),
    checkpointAge: storage.checkpointAgeMs / 1000,
    recovery: storage.recoveryMs / 1000,
  }));
  metrics.histogramsBy(
    'log_flush_duration_seconds',
    'How long it took to make a batch of writes durable: the write and the fdatasync.',
    () => [[{}, storage.flushes]],
  );
}
