import { createHash } from 'node:crypto';
import { StarlingError } from '../../../src/base/errors.ts';
import type { ByteStream, DialTarget, Network } from '../../../src/base/network.ts';
import type { VirtualNetwork } from './virtual-network.ts';
import { VirtualStream } from './virtual-stream.ts';
import type { ProcessTime } from './virtual-time.ts';

/** The Network port of one process of a virtual network. */
export class VirtualPort implements Network {
  readonly self: string;
  readonly process: ProcessTime;
  readonly #network: VirtualNetwork;
  readonly address: string;
  readonly #handlers = new Map<string, (stream: ByteStream) => void>();
  readonly #subscriptions = new Map<string, (message: Uint8Array) => boolean>();
  readonly #admitted = new Set<string>();
  #isListening = false;

  constructor(network: VirtualNetwork, self: string, process: ProcessTime, address: string) {
    this.#network = network;
    this.self = self;
    this.process = process;
    this.address = address;
  }

  get isListening(): boolean {
    return this.#isListening;
  }

  addresses(): string[] {
    return [this.address];
  }

  /** Nothing that anybody couldn't make: nobody in here tries. */
  sign(message: Uint8Array): Uint8Array {
    return signatureOf(this.self, message);
  }

  isSignedBy(peer: string, message: Uint8Array, signature: Uint8Array): boolean {
    return Buffer.compare(signatureOf(peer, message), signature) === 0;
  }

  async start(): Promise<void> {
    this.#isListening = true;
  }

  async stop(): Promise<void> {
    this.#isListening = false;
    this.#network.closeStreamsOf(this.self);
  }

  disconnect(peer: string): void {
    this.#network.abortStreams(this.self, peer);
  }

  /** The process died: nobody can reach it any more. */
  vanish(): void {
    this.#isListening = false;
  }

  handle(protocol: string, handler: (stream: ByteStream) => void): void {
    this.#handlers.set(protocol, handler);
  }

  open(target: DialTarget, protocol: string, timeoutMs: number): Promise<ByteStream> {
    return new Promise((resolve, reject) => {
      let isPending = true;
      const settle = (act: () => void) => {
        if (!isPending) return;
        isPending = false;
        timer.cancel();
        act();
      };
      const timer = this.process.after(timeoutMs, () =>
        settle(() => reject(new StarlingError('TIMEOUT', `no answer from ${describe(target)}`))),
      );
      const fail = (why: string) =>
        this.process.after(this.#roundTripMs(), () =>
          settle(() => reject(new StarlingError('UNAVAILABLE', `${describe(target)}: ${why}`))),
        );
      this.#dial(target, protocol, {
        fail,
        isPending: () => isPending,
        succeed: (stream) => settle(() => resolve(stream)),
      });
    });
  }

  publish(topic: string, message: Uint8Array): void {
    for (const other of this.#network.others(this.self)) {
      if (!this.#network.isOpen(this.self, other.self)) continue;
      if (this.#network.random.chance(this.#network.conditions.lossRate)) continue;
      const hops = 1 + this.#network.random.integer(3);
      const delayMs = hops * (this.#network.conditions.latencyMs + this.#network.random.fraction());
      other.process.after(delayMs, () => other.#deliver(topic, message));
    }
  }

  subscribe(topic: string, handler: (message: Uint8Array) => boolean): void {
    this.#subscriptions.set(topic, handler);
  }

  admit(stream: ByteStream): void {
    this.#admitted.add(stream.peer);
  }

  /** The request goes there, is accepted by the other process, and the answer comes back. */
  #dial(target: DialTarget, protocol: string, attempt: Attempt): void {
    const other = this.#network.find(target);
    if (other === undefined || !this.#mayDial(target, other)) {
      attempt.fail(this.#refusal(target, other));
      return;
    }
    if (!this.#isReachable(other)) return;
    other.process.after(this.#network.segmentDelayMs(), () => {
      if (!attempt.isPending() || !this.process.isAlive || !this.#isReachable(other)) return;
      const handler = other.#isListening ? other.#handlers.get(protocol) : undefined;
      if (handler === undefined) attempt.fail(`no handler for ${protocol}`);
      else this.#accepted(other, handler, attempt);
    });
  }

  #accepted(other: VirtualPort, handler: (stream: ByteStream) => void, attempt: Attempt): void {
    const [outbound, inbound] = VirtualStream.pair(this.#network, asEnd(this), asEnd(other));
    const openedMs = this.#network.time.nowMs + this.#network.segmentDelayMs();
    inbound.delayUntil(openedMs);
    this.process.at(openedMs, () => {
      if (!outbound.isOpen) attempt.fail('the connection ended while it was being opened');
      else if (attempt.isPending()) attempt.succeed(outbound);
      else outbound.abort(new StarlingError('TIMEOUT', 'nobody waits for this stream any more'));
    });
    handler(inbound);
  }

  #mayDial(target: DialTarget, other: VirtualPort): boolean {
    if (!this.#isListening || other.self === this.self) return false;
    return target.peer === undefined || target.peer === other.self;
  }

  #refusal(target: DialTarget, other: VirtualPort | undefined): string {
    if (!this.#isListening) return 'this network port is not started';
    if (other === undefined) return 'connection refused';
    if (other.self === this.self) return 'that is this peer itself';
    return `somebody else answered: ${other.self}, not ${target.peer ?? 'anybody'}`;
  }

  #deliver(topic: string, message: Uint8Array): void {
    if (!this.#isListening) return;
    // It came through somebody whom this peer has admitted.
    if (this.#admitted.size > 0) this.#subscriptions.get(topic)?.(message.slice());
  }

  #isReachable(other: VirtualPort): boolean {
    return this.#network.isOpen(this.self, other.self) && this.#network.isOpen(other.self, this.self);
  }

  #roundTripMs(): number {
    return 2 * this.#network.segmentDelayMs();
  }
}

interface Attempt {
  isPending(): boolean;
  succeed(stream: VirtualStream): void;
  fail(why: string): void;
}

function asEnd(port: VirtualPort): { peer: string; process: ProcessTime } {
  return { peer: port.self, process: port.process };
}

function describe(target: DialTarget): string {
  return target.peer ?? target.addresses.join(', ');
}

function signatureOf(peer: string, message: Uint8Array): Uint8Array {
  return createHash('sha512').update(`${peer}\n`).update(message).digest();
}
