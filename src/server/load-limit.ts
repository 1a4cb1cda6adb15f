import type { Clock } from '../base/clock.ts';
import { LIMITS } from '../base/limits.ts';

export interface LoadLimitDependencies {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** How long the process has been busy since it started, in ms. */
  readonly busyMs: () => number;
}

const WINDOW_MS = 100;
/** From this share of the time on the process can do no more. */
const SATURATED_AT = 0.85;
/** What requests may take, on average, of the time that their clients give them, where the process can do no more. */
const TARGET_SHARE = 0.25;
const GROWTH = 1.1;
const LEAST = 64;

/**
 * How many requests a peer has under way at once. More than it can do in good time would all be late, and those that nobody waits for any more
 * would take the time of those that come after: a peer that can do no more, and whose requests take more than a quarter of the time that they are given, takes on just as
 * many as would take that long (Little's law), and refuses the rest at once. While nothing is late there is no limit but `LIMITS.coordinatorRequests`.
 */
export class LoadLimit {
  readonly #on: LoadLimitDependencies;
  #limit: number = LIMITS.coordinatorRequests;
  #underWay = 0;
  #startedMs: number;
  #busyBeforeMs: number;
  /** In this window: the most that were under way, and what those that were done took of their time. */
  #most = 0;
  #done = 0;
  #shares = 0;

  constructor(dependencies: LoadLimitDependencies) {
    this.#on = dependencies;
    this.#startedMs = dependencies.clock.monotonicMs();
    this.#busyBeforeMs = dependencies.busyMs();
  }

  /** Requests that may be under way now. */
  get limit(): number {
    return this.#limit;
  }

  /**
   * Whether there is room. A connection that has nothing else under way gets some of what others don't: who asks for little isn't to suffer from who
   * asks for much.
   * @param weight how many requests it comes to
   * @param own how many the same connection has under way
   */
  hasRoomFor(weight: number, own: number): boolean {
    const wanted = this.#underWay + weight;
    return this.#underWay === 0 || wanted <= this.#limit * (own === 0 ? 2 : 1);
  }

  begin(weight: number): void {
    this.#underWay += weight;
    if (this.#underWay > this.#most) this.#most = this.#underWay;
  }

  /** @param share what it took of the time that it was given; 1 where it was not done in that */
  end(weight: number, share: number): void {
    this.#underWay -= weight;
    this.#done++;
    this.#shares += share;
    const nowMs = this.#on.clock.monotonicMs();
    if (nowMs - this.#startedMs >= WINDOW_MS) this.#adjust(nowMs);
  }

  #adjust(nowMs: number): void {
    const busyMs = this.#on.busyMs();
    const isSaturated = busyMs - this.#busyBeforeMs >= SATURATED_AT * (nowMs - this.#startedMs);
    const share = this.#shares / this.#done;
    // By half at most: what was measured is of the past.
    const inTime = this.#most * Math.max(TARGET_SHARE / share, 0.5);
    if (isSaturated && share > TARGET_SHARE)
      this.#limit = Math.min(this.#limit, Math.max(LEAST, Math.floor(inTime)));
    else this.#limit = Math.min(LIMITS.coordinatorRequests, Math.ceil(this.#limit * GROWTH));
    this.#startedMs = nowMs;
    this.#busyBeforeMs = busyMs;
    this.#most = this.#underWay;
    this.#done = 0;
    this.#shares = 0;
  }
}
