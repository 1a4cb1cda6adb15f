import type { CoreCluster } from './core-cluster.ts';
import type { SimulatedMember } from './simulated-member.ts';

/** As src/gossip/seeds.ts waits between attempts: while alone, and while connected. */
const FIRST_WAIT_MS = 500;
const LAST_WAIT_MS = 10_000;
const CONNECTED_WAIT_MS = 30_000;

/**
 * Bootstrap addresses without peer ids, which stay what they are whatever else moves; tried as src/gossip/seeds.ts does:
 * all of them until each has answered once, and later those that aren't seen alive.
 */
export class Seeds {
  readonly #cluster: CoreCluster;
  readonly #seeds: readonly SimulatedMember[];

  constructor(cluster: CoreCluster, seeds: readonly SimulatedMember[]) {
    this.#cluster = cluster;
    this.#seeds = seeds;
  }

  /** The member begins to try them; ends with its process. */
  begin(member: SimulatedMember): void {
    this.#attempt(member, member.life, new Set(), 0);
  }

  #attempt(member: SimulatedMember, life: number, answered: Set<SimulatedMember>, attempt: number): void {
    if (member.swim === undefined || member.life !== life) return;
    for (const seed of this.#seeds) {
      const isSeenAlive = answered.has(seed) && member.swim.member(seed.peer)?.liveness === 'alive';
      if (seed === member || isSeenAlive || seed.swim === undefined) continue;
      answered.add(seed);
      this.#cluster.join(member, seed);
    }
    const isConnected = seesAnother(member);
    const waitMs = isConnected ? CONNECTED_WAIT_MS : Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
    this.#cluster.after(waitMs * (0.75 + 0.5 * this.#cluster.random.fraction()), () =>
      this.#attempt(member, life, answered, isConnected ? 0 : attempt + 1),
    );
  }
}

function seesAnother({ peer, swim }: SimulatedMember): boolean {
  for (const other of swim!.members()) if (other.peer !== peer && other.liveness === 'alive') return true;
  return false;
}
