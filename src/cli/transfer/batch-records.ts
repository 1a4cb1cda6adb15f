import { type FileRecord, hasExpired } from './file-record.ts';
import type { ParsedRecord } from './parse-records.ts';
import { BadRecord } from './record-format.ts';
import type { Place } from './record-splitter.ts';

/** A line that was not imported, and why. */
export interface Refusal {
  readonly line: number;
  readonly problem: string;
}

/** Consecutive records that are sent together. No key is in it twice. */
export interface RecordBatch {
  readonly items: readonly FileRecord[];
  /** Of each item, in the same order. */
  readonly lines: readonly number[];
  /** The records among them that couldn't be read. */
  readonly refusals: readonly Refusal[];
  /** How many had expired, and are left out. */
  readonly expired: number;
  /** Where the last one ends. */
  readonly end: Place;
}

export interface BatchOptions {
  readonly items: number;
  /** Characters of keys and values; a batch ends once it has so many. */
  readonly characters: number;
  /** Ms since the Unix epoch, to tell what has expired. */
  readonly nowMs: () => number;
}

/**
 * Puts records together, in their order. The requests of a batch are carried out at the same time, so that a key that
 * comes again begins a new one: of two records with one key the later must win.
 */
export async function* batchRecords(
  records: AsyncIterable<ParsedRecord>,
  options: BatchOptions,
): AsyncGenerator<RecordBatch, void, undefined> {
  let batch: GrowingBatch | undefined;
  for await (const { content, line, end } of records) {
    if (batch && !(content instanceof BadRecord) && batch.keys.has(content.key)) {
      yield batch;
      batch = undefined;
    }
    batch ??= new GrowingBatch(end);
    if (!(content instanceof BadRecord) && hasExpired(content, options.nowMs())) batch.leaveOut(end);
    else batch.add(content, line, end);
    if (batch.count < options.items && batch.characters < options.characters) continue;
    yield batch;
    batch = undefined;
  }
  if (batch) yield batch;
}

class GrowingBatch implements RecordBatch {
  readonly items: FileRecord[] = [];
  readonly lines: number[] = [];
  readonly refusals: Refusal[] = [];
  readonly keys = new Set<string>();
  expired = 0;
  characters = 0;
  end: Place;

  constructor(end: Place) {
    this.end = end;
  }

  get count(): number {
    return this.items.length + this.refusals.length + this.expired;
  }

  leaveOut(end: Place): void {
    this.end = end;
    this.expired++;
  }

  add(content: FileRecord | BadRecord, line: number, end: Place): void {
    this.end = end;
    if (content instanceof BadRecord) {
      this.refusals.push({ line, problem: content.problem });
      return;
    }
    this.items.push(content);
    this.lines.push(line);
    this.keys.add(content.key);
    this.characters += content.key.length + content.value.length;
  }
}
