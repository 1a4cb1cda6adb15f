import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { MessageType } from '../wire/message-type.ts';
import { decodeFrame, type FrameStream } from './frame-stream.ts';
import type { LaneContext } from './lane-context.ts';
import { type LinkLoad, PeerLinks, type PeerLinksOptions } from './peer-links.ts';
import { Traffic } from './traffic.ts';

export interface MessageLaneOptions<M> extends Omit<PeerLinksOptions, 'traffic'> {
  readonly type: MessageType<M>;
}

/**
 * One-way messages between peers, best effort: sent in order while a stream holds, dropped (and
 * counted) where there is none to be had. A stream is opened when it is first needed.
 */
export class MessageLane<M> {
  /** Called with each message. `bytes` fields are views: copy what is kept. */
  onMessage: (peer: string, message: M) => void = () => {};
  /** Called when the last stream to or from a peer has ended. */
  onPeerDown: (peer: string) => void = () => {};
  /** Called when what was sent to a peer waits for a stream to be opened, and when that has failed. */
  onConnecting: (peer: string) => void = () => {};
  onConnectFailed: (peer: string) => void = () => {};
  readonly #traffic = new Traffic();
  readonly #context: LaneContext;
  readonly #options: MessageLaneOptions<M>;
  readonly #links: PeerLinks;
  /** Messages that wait for a stream to open, by peer. */
  readonly #waiting = new Map<string, M[]>();

  constructor(context: LaneContext, options: MessageLaneOptions<M>) {
    this.#context = context;
    this.#options = options;
    const counted = { ...options, traffic: this.#traffic };
    this.#links = new PeerLinks(context, counted, {
      frame: (link, frame) => this.#receive(link, frame),
      opened: (link) => this.#sendWaiting(link),
      closed: (link) => {
        if (!this.#links.hasLink(link.peer)) this.onPeerDown(link.peer);
      },
      openFailed: (peer) => {
        this.#dropWaiting(peer);
        this.onConnectFailed(peer);
      },
    });
  }

  /** What it has carried so far. */
  get traffic(): Readonly<Traffic> {
    return this.#traffic;
  }

  /** Its streams, and what waits in them. */
  get load(): LinkLoad {
    return this.#links.load;
  }

  /** Takes messages from peers from now on. Call before the network starts. */
  start(): void {
    this.#links.start();
  }

  /** Closes every stream after sending what it holds. */
  stop(): void {
    this.#links.stop();
    for (const peer of [...this.#waiting.keys()]) this.#dropWaiting(peer);
  }

  /** Sends a message if that is possible now or as soon as a stream has opened. */
  send(peer: string, message: M): void {
    const link = this.#links.outbound(peer) ?? this.#links.inbound(peer);
    if (link !== undefined) this.#sendOn(link, message);
    else if (this.#links.open(peer)) this.#wait(peer, message);
    else this.#drop(peer);
  }

  /** Ends every stream to and from the peer at once, and takes none from it for `LIMITS.barredMs`. */
  bar(peer: string, reason: StarlingError): void {
    this.#links.bar(peer, reason);
  }

  /**
   * Opens a stream to whoever answers at one of the addresses (multiaddrs), and gives that peer's id.
   * @throws StarlingError UNAVAILABLE | TIMEOUT where nobody did, FORBIDDEN where it is another cluster.
   */
  connect(addresses: readonly string[]): Promise<string> {
    return this.#links.connect(addresses);
  }

  #receive(link: FrameStream, frame: Uint8Array): void {
    const message = decodeFrame(this.#options.type, frame);
    this.#traffic.receivedMessages++;
    this.onMessage(link.peer, message);
  }

  #sendOn(link: FrameStream, message: M): void {
    try {
      if (link.send(this.#options.type, message)) this.#traffic.sentMessages++;
      else this.#drop(link.peer);
    } catch (error) {
      if (!(error instanceof StarlingError)) throw error;
      this.#drop(link.peer); // larger than a frame may be
    }
  }

  #wait(peer: string, message: M): void {
    const messages = this.#waiting.get(peer);
    if (messages === undefined) {
      this.#waiting.set(peer, [message]);
      this.onConnecting(peer);
    } else if (messages.length < LIMITS.messagesAwaitingLink) messages.push(message);
    else this.#drop(peer);
  }

  #sendWaiting(link: FrameStream): void {
    const messages = this.#waiting.get(link.peer) ?? [];
    this.#waiting.delete(link.peer);
    for (const message of messages) this.#sendOn(link, message);
  }

  #dropWaiting(peer: string): void {
    const messages = this.#waiting.get(peer) ?? [];
    this.#waiting.delete(peer);
    for (let i = 0; i < messages.length; i++) this.#drop(peer);
  }

  #drop(peer: string): void {
    this.#context.events.messageDropped(peer, this.#options.protocol);
  }
}
