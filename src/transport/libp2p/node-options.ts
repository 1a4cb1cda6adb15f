import './with-resolvers.ts';
import { gossipsub, type GossipSub } from '@chainsafe/libp2p-gossipsub';
import { noise } from '@chainsafe/libp2p-noise';
import { identify, type Identify } from '@libp2p/identify';
import { FaultTolerance, type PrivateKey } from '@libp2p/interface';
import { tcp } from '@libp2p/tcp';
import { tls } from '@libp2p/tls';
import { yamux } from '@libp2p/yamux';
import type { Libp2pOptions } from 'libp2p';
import { LIMITS } from '../../base/limits.ts';
import { pubsubOptions } from './pubsub-options.ts';

/** The libp2p services that a node runs. */
export interface NodeServices {
  readonly [name: string]: unknown;
  readonly identify: Identify;
  readonly pubsub: GossipSub;
}

export interface NodeAddresses {
  /** Multiaddrs to listen at. */
  readonly listen: readonly string[];
  /** Multiaddrs to tell others instead of those, where they differ (NAT, containers). */
  readonly announce: readonly string[];
}

export interface NodeSetup extends NodeAddresses {
  readonly privateKey: PrivateKey;
  /** Topics that there are; anything on another one is dropped unread. */
  readonly topics: readonly string[];
  /** Whether the peer has proved to be of the cluster. */
  readonly isAdmitted: (peer: string) => boolean;
}

/**
 * libp2p for a cluster on a LAN, whose members may share a host. Its defaults are made for strangers on
 * the internet; what differs here, and what happens with the default, was measured before (ARCHITECTURE.md, Measured).
 */
export function nodeOptions(setup: NodeSetup): Libp2pOptions<NodeServices> {
  const { privateKey, listen, announce } = setup;
  return {
    privateKey,
    start: false,
    addresses: { listen: [...listen], announce: [...announce] },
    // An address that can't be bound must keep the node from starting.
    transportManager: { faultTolerance: FaultTolerance.FATAL_ALL },
    transports: [
      // An idle connection is still wanted; the connection monitor finds the dead ones.
      tcp({ inboundSocketInactivityTimeout: 0, outboundSocketInactivityTimeout: 0 }),
    ],
    // TLS costs half of what noise does; noise is for peers that can't do TLS.
    connectionEncrypters: [tls(), noise()],
    streamMuxers: [
      yamux({
        streamOptions: {
          // With larger windows a burst overruns the read buffer, and the stream is aborted.
          maxStreamWindowSize: 1 << 20,
          // Without a bound 197 MB piled up for a peer that didn't read.
          maxWriteBufferLength: LIMITS.streamBufferBytes,
        },
      }),
    ],
    connectionManager: {
      maxConnections: LIMITS.peerConnections,
      // The default of 5 a second keeps a cluster on one host from starting.
      inboundConnectionThreshold: LIMITS.connectionsPerHostAndSecond,
      maxIncomingPendingConnections: LIMITS.pendingHandshakes,
      dialTimeout: LIMITS.openLinkMs,
      inboundUpgradeTimeout: LIMITS.openLinkMs,
      outboundStreamProtocolNegotiationTimeout: LIMITS.openLinkMs,
      inboundStreamProtocolNegotiationTimeout: LIMITS.openLinkMs,
    },
    connectionMonitor: { pingInterval: LIMITS.connectionPingMs },
    services: {
      identify: identify(),
      pubsub: gossipsub(pubsubOptions(setup)),
    },
  };
}
