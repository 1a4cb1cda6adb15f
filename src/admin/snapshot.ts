import type { LoadSample } from '../telemetry/load-history.ts';

/**
 * The JSON of `/api/status`, and of each event of `/api/events`: how the answering peer is and what it sees of its cluster. Nothing
 * is ever left out: what isn't known is null. Times are in ms, sizes in bytes.
 */
export interface Snapshot {
  /** When this was said, by the clock of this machine, ISO 8601. */
  readonly time: string;
  /** The peer that answers, and in whose eyes all of this is. */
  readonly peer: string;
  readonly cluster: string;
  readonly clusterId: string;
  /** Of the software. */
  readonly version: string;
  readonly uptimeMs: number;
  /** Why this peer should be sent no requests just now, in a sentence; null where it should. */
  readonly unreadiness: string | null;
  readonly ring: {
    /** `/api/ring` is another one when this is another one. */
    readonly id: string;
    readonly partitions: number;
    /** Owners that each partition is to have, and has. */
    readonly replicas: number;
    readonly width: number;
    /** Owners that must acknowledge a write, and agree on a read. */
    readonly writeQuorum: number;
    readonly readQuorum: number;
    /** Partitions that somebody is to own, and has yet to copy. `/api/ring` is another one when this is another one. */
    readonly toCopy: number;
  };
  readonly members: readonly SnapshotMember[];
  /** What somebody should do something about, or know, in whole sentences: this peer's own, and those of others that were asked. */
  readonly warnings: readonly string[];
  /** How far this peer is with what it is to own. */
  readonly custody: {
    readonly owned: number;
    readonly complete: number;
    readonly copiedRecords: number;
    readonly copiedBytes: number;
    /** Members that come or go just now. */
    readonly changing: readonly string[];
    /** Why something is waiting, in whole sentences. */
    readonly waiting: readonly string[];
  };
  /** Writes that others missed and that this peer keeps for them. */
  readonly hints: {
    readonly bytes: number;
    readonly records: number;
    readonly peers: number;
    readonly oldestMs: number;
  };
  readonly floors: {
    /** How far the lowest purge floor of its partitions is behind: deletions that are younger are remembered. */
    readonly lagMs: number;
    /** Partitions that have none yet. */
    readonly unset: number;
  };
  readonly antiEntropy: {
    /** Since when everything has been compared with each other owner. */
    readonly passAgeMs: number;
    /** How long an operator's pause still is; 0: there is none. */
    readonly pauseLeftMs: number;
  };
  readonly storage: SnapshotStorage;
  readonly process: {
    readonly residentBytes: number;
    readonly heapBytes: number;
  };
  readonly traffic: {
    readonly requestsInFlight: number;
    readonly clientConnections: number;
    readonly peerStreams: number;
    /** Bytes that wait, for the disk, for peers and for clients. */
    readonly queuedBytes: number;
  };
  /** The newest of `/api/history`; null before the first. */
  readonly load: LoadSample | null;
}

export interface SnapshotMember {
  readonly peer: string;
  /** As the answering peer sees it: alive | suspect | dead. */
  readonly liveness: string;
  readonly livenessSinceMs: number;
  /** Peers that say it is suspect or dead. */
  readonly accusers: readonly string[];
  /** joining | active | leaving | removing | unknown. */
  readonly intent: string;
  readonly zone: string;
  readonly weight: number;
  readonly incarnation: number;
  readonly roundTripMs: number | null;
  readonly clientAddress: string;
  /** Partitions of which it is an owner, and how many it says that it has a complete copy of. */
  readonly ownedPartitions: number;
  readonly completePartitions: number;
  /** Its own answer, some seconds old at most; null where it gave none, or was not asked. */
  readonly itself: MemberItself | null;
}

export interface MemberItself {
  readonly version: string;
  readonly uptimeMs: number;
  /** Lifeguard's local health: by what it multiplies its timeouts because it is slow itself; 1 is well. */
  readonly healthMultiplier: number;
  /** Partitions that it owns or is to own, and of which it has a complete copy; what it has copied since its start. */
  readonly owned: number;
  readonly complete: number;
  readonly copiedBytes: number;
  /** Without deletions. */
  readonly records: number;
  readonly diskBytes: number;
}

export interface SnapshotStorage {
  readonly records: number;
  readonly tombstones: number;
  readonly diskBytes: number;
  readonly liveBytes: number;
  readonly indexBytes: number;
  readonly segments: number;
  readonly pendingBytes: number;
  /** Why the store takes no writes; null where it does. */
  readonly refusal: string | null;
}

/** The JSON of `/api/ring`: who owns what. */
export interface RingReport {
  readonly id: string;
  readonly partitions: number;
  readonly width: number;
  /** Peer ids; `owners` has indices into them. */
  readonly peers: readonly string[];
  /** `partitions * width`: those of partition p from `p * width`, in order of preference. */
  readonly owners: readonly number[];
  /** Who is to own something after the change that is prepared. */
  readonly copying: readonly RingCopy[];
}

/** What a member is to own, and serves nobody from until the change is made. */
export interface RingCopy {
  /** An index into `peers`. */
  readonly peer: number;
  readonly partitions: readonly number[];
  /** Those of them that it has yet to copy. */
  readonly missing: readonly number[];
}

/** The JSON of `/api/history`: how busy this peer was, the newest last. */
export interface HistoryReport {
  readonly samples: readonly LoadSample[];
}
