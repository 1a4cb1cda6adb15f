import type { Found } from './numbered-record.ts';

/** What a writer is told, as JSON in its only argument. */
export interface WriterOrders {
  /** Where the data directory is, or is to be founded. */
  readonly folder: string;
  /** The number of its first record; it goes on from there. */
  readonly firstNumber: number;
  /** How its disk syncs; `never` is the planted bug. */
  readonly syncs: 'at once' | 'late' | 'never';
}

/** What a writer says, one a line as JSON. Of what is done it says so only once that is durable. */
export type WriterReport = Said & {
  /** When it said so, in microseconds of the clock that all processes of a machine share. */
  readonly atUs: number;
};

export type Said =
  | { readonly kind: 'opening' }
  | { readonly kind: 'opened'; readonly found: Found; readonly tornBytes: number }
  | { readonly kind: 'acknowledged'; readonly numbers: readonly number[] }
  /** Everything in this partition with a number below this one is being dropped, or has been. */
  | { readonly kind: 'dropping' | 'dropped'; readonly partition: number; readonly below: number }
  /** From now on deletions below this number may vanish; its own ones are those from `since` on. */
  | { readonly kind: 'purging'; readonly since: number; readonly below: number }
  | { readonly kind: 'compacted' | 'checkpointed' }
  | { readonly kind: 'purged'; readonly records: number }
  /** Something went wrong, by the code of its error. */
  | { readonly kind: 'trouble'; readonly code: string; readonly message: string }
  /** It has given up: everything that it still tried was refused. */
  | { readonly kind: 'ended' };

export type ReportOf<Kind extends Said['kind']> = WriterReport & { readonly kind: Kind };

/** Of the clock that `atUs` is taken from. */
export function nowUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}
