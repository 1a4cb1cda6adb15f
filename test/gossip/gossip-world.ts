import type { Intent } from '../../src/membership/intent.ts';
import type { GossipEvents } from '../../src/gossip/gossip-events.ts';
import type { GossipOptions } from '../../src/gossip/gossip-options.ts';
import { Gossip } from '../../src/gossip/gossip.ts';
import type { StoredState } from '../../src/gossip/stored-state.ts';
import { handshakeKeys } from '../../src/transport/handshake-proof.ts';
import type { LaneContext } from '../../src/transport/lane-context.ts';
import { MessageLane } from '../../src/transport/message-lane.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { membershipMessageType } from '../../src/wire/membership-codec.ts';
import { PROTOCOLS } from '../../src/wire/protocols.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { VirtualNetwork } from '../simulation/world/virtual-network.ts';
import type { VirtualPort } from '../simulation/world/virtual-port.ts';
import { type ProcessTime, VirtualTime } from '../simulation/world/virtual-time.ts';

/** One life of one node: the real gossip on the real lane, over a virtual network. */
export interface GossipNode {
  readonly gossip: Gossip;
  readonly process: ProcessTime;
  readonly port: VirtualPort;
  /** What telemetry was told, as `name: argument`. */
  readonly told: { readonly event: string; readonly argument: unknown }[];
}

export class GossipWorld {
  readonly time = new VirtualTime();
  readonly network: VirtualNetwork;
  readonly nodes = new Map<string, GossipNode>();
  /** The nodes' disks: what each saved last. */
  readonly disks = new Map<string, unknown>();
  /** Called with each node that is made: faults are planted here. */
  onMade: (node: GossipNode) => void = () => {};
  readonly #random: SeededRandom;

  constructor(seed = 1) {
    this.#random = new SeededRandom(seed);
    this.network = new VirtualNetwork(this.time, this.#random.fork('network'));
  }

  /** A node that has not started yet; a former one of that name should have been killed or stopped. */
  async make(name: string, change: Partial<GossipOptions> = {}): Promise<GossipNode> {
    const process = this.time.process(name);
    const port = this.network.join(name, process);
    const told: GossipNode['told'] = [];
    const random = this.#random.fork(`${name}/${process.id}`);
    const addresses = (peer: string): readonly string[] => gossip.addressesOf(peer);
    const lane = makeLane({ port, process, random, addressesOf: addresses });
    const gossip = new Gossip({
      self: name,
      cluster: 'test',
      clusterId: () => 'id',
      secrets: ['secret'],
      isAllowed: () => true,
      bootstrap: [],
      found: false,
      clock: process.clock,
      timers: process,
      random,
      network: port,
      lane,
      store: {
        load: async () => this.disks.get(name),
        save: async (state: StoredState) => void this.disks.set(name, JSON.parse(JSON.stringify(state))),
      },
      events: recordingEvents(told),
      onExpelled: (why) => void told.push({ event: 'expelled', argument: why }),
      ...change,
    });
    await port.start();
    const node = { gossip, process, port, told };
    this.nodes.set(name, node);
    this.onMade(node);
    return node;
  }

  /** Makes and starts a node that is to be a member at once, and makes it active. */
  async add(name: string, change: Partial<GossipOptions>): Promise<GossipNode> {
    const node = await this.make(name, change);
    await this.time.settle(this.start(node), 20_000);
    node.gossip.updateOwnIntent({ status: 'active' });
    return node;
  }

  /** Founds a cluster of nodes `n0`, `n1`, ..., all active. */
  async cluster(count: number): Promise<GossipNode[]> {
    const founder = await this.add('n0', { found: true });
    const nodes = [founder];
    for (let i = 1; i < count; i++)
      nodes.push(await this.add(`n${i}`, { bootstrap: [founder.port.address] }));
    return nodes;
  }

  start({ gossip, port }: GossipNode) {
    const addresses = port.addresses();
    const complete = new Uint8Array();
    const storageId = `disk of ${port.self}`;
    return gossip.start({
      zone: '',
      weight: 100,
      replaces: '',
      addresses,
      clientAddress: '',
      complete,
      storageId,
    });
  }

  /** kill -9. */
  kill(name: string): void {
    this.network.crash(name);
    this.nodes.get(name)!.process.kill();
    this.nodes.delete(name);
  }

  /** The intent of a peer as a node knows it. */
  intentAt(node: GossipNode, peer: string): Intent | undefined {
    return node.gossip.intents().find((intent) => intent.peer === peer);
  }

  /** Every running node sees every running one alive and active, and nobody else alive. */
  isConverged(): boolean {
    const names = [...this.nodes.keys()];
    return [...this.nodes.values()].every((node) => {
      const alive = node.gossip.members().filter(({ liveness }) => liveness === 'alive');
      return (
        names.every((name) => this.intentAt(node, name)?.status === 'active') &&
        alive.length === names.length &&
        alive.every(({ peer }) => names.includes(peer))
      );
    });
  }
}

interface LaneParts {
  readonly port: VirtualPort;
  readonly process: ProcessTime;
  readonly random: SeededRandom;
  readonly addressesOf: (peer: string) => readonly string[];
}

function makeLane({ port, process, random, addressesOf }: LaneParts) {
  const ignore = () => {};
  const context: LaneContext = {
    network: port,
    clock: process.clock,
    timers: process,
    random,
    terms: {
      cluster: 'test',
      replicas: 3,
      partitions: 1024,
      keys: handshakeKeys(['secret']),
      isAllowed: () => true,
      clusterId: () => 'id',
      adoptClusterId: ignore,
    },
    events: {
      linkOpened: ignore,
      linkClosed: ignore,
      openFailed: ignore,
      inboundRefused: ignore,
      malformedInput: ignore,
      messageDropped: ignore,
      requestTimedOut: ignore,
      lateAnswer: ignore,
      answerDropped: ignore,
    },
    addressesOf,
  };
  const lane = new MessageLane(context, {
    protocol: PROTOCOLS.membership,
    maxFrameBytes: LIMITS.membershipMessageBytes,
    type: membershipMessageType,
  });
  lane.start();
  return lane;
}

function recordingEvents(told: GossipNode['told']): GossipEvents {
  const record = (event: string) => (argument: unknown) => void told.push({ event, argument });
  return {
    arrived: record('arrived'),
    bootstrapFailed: record('bootstrapFailed'),
    livenessChanged: record('livenessChanged'),
    refuted: record('refuted'),
    newsRefused: record('newsRefused'),
    storageReplaced: record('storageReplaced'),
    sealRefused: record('sealRefused'),
    eventLoopLagged: record('eventLoopLagged'),
    stateNotSaved: record('stateNotSaved'),
  };
}
