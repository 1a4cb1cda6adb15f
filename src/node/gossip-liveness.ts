import type { Clock } from '../base/clock.ts';
import type { MemberLiveness } from '../replication/coordination.ts';
import type { Gossip } from '../gossip/gossip.ts';

/** At most one exchange with a peer in this time, however many requests find that the two disagree. */
const EXCHANGE_INTERVAL_MS = 100;

/** What gossip knows of the members, as coordination needs it. */
export class GossipLiveness implements MemberLiveness {
  readonly #gossip: Gossip;
  readonly #clock: Clock;
  readonly #exchangedAtMs = new Map<string, number>();

  constructor(gossip: Gossip, clock: Clock) {
    this.#gossip = gossip;
    this.#clock = clock;
  }

  isDead(peer: string): boolean {
    return this.#gossip.liveness(peer) === 'dead';
  }

  exchange(peer: string): void {
    const nowMs = this.#clock.monotonicMs();
    if (nowMs - (this.#exchangedAtMs.get(peer) ?? -Infinity) < EXCHANGE_INTERVAL_MS) return;
    this.#exchangedAtMs.set(peer, nowMs);
    this.#gossip.exchange(peer);
  }
}
