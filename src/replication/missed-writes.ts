import type { ErrorCode, StarlingError } from '../base/errors.ts';
import type { Record } from '../version/record.ts';
import type { Coordination } from './coordination.ts';

/** Why a custodian that wanted the write has not got it, or may not: it will when it is well again. */
const MISSED: ReadonlySet<ErrorCode> = new Set([
  'UNAVAILABLE',
  'TIMEOUT',
  'OVERLOADED',
  'STOPPED',
  'DISK_FULL',
  'STORE_POISONED',
]);

export function isMissed({ code }: StarlingError): boolean {
  return MISSED.has(code);
}

/**
 * The custodians that missed one write, for hints (Dynamo 4.6). Hints are made only once the write is acknowledged: of one that
 * failed nobody knows whether it is to be, and where it was stored anti-entropy spreads it.
 */
export class MissedWrites {
  readonly #on: Pick<Coordination, 'self' | 'hints'>;
  readonly #record: Record;
  #missing: string[] = [];
  #isKept = false;

  constructor(on: Pick<Coordination, 'self' | 'hints'>, record: Record) {
    this.#on = on;
    this.#record = record;
  }

  /** A custodian failed, before the write was acknowledged or after it. */
  note(peer: string, error: StarlingError): void {
    if (peer === this.#on.self || !isMissed(error)) return;
    if (this.#isKept) this.#on.hints.add(peer, this.#record);
    else this.#missing.push(peer);
  }

  /** The write was acknowledged. */
  keep(): void {
    this.#isKept = true;
    for (const peer of this.#missing) this.#on.hints.add(peer, this.#record);
    this.#missing = [];
  }
}
