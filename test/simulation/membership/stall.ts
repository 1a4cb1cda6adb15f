import type { Random } from '../../../src/base/random.ts';
import type { SwimEvent } from '../../../src/membership/event.ts';
import type { SimulatedMember } from './simulated-member.ts';

interface LateTimer {
  readonly dueMs: number;
  readonly event: SwimEvent;
}

/** As src/gossip/lag-monitor.ts looks, and what it reports. */
const LAG_CHECK_MS = 100;
const LEAST_LAG_MS = 50;

/** A time in which a process doesn't run, by SIGSTOP or because others have the processor, and what waits for its end. */
export class Stall {
  readonly #member: SimulatedMember;
  readonly #timers: LateTimer[] = [];
  readonly #inbox: SwimEvent[] = [];

  constructor(member: SimulatedMember, nowMs: number, random: Random) {
    this.#member = member;
    if (member.lagCheckDueMs <= nowMs) member.lagCheckDueMs = nowMs + 1 + random.integer(LAG_CHECK_MS);
  }

  hold(event: SwimEvent, nowMs: number): void {
    if (event.kind === 'timer') this.#timers.push({ dueMs: nowMs, event });
    else this.#inbox.push(event);
  }

  /**
   * What the process finds, in the order of an event loop: late timers first, the lag monitor's among them, then what
   * the network holds.
   * @param knowsLateness false: timers pretend to be on time, and nobody measures the lag
   */
  end(nowMs: number, knowsLateness: boolean): SwimEvent[] {
    const { lagCheckDueMs } = this.#member;
    const lagMs = nowMs - lagCheckDueMs;
    if (lagMs >= 0) this.#member.lagCheckDueMs = nowMs + LAG_CHECK_MS;
    if (!knowsLateness) return [...this.#timers.map(({ event }) => punctual(event, nowMs)), ...this.#inbox];
    const before = this.#timers.filter(({ dueMs }) => dueMs <= lagCheckDueMs);
    const after = this.#timers.slice(before.length);
    const lag: SwimEvent[] = lagMs >= LEAST_LAG_MS ? [{ kind: 'eventLoopLag', lagMs }] : [];
    return [...before.map(({ event }) => event), ...lag, ...after.map(({ event }) => event), ...this.#inbox];
  }
}

function punctual(event: SwimEvent, nowMs: number): SwimEvent {
  return event.kind === 'timer' ? { ...event, timer: { ...event.timer, dueMs: nowMs } } : event;
}
