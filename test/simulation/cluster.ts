import { sleep } from '../../src/base/timers.ts';
import type { NodeSettings } from '../../src/node/settings.ts';
import type { FinalRead, Violation } from './history.ts';
import { type MembershipView, checkMembershipViews } from './checkers/membership-views.ts';
import { differingContents, differingPartitions } from './checkers/convergence.ts';
import { SimulatedNode, type SimulatedWorld } from './simulated-node.ts';
import { SeededRandom } from './world/seeded-random.ts';
import { type NetworkConditions, VirtualNetwork } from './world/virtual-network.ts';
import { VirtualTime } from './world/virtual-time.ts';

export interface ClusterOptions {
  readonly seed: number;
  readonly nodes: number;
  /** N; W and R are majorities of it. */
  readonly replicas: number;
  readonly partitions?: number;
  readonly network?: Partial<NetworkConditions>;
  /** How wrong the wall clocks are: each is off by up to this much, either way. */
  readonly clockErrorMs?: number;
}

/** What everybody in the simulation knows. */
export const SECRET = 'a secret that everybody in the simulation knows';

/** A whole cluster of real nodes in a virtual world, all of it decided by one seed. */
export class SimulatedCluster {
  readonly time: VirtualTime;
  readonly network: VirtualNetwork;
  readonly random: SeededRandom;
  readonly nodes: readonly SimulatedNode[];

  constructor(options: ClusterOptions) {
    this.random = new SeededRandom(options.seed);
    this.time = new VirtualTime();
    this.network = new VirtualNetwork(this.time, this.random.fork('network'), options.network);
    const world: SimulatedWorld = { time: this.time, network: this.network, random: this.random };
    const peers = Array.from({ length: options.nodes }, (_, i) => `peer${i + 1}`);
    // The first address that a virtual network gives out; its owner founds the cluster.
    const bootstrap = ['/ip4/10.0.0.1/tcp/4001'];
    this.nodes = peers.map(
      (peer, i) => new SimulatedNode(world, peer, settings(options, i === 0 ? [] : bootstrap)),
    );
    const clocks = this.random.fork('clocks');
    for (const node of this.nodes)
      node.setWallErrorMs(Math.round(clocks.between(-1, 1) * (options.clockErrorMs ?? 0)));
  }

  get up(): SimulatedNode[] {
    return this.nodes.filter((node) => node.isUp);
  }

  /** Boots nodes (all, unless told how many) and runs the world until every one is a full member. */
  async start(count = this.nodes.length): Promise<void> {
    for (const node of this.nodes.slice(0, count)) await this.time.settle(node.boot(), 5000);
    await this.untilSettled(60_000);
  }

  /**
   * From now on whoever starts tries the addresses of all, and nobody founds: where the founder lost its disk, or has left, an operator
   * must not let it found another cluster.
   */
  forgetFounder(): void {
    const bootstrap = this.nodes.map((_, i) => `/ip4/10.0.0.${i + 1}/tcp/4001`);
    for (const node of this.nodes) node.settings = { ...node.settings, found: false, bootstrap };
  }

  /** Boots what is down, lets every fault cease, and runs the world until all agree about all. */
  async recover(): Promise<void> {
    await this.cease();
    await this.untilSettled(120_000);
  }

  /** Lets every fault cease, and boots what is down and shall not be. */
  async cease(): Promise<void> {
    this.network.heal();
    this.network.conditions = { ...this.network.conditions, lossRate: 0 };
    for (const node of this.nodes) {
      node.resume();
      if (node.role === 'member' && !node.isUp) await this.time.settle(node.boot(), 5000);
    }
  }

  /** @throws Error that says what is still not as it should be */
  async untilSettled(withinMs: number): Promise<void> {
    const settled = await this.time.runUntil(
      () => this.up.every(isOwner) && this.membershipViolations().length === 0,
      withinMs,
      50,
    );
    if (settled) return;
    const intents = this.up.map(({ peer, node }) => `${peer} ${node?.isActive ? 'active' : 'not active'}`);
    const violations = this.membershipViolations().map(({ message }) => message);
    throw new Error(`not settled after ${withinMs} ms: ${[...intents, ...violations].join('; ')}`);
  }

  membershipViolations(): Violation[] {
    const views = this.up.map(viewOf);
    return checkMembershipViews(views, new Set(this.up.map(({ peer }) => peer)));
  }

  /**
   * Runs the world, without a request by any client, until the custodians of every partition hold the same bytes.
   * What still differs then is a violation.
   */
  async converge(withinMs: number): Promise<Violation[]> {
    const differ = (): string[] => differingPartitions(this.up);
    await this.time.runUntil(() => differ().length === 0, withinMs, 200);
    const found = [...differ(), ...(await this.time.settle(differingContents(this.up), 60_000))];
    return found.map((message) => ({
      promise: 'P4',
      message: `${message}, ${withinMs} ms after the last fault`,
    }));
  }

  /** Reads each key from all of its owners. Retries, as a client would: connections may be recovering too. */
  async readAll(keys: Iterable<string>): Promise<FinalRead[]> {
    const random = this.random.fork('final reads');
    const read = async (key: string, attempts: number): Promise<FinalRead> => {
      const coordinator = this.up[random.integer(this.up.length)]!;
      try {
        const answer = await coordinator.requests!.get(key, { consistency: 'all', timeoutMs: 2000 });
        return { key, value: answer.value && Buffer.from(answer.value).toString(), version: answer.version };
      } catch (error) {
        if (attempts <= 1) throw error;
        await sleep(this.time, 500);
        return read(key, attempts - 1);
      }
    };
    return this.time.settle(Promise.all([...keys].map((key) => read(key, 20))), 120_000);
  }
}

/** Whether it is a full member, and acts on that: it does so only once it has noted it on disk. */
function isOwner({ peer, node }: SimulatedNode): boolean {
  return node?.isActive === true && node.custody.view.partitionsOf(peer).length > 0;
}

function viewOf({ peer, node }: SimulatedNode): MembershipView {
  return {
    node: peer,
    liveness: new Map(node?.gossip.members().map((member) => [member.peer, member.liveness])),
    ringId: node?.custody.view.ringId ?? '',
  };
}

function settings(options: ClusterOptions, bootstrap: readonly string[]): NodeSettings {
  const quorum = Math.floor(options.replicas / 2) + 1;
  return {
    cluster: {
      name: 'simulated',
      secret: SECRET,
      previousSecret: '',
      allowedPeers: [],
      replicas: options.replicas,
      writeQuorum: quorum,
      readQuorum: quorum,
      partitions: options.partitions ?? 16,
    },
    bootstrap,
    found: bootstrap.length === 0,
    zone: '',
    weight: 100,
    replaces: '',
    valueBytes: 1 << 20,
    maxClockDriftMs: 500,
    segmentBytes: 64 << 10,
    membership: {},
    transfer: { bytesPerSecond: 64 << 20 },
    repair: { intervalMs: 1000, bytesPerSecond: 1 << 20, purgeLagMs: 3000 },
    // Virtual disks don't rot.
    scrub: undefined,
  };
}
