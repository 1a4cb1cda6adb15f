import { LIMITS } from '../base/limits.ts';
import type { Message } from '../membership/message.ts';
import type { HandshakeTerms } from '../transport/handshake.ts';
import type { LaneContext } from '../transport/lane-context.ts';
import { MessageLane } from '../transport/message-lane.ts';
import type { Traffic } from '../transport/traffic.ts';
import { RequestLane } from '../transport/request-lane.ts';
import { errorToWire } from '../wire/error-codec.ts';
import { starling } from '../wire/gen/messages.js';
import { membershipMessageType } from '../wire/membership-codec.ts';
import { PROTOCOLS } from '../wire/protocols.ts';
import { handshakeKeys } from '../transport/handshake-proof.ts';
import { allowList } from './allow-list.ts';
import { type ClusterSettings, validSecrets } from './settings.ts';

export type ReplicaLane = RequestLane<
  starling.v1.ReplicaRequest.$Properties,
  starling.v1.ReplicaResponse.$Properties
>;

export type SyncLane = RequestLane<starling.v1.SyncRequest.$Properties, starling.v1.SyncResponse.$Properties>;

/** What a node exchanges with other peers. */
export interface Carried {
  /** What membership has sent and received so far. */
  readonly membership: Readonly<Traffic>;
  /** By who opened them. */
  readonly streams: { readonly inbound: number; readonly outbound: number };
  /** That wait to be sent. */
  readonly queuedBytes: number;
  /** That have yet to be answered by others. */
  readonly pendingRequests: number;
}

/** The conversations of a node with other peers. */
export class Lanes {
  /** Kept apart from the data, so that a probe never waits behind it. */
  readonly membership: MessageLane<Message>;
  readonly replica: ReplicaLane;
  /** Apart from requests of clients, which go on while it moves much. */
  readonly sync: SyncLane;

  constructor(context: LaneContext) {
    this.membership = new MessageLane(context, {
      protocol: PROTOCOLS.membership,
      type: membershipMessageType,
      maxFrameBytes: LIMITS.membershipMessageBytes,
      isApart: true,
    });
    this.replica = new RequestLane(context, {
      protocol: PROTOCOLS.replica,
      requestType: starling.v1.ReplicaRequest,
      responseType: starling.v1.ReplicaResponse,
      maxFrameBytes: LIMITS.valueBytesCeiling + LIMITS.frameOverheadBytes,
      errorResponse: (error) => ({ error: errorToWire(error) }),
    });
    this.sync = new RequestLane(context, {
      protocol: PROTOCOLS.sync,
      requestType: starling.v1.SyncRequest,
      responseType: starling.v1.SyncResponse,
      maxFrameBytes: LIMITS.valueBytesCeiling + LIMITS.pageBytes + LIMITS.frameOverheadBytes,
      errorResponse: (error) => ({ error: errorToWire(error) }),
    });
  }

  /** What they carry, together. */
  get carried(): Carried {
    const loads = [this.membership.load, this.replica.load, this.sync.load];
    const sum = (figure: 'inbound' | 'outbound' | 'queuedBytes') =>
      loads.reduce((total, load) => total + load[figure], 0);
    return {
      membership: this.membership.traffic,
      streams: { inbound: sum('inbound'), outbound: sum('outbound') },
      queuedBytes: sum('queuedBytes'),
      pendingRequests: this.replica.pendingRequests + this.sync.pendingRequests,
    };
  }

  /** Takes what peers say from now on. Call before the network starts. */
  start(): void {
    this.membership.start();
    this.replica.start();
    this.sync.start();
  }

  /** Closes every stream after sending what it holds. */
  stop(): void {
    this.replica.stop();
    this.sync.stop();
    this.membership.stop();
  }
}

/** What this node asks of a peer before it listens to it. */
export function termsOf(
  cluster: ClusterSettings,
  self: string,
  id: Pick<HandshakeTerms, 'clusterId' | 'adoptClusterId'>,
): HandshakeTerms {
  return {
    cluster: cluster.name,
    replicas: cluster.replicas,
    partitions: cluster.partitions,
    keys: handshakeKeys(validSecrets(cluster)),
    isAllowed: allowList(cluster.allowedPeers, self),
    ...id,
  };
}
