import '../../src/transport/libp2p/with-resolvers.ts';
import { noise } from '@chainsafe/libp2p-noise';
import { identify } from '@libp2p/identify';
import type { Connection, Stream } from '@libp2p/interface';
import { tcp } from '@libp2p/tcp';
import { tls } from '@libp2p/tls';
import { yamux } from '@libp2p/yamux';
import { multiaddr } from '@multiformats/multiaddr';
import { createLibp2p, type Libp2p } from 'libp2p';
import { createIdentity, privateKeyOf } from '../../src/transport/libp2p/identity.ts';
import { RawStream } from './raw-stream.ts';
import type { NodeAddress } from './target/target-requests.ts';

/** The attacker keeps to no bound of its own. */
const MANY = 100_000;

export interface EvilPeerOptions {
  /** Default: a new one. */
  readonly identity?: Uint8Array;
  /** Protocols that it says it serves. It reads what comes there and does nothing. */
  readonly pretends?: readonly string[];
}

/** A libp2p peer that runs none of our code: it can open any stream and say anything. */
export class EvilPeer {
  readonly id: string;
  readonly #libp2p: Libp2p;

  private constructor(libp2p: Libp2p) {
    this.#libp2p = libp2p;
    this.id = libp2p.peerId.toString();
  }

  static async start({
    identity = createIdentity(),
    pretends = [],
  }: EvilPeerOptions = {}): Promise<EvilPeer> {
    const libp2p = await createLibp2p({
      privateKey: privateKeyOf(identity),
      addresses: { listen: ['/ip4/127.0.0.1/tcp/0'] },
      transports: [tcp()],
      connectionEncrypters: [tls(), noise()],
      streamMuxers: [
        yamux({
          maxOutboundStreams: MANY,
          maxInboundStreams: MANY,
          streamOptions: { maxReadBufferLength: 1 << 30 },
        }),
      ],
      connectionManager: { maxConnections: MANY },
      // It must not hang up where the attacked process is slow to answer.
      connectionMonitor: { enabled: false },
      services: { identify: identify() },
    });
    const peer = new EvilPeer(libp2p);
    for (const protocol of pretends) await peer.serve(protocol, () => {});
    return peer;
  }

  /** Where it can be reached. */
  get address(): string {
    return String(this.#libp2p.getMultiaddrs()[0]);
  }

  dial(node: NodeAddress): Promise<Connection> {
    return this.#libp2p.dial(node.addresses.map((address) => multiaddr(address)));
  }

  async open(node: NodeAddress, protocol: string): Promise<RawStream> {
    const connection = await this.dial(node);
    return new RawStream(await newStream(connection, protocol), node.peer);
  }

  /** Takes streams that others open. */
  async serve(protocol: string, handler: (stream: RawStream) => void): Promise<void> {
    await this.#libp2p.handle(
      protocol,
      (stream, { remotePeer }) => handler(new RawStream(stream, remotePeer.toString())),
      { maxInboundStreams: MANY },
    );
  }

  async stop(): Promise<void> {
    await this.#libp2p.stop();
  }
}

/** Opens a stream without asking whether the other end takes so many. */
export function newStream(connection: Connection, protocol: string): Promise<Stream> {
  return connection.newStream(protocol, { maxOutboundStreams: MANY });
}
