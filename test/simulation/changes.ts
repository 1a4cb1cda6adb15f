import type { SimulatedCluster } from './cluster.ts';
import { isGone } from '../../src/membership/intent.ts';
import { orderRemoval } from './removal-order.ts';
import type { SimulatedNode } from './simulated-node.ts';
import { isWhole } from './wholeness.ts';
import type { SeededRandom } from './world/seeded-random.ts';

export type Change =
  'join' | 'leave' | 'return' | 'removal' | 'replacement' | 'lost disk' | 'long absence' | 'new profile';

export interface ChangesOptions {
  /** Each as likely as the others. */
  readonly kinds: readonly Change[];
  /** Between the beginnings of two changes, on average. */
  readonly everyMs: number;
  /** Members that there are at least. */
  readonly leastMembers: number;
}

const WEIGHTS = [20, 50, 100, 300] as const;
const ZONES = ['', 'east', 'west', 'north'] as const;
/** Longer than deletions are remembered, and than it takes to find a member dead. */
const LONG_ABSENCE_MS = { least: 4000, most: 12_000 } as const;
/** How long a machine that lost its disk is away, at most. */
const AWAY_MS = 4000;
/** Between two orders to remove the same member, which are refused while others hold too little. */
const ORDER_EVERY_MS = 200;

/**
 * Members come and go, several at once where it so happens. Of what machines hold only one loses it at a time, to a removal or with its
 * disk, and the next when the others are whole again: with W of N owners more can't be asked of anybody.
 */
export class Changes {
  readonly counts = new Map<Change, number>();
  readonly #cluster: SimulatedCluster;
  readonly #options: ChangesOptions;
  readonly #random: SeededRandom;
  #lost: SimulatedNode | undefined;
  #stopped = false;

  constructor(cluster: SimulatedCluster, options: ChangesOptions) {
    this.#cluster = cluster;
    this.#options = options;
    this.#random = cluster.random.fork('changes');
  }

  start(): void {
    this.#cluster.time.after(this.#random.between(0.2, 1.8) * this.#options.everyMs, () => {
      if (this.#stopped) return;
      const change = this.#options.kinds[this.#random.integer(this.#options.kinds.length)]!;
      if (this.#make(change)) this.counts.set(change, (this.counts.get(change) ?? 0) + 1);
      this.start();
    });
  }

  /** Begins nothing more; what has begun goes on to its end. */
  stop(): void {
    this.#stopped = true;
  }

  /** False where it could not be made just now. */
  #make(change: Change): boolean {
    const node = this.#pickFor(change);
    if (node === undefined) return false;
    switch (change) {
      case 'join':
        void node.boot();
        return true;
      case 'return':
        // What it held when it left is still on its disk.
        void node.boot();
        return true;
      case 'leave':
        return this.#leave(node);
      case 'removal':
        return this.#remove(node);
      case 'replacement':
        return this.#replace(node);
      case 'long absence':
        return this.#beAway(node);
      case 'new profile':
        return this.#changeProfile(node);
      case 'lost disk':
        return this.#loseDisk(node);
    }
  }

  #leave(node: SimulatedNode): boolean {
    if (!this.#maySpare(node)) return false;
    node.node!.passage.departure.begin();
    return true;
  }

  /** Its machine is gone, and an operator says so as soon as they are let. */
  #remove(node: SimulatedNode): boolean {
    if (!this.#maySpare(node) || !this.#mayLose()) return false;
    this.#lost = node;
    node.crash(true);
    node.role = 'gone';
    this.#order(node);
    return true;
  }

  /** Its machine is gone, and another is started in its place. */
  #replace(node: SimulatedNode): boolean {
    const substitute = this.#pick(({ role }) => role === 'reserve');
    if (substitute === undefined || node.node?.isActive !== true || !this.#mayLose()) return false;
    this.#lost = node;
    node.crash(true);
    node.role = 'gone';
    substitute.settings = { ...substitute.settings, replaces: node.peer };
    void substitute.boot();
    this.#awaitRemoval(node);
    return true;
  }

  #awaitRemoval(removed: SimulatedNode): void {
    this.#cluster.time.after(ORDER_EVERY_MS, () => {
      const isKnown = this.#cluster.up.some(({ node }) =>
        node?.gossip.intents().some((intent) => intent.peer === removed.peer && isGone(intent)),
      );
      if (isKnown) removed.isRemovalOrdered = true;
      else this.#awaitRemoval(removed);
    });
  }

  /** Its disk stays, and what it has on it gets old. */
  #beAway(node: SimulatedNode): boolean {
    if (!node.isUp || !this.#mayLose()) return false;
    node.crash(this.#random.chance(0.5));
    this.#cluster.time.after(this.#random.between(LONG_ABSENCE_MS.least, LONG_ABSENCE_MS.most), () => {
      if (node.role === 'member' && !node.isUp) void node.boot();
    });
    return true;
  }

  /** It is restarted with another share of the data or in another place, and keeps what it had until others have copied. */
  #changeProfile(node: SimulatedNode): boolean {
    if (!node.isUp) return false;
    const weight = WEIGHTS[this.#random.integer(WEIGHTS.length)]!;
    const zone = ZONES[this.#random.integer(ZONES.length)]!;
    node.settings = { ...node.settings, weight, zone };
    node.crash(false);
    void node.boot();
    return true;
  }

  #order(removed: SimulatedNode): void {
    this.#cluster.time.after(ORDER_EVERY_MS, () => {
      const others = this.#cluster.up.filter(({ node }) => node?.isActive === true);
      const at = others[this.#random.integer(Math.max(1, others.length))];
      if (at === undefined || orderRemoval(at, removed.peer) !== 'done') this.#order(removed);
      else removed.isRemovalOrdered = true;
    });
  }

  #loseDisk(node: SimulatedNode): boolean {
    if (!node.isUp || !this.#mayLose()) return false;
    this.#lost = node;
    node.loseDisk();
    this.#cluster.time.after(this.#random.between(0.05, 1) * AWAY_MS, () => {
      if (!node.isUp) void node.boot();
    });
    return true;
  }

  #pickFor(change: Change): SimulatedNode | undefined {
    if (change === 'join') return this.#pick(({ role }) => role === 'reserve');
    if (change === 'return') return this.#pick((node) => node.hasLeft);
    return this.#pick(({ role }) => role === 'member');
  }

  #pick(isWanted: (node: SimulatedNode) => boolean): SimulatedNode | undefined {
    const nodes = this.#cluster.nodes.filter(isWanted);
    return nodes[this.#random.integer(Math.max(1, nodes.length))];
  }

  /** Whether it is a full member, and enough others are. */
  #maySpare(node: SimulatedNode): boolean {
    const active = this.#cluster.nodes.filter((other) => other.node?.isActive === true);
    return active.includes(node) && active.length > this.#options.leastMembers;
  }

  #mayLose(): boolean {
    if (this.#lost !== undefined && !this.#hasEnded(this.#lost)) return false;
    return isWhole(this.#cluster);
  }

  /** Whether nobody counts on what it lost any more. */
  #hasEnded(lost: SimulatedNode): boolean {
    return lost.role === 'gone' ? lost.isRemovalOrdered : lost.isUp;
  }
}
