import { type CostInput, costsOf, oddsAgainst, oddsOf } from './cost.ts';
import { Load } from './load.ts';
import type { Zone } from './zone.ts';

/**
 * Who owns what: rendezvous hashing with weights, zones and bounded loads. Partitions are taken in order. Each
 * takes from every zone the owners that the zone must give, its cheapest members that aren't full;
 * then, from the zones that may give one more, those whose cheapest member costs least:
 *
 *     partition p, to find two owners in four zones          held / capacity
 *     zone a   wren     0.002                                3 / 9      <- first owner
 *              siskin   0.004                                4 / 9      wren is cheaper
 *     zone b   dunnock  0.011                                9 / 9      full
 *              linnet   0.013                                6 / 9      <- second owner
 *     zone c   robin    0.040                                8 / 9
 *     zone d   twite    0.300                                5 / 9
 *
 * No load exceeds `LOAD_BOUND` times its share, rounded up (bounded loads: Mirrokni, Thorup & Zadimoghaddam 2016).
 *
 * Invariants: the owners of a partition are distinct and spread over the zones as zone.ts says; nobody
 * exceeds its capacity while anybody whom these allow has room. Whoever comes or goes changes nobody else's bids,
 * so little moves beyond what it gets or leaves: what the bound pushes from member to member.
 */
export interface AssignmentInput extends CostInput {
  /** Owners a partition gets: at most as many as there are members. */
  readonly width: number;
}

const NOBODY = -1;

/** Indices of the owners of each partition, `width` a partition, in no particular order. */
export function assignOwners(input: AssignmentInput): Uint16Array {
  const assignment = new Assignment(input);
  const owners = new Uint16Array(input.partitions * input.width);
  for (let partition = 0; partition < input.partitions; partition++) {
    owners.set(assignment.place(partition), partition * input.width);
  }
  return owners;
}

/** A zone that may give one owner more than it must. */
interface Giver {
  readonly zone: Zone;
  readonly oddsAgainst: number;
  /** What its cheapest member costs for the partition at hand; Infinity where it has no room, NaN once it has given. */
  offer: number;
}

class Assignment {
  readonly #zones: readonly Zone[];
  readonly #memberCount: number;
  readonly #memberLoad: Load;
  /** Infinity once the member is an owner of the partition. */
  readonly #costs: Float64Array;
  /** Owners of each partition that may come from any giver, one from each at most. */
  readonly #extras: number;
  readonly #givers: readonly Giver[];
  readonly #giverLoad: Load;

  constructor(input: AssignmentInput) {
    const { partitions, zones, shares } = input;
    this.#zones = zones;
    this.#memberCount = shares.length;
    this.#memberLoad = new Load(shares, partitions);
    this.#costs = costsOf(input);
    this.#extras = zones.reduce((left, zone) => left - zone.least, input.width);
    const givers = zones.filter(({ least, most }) => most > least);
    const extraShares = givers.map(({ share, least }) => share - least);
    this.#givers = givers.map((zone, i) => ({
      zone,
      oddsAgainst: oddsAgainst(extraShares[i]!),
      offer: Infinity,
    }));
    this.#giverLoad = new Load(extraShares, partitions);
  }

  /** The owners of one partition. Call in order, once for each. */
  place(partition: number): number[] {
    const first = partition * this.#memberCount;
    const costs = this.#costs.subarray(first, first + this.#memberCount);
    const owners: number[] = [];
    for (const zone of this.#zones) {
      for (let due = zone.least; due > 0; due--) owners.push(this.#take(zone, costs));
    }
    if (this.#extras > 0) this.#collectOffers(costs);
    for (let due = this.#extras; due > 0; due--) {
      const chosen = this.#cheapestGiver();
      this.#giverLoad.add(chosen);
      const giver = this.#givers[chosen]!;
      giver.offer = NaN;
      owners.push(this.#take(giver.zone, costs));
    }
    return owners;
  }

  #collectOffers(costs: Float64Array): void {
    this.#givers.forEach((giver, index) => {
      const member = this.#giverLoad.isFull(index) ? NOBODY : this.#cheapest(giver.zone, costs);
      giver.offer = member === NOBODY ? Infinity : oddsOf(costs[member]!) * giver.oddsAgainst;
    });
  }

  /** The giver with the lowest offer; where none has room the one that has given least of what it may. */
  #cheapestGiver(): number {
    let best = NOBODY;
    let bestOffer = Infinity;
    for (let index = 0; index < this.#givers.length; index++) {
      const { offer } = this.#givers[index]!;
      if (offer < bestOffer) {
        best = index;
        bestOffer = offer;
      }
    }
    if (best !== NOBODY) return best;
    let bestFraction = Infinity;
    for (let index = 0; index < this.#givers.length; index++) {
      const fraction = this.#giverLoad.fraction(index);
      if (!Number.isNaN(this.#givers[index]!.offer) && fraction < bestFraction) {
        best = index;
        bestFraction = fraction;
      }
    }
    return best;
  }

  /** Makes the zone's cheapest member with room an owner; where all are full the one that is least over. */
  #take(zone: Zone, costs: Float64Array): number {
    const cheapest = this.#cheapest(zone, costs);
    const member = cheapest === NOBODY ? this.#leastLoaded(zone, costs) : cheapest;
    costs[member] = Infinity;
    this.#memberLoad.add(member);
    return member;
  }

  #cheapest(zone: Zone, costs: Float64Array): number {
    let best = NOBODY;
    let bestCost = Infinity;
    for (const member of zone.members) {
      const cost = costs[member]!;
      if (cost < bestCost && !this.#memberLoad.isFull(member)) {
        best = member;
        bestCost = cost;
      }
    }
    return best;
  }

  #leastLoaded(zone: Zone, costs: Float64Array): number {
    let best = NOBODY;
    let bestFraction = Infinity;
    for (const member of zone.members) {
      const fraction = this.#memberLoad.fraction(member);
      if (costs[member] !== Infinity && fraction < bestFraction) {
        best = member;
        bestFraction = fraction;
      }
    }
    return best;
  }
}
