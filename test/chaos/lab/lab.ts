/** A machine for one peer. */
export interface Host {
  /** `h1` */
  readonly name: string;
  /** IPv4, where its peer listens and is reached by clients. */
  readonly address: string;
  readonly peerPort: number;
  readonly clientPort: number;
  readonly adminPort: number;
  /** The command line that runs a command there, as the same process. */
  wrap(command: readonly string[]): readonly string[];
}

/** What can be done to a network. */
export type NetworkTrouble = 'cut' | 'loss' | 'delay' | 'slow link';

/** Machines and the network between them, which bears one trouble at a time. */
export interface Lab {
  readonly hosts: readonly Host[];
  /** Why the network can't be troubled so here, where it can't. */
  readonly obstacles: ReadonlyMap<NetworkTrouble, string>;
  /** Stops everything that goes along these paths, and nothing else; clients reach everybody. */
  cut(paths: readonly Path[]): Promise<Impairment>;
  /** Drops so much, 0..1, of what the host sends and of what is sent to it, clients included. */
  lose(host: Host, fraction: number): Promise<Impairment>;
  /** Whatever the host sends and is sent takes so much longer each way. */
  delay(host: Host, ms: number): Promise<Impairment>;
  /** The host sends, and is sent, no more than this. */
  slow(host: Host, bitsPerSecond: number): Promise<Impairment>;
  /** Leaves nothing behind. */
  close(): Promise<void>;
}

/** A trouble of the network, until it ends. */
export interface Impairment {
  /** Packets that the kernel, or a measurement, says it has hit so far. */
  hits(): Promise<number>;
  end(): Promise<void>;
}

/** One way. */
export interface Path {
  readonly from: Host;
  readonly to: Host;
}
