import { AssertionError } from './assert.ts';

/**
 * Every way a request, a peer or a store can fail. The set is closed: a program may switch on it.
 * The numbers are what goes over wires (`starling.v1.ErrorCode`) and never change their meaning.
 */
export const ERROR_CODES = {
  /** The request itself is wrong (an empty key, an oversized value, R > N). Sending it again won't help. */
  INVALID_ARGUMENT: 1,
  /** Too few replicas answered. For a write the outcome is unknown: it may still surface. */
  QUORUM_FAILED: 2,
  /** The deadline passed first. For a write the outcome is unknown. */
  TIMEOUT: 3,
  /** A bounded queue was full; the request was not applied. `retryAfterMs` says when to come back. */
  OVERLOADED: 4,
  /** Sender and receiver disagree about who holds the partition; refresh and ask again. */
  WRONG_OWNERS: 5,
  /** A replica holds a newer version; the coordinator restamps. Clients don't see this. */
  STALE: 6,
  /** A version stamp is further in the future than `maxClockDriftMs` allows: somebody's clock is wrong. */
  CLOCK_DRIFT: 7,
  /** The replica owns the partition but hasn't finished copying it, so it can't vouch for what is absent. */
  NOT_READY: 8,
  /** Bytes on disk failed their checksum; the message names the file and the offset. */
  CORRUPTION: 9,
  /** A flush to disk failed; the store takes no more writes until the peer restarts from its log. */
  STORE_POISONED: 10,
  /** The disk is full; writes are refused, reads go on. */
  DISK_FULL: 11,
  /** The node, link or client was stopped. */
  STOPPED: 12,
  /** No connection to the peer, or it broke before the answer came. */
  UNAVAILABLE: 13,
  /** The other side broke the protocol; its connection was closed. */
  PROTOCOL: 14,
  /** Wrong cluster, wrong secret, or not allowed. */
  FORBIDDEN: 15,
  /** Something in the configuration, the data directory or the environment keeps the node from starting. */
  CONFIGURATION: 16,
} as const;

/** What kind of failure; README's table and docs/protocol.md say what each means to a client. */
export type ErrorCode = keyof typeof ERROR_CODES;

const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  'QUORUM_FAILED',
  'TIMEOUT',
  'OVERLOADED',
  'WRONG_OWNERS',
  'STALE',
  'CLOCK_DRIFT',
  'NOT_READY',
  'UNAVAILABLE',
]);

const NAMES = new Map<number, ErrorCode>(
  (Object.entries(ERROR_CODES) as [ErrorCode, number][]).map(([name, number]) => [number, name]),
);

/** What an error is about, for programs. */
export interface ErrorFacts {
  /** Machine-readable facts: `{ key, needed, got, peer, file, offset, ... }`. Never a secret, never a value. */
  readonly [name: string]: string | number | boolean | undefined;
}

/**
 * The one error class. The message says what happened, to what, and what the user can do; `code` is
 * for programs; `retryable` says whether the same request may succeed if it is simply sent again.
 */
export class StarlingError extends Error {
  override readonly name = 'StarlingError';
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, message: string, facts: ErrorFacts = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
  }

  /** Whether the same request may succeed if it is sent again. */
  get retryable(): boolean {
    return RETRYABLE.has(this.code);
  }
}

/** The code behind a number from a wire; a number from a newer protocol reads as `PROTOCOL`. */
export function errorCodeFromNumber(number: number): ErrorCode {
  return NAMES.get(number) ?? 'PROTOCOL';
}

/** Any thrown value as a StarlingError, so that callers handle one shape. Our own mistakes are thrown on. */
export function toStarlingError(thrown: unknown, fallback: ErrorCode = 'UNAVAILABLE'): StarlingError {
  if (thrown instanceof AssertionError) throw thrown;
  if (thrown instanceof StarlingError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new StarlingError(fallback, message, {}, thrown);
}
