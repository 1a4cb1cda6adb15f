import type { ByteStream } from '../../../src/base/network.ts';
import type { ProcessTime } from './virtual-time.ts';
import type { VirtualNetwork } from './virtual-network.ts';

/** Unread bytes after which `send` says that the buffer is full. */
const WINDOW_BYTES = 256 << 10;

interface Segment {
  /** Undefined: the end of the stream. */
  readonly chunk: Uint8Array | undefined;
  readonly reason?: Error | undefined;
}

/** One end of a stream. What it sends arrives at `other`, in order, when the network lets it. */
export class VirtualStream implements ByteStream {
  readonly self: string;
  readonly peer: string;
  readonly direction: 'inbound' | 'outbound';
  onData: (chunk: Uint8Array) => void = () => {};
  onClose: (reason: Error | undefined) => void = () => {};
  onDrain: () => void = () => {};
  readonly #network: VirtualNetwork;
  readonly #process: ProcessTime;
  #other!: VirtualStream;
  #state: 'open' | 'closing' | 'closed' = 'open';
  /** Sent across a path that was blocked, waiting for it to open. */
  #stalled: Segment[] = [];
  #unreadBytes = 0;
  #isFull = false;
  /** When the newest segment arrives: later ones may not overtake it. */
  #lastArrivalMs = 0;

  /** Both ends of a new stream. */
  static pair(
    network: VirtualNetwork,
    opener: { peer: string; process: ProcessTime },
    acceptor: { peer: string; process: ProcessTime },
  ): [VirtualStream, VirtualStream] {
    const outbound = new VirtualStream(network, opener, acceptor.peer, 'outbound');
    const inbound = new VirtualStream(network, acceptor, opener.peer, 'inbound');
    outbound.#other = inbound;
    inbound.#other = outbound;
    return [outbound, inbound];
  }

  private constructor(
    network: VirtualNetwork,
    self: { peer: string; process: ProcessTime },
    peer: string,
    direction: 'inbound' | 'outbound',
  ) {
    this.#network = network;
    this.#process = self.process;
    this.self = self.peer;
    this.peer = peer;
    this.direction = direction;
    network.register(this);
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Nothing sent arrives before this time: the acceptance that opens the stream goes first. */
  delayUntil(atMs: number): void {
    this.#lastArrivalMs = atMs;
  }

  send(chunk: Uint8Array): boolean {
    if (this.#state !== 'open') return false;
    this.#unreadBytes += chunk.length;
    this.#transmit({ chunk });
    if (this.#unreadBytes >= WINDOW_BYTES) this.#isFull = true;
    return !this.#isFull;
  }

  close(): void {
    if (this.#state !== 'open') return;
    this.#state = 'closing';
    this.#transmit({ chunk: undefined });
    this.#process.after(0, () => this.#end(undefined));
  }

  abort(reason: Error): void {
    if (this.#state !== 'open') return;
    this.#state = 'closing';
    this.#stalled = [];
    this.#transmit({ chunk: undefined, reason: new Error('the stream was reset') });
    this.#process.after(0, () => this.#end(reason));
  }

  /** The path is open again: what stalled is sent once more, after the backoff of a real TCP. */
  retransmit(): void {
    const stalled = this.#stalled;
    this.#stalled = [];
    const backoffMs = this.#network.random.between(0, this.#network.conditions.retransmissionMs);
    for (const segment of stalled) this.#transmit(segment, backoffMs);
  }

  /** The connection broke: this end hears of it now, if its process lives. */
  breakOff(reason: Error): void {
    if (this.#state === 'closed') return;
    this.#state = 'closing';
    this.#process.after(0, () => this.#end(reason));
  }

  /** This end's process died: the other end hears of it after the delay, when all sent has arrived. */
  die(delayMs: number): void {
    if (this.#state === 'open') this.#transmit({ chunk: undefined }, delayMs);
    this.#state = 'closed';
  }

  #transmit(segment: Segment, extraDelayMs = 0): void {
    if (!this.#network.isOpen(this.self, this.peer) || this.#stalled.length > 0) {
      this.#stalled.push(segment);
      return;
    }
    const arrivalMs = this.#network.time.nowMs + this.#network.segmentDelayMs() + extraDelayMs;
    this.#lastArrivalMs = Math.max(this.#lastArrivalMs, arrivalMs);
    const receiver = this.#other;
    if (receiver.#process.isAlive)
      receiver.#process.at(this.#lastArrivalMs, () => receiver.#receive(segment));
    else if (this.#network.isListening(this.peer)) receiver.#reset();
  }

  #receive(segment: Segment): void {
    if (this.#state === 'closed') {
      if (segment.chunk !== undefined) this.#reset();
      return;
    }
    if (segment.chunk === undefined) {
      this.#end(segment.reason);
      return;
    }
    this.#other.#acknowledge(segment.chunk.length);
    if (this.#state === 'open') this.onData(segment.chunk);
  }

  /** The machine has no such connection any more, and says so to whoever sends on it. */
  #reset(): void {
    if (!this.#network.isOpen(this.self, this.peer)) return;
    const reason = new Error(`${this.self} knows nothing of this connection`);
    const other = this.#other;
    other.#process.after(this.#network.segmentDelayMs(), () => other.breakOff(reason));
  }

  #acknowledge(bytes: number): void {
    this.#unreadBytes -= bytes;
    if (!this.#isFull || this.#unreadBytes > WINDOW_BYTES / 2) return;
    this.#process.after(this.#network.conditions.latencyMs, () => {
      if (!this.#isFull || this.#state !== 'open') return;
      this.#isFull = false;
      this.onDrain();
    });
  }

  #end(reason: Error | undefined): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#stalled = [];
    if (this.#other.#state === 'closed') {
      this.#network.forget(this);
      this.#network.forget(this.#other);
    }
    this.onClose(reason);
  }
}
