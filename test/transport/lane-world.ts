import { StarlingError } from '../../src/base/errors.ts';
import { handshakeKeys } from '../../src/transport/handshake-proof.ts';
import type { HandshakeTerms } from '../../src/transport/handshake.ts';
import type { LaneContext } from '../../src/transport/lane-context.ts';
import { MessageLane } from '../../src/transport/message-lane.ts';
import { RequestLane } from '../../src/transport/request-lane.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { PROTOCOLS } from '../../src/wire/protocols.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { type NetworkConditions, VirtualNetwork } from '../simulation/world/virtual-network.ts';
import type { VirtualPort } from '../simulation/world/virtual-port.ts';
import { type ProcessTime, VirtualTime } from '../simulation/world/virtual-time.ts';
import { RecordedEvents } from './recorded-events.ts';

export type Request = starling.v1.ReplicaRequest.$Properties;
export type Response = starling.v1.ReplicaResponse.$Properties;
export type Message = starling.v1.MembershipMessage.$Properties;

export interface NodeOptions {
  readonly cluster?: string;
  readonly secret?: string;
  readonly previousSecret?: string;
  /** Default: everybody is allowed. */
  readonly isAllowed?: (peer: string) => boolean;
  readonly replicas?: number;
  readonly partitions?: number;
  readonly clusterId?: string;
}

/** Terms that adopt a cluster id as a node does. */
export function testTerms(options: NodeOptions = {}): HandshakeTerms {
  let clusterId = options.clusterId ?? '';
  const previous = options.previousSecret === undefined ? [] : [options.previousSecret];
  return {
    cluster: options.cluster ?? 'test',
    replicas: options.replicas ?? 3,
    partitions: options.partitions ?? 1024,
    keys: handshakeKeys([options.secret ?? 'a secret', ...previous]),
    isAllowed: options.isAllowed ?? (() => true),
    clusterId: () => clusterId,
    adoptClusterId: (id) => {
      clusterId = id;
    },
  };
}

/** A node that has nothing but lanes. */
export interface LaneNode {
  readonly process: ProcessTime;
  readonly port: VirtualPort;
  readonly context: LaneContext;
  readonly events: RecordedEvents;
  readonly messages: MessageLane<Message>;
  readonly requests: RequestLane<Request, Response>;
}

/** Nodes with lanes on virtual time and network. */
export class LaneWorld {
  readonly time = new VirtualTime();
  readonly network: VirtualNetwork;
  readonly #random: SeededRandom;

  constructor(conditions: Partial<NetworkConditions> = {}, seed = 1) {
    this.#random = new SeededRandom(seed);
    this.network = new VirtualNetwork(this.time, this.#random.fork('network'), conditions);
  }

  /** Starts a node, or a peer's next life. */
  async node(peer: string, options: NodeOptions = {}): Promise<LaneNode> {
    const process = this.time.process(peer);
    const port = this.network.join(peer, process);
    const events = new RecordedEvents();
    const context: LaneContext = {
      network: port,
      clock: process.clock,
      timers: process,
      random: this.#random.fork(peer),
      terms: testTerms(options),
      events,
      addressesOf: () => [],
    };
    const messages = new MessageLane<Message>(context, {
      protocol: PROTOCOLS.membership,
      maxFrameBytes: 10_000,
      type: starling.v1.MembershipMessage,
    });
    const requests = new RequestLane<Request, Response>(context, {
      protocol: PROTOCOLS.replica,
      maxFrameBytes: 100_000,
      requestType: starling.v1.ReplicaRequest,
      responseType: starling.v1.ReplicaResponse,
      errorResponse: (error) => ({ error: { message: error.message } }),
    });
    messages.start();
    requests.start();
    await port.start();
    return { process, port, context, events, messages, requests };
  }

  /** As SIGKILL. */
  kill(node: LaneNode): void {
    node.process.kill();
    this.network.crash(node.port.self);
  }

  /** Lets this much time pass. */
  pass(ms: number): Promise<void> {
    return this.time.run(this.time.nowMs + ms);
  }
}

/** Collects the outcome of each request as a word: an error's code, or what the answer carries. */
export class Outcomes {
  readonly words: string[] = [];

  readonly note = (answer: Response | StarlingError): void => {
    if (answer instanceof StarlingError) this.words.push(answer.code);
    else this.words.push(answer.error?.message ?? Buffer.from(answer.foundVersion?.version ?? []).toString());
  };
}

/** An answer that carries a word. */
export function answerOf(word: string): Response {
  return { foundVersion: { version: Buffer.from(word) } };
}
