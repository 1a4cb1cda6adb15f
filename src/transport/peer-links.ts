/**
 * The streams of one protocol to and from every peer: one outbound per peer, opened when it is first
 * needed, and what peers open to us.
 *
 *   outbound:  none --open--> opening --handshake--> open --closed--> none (a short pause)
 *                ^               |
 *                `---- failed ---'  (a pause that doubles; `open` does nothing meanwhile)
 *
 * An inbound stream proves that its peer is there, and so ends the pause.
 */
import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { ByteStream, DialTarget } from '../base/network.ts';
import type { FrameStream } from './frame-stream.ts';
import type { LaneContext } from './lane-context.ts';
import { BarredPeers } from './barred-peers.ts';
import { type LinkOutcome, shakeHands } from './link.ts';
import { RedialBackoff } from './redial-backoff.ts';
import type { Traffic } from './traffic.ts';

export interface PeerLinksOptions {
  readonly protocol: string;
  /** Longest frame, in bytes, either way. */
  readonly maxFrameBytes: number;
  /** Whether its streams must never wait behind those of other protocols; default false. */
  readonly isApart?: boolean | undefined;
  /** Where to count the bytes of all streams; undefined: nowhere. */
  readonly traffic?: Traffic | undefined;
}

/** Streams that are open, by who opened them, and the bytes that wait in them to be sent. */
export interface LinkLoad {
  readonly inbound: number;
  readonly outbound: number;
  readonly queuedBytes: number;
}

/** What the owner of the links does with them. Errors thrown by `frame` with PROTOCOL abort that link. */
export interface LinkHandlers {
  /** A frame from the peer, a view that is valid during the call only. */
  frame(link: FrameStream, frame: Uint8Array): void;
  opened(link: FrameStream): void;
  closed(link: FrameStream, reason: Error | undefined): void;
  /** The attempt that `open` started did not succeed. */
  openFailed(peer: string, error: StarlingError): void;
}

interface Outbound {
  link: FrameStream | undefined;
  isOpening: boolean;
  readonly backoff: RedialBackoff;
}

export class PeerLinks {
  readonly #context: LaneContext;
  readonly #options: PeerLinksOptions;
  readonly #handlers: LinkHandlers;
  readonly #outbound = new Map<string, Outbound>();
  /** Oldest first. */
  readonly #inbound = new Map<string, FrameStream[]>();
  readonly #barred: BarredPeers;
  /** Inbound streams whose handshake has not ended, the oldest first. */
  readonly #pending = new Set<ByteStream>();
  #isStopped = false;

  constructor(context: LaneContext, options: PeerLinksOptions, handlers: LinkHandlers) {
    this.#context = context;
    this.#barred = new BarredPeers(context.clock);
    this.#options = options;
    this.#handlers = handlers;
  }

  /** Takes streams that peers open from now on. Call before the network starts. */
  start(): void {
    const { protocol, isApart = false } = this.#options;
    this.#context.network.handle(protocol, (stream) => this.#accept(stream), isApart);
  }

  /** Closes every link after sending what it holds, and opens no more. */
  stop(): void {
    this.#isStopped = true;
    for (const { link } of this.#outbound.values()) link?.close();
    for (const links of this.#inbound.values()) for (const link of links) link.close();
  }

  /** The open stream that we opened to the peer. */
  outbound(peer: string): FrameStream | undefined {
    return this.#outbound.get(peer)?.link;
  }

  /** The newest open stream that the peer opened to us. */
  inbound(peer: string): FrameStream | undefined {
    return this.#inbound.get(peer)?.at(-1);
  }

  /** Ends every stream to and from the peer at once, and takes none from it for a while: coming back must cost it something. */
  bar(peer: string, reason: StarlingError): void {
    this.#barred.add(peer);
    this.outbound(peer)?.abort(reason);
    for (const link of [...(this.#inbound.get(peer) ?? [])]) link.abort(reason);
  }

  /** What its streams are and what waits in them. */
  get load(): LinkLoad {
    const inbound = [...this.#inbound.values()].flat();
    const outbound = [...this.#outbound.values()].flatMap(({ link }) => link ?? []);
    const queuedBytes = [...inbound, ...outbound].reduce((sum, link) => sum + link.bufferedBytes, 0);
    return { inbound: inbound.length, outbound: outbound.length, queuedBytes };
  }

  hasLink(peer: string): boolean {
    return this.outbound(peer) !== undefined || this.inbound(peer) !== undefined;
  }

  /**
   * Begins to open a stream to the peer, unless that is already under way. False: the last attempt
   * failed a moment ago, and nothing was begun.
   */
  open(peer: string): boolean {
    const outbound = this.#outboundOf(peer);
    if (outbound.isOpening || outbound.link !== undefined) return true;
    if (this.#isStopped || !outbound.backoff.mayTry(this.#context.clock.monotonicMs())) return false;
    outbound.isOpening = true;
    this.#dial(
      { peer, addresses: this.#context.addressesOf(peer) },
      {
        opened: (link) => {
          outbound.isOpening = false;
          this.#useOutbound(outbound, link);
        },
        failed: (error) => {
          outbound.isOpening = false;
          outbound.backoff.failed(this.#context.clock.monotonicMs());
          if (outbound.link === undefined) this.#handlers.openFailed(peer, error);
        },
      },
    );
    return true;
  }

  /**
   * Opens a stream to whoever answers at one of the addresses, and gives that peer's id.
   * @throws StarlingError UNAVAILABLE | TIMEOUT where nobody did, FORBIDDEN where the handshake was refused.
   */
  connect(addresses: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#dial(
        { addresses },
        {
          opened: (link) => {
            this.#useOutbound(this.#outboundOf(link.peer), link);
            resolve(link.peer);
          },
          failed: reject,
        },
      );
    });
  }

  #dial(target: DialTarget, outcome: LinkOutcome): void {
    const { network, events } = this.#context;
    const { protocol } = this.#options;
    const failed = (error: StarlingError) => {
      events.openFailed(target.peer, protocol, error);
      outcome.failed(error);
    };
    network.open(target, protocol, LIMITS.openLinkMs).then(
      (bytes) =>
        shakeHands(this.#context, bytes, this.#options, { opened: (link) => outcome.opened(link), failed }),
      (error: unknown) => failed(toStarlingError(error)),
    );
  }

  #useOutbound(outbound: Outbound, link: FrameStream): void {
    const former = outbound.link;
    outbound.link = link;
    outbound.backoff.reset();
    this.#use(link, () => {
      if (outbound.link !== link) return;
      outbound.link = undefined;
      outbound.backoff.closed(this.#context.clock.monotonicMs());
    });
    former?.close();
  }

  #accept(bytes: ByteStream): void {
    if (this.#barred.has(bytes.peer)) {
      bytes.abort(new StarlingError('FORBIDDEN', 'this peer broke the rules a moment ago'));
      return;
    }
    if (this.#isStopped) {
      bytes.abort(new StarlingError('STOPPED', 'this peer is stopping'));
      return;
    }
    this.#makeRoom();
    this.#pending.add(bytes);
    shakeHands(this.#context, bytes, this.#options, {
      opened: (link) => {
        this.#pending.delete(bytes);
        this.#useInbound(link);
      },
      failed: (error) => {
        this.#pending.delete(bytes);
        this.#context.events.inboundRefused(bytes.peer, this.#options.protocol, error);
      },
    });
  }

  /** The one that has taken longest gives way: a member needs a round trip, and who stalls could keep members out else. */
  #makeRoom(): void {
    if (this.#pending.size < LIMITS.pendingHandshakes) return;
    const oldest = this.#pending.values().next().value!;
    this.#pending.delete(oldest);
    oldest.abort(new StarlingError('OVERLOADED', 'too many streams are being opened to this peer'));
  }

  #useInbound(link: FrameStream): void {
    this.#outbound.get(link.peer)?.backoff.reset();
    const links = [...(this.#inbound.get(link.peer) ?? []), link];
    this.#inbound.set(link.peer, links);
    this.#use(link, () => {
      const left = (this.#inbound.get(link.peer) ?? []).filter((other) => other !== link);
      if (left.length > 0) this.#inbound.set(link.peer, left);
      else this.#inbound.delete(link.peer);
    });
    if (links.length > LIMITS.inboundLinksPerPeer) {
      links[0]?.abort(new StarlingError('OVERLOADED', 'the peer opened too many streams'));
    }
  }

  #use(link: FrameStream, forget: () => void): void {
    const { events } = this.#context;
    const { protocol } = this.#options;
    link.onFrame = (frame) => this.#handlers.frame(link, frame);
    link.onClose = (reason) => {
      forget();
      events.linkClosed(link.peer, protocol, reason);
      this.#handlers.closed(link, reason);
    };
    if (this.#isStopped) {
      link.close();
      return;
    }
    events.linkOpened(link.peer, protocol, link.direction);
    this.#handlers.opened(link);
  }

  #outboundOf(peer: string): Outbound {
    let outbound = this.#outbound.get(peer);
    if (outbound === undefined) {
      if (this.#outbound.size >= LIMITS.members) this.#forgetIdle();
      outbound = { link: undefined, isOpening: false, backoff: new RedialBackoff(this.#context.random) };
      this.#outbound.set(peer, outbound);
    }
    return outbound;
  }

  /** Peers come and go for ever; what is known of those that are neither open nor opening is little. */
  #forgetIdle(): void {
    for (const [peer, { link, isOpening }] of this.#outbound) {
      if (link === undefined && !isOpening) this.#outbound.delete(peer);
    }
  }
}
