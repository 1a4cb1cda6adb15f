import './with-resolvers.ts';
import { TopicValidatorResult } from '@chainsafe/libp2p-gossipsub';
import type { Connection, PeerId, Stream } from '@libp2p/interface';
import { createLibp2p, type Libp2p } from 'libp2p';
import { StarlingError } from '../../base/errors.ts';
import type { ByteStream, DialTarget, Network } from '../../base/network.ts';
import { Connections } from './connections.ts';
import { asOpenError } from './dial.ts';
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

/** The Network port on libp2p: TCP, TLS (or noise), yamux, gossipsub. Two connections a pair of peers (connections.ts). */
export class Libp2pNetwork implements Network {
  readonly self: string;
  readonly #options: Libp2pNetworkOptions;
  readonly #signatures: Signatures;
  readonly #handlers = new Map<string, (stream: ByteStream) => void>();
  readonly #subscriptions = new Map<string, (message: Uint8Array) => boolean>();
  /** Peers that proved to be of the cluster, as long as they are connected. */
  readonly #admitted = new Set<string>();
  readonly #connections = new Connections();
  readonly #connectionOf = new WeakMap<ByteStream, Connection>();
  /** Protocols that are kept apart from bulk. */
  readonly #apart = new Set<string>();
  #node: Libp2p<NodeServices> | undefined;

  constructor(options: Libp2pNetworkOptions) {
    this.#options = options;
    this.self = peerIdOf(options.identity);
    this.#signatures = new Signatures(options.identity);
  }

  addresses(): string[] {
    return this.#node?.getMultiaddrs().map(String) ?? [];
  }

  /** Connections that are open, by who opened them. */
  connections(): { readonly inbound: number; readonly outbound: number } {
    const open = this.#node?.getConnections() ?? [];
    const inbound = open.filter(({ direction }) => direction === 'inbound').length;
    return { inbound, outbound: open.length - inbound };
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
    node.addEventListener('connection:open', ({ detail }) => this.#connections.watch(detail));
    node.addEventListener('peer:disconnect', ({ detail }) => this.#forget(node, detail));
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
      const isApart = this.#apart.has(protocol);
      const connection = await this.#connections.find(node, target, { isApart, signal });
      if (isApart) this.#connections.setApart(connection);
      const stream = await openStream(connection, protocol, signal);
      return this.#streamOn(connection, stream);
    } catch (error) {
      throw asOpenError(target, error, signal.aborted);
    }
  }

  disconnect(peer: string): void {
    const node = this.#node;
    if (node === undefined) return;
    for (const connection of node.getConnections()) {
      if (connection.remotePeer.toString() !== peer) continue;
      connection.abort(new StarlingError('UNAVAILABLE', `${peer} was found dead`));
    }
  }

  handle(protocol: string, handler: (stream: ByteStream) => void, isApart = false): void {
    this.#handlers.set(protocol, handler);
    if (isApart) this.#apart.add(protocol);
  }

  publish(topic: string, message: Uint8Array): void {
    // Best effort: who is not connected now hears of it in another way.
    this.#node?.services.pubsub.publish(topic, message).catch((reason: unknown) => {
      this.#options.onUnpublished?.(asError(reason));
    });
  }

  subscribe(topic: string, handler: (message: Uint8Array) => boolean): void {
    this.#subscriptions.set(topic, handler);
  }

  admit(stream: ByteStream): void {
    const connection = this.#connectionOf.get(stream);
    if (connection === undefined || connection.status !== 'open') return;
    this.#connections.setProven(connection);
    this.#admitted.add(stream.peer);
  }

  /** What libp2p would remember of a stranger for hours is 10 kB (measured), and there can be any number of strangers. */
  #forget(node: Libp2p<NodeServices>, peer: PeerId): void {
    if (this.#admitted.delete(peer.toString())) return;
    // It fails only where the node has stopped, and all is forgotten anyway.
    node.peerStore.delete(peer).catch(() => undefined);
  }

  #streamOn(connection: Connection, stream: Stream): ByteStream {
    const bytes = new Libp2pStream(stream, connection.remotePeer.toString());
    this.#connectionOf.set(bytes, connection);
    return bytes;
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
      (stream, connection) => {
        if (this.#apart.has(protocol)) this.#connections.setApart(connection);
        handler(this.#streamOn(connection, stream));
      },
      options,
    );
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

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
