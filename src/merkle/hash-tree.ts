import { mix } from '../base/mix.ts';
import type { Version } from '../version/version.ts';

/**
 * Digests of what a peer holds, to find out where two peers differ without comparing everything (Merkle 1987; Dynamo 4.7).
 *
 *     depth 0    partition                 partitionBits of the token
 *     depth 1    16 branches of each       4 bits more
 *     ...        ...
 *     depth L    leaves                    leafBits
 *
 * A leaf is the sum of hash(token, version) over its keys, and every other node the sum of the leaves under it. A sum doesn't
 * depend on the order in which its terms came, so that a write costs one subtraction and one addition and a tree is never built
 * from the data; only the leaves are kept. Sums are pairs of 32 bits that wrap: two sets that differ have the same one by a chance of
 * 2^-64. That is no protection against somebody who makes such sets on purpose: whoever can write here can do worse.
 */
const FAN_OUT_BITS = 4;
export const FAN_OUT = 2 ** FAN_OUT_BITS;
/** About a quarter of a million leaves: 2 MiB, and four keys each where there are a million. */
const LEAF_BITS = 18;
/** Words of a sum. */
export const SUM_WORDS = 2;

/** What a record contributes: the first 8 bytes of its key's hash, and its version. */
export interface Hashed {
  readonly tokenHigh: number;
  readonly tokenLow: number;
  readonly version: Version;
}

/** Levels below the partitions: as many as the leaves allow, one at least. */
export function depthOf(partitionBits: number): number {
  return Math.max(1, Math.floor((LEAF_BITS - partitionBits) / FAN_OUT_BITS));
}

export class HashTree {
  /** Depth of the leaves. */
  readonly depth: number;
  /** Bits of the token that choose a leaf. */
  readonly leafBits: number;
  readonly #partitionBits: number;
  /** Made when something is first added. */
  #allocated: Uint32Array | undefined;

  /** @param partitionBits 0..16 */
  constructor(partitionBits: number) {
    this.#partitionBits = partitionBits;
    this.depth = depthOf(partitionBits);
    this.leafBits = partitionBits + this.depth * FAN_OUT_BITS;
  }

  get #sums(): Uint32Array {
    this.#allocated ??= new Uint32Array(SUM_WORDS * 2 ** this.leafBits);
    return this.#allocated;
  }

  get leaves(): number {
    return 2 ** this.leafBits;
  }

  leafOf(tokenHigh: number): number {
    return tokenHigh >>> (32 - this.leafBits);
  }

  partitionOfLeaf(leaf: number): number {
    return leaf >>> (this.leafBits - this.#partitionBits);
  }

  add(record: Hashed): void {
    const at = this.leafOf(record.tokenHigh) * SUM_WORDS;
    this.#sums[at]! += hash(record, SEED_HIGH);
    this.#sums[at + 1]! += hash(record, SEED_LOW);
  }

  subtract(record: Hashed): void {
    const at = this.leafOf(record.tokenHigh) * SUM_WORDS;
    this.#sums[at]! -= hash(record, SEED_HIGH);
    this.#sums[at + 1]! -= hash(record, SEED_LOW);
  }

  /** A copy of the sums of `count` leaves from `first` on. */
  leafSums(first: number, count: number): Uint32Array<ArrayBuffer> {
    return this.#sums.slice(first * SUM_WORDS, (first + count) * SUM_WORDS);
  }

  /** Puts back what `leafSums` gave. */
  setLeafSums(first: number, sums: Uint32Array): void {
    this.#sums.set(sums, first * SUM_WORDS);
  }

  clearLeaves(first: number, count: number): void {
    this.#sums.fill(0, first * SUM_WORDS, (first + count) * SUM_WORDS);
  }

  /**
   * The sums of these nodes, one behind the other.
   * @param depth 0: partitions, `this.depth`: leaves
   * @param nodes numbered through at that depth, from 0
   */
  sums(depth: number, nodes: readonly number[]): Uint32Array {
    const leavesEach = FAN_OUT ** (this.depth - depth);
    const result = new Uint32Array(nodes.length * SUM_WORDS);
    nodes.forEach((node, index) => {
      const from = node * leavesEach * SUM_WORDS;
      const to = from + leavesEach * SUM_WORDS;
      let high = 0;
      let low = 0;
      for (let at = from; at < to; at += SUM_WORDS) {
        high = (high + this.#sums[at]!) | 0;
        low = (low + this.#sums[at + 1]!) | 0;
      }
      result[index * SUM_WORDS] = high;
      result[index * SUM_WORDS + 1] = low;
    });
    return result;
  }
}

/** The nodes right below these. */
export function childrenOf(nodes: readonly number[]): number[] {
  return nodes.flatMap((node) => Array.from({ length: FAN_OUT }, (_, child) => node * FAN_OUT + child));
}

/** Which of the nodes have another sum on the other side. */
export function differing(nodes: readonly number[], own: Uint32Array, other: Uint32Array): number[] {
  return nodes.filter((_, index) => {
    const at = index * SUM_WORDS;
    return own[at] !== other[at] || own[at + 1] !== other[at + 1];
  });
}

const SEED_HIGH = 0x6d2b79f5;
const SEED_LOW = 0x1b873593;

function hash({ tokenHigh, tokenLow, version }: Hashed, seed: number): number {
  const { wallMs, logical, writer } = version;
  let h = mix(tokenHigh ^ seed);
  h = mix(h ^ tokenLow);
  h = mix(h ^ wallMs);
  h = mix(h ^ (((wallMs / 2 ** 32) << 16) | logical));
  h = mix(h ^ writer);
  return mix(h ^ (writer / 2 ** 32));
}
