import type { Clock } from '../base/clock.ts';
import type { Network } from '../base/network.ts';
import type { Random } from '../base/random.ts';
import type { Timers } from '../base/timers.ts';
import type { HandshakeTerms } from './handshake.ts';
import type { TransportEvents } from './transport-events.ts';

/** What every lane of a node is given. */
export interface LaneContext {
  readonly network: Network;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly terms: HandshakeTerms;
  readonly events: TransportEvents;
  /** Where a peer may be reached; empty where nothing is known but perhaps a connection of its own. */
  addressesOf(peer: string): readonly string[];
}
