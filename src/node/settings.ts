import type { ScrubSettings } from '../antientropy/scrub.ts';
import type { SwimOptions } from '../membership/swim-options.ts';

export type { ScrubSettings, SwimOptions };

/** What a node must know of itself and of its cluster. All of it is checked in `configuration.ts`. */
export interface NodeSettings {
  readonly cluster: ClusterSettings;
  /** Multiaddrs of members to join by; tried for ever until one answers. */
  readonly bootstrap: readonly string[];
  /** Found the cluster where this data directory has never been part of one. */
  readonly found: boolean;
  /** Failure domain; empty: none. */
  readonly zone: string;
  /** Share of the data relative to the others', 1..1000. */
  readonly weight: number;
  /** The member whose place this peer takes when it joins; empty: none's. */
  readonly replaces: string;
  /** Longest value in bytes of UTF-8. */
  readonly valueBytes: number;
  /** How far ahead of this peer's time a version may be, in ms. */
  readonly maxClockDriftMs: number;
  /** Size at which the log goes on in a new file. */
  readonly segmentBytes: number;
  readonly membership: Partial<SwimOptions>;
  readonly repair: RepairSettings;
  readonly transfer: TransferSettings;
  /** Undefined: what is held is not read again to see whether it is still right. */
  readonly scrub: ScrubSettings | undefined;
}

/** How this node copies what it is to own. */
export interface TransferSettings {
  /** Most bytes of keys and values that it receives in a second. */
  readonly bytesPerSecond: number;
}

/** How owners of the same partitions are kept equal. */
export interface RepairSettings {
  /** Between two comparisons with other owners. */
  readonly intervalMs: number;
  /** Most that one comparison moves in a second. */
  readonly bytesPerSecond: number;
  /** How long deletions and expired records are remembered at least, in ms. */
  readonly purgeLagMs: number;
}

/** What every peer of a cluster must have the same. */
export interface ClusterSettings {
  readonly name: string;
  /** Proves membership; never crosses the wire. Empty: anybody who knows the name may join. */
  readonly secret: string;
  /** Taken as well while the secret is being changed; empty: none. */
  readonly previousSecret: string;
  /** Ids of the peers that may be of the cluster, this one aside; empty: whoever knows the secret. */
  readonly allowedPeers: readonly string[];
  /** Owners of a key, N. */
  readonly replicas: number;
  /** Acknowledgements of a write, W, and agreeing answers of a read, R, unless a request says otherwise. */
  readonly writeQuorum: number;
  readonly readQuorum: number;
  /** Q, a power of two. */
  readonly partitions: number;
}

/** Under which a peer proves itself and seals, and which it takes from others; the newest first. */
export function validSecrets({ secret, previousSecret }: ClusterSettings): readonly string[] {
  return previousSecret === '' ? [secret] : [secret, previousSecret];
}
