import type { Clock } from '../base/clock.ts';
import type { Timer, Timers } from '../base/timers.ts';
import type { Instant, SwimEffect, SwimEvent, SwimTimer } from '../membership/event.ts';
import type { Swim } from '../membership/swim.ts';
import type { MembershipLane } from './membership-lane.ts';

/** What the core wants and the runner can't do for it. */
export type OutsideEffect = Exclude<SwimEffect, { readonly kind: 'send' | 'schedule' }>;

export interface CoreRunnerOptions {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly lane: MembershipLane;
  readonly onEffect: (effect: OutsideEffect) => void;
  /** An event has been dealt with, and all of its effects. */
  readonly onSettled: () => void;
}

/** Runs the membership core on the ports: its messages on the lane, its timers, and what comes of either. */
export class CoreRunner {
  readonly #options: CoreRunnerOptions;
  readonly #timers = new Set<Timer>();
  #core: Swim | undefined;
  #isStopped = false;

  constructor(options: CoreRunnerOptions) {
    this.#options = options;
  }

  /** Undefined before `start`. */
  get core(): Swim | undefined {
    return this.#core;
  }

  instant(): Instant {
    const { clock } = this.#options;
    return { monotonicMs: clock.monotonicMs(), wallMs: clock.wallMs() };
  }

  /** Takes messages from the lane from now on. */
  start(core: Swim): void {
    const { lane } = this.#options;
    this.#core = core;
    lane.onMessage = (from, message) => this.tell({ kind: 'message', from, message });
    lane.onPeerDown = (peer) => this.tell({ kind: 'peerUnreachable', peer });
    lane.onConnecting = (peer) => this.tell({ kind: 'connecting', peer });
    lane.onConnectFailed = (peer) => this.tell({ kind: 'connectFailed', peer });
    this.tell({ kind: 'start' });
  }

  /** Nothing happens any more. */
  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#timers) timer.cancel();
  }

  /** Hands an event to the core and carries out what it wants. Does nothing before `start` and after `stop`. */
  tell(event: SwimEvent): void {
    if (this.#isStopped || this.#core === undefined) return;
    for (const effect of this.#core.handle(event, this.instant())) this.#carryOut(effect);
    this.#options.onSettled();
  }

  #carryOut(effect: SwimEffect): void {
    if (effect.kind === 'send') this.#options.lane.send(effect.to, effect.message);
    else if (effect.kind === 'schedule') this.#schedule(effect.timer, effect.delayMs);
    else this.#options.onEffect(effect);
  }

  #schedule(timer: SwimTimer, delayMs: number): void {
    const handle = this.#options.timers.after(delayMs, () => {
      this.#timers.delete(handle);
      this.tell({ kind: 'timer', timer });
    });
    this.#timers.add(handle);
  }
}
