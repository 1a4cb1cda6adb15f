import { assert } from '../base/assert.ts';
import type { StarlingError } from '../base/errors.ts';
import type { Version } from '../version/version.ts';

/** What one replica says to a write. */
export type WriteAnswer =
  | { readonly kind: 'acknowledged' }
  /** It holds a newer version of the key. */
  | { readonly kind: 'stale'; readonly version: Version }
  | { readonly kind: 'failed'; readonly error: StarlingError };

export const ACKNOWLEDGED: WriteAnswer = { kind: 'acknowledged' };

export type WriteOutcome =
  | { readonly kind: 'acknowledged' }
  /** Stamp again above this version and send to all once more. */
  | { readonly kind: 'stale'; readonly version: Version }
  /** So many failed that the write can't be acknowledged any more. Its outcome is unknown. */
  | { readonly kind: 'failed'; readonly acknowledged: number; readonly errors: readonly StarlingError[] };

export interface WriteQuorumOptions {
  /** Replicas in slots `0..custodians-1`. */
  readonly custodians: number;
  /** Replicas that are copying the partition, in the slots after the custodians'. All must acknowledge too. */
  readonly pending: number;
  /** Custodians that must acknowledge, W. */
  readonly needed: number;
}

/**
 * One write, as a value that is fed answers (Dynamo 4.5). It decides once:
 *
 * - `acknowledged` when W custodians have it, and every pending one: a peer that is copying the partition
 *   may have read past this key already, so without its acknowledgement it would miss the write;
 * - `stale` at the first replica that holds something newer: quorums intersect, so one of any W custodians
 *   knows of every acknowledged write, and a write that W of them took without objection is the latest;
 * - `failed` when too few are left to reach W.
 */
export class WriteQuorum {
  readonly #options: WriteQuorumOptions;
  readonly #errors: StarlingError[] = [];
  #answered = 0;
  #acknowledged = 0;
  #failedCustodians = 0;
  #acknowledgedPending = 0;
  #decided = false;

  constructor(options: WriteQuorumOptions) {
    assert(options.custodians + options.pending <= 31, 'a write goes to at most 31 replicas');
    this.#options = options;
  }

  get acknowledged(): number {
    return this.#acknowledged;
  }

  get errors(): readonly StarlingError[] {
    return this.#errors;
  }

  /** Takes one replica's answer; gives the outcome with the answer that decides it, and undefined before and after. */
  answer(slot: number, answer: WriteAnswer): WriteOutcome | undefined {
    const bit = 1 << slot;
    assert((this.#answered & bit) === 0, 'a replica answers a write once');
    this.#answered |= bit;
    if (this.#decided) return undefined;
    const outcome = this.#count(slot < this.#options.custodians, answer);
    this.#decided = outcome !== undefined;
    return outcome;
  }

  #count(isCustodian: boolean, answer: WriteAnswer): WriteOutcome | undefined {
    switch (answer.kind) {
      case 'acknowledged':
        if (isCustodian) this.#acknowledged++;
        else this.#acknowledgedPending++;
        return this.#acknowledged >= this.#options.needed &&
          this.#acknowledgedPending === this.#options.pending
          ? ACKNOWLEDGED_OUTCOME
          : undefined;
      case 'stale':
        return { kind: 'stale', version: answer.version };
      case 'failed':
        this.#errors.push(answer.error);
        if (isCustodian) this.#failedCustodians++;
        return !isCustodian || this.#failedCustodians > this.#options.custodians - this.#options.needed
          ? { kind: 'failed', acknowledged: this.#acknowledged, errors: this.#errors }
          : undefined;
    }
  }
}

const ACKNOWLEDGED_OUTCOME: WriteOutcome = { kind: 'acknowledged' };
