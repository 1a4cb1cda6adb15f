import type { Credentials } from '../access/access.ts';
import { StarlingError } from '../base/errors.ts';
import { parseAddress } from './address.ts';
import { type CallRequest, Connection, type Reply } from './connection.ts';
import type { ClientWorld } from './world.ts';

/** How long a peer that failed is left alone where others can be asked: doubles with each failure in a row. */
const AVOID_MS = { first: 50, most: 2000 } as const;

export interface PeersOptions {
  readonly world: ClientWorld;
  readonly connectionsPerPeer: number;
  readonly connectTimeoutMs: number;
  readonly credentials: (() => Credentials) | undefined;
  /** Called when an open connection to a peer has ended. */
  readonly onLost: () => void;
  /** Called where a peer let a deadline pass in silence. */
  readonly onSilence: () => void;
}

/** The connections to all peers, by address: opened when first needed, reopened after a pause that grows. */
export class Peers {
  readonly #options: PeersOptions;
  readonly #peers = new Map<string, Peer>();
  #closed = false;

  constructor(options: PeersOptions) {
    this.#options = options;
  }

  /** Whether there is no reason to ask somebody else instead. */
  loadOf(address: string): number {
    return this.#peers.get(address)?.load ?? 0;
  }

  isWell(address: string): boolean {
    return this.#peers.get(address)?.isWell() ?? true;
  }

  /** Whether requests wait there and nothing has come back for LIMITS.clientSilenceMs. */
  isSilent(address: string): boolean {
    return this.#peers.get(address)?.isSilent() ?? false;
  }

  /** Sends one request to one peer, once. Resolves to its answer or to the error; never rejects. */
  ask(address: string, request: CallRequest): Promise<Reply> {
    if (this.#closed) return Promise.resolve(closedError());
    let peer = this.#peers.get(address);
    if (peer === undefined) {
      peer = new Peer(address, this.#options);
      this.#peers.set(address, peer);
    }
    return peer.ask(request);
  }

  /** Lets go of the connections to peers that are no longer members, once they are idle. */
  retain(addresses: ReadonlySet<string>): void {
    for (const [address, peer] of this.#peers) {
      if (!addresses.has(address) && peer.load === 0) {
        this.#peers.delete(address);
        peer.close();
      }
    }
  }

  /** Tells every request under way STOPPED and closes every connection. */
  close(): void {
    this.#closed = true;
    for (const peer of this.#peers.values()) peer.close();
    this.#peers.clear();
  }
}

/** One address and the connections to it. */
class Peer {
  readonly #address: string;
  readonly #options: PeersOptions;
  readonly #connections: (Connection | undefined)[];
  #turn = 0;
  #failures = 0;
  /** What the last one that counted said. */
  #lastFailure = '';
  #avoidUntilMs = 0;
  #closed = false;

  constructor(address: string, options: PeersOptions) {
    this.#address = address;
    this.#options = options;
    this.#connections = new Array<Connection | undefined>(options.connectionsPerPeer).fill(undefined);
  }

  isWell(): boolean {
    return !this.#isAvoided() && !this.isSilent();
  }

  isSilent(): boolean {
    return this.#connections.some((connection) => connection?.isSilent);
  }

  /** Requests under way. */
  get load(): number {
    let sum = 0;
    for (const connection of this.#connections) sum += connection?.load ?? 0;
    return sum;
  }

  ask(request: CallRequest): Promise<Reply> {
    const slot = this.#turn++ % this.#connections.length;
    const connection = this.#connections[slot];
    if (connection === undefined && this.#isAvoided()) return Promise.resolve(this.#avoided());
    return new Promise((resolve) => {
      (connection ?? this.#open(slot)).call(request, (reply) => {
        this.#judge(reply);
        resolve(reply);
      });
    });
  }

  close(): void {
    this.#closed = true;
    for (const connection of this.#connections) connection?.close(closedError());
  }

  #open(slot: number): Connection {
    const { world, connectTimeoutMs, credentials, onLost, onSilence } = this.#options;
    const connection = new Connection(world.dial(parseAddress(this.#address), connectTimeoutMs), {
      address: this.#address,
      world,
      credentials,
      onSilence,
      onClosed: (reason, wasOpen) => {
        this.#connections[slot] = undefined;
        this.#judge(reason);
        // A peer that refuses the client's token is as it was.
        if (wasOpen && !this.#closed && reason.retryable) onLost();
      },
    });
    this.#connections[slot] = connection;
    return connection;
  }

  #isAvoided(): boolean {
    return this.#failures > 0 && this.#options.world.clock.monotonicMs() < this.#avoidUntilMs;
  }

  /** Only what says something about the peer itself counts: that it didn't answer, or doesn't take requests. */
  #judge(reply: Reply): void {
    if (!(reply instanceof StarlingError)) this.#failures = 0;
    else if (reply.code === 'UNAVAILABLE' || reply.code === 'TIMEOUT' || reply.code === 'NOT_READY')
      this.#failed(reply);
  }

  #failed({ message }: StarlingError): void {
    const { clock, random } = this.#options.world;
    const avoidMs =
      Math.min(AVOID_MS.first * 2 ** this.#failures, AVOID_MS.most) * (0.5 + random.fraction() / 2);
    const nowMs = clock.monotonicMs();
    // Requests that fail together are one failure.
    if (nowMs < this.#avoidUntilMs) return;
    this.#failures++;
    this.#lastFailure = message;
    this.#avoidUntilMs = nowMs + avoidMs;
  }

  #avoided(): StarlingError {
    const message = `${this.#lastFailure}; it is tried again in a moment`;
    return new StarlingError('UNAVAILABLE', message, { address: this.#address });
  }
}

function closedError(): StarlingError {
  return new StarlingError('STOPPED', 'this client is closed; connect again');
}
