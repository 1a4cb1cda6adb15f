import type { StarlingError } from '../base/errors.ts';
import type { RefusalReason } from '../membership/event.ts';
import type { Liveness } from '../membership/member.ts';

/** A member's liveness as this node sees it, just changed. */
export interface LivenessChange {
  readonly peer: string;
  readonly liveness: Liveness;
  /** Undefined: a member not known before. */
  readonly previous: Liveness | undefined;
  readonly incarnation: number;
}

/** How a node came to be a member. */
export type Arrival =
  /** It founded the cluster, on purpose. */
  | 'founded'
  /** A member told it everything. */
  | 'joined'
  /** It was a member before and goes on, whoever of the others is there. */
  | 'resumed';

/** No member answered at any bootstrap address; it will be tried again, for ever. */
export interface BootstrapFailure {
  readonly addresses: readonly string[];
  /** 1 for the first. */
  readonly attempt: number;
  readonly retryInMs: number;
  /** Why the last of the addresses failed; undefined where somebody answered who is no member yet either. */
  readonly error: StarlingError | undefined;
}

/** What gossip has to tell; telemetry listens. One method an event. */
export interface GossipEvents {
  arrived(how: Arrival): void;
  bootstrapFailed(failure: BootstrapFailure): void;
  livenessChanged(change: LivenessChange): void;
  /** Others took this node for dead or suspect; it said otherwise. */
  refuted(incarnation: number): void;
  /** News about `peer` that was not believed; `sender` told it, undefined where it came by the topic. */
  newsRefused(peer: string, reason: RefusalReason, sender: string | undefined): void;
  /** A member came back with an empty disk, or a copy of an older one. */
  storageReplaced(peer: string): void;
  /** A message on the topic from somebody without the secret, or a damaged one. */
  sealRefused(error: StarlingError): void;
  /** The node's own event loop was late. */
  eventLoopLagged(lagMs: number): void;
  /** The address book could not be written; it will be tried again. */
  stateNotSaved(error: StarlingError): void;
}
