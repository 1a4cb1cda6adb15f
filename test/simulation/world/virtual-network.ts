/**
 * A network on virtual time: streams between processes, with everything a real one does to them.
 *
 *   VirtualNetwork -- join(peer, process) --> VirtualPort (the Network port of one process)
 *        |-- block / unblock / split / heal      paths, each way of its own
 *        |-- resetConnections / crash            streams that end
 *        `-- conditions                          latency, jitter, loss
 *
 * Streams stay ordered and reliable, as over TCP: a lost segment arrives a retransmission later and
 * holds up what is behind it. Across a blocked path segments stall; a stream whose path stays blocked
 * for `breakAfterMs` breaks at both ends, and opening one times out. A killed process's streams close
 * at the other end without an error (measured: within about 20 ms), those of a machine that lost power
 * just fall silent. A paused process still accepts connections in its kernel, but answers nothing.
 */
import { StarlingError } from '../../../src/base/errors.ts';
import type { SeededRandom } from './seeded-random.ts';
import { VirtualPort } from './virtual-port.ts';
import type { VirtualStream } from './virtual-stream.ts';
import type { ProcessTime, VirtualTime } from './virtual-time.ts';

/** How the network behaves where no fault was planted. */
export interface NetworkConditions {
  /** One way, in milliseconds. */
  readonly latencyMs: number;
  /** Added to the latency, uniformly from 0 up to this. */
  readonly jitterMs: number;
  /** Probability, 0..1, that a segment or a published message is lost. */
  readonly lossRate: number;
  /** What a lost segment costs. */
  readonly retransmissionMs: number;
  /** How long a stream survives a blocked path (measured: libp2p notices after 11..13 s). */
  readonly breakAfterMs: number;
}

export const LAN: NetworkConditions = {
  latencyMs: 0.1,
  jitterMs: 0.2,
  lossRate: 0,
  retransmissionMs: 200,
  breakAfterMs: 12_000,
};

export class VirtualNetwork {
  readonly time: VirtualTime;
  readonly random: SeededRandom;
  readonly #ports = new Map<string, VirtualPort>();
  readonly #addresses = new Map<string, string>();
  /** Blocked paths, each with a number of its own, so that an old block's timer doesn't end a new one. */
  readonly #blocked = new Map<string, number>();
  #blocks = 0;
  readonly #streams = new Set<VirtualStream>();
  conditions: NetworkConditions;
  #opened = 0;

  constructor(time: VirtualTime, random: SeededRandom, conditions: Partial<NetworkConditions> = {}) {
    this.time = time;
    this.random = random;
    this.conditions = { ...LAN, ...conditions };
  }

  /** Streams opened since the beginning, both ends counted once. */
  get openedStreams(): number {
    return this.#opened;
  }

  /**
   * The network as one process sees it. A restarted process joins anew and keeps its peer's address,
   * unless `address` gives it another.
   */
  join(peer: string, process: ProcessTime, address?: string): VirtualPort {
    const known = address ?? this.#addresses.get(peer) ?? this.#nextAddress(peer);
    this.#addresses.set(peer, known);
    const port = new VirtualPort(this, peer, process, known);
    this.#ports.set(peer, port);
    this.#resetFormerStreams(peer);
    return port;
  }

  /** Stops everything that goes from one peer to the other; the way back stays as it is. */
  block(from: string, to: string): void {
    const path = pathName(from, to);
    if (this.#blocked.has(path)) return;
    const block = ++this.#blocks;
    this.#blocked.set(path, block);
    this.time.after(this.conditions.breakAfterMs, () => {
      if (this.#blocked.get(path) === block) this.#breakStreams(from, to, 'the connection timed out');
    });
  }

  unblock(from: string, to: string): void {
    if (!this.#blocked.delete(pathName(from, to))) return;
    for (const stream of this.#streams) {
      if (stream.peer === to && stream.self === from) stream.retransmit();
    }
  }

  /** Cuts the network into groups that can't reach each other; peers not named stay connected to all. */
  split(...groups: readonly (readonly string[])[]): void {
    this.#forEachPathBetween(groups, (from, to) => this.block(from, to));
  }

  /** Removes every block. */
  heal(): void {
    for (const path of [...this.#blocked.keys()]) {
      const [from, to] = path.split(PATH_SEPARATOR) as [string, string];
      this.unblock(from, to);
    }
  }

  /** One end gives up its streams to a peer, which hears of it where the path is open. */
  abortStreams(self: string, peer: string): void {
    for (const stream of [...this.#streams]) {
      if (stream.self !== self || stream.peer !== peer) continue;
      stream.abort(new StarlingError('UNAVAILABLE', `${peer} was found dead`));
    }
  }

  /** Breaks every stream between two peers at once, as a lost route or a firewall does. */
  resetConnections(a: string, b: string): void {
    this.#breakStreams(a, b, 'the connection was reset');
  }

  /**
   * What the network shows of a process that died (kill the process first): its streams close at
   * their other ends. With `silently` (power lost, cable cut) nothing comes until they time out.
   */
  crash(peer: string, options: { silently?: boolean } = {}): void {
    this.#ports.get(peer)?.vanish();
    this.#ports.delete(peer);
    const delayMs = () => (options.silently ? this.conditions.breakAfterMs : this.random.between(1, 20));
    for (const stream of [...this.#streams]) {
      if (stream.self !== peer) continue;
      stream.die(delayMs());
    }
  }

  /** False where nothing gets from one to the other now. */
  isOpen(from: string, to: string): boolean {
    return !this.#blocked.has(pathName(from, to));
  }

  /** Whether a process of this peer is there. */
  isListening(peer: string): boolean {
    return this.#ports.get(peer)?.isListening === true;
  }

  /** The latency of one segment, jitter and retransmissions included. */
  segmentDelayMs(): number {
    const { latencyMs, jitterMs, lossRate, retransmissionMs } = this.conditions;
    let delayMs = latencyMs + this.random.fraction() * jitterMs;
    for (let wait = retransmissionMs; this.random.chance(lossRate); wait *= 2) delayMs += wait;
    return delayMs;
  }

  /** The listening port at an address, or of a peer. */
  find(target: { peer?: string | undefined; addresses: readonly string[] }): VirtualPort | undefined {
    const bare = target.addresses.map(withoutPeer);
    for (const port of this.#ports.values()) {
      if (!port.isListening) continue;
      if (bare.length === 0 ? port.self === target.peer : bare.includes(withoutPeer(port.address)))
        return port;
    }
    return undefined;
  }

  /** Every other listening port, in the order of joining. */
  others(self: string): VirtualPort[] {
    return [...this.#ports.values()].filter((port) => port.self !== self && port.isListening);
  }

  /** Called by a stream's ends. */
  register(stream: VirtualStream): void {
    if (stream.direction === 'outbound') this.#opened++;
    this.#streams.add(stream);
  }

  /** Called by a stream's ends. */
  forget(stream: VirtualStream): void {
    this.#streams.delete(stream);
  }

  /** Closes every stream that one peer has, from its side. */
  closeStreamsOf(peer: string): void {
    for (const stream of [...this.#streams]) if (stream.self === peer) stream.close();
  }

  /** A restarted machine answers segments of connections that it knows nothing of with a reset. */
  #resetFormerStreams(peer: string): void {
    for (const stream of [...this.#streams]) {
      if (stream.peer !== peer || !this.isOpen(stream.self, peer) || !this.isOpen(peer, stream.self))
        continue;
      const reason = new StarlingError('UNAVAILABLE', `${peer} was restarted and reset the connection`);
      this.time.after(this.random.between(1, 200), () => stream.breakOff(reason));
    }
  }

  #breakStreams(a: string, b: string, why: string): void {
    for (const stream of [...this.#streams]) {
      const isBetween = (stream.self === a && stream.peer === b) || (stream.self === b && stream.peer === a);
      if (isBetween) stream.breakOff(new StarlingError('UNAVAILABLE', `${why}: ${a} - ${b}`));
    }
  }

  #forEachPathBetween(groups: readonly (readonly string[])[], act: (from: string, to: string) => void): void {
    groups.forEach((group, index) => {
      const strangers = groups.filter((_, other) => other !== index).flat();
      for (const from of group) for (const to of strangers) act(from, to);
    });
  }

  #nextAddress(peer: string): string {
    const host = this.#addresses.size + 1;
    return `/ip4/10.${host >> 16}.${(host >> 8) & 255}.${host & 255}/tcp/4001/p2p/${peer}`;
  }
}

const PATH_SEPARATOR = ' -> ';

function pathName(from: string, to: string): string {
  return from + PATH_SEPARATOR + to;
}

function withoutPeer(address: string): string {
  return address.replace(/\/p2p\/.*$/, '');
}
