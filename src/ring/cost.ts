import { type PeerHash, bidsOf } from './bid.ts';
import type { Zone } from './zone.ts';

/**
 * From bids, which know nothing of the others, to costs, which know weights and zones. The forms come from
 * sampling theory: with `u` uniform in (0, 1),
 *
 * - the least of `-ln(1 - u) / weight` is anybody's with a probability in proportion to the weight
 *   (weighted rendezvous), and is itself exponentially distributed, so that the best of a zone is again
 *   such a draw;
 * - the N least of `u / (1 - u) * (1 - s) / s` include each with a probability close to its `s`, which add
 *   up to N (Pareto sampling, Rosen 1997).
 *
 * Logarithms may differ in the last bit from machine to machine, and all peers must get the same ring. So `-ln(1 - u)` is
 * replaced by a rational function with the same slope and curvature at 0, and its way back to `u / (1 - u)` is
 * exact: everything here is + - * / and sqrt, whose results IEEE 754 fixes.
 */
function exponential(bid: number): number {
  return (bid * (2 - bid)) / (2 * (1 - bid));
}

/** `bid / (1 - bid)` from `exponential(bid)`; rises with the cost, 0 at 0. */
export function oddsOf(cost: number): number {
  return cost - 1 + Math.sqrt(cost * cost + 1);
}

/** `(1 - share) / share`: what the odds are multiplied with, so that a share of 1 always wins. */
export function oddsAgainst(share: number): number {
  return (1 - share) / share;
}

export interface CostInput {
  readonly partitions: number;
  readonly hashes: readonly PeerHash[];
  readonly zones: readonly Zone[];
  /** The part of all partitions that each member should own, 0..1. */
  readonly shares: Float64Array;
}

/**
 * What each partition costs at each member: a partition's costs are side by side, those of partition p from
 * `p * members`. Comparable within a zone, and by `oddsOf` between zones.
 */
export function costsOf({ partitions, hashes, zones, shares }: CostInput): Float64Array {
  const costs = new Float64Array(partitions * hashes.length);
  for (const zone of zones) {
    for (const member of zone.members) {
      const partOfZone = shares[member]! / zone.share;
      const bids = bidsOf(hashes[member]!, partitions);
      for (let partition = 0; partition < partitions; partition++) {
        costs[partition * hashes.length + member] = exponential(bids[partition]!) / partOfZone;
      }
    }
  }
  return costs;
}
