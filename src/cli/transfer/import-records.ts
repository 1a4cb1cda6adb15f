import { pipe } from 'it-pipe';
import { StarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { type Refusal, batchRecords } from './batch-records.ts';
import type { ImportProgress } from './import-progress.ts';
import { parseRecords } from './parse-records.ts';
import type { RecordReader } from './record-format.ts';
import { splitRecords } from './record-splitter.ts';
import { type StoreBatchesOptions, type StoredBatch, storeBatches } from './store-batches.ts';
import { untilAborted } from './until-aborted.ts';

/** Large enough to be carried cheaply, and small beside what one connection may have in flight. */
const BATCH = { items: 256, characters: 256 << 10 } as const;

/** A value at its ceiling with every character escaped as \uXXXX, and its key. */
const MAX_RECORD_BYTES = 6 * LIMITS.valueBytesCeiling + LIMITS.frameOverheadBytes;

export interface ImportOptions extends StoreBatchesOptions {
  readonly source: AsyncIterable<Uint8Array>;
  readonly reader: RecordReader;
  /** Where an earlier import of the same file ended. */
  readonly from: ImportProgress;
  /** Stop at the first record that is refused. */
  readonly isStrict: boolean;
  /** Ends the import early, after what is under way. */
  readonly signal: AbortSignal;
  readonly onRefusal: (refusal: Refusal) => void;
  /** Told how many records of a batch had expired, where any had: they are not imported. */
  readonly onExpired: (count: number) => void;
  readonly onProgress: (progress: ImportProgress) => void;
}

/**
 * Reads, parses and stores:
 *
 *     bytes -> records -> keys and values -> batches -> cluster -> progress
 *
 * Nothing runs ahead by more than the batches under way.
 * @returns how far it came: all the way, unless it was aborted
 * @throws StarlingError INVALID_ARGUMENT on a file that can't be imported at all, or (strict) a record that was refused; otherwise the
 *   error with which the cluster failed a record. What `onProgress` has heard of is stored in any case.
 */
export async function importRecords(options: ImportOptions): Promise<ImportProgress> {
  const { source, reader, from, signal } = options;
  return pipe(
    source,
    (chunks) => splitRecords(chunks, { boundary: reader.boundary, maxRecordBytes: MAX_RECORD_BYTES }),
    (records) => untilAborted(records, signal),
    (records) => parseRecords(records, reader, from.place),
    (records) => batchRecords(records, { ...BATCH, nowMs: options.nowMs }),
    (batches) => storeBatches(batches, options),
    (batches) => account(batches, options),
  );
}

async function account(batches: AsyncIterable<StoredBatch>, options: ImportOptions): Promise<ImportProgress> {
  let progress = options.from;
  for await (const { stored, refusals, expired, failure, end } of batches) {
    if (expired > 0) options.onExpired(expired);
    for (const refusal of refusals) options.onRefusal(refusal);
    const [first] = refusals;
    if (first && options.isStrict) {
      throw new StarlingError(
        'INVALID_ARGUMENT',
        `line ${first.line}: ${first.problem}; stopped there (--strict)`,
        {
          line: first.line,
        },
      );
    }
    if (failure) throw failedAt(failure.line, failure.error);
    progress = { place: end, stored: progress.stored + stored, refused: progress.refused + refusals.length };
    options.onProgress(progress);
  }
  return progress;
}

function failedAt(line: number, error: StarlingError): StarlingError {
  return new StarlingError(error.code, `line ${line}: ${error.message}`, { ...error.facts, line }, error);
}
