import type { CoreCluster, ViewChange } from './core-cluster.ts';
import type { SimulatedMember } from './simulated-member.ts';

/** What is said of members that run: `well` of those that nothing is the matter with, `unwell` of the rest. */
export interface Accusations {
  /** Members declared dead, each once in each incarnation. Whether it was well when that began is what counts: some hear of it late. */
  readonly deaths: number;
  /** Declarations: suspicions that ran out at somebody. */
  readonly verdicts: number;
  /** Views of a member as dead: those who declared it, and those who believed them. */
  readonly believers: number;
  /** Suspicions that began with a failed probe of somebody's own. */
  readonly suspicions: number;
}

type Count = { -readonly [Figure in keyof Accusations]: Accusations[Figure] };

/** A false death of a member that was well: what must never happen. */
export interface FalseDeath {
  readonly atMs: number;
  /** The numbers of the members. */
  readonly target: number;
  readonly observer: number;
}

const FALSE_DEATHS_NOTED = 10;

/** A suspicion that began while the member was unwell has ended by then, one way or the other. */
const LONGEST_RECOVERY_MS = 30_000;
/** A probe that began while the member was unwell has ended by then. */
const SHORTEST_RECOVERY_MS = 1000;

/**
 * Counts false accusations. A member is well while it runs, unhindered, and can be reached by whoever
 * looks. One that was blocked, stopped or cut off counts as well again a second after that is over, once nobody suspects it
 * any more, and after half a minute in any case.
 */
export class AccusationCounter {
  readonly well: Count = { deaths: 0, verdicts: 0, believers: 0, suspicions: 0 };
  readonly unwell: Count = { deaths: 0, verdicts: 0, believers: 0, suspicions: 0 };
  /** The first few. */
  readonly falseDeaths: FalseDeath[] = [];
  readonly #cluster: CoreCluster;
  /** Where the death of a member in an incarnation is counted. */
  readonly #deaths = new Map<SimulatedMember, Map<number, Count>>();

  constructor(cluster: CoreCluster) {
    this.#cluster = cluster;
    cluster.witnesses.push((change) => this.#observe(change));
  }

  #observe(change: ViewChange): void {
    const { observer, target, liveness } = change;
    if (liveness === 'alive' || target.swim === undefined || target.side !== observer.side) return;
    const isOwn = observer.swim!.member(target.peer)?.from === observer.peer;
    if (liveness === 'dead') this.#countDeath(change, isOwn);
    else if (isOwn) (this.#isWell(target) ? this.well : this.unwell).suspicions++;
  }

  #countDeath(change: ViewChange, isOwn: boolean): void {
    const { target, incarnation } = change;
    const deaths = this.#deathsOf(target);
    let count = deaths.get(incarnation);
    if (count === undefined) {
      count = this.#isWell(target) ? this.well : this.unwell;
      deaths.set(incarnation, count);
      count.deaths++;
      if (count === this.well) this.#note(change);
    }
    count.believers++;
    if (isOwn) count.verdicts++;
  }

  #note({ observer, target }: ViewChange): void {
    if (this.falseDeaths.length >= FALSE_DEATHS_NOTED) return;
    this.falseDeaths.push({ atMs: this.#cluster.nowMs, target: target.index, observer: observer.index });
  }

  #deathsOf(member: SimulatedMember): Map<number, Count> {
    let deaths = this.#deaths.get(member);
    if (deaths === undefined) {
      deaths = new Map();
      this.#deaths.set(member, deaths);
    }
    return deaths;
  }

  #isWell(member: SimulatedMember): boolean {
    if (member.stall !== undefined || member.isStarved) return false;
    if (member.recoveringSinceMs === undefined) return true;
    const { nowMs, views } = this.#cluster;
    const recoveringMs = nowMs - member.recoveringSinceMs;
    const isOver = recoveringMs > SHORTEST_RECOVERY_MS && views.isTrueOf(member);
    if (!isOver && recoveringMs < LONGEST_RECOVERY_MS) return false;
    member.recoveringSinceMs = undefined;
    return true;
  }
}
