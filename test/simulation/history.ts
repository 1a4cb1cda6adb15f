import type { StarlingError } from '../../src/base/errors.ts';
import type { Version } from '../../src/version/version.ts';

/** One request of one session, with when it began and when its answer came, in virtual ms. */
export interface Operation {
  readonly session: number;
  readonly key: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly coordinator: string;
  readonly action:
    /** Every value is written once, so a value tells which write it came from. */
    { readonly kind: 'put'; readonly value: string } | { readonly kind: 'delete' } | { readonly kind: 'get' };
  readonly outcome:
    | { readonly kind: 'written'; readonly version: Version }
    | { readonly kind: 'read'; readonly value: string | undefined; readonly version: Version | undefined }
    /** For a write: the outcome is unknown. */
    | { readonly kind: 'error'; readonly error: StarlingError };
}

/** What a whole-cluster read of one key gave when all was over. */
export interface FinalRead {
  readonly key: string;
  readonly value: string | undefined;
  readonly version: Version | undefined;
}

/** A broken promise, in words. */
export interface Violation {
  readonly promise: string;
  readonly message: string;
}

/** A write that was acknowledged. */
export type Written = Operation & {
  readonly outcome: { readonly kind: 'written'; readonly version: Version };
};

export function isWritten(operation: Operation): operation is Written {
  return operation.outcome.kind === 'written';
}

export function isWrite(operation: Operation): boolean {
  return operation.action.kind !== 'get';
}

/** The value that a write leaves behind: undefined for a deletion. */
export function valueOf(operation: Operation): string | undefined {
  return operation.action.kind === 'put' ? operation.action.value : undefined;
}

/** Whether this operation deleted the key or found it deleted, or somebody may have deleted it since. */
export function mayBeDeleted(operation: Operation, history: readonly Operation[]): boolean {
  if (operation.action.kind === 'delete') return true;
  if (operation.outcome.kind === 'read' && operation.outcome.value === undefined) return true;
  return history.some(({ action, endMs }) => action.kind === 'delete' && endMs > operation.startMs);
}

export function byKey(operations: readonly Operation[]): Map<string, Operation[]> {
  const result = new Map<string, Operation[]>();
  for (const operation of operations) {
    const list = result.get(operation.key);
    if (list) list.push(operation);
    else result.set(operation.key, [operation]);
  }
  return result;
}
