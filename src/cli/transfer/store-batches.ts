import { StarlingError, toStarlingError } from '../../base/errors.ts';
import type { PutItem, WriteResult } from '../../client/store.ts';
import type { RecordBatch, Refusal } from './batch-records.ts';
import { putItemOf } from './file-record.ts';
import type { Place } from './record-splitter.ts';

/** What became of a batch. */
export interface StoredBatch {
  readonly stored: number;
  /** Records that couldn't be read, and those that no cluster would take; by line. */
  readonly refusals: readonly Refusal[];
  readonly expired: number;
  /** The first record that the cluster failed to store, for a reason that may pass; the others may be stored. */
  readonly failure: { readonly line: number; readonly error: StarlingError } | undefined;
  readonly end: Place;
}

export interface StoreBatchesOptions {
  readonly putMany: (items: readonly PutItem[]) => Promise<(WriteResult | StarlingError)[]>;
  /** Batches under way at once. */
  readonly concurrency: number;
  /** Ms since the Unix epoch: what is left of a record's time is worked out as it is sent. */
  readonly nowMs: () => number;
}

/**
 * Sends several batches at the same time and gives what became of them in the order of the file, so that a result also
 * says that everything before it is done. A batch waits for earlier ones that have one of its keys.
 */
export async function* storeBatches(
  batches: AsyncIterable<RecordBatch>,
  { putMany, concurrency, nowMs }: StoreBatchesOptions,
): AsyncGenerator<StoredBatch, void, undefined> {
  const underWay: Promise<StoredBatch>[] = [];
  const lastWriteOf = new Map<string, Promise<StoredBatch>>();
  const send = (batch: RecordBatch): Promise<StoredBatch> => {
    const earlier = new Set(batch.items.flatMap(({ key }) => lastWriteOf.get(key) ?? []));
    const stored = Promise.all(earlier)
      .then(() => putMany(batch.items.map((record) => putItemOf(record, nowMs()))))
      .then(
        (results) => summary(batch, results),
        (error: unknown) =>
          summary(
            batch,
            batch.items.map(() => toStarlingError(error)),
          ),
      );
    for (const { key } of batch.items) lastWriteOf.set(key, stored);
    void stored.then(() => {
      for (const { key } of batch.items) if (lastWriteOf.get(key) === stored) lastWriteOf.delete(key);
    });
    return stored;
  };
  try {
    for await (const batch of batches) {
      if (underWay.length === concurrency) yield await underWay.shift()!;
      underWay.push(send(batch));
    }
    while (underWay.length > 0) yield await underWay.shift()!;
  } finally {
    // Whoever stops early may close the client next: its requests end first.
    await Promise.all(underWay);
  }
}

function summary(batch: RecordBatch, results: readonly (WriteResult | StarlingError)[]): StoredBatch {
  const refusals = [...batch.refusals];
  let failure: StoredBatch['failure'];
  let stored = 0;
  for (const [index, result] of results.entries()) {
    const line = batch.lines[index]!;
    if (!(result instanceof StarlingError)) stored++;
    else if (result.code === 'INVALID_ARGUMENT') refusals.push({ line, problem: result.message });
    else failure ??= { line, error: result };
  }
  refusals.sort((a, b) => a.line - b.line);
  return { stored, refusals, expired: batch.expired, failure, end: batch.end };
}
