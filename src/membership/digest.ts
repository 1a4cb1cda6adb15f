/**
 * What a node knows of all members, in short: the members are divided into parts by the low bits of a hash of their
 * ids, and each part has one sum over what is known of its members. Two nodes whose sums are equal know the same;
 * else they exchange the parts that differ.
 *
 *     sums[part] = sum of mix(hash(peer), liveness, incarnation, signature of the intent)   mod 2^32
 *
 * A sum, so that the order doesn't matter. What is no longer interesting is left out: the liveness of who has gone.
 */
import { LIMITS } from '../base/limits.ts';
import { mix } from '../base/mix.ts';
import { type Intent, isGone } from './intent.ts';
import type { Liveness, LivenessUpdate } from './member.ts';

/** One member, as far as it is exchanged. */
export interface Entry {
  readonly intent: Intent;
  /** Undefined of one that has gone. */
  readonly liveness: LivenessUpdate | undefined;
}

/** Members in one part, roughly: fewer make the digest longer, more make a difference dearer. */
const MEMBERS_PER_PART = 4;

const LEAST_PARTS = 16;

const LIVENESS_CODE: Readonly<Record<Liveness, number>> = { alive: 1, suspect: 2, dead: 3 };

/** Into how many parts to divide so many members: a power of two up to `LIMITS.digestParts`. */
export function partCountFor(members: number): number {
  const wanted = 2 ** Math.ceil(Math.log2(Math.max(1, members / MEMBERS_PER_PART)));
  return Math.min(LIMITS.digestParts, Math.max(LEAST_PARTS, wanted));
}

/** The part that a member belongs to. @param partCount a power of two */
export function partOf(peer: string, partCount: number): number {
  return hashOf(peer) & (partCount - 1);
}

/**
 * The sums over what one node knows, kept up to date: adding everything up anew at each exchange would take
 * milliseconds with thousands of members, during which no ping is answered.
 */
export class DigestSums {
  readonly #entryOf: (peer: string) => Entry | undefined;
  /** Over the finest parts; a coarser part is the sum of those whose low bits are its number. */
  readonly #sums = new Uint32Array(LIMITS.digestParts);
  /** What each member adds to the sum of its part. */
  readonly #shares = new Map<string, number>();
  readonly #changed = new Set<string>();

  /** @param entryOf what is known of a member now */
  constructor(entryOf: (peer: string) => Entry | undefined) {
    this.#entryOf = entryOf;
  }

  /** Something has changed in what is known of this member. */
  touch(peer: string): void {
    this.#changed.add(peer);
  }

  /** The present sums of so many parts, a power of two up to `LIMITS.digestParts`. */
  inParts(partCount: number): number[] {
    this.#catchUp();
    const folded = new Uint32Array(partCount);
    for (let part = 0; part < this.#sums.length; part++) folded[part & (partCount - 1)]! += this.#sums[part]!;
    return [...folded];
  }

  #catchUp(): void {
    for (const peer of this.#changed) {
      const entry = this.#entryOf(peer);
      if (entry === undefined) continue;
      const share = sumOf(entry);
      this.#sums[partOf(peer, LIMITS.digestParts)]! += share - (this.#shares.get(peer) ?? 0);
      this.#shares.set(peer, share);
    }
    this.#changed.clear();
  }
}

/** The parts in which the sums differ, ascending. Both have the same length. */
export function differingParts(ours: readonly number[], theirs: readonly number[]): number[] {
  return ours.flatMap((sum, part) => (sum === theirs[part] ? [] : [part]));
}

function sumOf({ intent, liveness }: Entry): number {
  const { signature } = intent;
  let sum = hashOf(intent.peer);
  // The signature stands for the whole intent.
  for (let i = 0; i < 4; i++) sum = mix(sum ^ (signature[i] ?? 0));
  if (liveness === undefined || isGone(intent)) return sum;
  return mix(mix(sum ^ liveness.incarnation) ^ LIVENESS_CODE[liveness.liveness]);
}

/** FNV-1a over the id's characters, mixed so that every bit depends on all of them. */
function hashOf(peer: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < peer.length; i++) hash = Math.imul(hash ^ peer.charCodeAt(i), 0x01000193);
  return mix(hash);
}
