import type { StarlingError } from '../../src/base/errors.ts';
import { type Version, compareVersions } from '../../src/version/version.ts';

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

/**
 * Whether the key may be deleted by a version above that of this operation: by itself, as it found, or by another one. Of a deletion
 * that failed nobody knows its version, whenever it was: it may surface at any time.
 */
export function mayBeDeleted({ action, outcome }: Operation, history: readonly Operation[]): boolean {
  if (action.kind === 'delete' || (outcome.kind === 'read' && outcome.value === undefined)) return true;
  const version = outcome.kind === 'error' ? undefined : outcome.version;
  return history.some((other) => {
    if (other.action.kind !== 'delete') return false;
    return !isWritten(other) || version === undefined || compareVersions(other.outcome.version, version) > 0;
  });
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
