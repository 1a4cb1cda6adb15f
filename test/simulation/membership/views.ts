import type { Liveness } from '../../../src/membership/member.ts';
import type { SimulatedMember } from './simulated-member.ts';

const PLACE: Readonly<Record<Liveness, number>> = { alive: 0, suspect: 1, dead: 2 };
const LIVENESSES = 3;

/**
 * How many of the running members see each member alive, suspect and dead, on each side of a split: kept up to
 * date with each change, since comparing everybody's view of everybody would take a million looks at a thousand members.
 */
export class Views {
  readonly #members: readonly SimulatedMember[];
  /** Six to a member: alive, suspect and dead on side 0, then on side 1. Its view of itself isn't counted. */
  #counts = new Int32Array(1024);
  #running: [number, number] = [0, 0];
  /** Where the last comparison found a wrong view: most likely the next finds it there again. */
  #lastWrong = 0;

  /** @param members all there will ever be; may grow at its end */
  constructor(members: readonly SimulatedMember[]) {
    this.#members = members;
  }

  /** A member starts: it knows nobody yet. */
  started({ side }: SimulatedMember): void {
    this.#running[side]++;
  }

  /** A member is about to stop: what it believes no longer counts. */
  stopping(observer: SimulatedMember, find: (peer: string) => SimulatedMember): void {
    this.#running[observer.side]--;
    for (const { peer, liveness } of observer.swim!.members()) {
      if (peer !== observer.peer) this.#add(find(peer), observer.side, liveness, -1);
    }
  }

  changed(
    observer: SimulatedMember,
    target: SimulatedMember,
    now: Liveness,
    before: Liveness | undefined,
  ): void {
    if (before !== undefined) this.#add(target, observer.side, before, -1);
    this.#add(target, observer.side, now, 1);
  }

  /** The sides have changed: counts everything anew. */
  recount(find: (peer: string) => SimulatedMember): void {
    this.#counts.fill(0);
    this.#running = [0, 0];
    for (const observer of this.#members) {
      if (observer.swim === undefined) continue;
      this.#running[observer.side]++;
      for (const { peer, liveness } of observer.swim.members()) {
        if (peer !== observer.peer) this.#add(find(peer), observer.side, liveness, 1);
      }
    }
  }

  /** How many see it so, the member itself left out. */
  count(target: SimulatedMember, liveness: Liveness): number {
    return this.#count(target, 0, liveness) + this.#count(target, 1, liveness);
  }

  /** Whether all who should see the member alive do, and nobody else. */
  isTrueOf(target: SimulatedMember): boolean {
    return this.#isTrueOn(target, 0) && this.#isTrueOn(target, 1);
  }

  /** Whether everybody's view of everybody is as things are. */
  areTrue(): boolean {
    const { length } = this.#members;
    for (let step = 0; step < length; step++) {
      const place = (this.#lastWrong + step) % length;
      if (!this.isTrueOf(this.#members[place]!)) {
        this.#lastWrong = place;
        return false;
      }
    }
    return true;
  }

  #isTrueOn(target: SimulatedMember, side: 0 | 1): boolean {
    const { swim } = target;
    if (swim === undefined || target.side !== side) {
      return this.#count(target, side, 'alive') + this.#count(target, side, 'suspect') === 0;
    }
    return this.#count(target, side, 'alive') === this.#running[side] - 1;
  }

  #count({ index }: SimulatedMember, side: 0 | 1, liveness: Liveness): number {
    return this.#counts[(2 * index + side) * LIVENESSES + PLACE[liveness]] ?? 0;
  }

  #add({ index }: SimulatedMember, side: 0 | 1, liveness: Liveness, by: 1 | -1): void {
    const place = (2 * index + side) * LIVENESSES + PLACE[liveness];
    if (place >= this.#counts.length) {
      const larger = new Int32Array(2 * place);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    this.#counts[place]! += by;
  }
}
