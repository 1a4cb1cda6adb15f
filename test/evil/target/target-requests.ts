import type { NodeSnapshot } from './node-snapshot.ts';
import type { MEMBERSHIP_BUGS } from './membership-bugs.ts';

import type { TRANSPORT_BUGS } from './transport-bugs.ts';

export type PlantedBug = keyof typeof MEMBERSHIP_BUGS | keyof typeof TRANSPORT_BUGS;

/** The cluster that is attacked. */
export interface ClusterOptions {
  readonly nodes: number;
  /** Empty: none. */
  readonly secret: string;
  /** Between two probes. A long time keeps a busy machine from looking like an attack: slow nodes are suspected, too. */
  readonly probeIntervalMs: number;
  /** Between two exchanges of everything. */
  readonly pushPullIntervalMs: number;
  /** How long nothing must have changed before it is attacked. */
  readonly restMs: number;
}

/** Where one of its nodes is reached. */
export interface NodeAddress {
  readonly peer: string;
  readonly addresses: readonly string[];
  readonly clientAddress: string;
  readonly adminAddress: string;
  readonly dataDirectory: string;
}

/** What the process of the tests asks of the process that the attacked cluster runs in. */
export interface TargetRequests {
  /** Founds a cluster, stores some keys, and answers when all nodes are active and nothing changes any more. */
  start(options: ClusterOptions): Promise<readonly NodeAddress[]>;
  /** Stops it, and removes its data and every planted bug. */
  stop(): Promise<void>;
  /** Plants a bug in the code of the nodes, those that will be started included. */
  plant(bug: PlantedBug): void;
  /** Stops one node, where it runs, as a crash does: nobody is told. */
  kill(index: number): Promise<void>;
  /** Starts it again from its data. */
  restart(index: number): Promise<NodeAddress>;
  /** Starts one node more, from a copy of another's data. It needn't get anywhere. */
  copy(index: number): Promise<void>;
  /** Ends what `copy` and `lure` started. */
  endOthers(): Promise<void>;
  /** Starts one node more, which knows the secret and one address; gives its id. It needn't get anywhere. */
  lure(address: string): Promise<string>;
  /** Of the nodes that run. */
  snapshot(): Promise<readonly NodeSnapshot[]>;
  /** Reads from all owners, through each node. Rejects where one of them is missing. */
  read(): Promise<void>;
  /** Writes through each node to all owners and reads it back through each. Rejects where one of them is missing. */
  write(): Promise<void>;
  /** One of telemetry's counters, summed over the nodes. */
  count(counter: string): number;
  /** Why this peer's latest streams were refused. */
  refusals(peer: string): readonly string[];
  /** How far the time that the nodes agree on is from this machine's, where it is farthest. */
  clockErrorMs(): number;
  usage(): Usage;
}

/** What the process takes. */
export interface Usage {
  /** After garbage collection: the heap, and buffers outside of it. */
  readonly heapBytes: number;
  /** TCP connections of all kinds. */
  readonly sockets: number;
  /** Processor time since it started. */
  readonly cpuMs: number;
}

export interface TargetRequest {
  readonly id: number;
  readonly name: keyof TargetRequests;
  readonly args: readonly unknown[];
}

export type TargetAnswer =
  { readonly id: number; readonly result: unknown } | { readonly id: number; readonly failure: string };
