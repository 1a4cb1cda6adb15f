import type { Topology, TopologyMember } from '../wire/cluster-view.ts';
import { keyOf, partitionOfToken } from '../version/key.ts';

/** How little a candidate is wanted; the lowest sum is asked. A wrong guess costs one more hop, never a wrong answer. */
const PENALTY = { tried: 8, unwell: 4, dead: 2, suspect: 1 } as const;

/** Requests under way on one peer up to which more are sent to the same. */
const GATHERED = 64;

const NO_TOPOLOGY: Pick<Topology, 'members' | 'owners' | 'width'> = { members: [], owners: [], width: 0 };

/** How the addresses do. */
export interface AddressHealth {
  /** Whether the last attempts at this address went well. */
  isWell(address: string): boolean;
  /** Requests under way there. */
  loadOf(address: string): number;
}

/**
 * Decides which peer to ask. Any peer can coordinate any request; an owner saves a hop. Owners come first in the
 * ring's order of preference, then the other members, then the addresses that the program gave.
 */
export class Router {
  readonly #seeds: readonly string[];
  readonly #health: AddressHealth;
  #topology: Topology | undefined;
  #partitionBits = 0;
  /** Moves on with every request that belongs to no partition, so that these spread. */
  #turn = 0;

  constructor(seeds: readonly string[], health: AddressHealth) {
    this.#seeds = seeds;
    this.#health = health;
  }

  get topology(): Topology | undefined {
    return this.#topology;
  }

  install(topology: Topology): void {
    this.#topology = topology;
    this.#partitionBits = Math.log2(topology.partitions);
  }

  /** @throws StarlingError INVALID_ARGUMENT on an impossible key */
  partitionOf(key: string): number {
    return partitionOfToken(keyOf(key).tokenHigh, this.#partitionBits);
  }

  /**
   * The address for a single request: the owner that has most under way already, up to a point. Requests and answers that
   * share a connection share its writes, and a write costs more than a request (measured: twice the throughput at 64 in
   * flight on three peers); beyond that point it pays to spread.
   */
  gather(partition: number): string {
    let best: string | undefined;
    let bestLoad = -1;
    let least = Number.POSITIVE_INFINITY;
    let idlest = '';
    for (const [address, liveness] of this.#owners(partition)) {
      if (this.#penalty(address, liveness, []) > 0) continue;
      const load = this.#health.loadOf(address);
      if (load < GATHERED && load > bestLoad) [best, bestLoad] = [address, load];
      if (load < least) [idlest, least] = [address, load];
    }
    return best ?? (idlest || this.pick(partition));
  }

  /**
   * The address to ask next.
   * @param partition undefined where any peer will do
   * @param tried addresses that have failed this very request
   */
  pick(partition: number | undefined, tried: readonly string[] = []): string {
    let best = '';
    let least = Number.POSITIVE_INFINITY;
    for (const [address, liveness] of this.#candidates(partition)) {
      const penalty = this.#penalty(address, liveness, tried);
      if (penalty === 0) return address;
      if (penalty < least) {
        least = penalty;
        best = address;
      }
    }
    return best;
  }

  /** Every address known, for callers that want to go through all. */
  addresses(): string[] {
    return [...new Set([...this.#candidates(undefined)].map(([address]) => address))];
  }

  *#owners(partition: number): Generator<readonly [address: string, liveness: string]> {
    const { members, owners, width } = this.#topology ?? NO_TOPOLOGY;
    for (let slot = partition * width; slot < (partition + 1) * width; slot++) {
      const owner = members[owners[slot] ?? -1];
      if (owner !== undefined && isReachable(owner)) yield [owner.clientAddress, owner.liveness];
    }
  }

  *#candidates(partition: number | undefined): Generator<readonly [address: string, liveness: string]> {
    const { members } = this.#topology ?? NO_TOPOLOGY;
    if (partition !== undefined) yield* this.#owners(partition);
    const start = this.#turn++;
    for (let i = 0; i < members.length; i++) {
      const member = members[(start + i) % members.length];
      if (member !== undefined && isReachable(member)) yield [member.clientAddress, member.liveness];
    }
    for (let i = 0; i < this.#seeds.length; i++) {
      const seed = this.#seeds[(start + i) % this.#seeds.length];
      if (seed !== undefined) yield [seed, 'alive'];
    }
  }

  #penalty(address: string, liveness: string, tried: readonly string[]): number {
    let penalty = 0;
    if (tried.includes(address)) penalty += PENALTY.tried;
    if (!this.#health.isWell(address)) penalty += PENALTY.unwell;
    if (liveness === 'suspect') penalty += PENALTY.suspect;
    else if (liveness !== 'alive') penalty += PENALTY.dead;
    return penalty;
  }
}

function isReachable(member: TopologyMember): boolean {
  return member.clientAddress !== '' && member.intent !== 'left' && member.intent !== 'removed';
}
