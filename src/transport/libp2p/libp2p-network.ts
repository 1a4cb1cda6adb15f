import './with-resolvers.ts';
import { TopicValidatorResult } from '@chainsafe/libp2p-gossipsub';
import type { Connection, Stream } from '@libp2p/interface';
import { peerIdFromString } from '@libp2p/peer-id';
import { createLibp2p, type Libp2p } from 'libp2p';
import { StarlingError } from '../../base/errors.ts';
import type { ByteStream, DialTarget, Network } from '../../base/network.ts';
import { asOpenError, dialAny, ofPeer, parseAddress } from './dial.ts';
import { peerIdOf, privateKeyOf } from './identity.ts';
import { Libp2pStream } from './libp2p-stream.ts';
import { nodeOptions, type NodeAddresses, type NodeServices } from './node-options.ts';
import { Signatures } from './signatures.ts';

export interface Libp2pNetworkOptions extends Partial<NodeAddresses> {
  /** `createIdentity()`, kept by the caller. */
  readonly identity: Uint8Array;
  /** Multiaddrs to listen at, for example `/ip4/0.0.0.0/tcp/4001`; port 0 picks a free one. */
  readonly listen: readonly string[];
  /** A message on a topic reached nobody: there is nobody yet, or everybody is away. Nothing is lost that isn't told again. */
  readonly onUnpublished?: ((reason: Error) => void) | undefined;
}

/** Streams per protocol and connection: one in use, and those that reconnecting leaves behind. */
const STREAMS_PER_PROTOCOL = 64;

/** The Network port on libp2p: TCP, TLS (or noise), yamux, gossipsub. One connection a pair of peers. */
export class Libp2pNetwork implements Network {
  readonly self: string;
  readonly #options: Libp2pNetworkOptions;
  readonly #signatures: Signatures;
  readonly #handlers = new Map<string, (stream: ByteStream) => void>();
  readonly #subscriptions = new Map<string, (message: Uint8Array) => boolean>();
  /** Peers that proved to be of the cluster, as long as they are connected. */
  readonly #admitted = new Set<string>();
  #node: Libp2p<NodeServices> | undefined;

  constructor(options: Libp2pNetworkOptions) {
    this.#options = options;
    this.self = peerIdOf(options.identity);
    this.#signatures = new Signatures(options.identity);
  }

  addresses(): string[] {
    return this.#node?.getMultiaddrs().map(String) ?? [];
  }

  sign(message: Uint8Array): Uint8Array {
    return this.#signatures.sign(message);
  }

  isSignedBy(peer: string, message: Uint8Array, signature: Uint8Array): boolean {
    return this.#signatures.isSignedBy(peer, message, signature);
  }

  async start(): Promise<void> {
    const { identity, listen, announce = [] } = this.#options;
    const node = await createLibp2p(
      nodeOptions({
        privateKey: privateKeyOf(identity),
        listen,
        announce,
        topics: [...this.#subscriptions.keys()],
        isAdmitted: (peer) => this.#admitted.has(peer),
      }),
    );
    node.addEventListener('peer:disconnect', ({ detail }) => void this.#admitted.delete(detail.toString()));
    for (const [protocol, handler] of this.#handlers) await this.#register(node, protocol, handler);
    try {
      await node.start();
    } catch (error) {
      await node.stop();
      const why = error instanceof Error ? error.message : String(error);
      throw new StarlingError(
        'CONFIGURATION',
        `can't listen at ${listen.join(', ')} (is the port in use, or the address not this machine's?): ${why}`,
        {},
        error,
      );
    }
    this.#node = node;
    const { pubsub } = node.services;
    for (const topic of this.#subscriptions.keys()) {
      pubsub.topicValidators.set(topic, (source, { data }) => this.#judge(topic, source.toString(), data));
      pubsub.subscribe(topic);
    }
  }

  async stop(): Promise<void> {
    const node = this.#node;
    this.#node = undefined;
    await node?.stop();
  }

  async open(target: DialTarget, protocol: string, timeoutMs: number): Promise<ByteStream> {
    const node = this.#started();
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const connection = await this.#connect(node, target, signal);
      const stream = await openStream(connection, protocol, signal);
      return new Libp2pStream(stream, connection.remotePeer.toString());
    } catch (error) {
      throw asOpenError(target, error, signal.aborted);
    }
  }

  handle(protocol: string, handler: (stream: ByteStream) => void): void {
    this.#handlers.set(protocol, handler);
  }

  publish(topic: string, message: Uint8Array): void {
    // Best effort: who is not connected now hears of it in another way.
    this.#node?.services.pubsub.publish(topic, message).catch((reason: unknown) => {
      this.#options.onUnpublished?.(reason instanceof Error ? reason : new Error(String(reason)));
    });
  }

  subscribe(topic: string, handler: (message: Uint8Array) => boolean): void {
    this.#subscriptions.set(topic, handler);
  }

  admit(peer: string): void {
    this.#admitted.add(peer);
  }

  /** What a topic's message is worth. What isn't accepted is neither kept nor passed on, and is held against its sender. */
  #judge(topic: string, source: string, message: Uint8Array): TopicValidatorResult {
    const isGenuine = this.#admitted.has(source) && this.#subscriptions.get(topic)?.(message) === true;
    return isGenuine ? TopicValidatorResult.Accept : TopicValidatorResult.Reject;
  }

  async #register(
    node: Libp2p<NodeServices>,
    protocol: string,
    handler: (stream: ByteStream) => void,
  ): Promise<void> {
    const options = { maxInboundStreams: STREAMS_PER_PROTOCOL, maxOutboundStreams: STREAMS_PER_PROTOCOL };
    await node.handle(
      protocol,
      (stream, connection) => handler(new Libp2pStream(stream, connection.remotePeer.toString())),
      options,
    );
  }

  /** An open connection to the peer, or a new one; without a peer, to the first address that answers. */
  async #connect(node: Libp2p<NodeServices>, target: DialTarget, signal: AbortSignal): Promise<Connection> {
    if (target.peer === this.self) throw new StarlingError('UNAVAILABLE', 'that is this peer itself');
    if (target.peer === undefined) return dialAny(node, target.addresses.map(parseAddress), signal);
    const peer = peerIdFromString(target.peer);
    const open = node.getConnections(peer).find(({ status }) => status === 'open');
    if (open !== undefined) return open;
    const addresses = target.addresses.map((address) => ofPeer(parseAddress(address), peer));
    return node.dial(addresses.length > 0 ? addresses : peer, { signal });
  }

  #started(): Libp2p<NodeServices> {
    if (this.#node === undefined) throw new StarlingError('STOPPED', 'the network port is not started');
    return this.#node;
  }
}

/**
 * A connection on which even opening a stream takes too long is as good as dead: it is dropped, so
 * that the next attempt makes a new one instead of waiting for TCP's retransmissions.
 */
async function openStream(connection: Connection, protocol: string, signal: AbortSignal): Promise<Stream> {
  try {
    return await connection.newStream(protocol, { signal, maxOutboundStreams: STREAMS_PER_PROTOCOL });
  } catch (error) {
    if (signal.aborted) connection.abort(new StarlingError('TIMEOUT', 'no stream could be opened in time'));
    throw error;
  }
}
