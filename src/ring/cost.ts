import { type PeerHash, bidsOf } from './bid.ts';
import { expMinus1, ln } from './portable-math.ts';
import { sum } from './proportion.ts';
import type { Zone } from './zone.ts';

/**
 * From bids, which know nothing of the others, to costs, which know weights and zones. Two facts about uniform
 * draws `u` make the costs:
 *
 * - Within a zone: the least of `-ln(1 - u) / rate` is anybody's with a probability in proportion to its
 *   rate (weighted rendezvous). Where the rates of a zone add up to 1, that least is itself distributed as
 *   `-ln(1 - u)`: the zone as a whole bids as one member would.
 * - Between zones: the n least of `u / (1 - u) * (1 - s) / s` include each with a probability close to its `s`, where
 *   these add up to n (Pareto sampling, Rosen 1997).
 */
export interface CostInput {
  readonly partitions: number;
  readonly hashes: readonly PeerHash[];
  readonly zones: readonly Zone[];
  /** The part of all partitions that each member should own, 0..1. */
  readonly shares: Float64Array;
}

/**
 * What each partition costs at each member: a partition's costs are side by side, those of partition p from
 * `p * members`. Comparable within a zone, and between zones after `oddsOf`.
 */
export function costsOf({ partitions, hashes, zones, shares }: CostInput): Float64Array {
  const costs = new Float64Array(partitions * hashes.length);
  for (const zone of zones) {
    const rates = ratesOf(zone, shares);
    zone.members.forEach((member, position) => {
      const rate = rates[position]!;
      bidsOf(hashes[member]!, partitions).forEach((bid, partition) => {
        costs[partition * hashes.length + member] = -ln(1 - bid) / rate;
      });
    });
  }
  return costs;
}

/** `u / (1 - u)` of the `u` behind a cost. */
export function oddsOf(cost: number): number {
  return expMinus1(cost);
}

/** What the odds of one with this share, 0..1, are multiplied with: a share of 1 always wins, one of 0 never. */
export function oddsAgainst(share: number): number {
  return (1 - share) / share;
}

/** Keeps the rate of a member that should own everything finite. */
const NEARLY_ALL = 1 - 1e-9;

/**
 * The rates at which a zone's members bid; they add up to 1. In proportion to their shares where one is drawn; where
 * several are, a heavy member needs more than that, since it is drawn once only: with the rate
 * `-ln(1 - share)` it is among those drawn with a probability close to its share.
 */
function ratesOf(zone: Zone, shares: Float64Array): number[] {
  const rates = zone.members.map((member) => {
    const share = shares[member]!;
    return zone.most <= 1 ? share : -ln(1 - Math.min(share, NEARLY_ALL));
  });
  const total = sum(rates);
  return rates.map((rate) => rate / total);
}
