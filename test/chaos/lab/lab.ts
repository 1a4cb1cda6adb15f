/** A machine for one peer. */
export interface Host {
  /** `h1` */
  readonly name: string;
  /** IPv4, where its peer listens and is reached by clients. */
  readonly address: string;
  readonly peerPort: number;
  readonly clientPort: number;
  /** The command line that runs a command there. */
  wrap(command: readonly string[]): readonly string[];
}

/** Machines and the network between them. */
export interface Lab {
  readonly hosts: readonly Host[];
  /** Why the paths between hosts can't be cut; undefined where they can. */
  readonly cutObstacle: string | undefined;
  /** Stops everything that goes along these paths, and nothing else; clients reach everybody. */
  cut(paths: readonly Path[]): Promise<void>;
  /** Opens all paths. */
  heal(): Promise<void>;
  /** Leaves nothing behind. */
  close(): Promise<void>;
}

/** One way. */
export interface Path {
  readonly from: Host;
  readonly to: Host;
}
