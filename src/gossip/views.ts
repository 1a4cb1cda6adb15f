import { zeroCounts } from '../membership/counts.ts';
import type { Swim } from '../membership/swim.ts';
import type { GossipHealth, MemberView } from './gossip-options.ts';

/** Every member whose liveness the core follows, its own node included. @param nowMs on the monotonic clock */
export function membersIn(core: Swim, nowMs: number): MemberView[] {
  return [...core.members()].map(({ peer, liveness, incarnation, sinceMs }) => ({
    peer,
    liveness,
    incarnation,
    sinceMs: nowMs - sinceMs,
    accusers: core.accusersOf(peer),
    roundTripMs: core.roundTripMs(peer),
    intent: core.intent(peer),
  }));
}

/** @param core undefined before the start */
export function healthOf(core: Swim | undefined): GossipHealth {
  return {
    multiplier: core?.healthMultiplier ?? 1,
    newsCount: core?.newsCount ?? 0,
    counts: core?.counts ?? zeroCounts(),
  };
}

/** Whether one of the others lives, where there are any. */
export function seesOthers(members: readonly MemberView[], self: string): boolean {
  const others = members.filter(({ peer }) => peer !== self);
  return others.length === 0 || others.some(({ liveness }) => liveness === 'alive');
}
