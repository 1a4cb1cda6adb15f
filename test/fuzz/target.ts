import type fc from 'fast-check';
import type { ErrorCode } from '../../src/base/errors.ts';

/** A decoder, and what is known of it. */
export interface FuzzTarget {
  /** Of letters and hyphens: names its corpus, too. */
  readonly name: string;
  /** Inputs of the right structure; some of them must be taken. */
  readonly inputs: fc.Arbitrary<Uint8Array>;
  /** Gives what the input means, or throws a StarlingError. What it gives keeps no view of the input. */
  readonly decode: (bytes: Uint8Array) => unknown;
  /** The bytes of what `decode` gave; left out where nobody writes what this decoder reads. */
  readonly encode?: (value: never) => Uint8Array;
  /** Codes of the errors that it may throw. */
  readonly refusals: readonly ErrorCode[];
  /** The same input with checksums that fit, so that what lies behind them is reached as well. */
  readonly withSums?: (bytes: Uint8Array) => Uint8Array;
}

/** A target whose `encode` takes what its `decode` gives. */
export function fuzzTarget<Value>(
  target: Omit<FuzzTarget, 'decode' | 'encode'> & {
    readonly decode: (bytes: Uint8Array) => Value;
    readonly encode?: (value: Awaited<Value>) => Uint8Array;
  },
): FuzzTarget {
  return target;
}
