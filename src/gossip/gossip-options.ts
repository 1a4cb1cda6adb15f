import type { Clock } from '../base/clock.ts';
import type { Network } from '../base/network.ts';
import type { Random } from '../base/random.ts';
import type { Timers } from '../base/timers.ts';
import type { Intent } from '../membership/intent.ts';
import type { Liveness } from '../membership/member.ts';
import type { SwimOptions } from '../membership/swim-options.ts';
import type { GossipEvents } from './gossip-events.ts';
import type { MembershipLane } from './membership-lane.ts';
import type { GossipStore } from './stored-state.ts';

export interface GossipOptions {
  /** This node's peer id. */
  readonly self: string;
  readonly cluster: string;
  /** Seals intents on the topic; empty where the cluster has none. */
  readonly secret: string;
  /** Multiaddrs of members; tried for as long as the node runs. */
  readonly bootstrap: readonly string[];
  /** Founds a cluster, unless this node is a member of one already. */
  readonly found: boolean;
  readonly swim?: SwimOptions;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly network: Pick<Network, 'publish' | 'subscribe'>;
  readonly lane: MembershipLane;
  readonly store: GossipStore;
  readonly events: GossipEvents;
}

/** What this node knows of one member. */
export interface MemberView {
  readonly peer: string;
  readonly liveness: Liveness;
  readonly incarnation: number;
  /** Milliseconds since its liveness last changed. */
  readonly sinceMs: number;
  /** Undefined where only its liveness has been heard of so far. */
  readonly intent: Intent | undefined;
}
