import type { Clock } from '../base/clock.ts';
import type { StarlingError } from '../base/errors.ts';
import type { Network } from '../base/network.ts';
import type { Random } from '../base/random.ts';
import type { Timers } from '../base/timers.ts';
import type { SwimCounts } from '../membership/counts.ts';
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
  /** Empty before this node has joined a cluster. */
  readonly clusterId: () => string;
  /** Seal intents on the topic: one, or two while the secret is being changed; an empty one where the cluster has none. */
  readonly secrets: readonly string[];
  /** Whether this peer may be of the cluster at all. */
  readonly isAllowed: (peer: string) => boolean;
  /** Multiaddrs of members; tried for as long as the node runs. */
  readonly bootstrap: readonly string[];
  /** Founds a cluster, unless this node is a member of one already. */
  readonly found: boolean;
  readonly swim?: SwimOptions;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly network: Pick<Network, 'publish' | 'subscribe' | 'sign' | 'isSignedBy' | 'disconnect'>;
  readonly lane: MembershipLane;
  readonly store: GossipStore;
  readonly events: GossipEvents;
  /** This node may take part no more, and has fallen silent: FORBIDDEN where it was removed, CONFIGURATION where it isn't the only one. */
  readonly onExpelled: (why: StarlingError) => void;
}

/** How a node's failure detector is, for whoever watches it. */
export interface GossipHealth {
  /** Local health (Lifeguard IV-A): by what its timeouts are multiplied just now, 1 when all is well. */
  readonly multiplier: number;
  /** Pieces of news that it is still spreading. */
  readonly newsCount: number;
  readonly counts: Readonly<SwimCounts>;
}

/** What this node knows of one member. */
export interface MemberView {
  readonly peer: string;
  readonly liveness: Liveness;
  readonly incarnation: number;
  /** Milliseconds since its liveness last changed. */
  readonly sinceMs: number;
  /** Who says that it is suspect or dead, as far as this node knows; empty where it is alive. */
  readonly accusers: readonly string[];
  /** Of probes, smoothed; undefined where none has succeeded, and for this node itself. */
  readonly roundTripMs: number | undefined;
  /** Undefined where only its liveness has been heard of so far. */
  readonly intent: Intent | undefined;
}
