import type { GossipsubOpts } from '@chainsafe/libp2p-gossipsub';
import { LIMITS } from '../../base/limits.ts';

export interface PubsubSetup {
  readonly topics: readonly string[];
  readonly isAdmitted: (peer: string) => boolean;
}

/**
 * What a peer is worth that has not proved to be of the cluster: below the score from which it is told anything (-50), above
 * that at which it isn't listened to any more (-80), because its subscriptions come before its proof and are sent once.
 */
const STRANGER_SCORE = -60;

/** What is held against whoever sends what isn't genuine is this times the square of their number: the fifth silences a stranger. */
const FORGERY_WEIGHT = -1;

/**
 * Gossipsub for one topic in a cluster, where members are few, know each other and speak seldom. Its defaults are for open networks
 * of thousands.
 *
 * - Heartbeat of 2 s instead of 1: it is all that gossipsub costs while nobody speaks. A newcomer's place in the mesh takes as
 *   long; until then it hears by the membership's own gossip.
 * - Mesh of 4 (3 to 6): 1,000 members are five hops apart. Larger ones repeat each message more often.
 * - No flood: the publisher sends to its mesh, not to each of 1,000.
 * - Nobody is scored but for forgeries, and strangers. With the default weight on shared addresses 16 peers on one host lose
 *   every message.
 * - Messages carry no signature of their own: they are sealed, and the intents in them signed.
 */
export function pubsubOptions({ topics, isAdmitted }: PubsubSetup): Partial<GossipsubOpts> {
  return {
    globalSignaturePolicy: 'StrictNoSign',
    allowPublishToZeroTopicPeers: true,
    ignoreDuplicatePublishError: true,
    emitSelf: false,
    floodPublish: false,
    heartbeatInterval: 2000,
    D: 4,
    Dlo: 3,
    Dhi: 6,
    Dlazy: 3,
    Dscore: 2,
    Dout: 1,
    seenTTL: 30_000,
    allowedTopics: [...topics],
    maxInboundDataLength: LIMITS.publishedBytes,
    maxTopicBytesPerPeer: 16 << 10,
    decodeRpcLimits: {
      maxSubscriptions: 16,
      maxMessages: 64,
      maxIhaveMessageIDs: 1024,
      maxIwantMessageIDs: 1024,
      maxIdontwantMessageIDs: 1024,
      maxControlMessages: 64,
      maxPeerInfos: 16,
    },
    scoreParams: {
      IPColocationFactorWeight: 0,
      appSpecificScore: (peer) => (isAdmitted(peer) ? 0 : STRANGER_SCORE),
      appSpecificWeight: 1,
      // The default remembers for six hours whoever was here.
      retainScore: 60_000,
      topics: Object.fromEntries(topics.map((topic) => [topic, FORGERIES_ONLY])),
    },
  };
}

const FORGERIES_ONLY = {
  topicWeight: 1,
  timeInMeshWeight: 0,
  timeInMeshQuantum: 1,
  timeInMeshCap: 1,
  firstMessageDeliveriesWeight: 0,
  firstMessageDeliveriesDecay: 0.5,
  firstMessageDeliveriesCap: 1,
  meshMessageDeliveriesWeight: 0,
  meshMessageDeliveriesDecay: 0.5,
  meshMessageDeliveriesCap: 1,
  meshMessageDeliveriesThreshold: 1,
  meshMessageDeliveriesWindow: 10,
  meshMessageDeliveriesActivation: 1000,
  meshFailurePenaltyWeight: 0,
  meshFailurePenaltyDecay: 0.5,
  invalidMessageDeliveriesWeight: FORGERY_WEIGHT,
  invalidMessageDeliveriesDecay: 0.9,
};
