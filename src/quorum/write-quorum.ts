import { assert } from '../base/assert.ts';
import { StarlingError } from '../base/errors.ts';
import type { Version } from '../version/version.ts';

/** What one replica says to a write. */
export type WriteAnswer =
  | { readonly kind: 'acknowledged' }
  /** It has the write, but not yet all that was written before: whether that is newer it can't tell. */
  | { readonly kind: 'kept' }
  /** It holds a newer version of the key. */
  | { readonly kind: 'stale'; readonly version: Version }
  | { readonly kind: 'failed'; readonly error: StarlingError };

export const ACKNOWLEDGED: WriteAnswer = { kind: 'acknowledged' };
export const KEPT: WriteAnswer = { kind: 'kept' };

export type WriteOutcome =
  | { readonly kind: 'acknowledged' }
  /** Stamp again above this version and send to all once more. */
  | { readonly kind: 'stale'; readonly version: Version }
  /** So many failed that the write can't be acknowledged any more. Its outcome is unknown. */
  | { readonly kind: 'failed'; readonly acknowledged: number; readonly errors: readonly StarlingError[] };

export interface WriteQuorumOptions {
  /** Replicas in slots `0..custodians-1`; those that are copying the partition come after them. */
  readonly custodians: number;
  /** Custodians that must acknowledge, W. */
  readonly needed: number;
  /** Slots of those that will own the partition after the change that is prepared, as bits; 0 where none is. */
  readonly successors: number;
  /** Successors that must have it, W among so many. */
  readonly neededOfSuccessors: number;
}

/**
 * One write, as a value that is fed answers (Dynamo 4.5). It decides once:
 *
 * - `acknowledged` when W custodians have it and, while a change of the owners is prepared, W of their successors have it, too (joint
 *   consensus, Raft 6): so it is where its readers look, whether the change has been made by then or not. A peer that is copying the
 *   partition may have read past this key already; where it misses the write, as any owner may, enough others have it;
 * - `stale` at the first replica that holds something newer: quorums intersect, so one of any W custodians
 *   knows of every acknowledged write, and a write that W of them took without objection is the latest. A custodian that has lost
 *   its disk and has yet to copy the partition knows nothing, and so doesn't count among the W;
 * - `failed` when too few are left to reach W.
 */
export class WriteQuorum {
  readonly #options: WriteQuorumOptions;
  readonly #errors: StarlingError[] = [];
  /** As bits. */
  #answered = 0;
  #acknowledged = 0;
  #uncounted = 0;
  #heldBySuccessors = 0;
  #failedSuccessors = 0;
  #decided = false;

  constructor(options: WriteQuorumOptions) {
    assert(options.custodians <= 31 && options.successors >= 0, 'a write goes to at most 31 replicas');
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
    const isCustodian = slot < this.#options.custodians;
    const isSuccessor = (this.#options.successors & bit) !== 0;
    switch (answer.kind) {
      case 'stale':
        this.#decided = true;
        return { kind: 'stale', version: answer.version };
      case 'acknowledged':
        if (isCustodian) this.#acknowledged++;
        if (isSuccessor) this.#heldBySuccessors++;
        break;
      case 'kept':
        if (isCustodian) this.#uncounted++;
        if (isCustodian)
          this.#errors.push(new StarlingError('NOT_READY', 'an owner has yet to copy the partition'));
        if (isSuccessor) this.#heldBySuccessors++;
        break;
      case 'failed':
        this.#errors.push(answer.error);
        if (isCustodian) this.#uncounted++;
        if (isSuccessor) this.#failedSuccessors++;
    }
    return this.#decide();
  }

  #decide(): WriteOutcome | undefined {
    const { custodians, needed, successors, neededOfSuccessors } = this.#options;
    if (this.#acknowledged >= needed && this.#heldBySuccessors >= neededOfSuccessors) {
      this.#decided = true;
      return ACKNOWLEDGED_OUTCOME;
    }
    const isOutOfReach =
      this.#uncounted > custodians - needed ||
      this.#failedSuccessors > bitCount(successors) - neededOfSuccessors;
    if (!isOutOfReach) return undefined;
    this.#decided = true;
    return { kind: 'failed', acknowledged: this.#acknowledged, errors: this.#errors };
  }
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

const ACKNOWLEDGED_OUTCOME: WriteOutcome = { kind: 'acknowledged' };
