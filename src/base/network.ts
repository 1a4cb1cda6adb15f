/**
 * Streams between peers, authenticated by peer id and encrypted where the implementation is real.
 * Two implementations: libp2p over TCP (`transport/libp2p`), and the simulator's.
 */
export interface Network {
  /** This node's libp2p peer id in base58. */
  readonly self: string;
  /** Addresses (multiaddrs with `/p2p/<self>`) that others can dial; known after `start`. */
  addresses(): string[];
  /** Starts listening. @throws StarlingError CONFIGURATION where an address can't be bound. */
  start(): Promise<void>;
  /** Closes every stream and stops listening. Idempotent. */
  stop(): Promise<void>;
  /** Signs with this node's identity. Deterministic. */
  sign(message: Uint8Array): Uint8Array;
  /** Whether the peer of this id signed exactly this message. False where the id isn't one. */
  isSignedBy(peer: string, message: Uint8Array, signature: Uint8Array): boolean;
  /**
   * Opens a stream. With `peer` it fails unless exactly that peer answers; without, whoever answers at
   * one of the addresses is taken and named in `stream.peer`. Connections are reused per peer.
   * @throws StarlingError UNAVAILABLE | TIMEOUT
   */
  open(target: DialTarget, protocol: string, timeoutMs: number): Promise<ByteStream>;
  /**
   * Ends every connection to the peer at once, with all its streams: it was found dead. What TCP still tries to bring
   * it would hold up the next attempt for as long again as the peer was away.
   */
  disconnect(peer: string): void;
  /**
   * Takes streams that others open for `protocol`. One handler a protocol; call before `start`.
   * @param isApart its streams never wait behind bytes of protocols that aren't; default false
   */
  handle(protocol: string, handler: (stream: ByteStream) => void, isApart?: boolean): void;
  /** Sends to every subscribed peer, best effort (gossipsub). */
  publish(topic: string, message: Uint8Array): void;
  /**
   * Receives what others publish. One handler a topic; call before `start`. It may have passed through any peer: trust what it proves, not where it came from.
   * @param handler gives whether the message is what it should be; what isn't is passed on to nobody
   */
  subscribe(topic: string, handler: (message: Uint8Array) => boolean): void;
  /**
   * The other end of this stream proved to be of the cluster: until it disconnects it may hear what is published, and be heard.
   * A connection on which nobody has proved anything after a while is closed.
   */
  admit(stream: ByteStream): void;
}

export interface DialTarget {
  readonly peer?: string | undefined;
  /** Multiaddrs to try; where empty, those already known of the peer. */
  readonly addresses: readonly string[];
}

/**
 * An ordered, reliable byte stream that may break at any time. Handlers are set once, before the
 * current turn of the event loop ends; bytes that came earlier are delivered then.
 */
export interface ByteStream {
  /** Authenticated id of the peer at the other end. */
  readonly peer: string;
  /** Who opened it. */
  readonly direction: 'inbound' | 'outbound';
  onData: (chunk: Uint8Array) => void;
  /** Called once, however the stream ended; `reason` where it is known. */
  onClose: (reason: Error | undefined) => void;
  /** Called when a full buffer has emptied. */
  onDrain: () => void;
  /** Hands over bytes, which must not be changed afterwards. False: buffer full, go on at `onDrain`. */
  send(chunk: Uint8Array): boolean;
  /** Sends what is buffered, then closes. Idempotent. */
  close(): void;
  /** Drops what is buffered and closes at once. Idempotent. */
  abort(reason: Error): void;
}
