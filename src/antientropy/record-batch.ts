import { LIMITS } from '../base/limits.ts';
import type { LeafReader, Token } from '../storage/engine.ts';
import { type Record, bytesOf } from '../version/record.ts';

/** Records for one message, and how many of the tokens they are of. */
export interface RecordBatch {
  readonly records: Record[];
  readonly tokens: number;
  readonly sizeBytes: number;
}

/** Reads records of these tokens, in their order, until a message is full; one at least. */
export function batchOf(leaves: LeafReader, tokens: readonly Token[]): RecordBatch {
  const records: Record[] = [];
  let sizeBytes = 0;
  let taken = 0;
  while (taken < tokens.length && sizeBytes < LIMITS.pageBytes) {
    for (const record of leaves.records(tokens[taken]!)) {
      records.push(record);
      sizeBytes += bytesOf(record);
    }
    taken++;
  }
  return { records, tokens: taken, sizeBytes };
}
