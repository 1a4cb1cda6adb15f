import type { SimulatedCluster } from './cluster.ts';
import type { SimulatedNode } from './simulated-node.ts';
import type { SeededRandom } from './world/seeded-random.ts';
import { shuffled } from '../../src/base/random.ts';

const FAULTS = [
  'kill',
  'power cut',
  'split',
  'one-way split',
  'loss',
  'pause',
  'reset',
  'clock step',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface NemesisOptions {
  /** Nodes that may be down or paused at the same time. */
  readonly mostDown: number;
  /** Between the beginnings of two faults. */
  readonly everyMs: number;
  /** How long one lasts, at most. */
  readonly lastingMs: number;
  readonly clockErrorMs: number;
}

/** Breaks things, one after the other and some at the same time, and counts what it broke. */
export class Nemesis {
  readonly counts = new Map<Fault, number>();
  readonly #cluster: SimulatedCluster;
  readonly #options: NemesisOptions;
  readonly #random: SeededRandom;
  readonly #paused = new Set<SimulatedNode>();
  #stopped = false;

  constructor(cluster: SimulatedCluster, options: NemesisOptions) {
    this.#cluster = cluster;
    this.#options = options;
    this.#random = cluster.random.fork('nemesis');
  }

  start(): void {
    this.#cluster.time.after(this.#random.between(0, this.#options.everyMs), () => {
      if (this.#stopped) return;
      this.#strike(FAULTS[this.#random.integer(FAULTS.length)]!);
      this.start();
    });
  }

  stop(): void {
    this.#stopped = true;
  }

  #strike(fault: Fault): void {
    if (this.#inflict(fault)) this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
  }

  /** False where it could not be done just now. */
  #inflict(fault: Fault): boolean {
    const { network, nodes } = this.#cluster;
    const [a, b] = shuffled(this.#random, nodes) as [SimulatedNode, SimulatedNode];
    switch (fault) {
      case 'kill':
        return this.#crash(a, false);
      case 'power cut':
        return this.#crash(a, true);
      case 'split':
        network.split(...this.#halves());
        this.#later(() => network.heal());
        return true;
      case 'one-way split': {
        const [some = [], others = []] = this.#halves();
        for (const from of some) for (const to of others) network.block(from, to);
        this.#later(() => network.heal());
        return true;
      }
      case 'loss':
        network.conditions = { ...network.conditions, lossRate: 0.3 };
        this.#later(() => {
          network.conditions = { ...network.conditions, lossRate: 0.01 };
        });
        return true;
      case 'pause':
        return this.#pause(a);
      case 'reset':
        network.resetConnections(a.peer, b.peer);
        return true;
      case 'clock step':
        a.setWallErrorMs(Math.round(this.#random.between(-1, 1) * this.#options.clockErrorMs));
        return true;
    }
  }

  #crash(node: SimulatedNode, power: boolean): boolean {
    if (!node.isUp || !this.#mayLoseOne(node)) return false;
    node.crash(power);
    this.#paused.delete(node);
    this.#later(() => {
      if (!this.#stopped && !node.isUp && node.role === 'member') void node.boot();
    });
    return true;
  }

  #pause(node: SimulatedNode): boolean {
    if (!node.isUp || !this.#mayLoseOne(node)) return false;
    node.pause();
    this.#paused.add(node);
    this.#later(() => {
      node.resume();
      this.#paused.delete(node);
    });
    return true;
  }

  #mayLoseOne(node: SimulatedNode): boolean {
    const members = this.#cluster.nodes.filter(({ role }) => role === 'member');
    const lost = members.filter((other) => !other.isUp || this.#paused.has(other));
    return lost.includes(node) || lost.length < this.#options.mostDown;
  }

  #halves(): string[][] {
    const peers = shuffled(this.#random, this.#cluster.nodes).map(({ peer }) => peer);
    const cut = 1 + this.#random.integer(peers.length - 1);
    return [peers.slice(0, cut), peers.slice(cut)];
  }

  #later(end: () => void): void {
    this.#cluster.time.after(this.#random.between(0.05, 1) * this.#options.lastingMs, end);
  }
}
