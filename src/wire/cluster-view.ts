import { StarlingError } from '../base/errors.ts';
import type { starling } from './gen/messages.js';

/** Who owns what, as one peer sees it: enough to ask an owner of a key directly. */
export interface Topology {
  readonly cluster: string;
  /** Changes whenever the ring does. */
  readonly ringId: string;
  /** Q, a power of two. A key's partition is the top bits of xxHash64(key, seed 0). */
  readonly partitions: number;
  /** N as configured. */
  readonly replicas: number;
  /** Owners of each partition now: min(N, active members). */
  readonly width: number;
  readonly members: readonly TopologyMember[];
  /** `partitions * width` indices into `members`: those of partition p from `p * width`, in order of preference. */
  readonly owners: readonly number[];
}

/** A member, as the answering peer knows it. */
export interface TopologyMember {
  /** libp2p peer id in base58. */
  readonly peer: string;
  /** `host:port` of its client port; empty where unknown. */
  readonly clientAddress: string;
  /** As the answering peer sees it: alive | suspect | dead. */
  readonly liveness: string;
  /** joining | active | leaving | left | removing | removed. */
  readonly intent: string;
  readonly zone: string;
  readonly weight: number;
  /** The member whose place in the ring it took or is to take; empty: a place of its own. */
  readonly seat: string;
  /** Multiaddrs that other peers dial. */
  readonly addresses: readonly string[];
  readonly incarnation: number;
  readonly ownedPartitions: number;
  /** Of which it holds everything. */
  readonly completePartitions: number;
  /** Milliseconds since its liveness last changed. */
  readonly livenessSinceMs: number;
  /** Peer ids of those who say that it is suspect or dead; empty where it is alive. */
  readonly accusers: readonly string[];
  /** Of the answering peer's probes, smoothed; undefined where none has succeeded. */
  readonly roundTripMs: number | undefined;
}

/** How the answering peer is. */
export interface Status {
  readonly peer: string;
  readonly cluster: string;
  readonly clusterId: string;
  /** Of the software. */
  readonly version: string;
  readonly uptimeMs: number;
  readonly writeQuorum: number;
  readonly readQuorum: number;
  readonly storage: StorageStatus;
  /** Event counts since the start, by name. */
  readonly counters: ReadonlyMap<string, number>;
  /** What a person should know. */
  readonly warnings: readonly string[];
  readonly dataDirectory: string;
  /** Local health (Lifeguard): by what it multiplies the time that it gives others, 1 where it is well itself. */
  readonly healthMultiplier: number;
  /** Pieces of news about members that it is still spreading. */
  readonly membershipNews: number;
  /** What its failure detector has counted since the start, by name. */
  readonly membershipCounts: ReadonlyMap<string, number>;
  readonly custody: CustodyStatus;
}

/** How far a peer is with what it is to own. */
export interface CustodyStatus {
  /** Partitions that it owns or is to own, and of which of them it holds everything. */
  readonly owned: number;
  readonly complete: number;
  /** What it has copied since its start; bytes of keys and values. */
  readonly copiedRecords: number;
  readonly copiedBytes: number;
  /** Members that come or go just now; others wait for their turn. */
  readonly changing: readonly string[];
  /** Why something is waiting, in whole sentences; empty: nothing is. */
  readonly waiting: readonly string[];
}

/** What one peer has on disk and in memory. */
export interface StorageStatus {
  /** Tombstones included. */
  readonly records: number;
  readonly tombstones: number;
  readonly diskBytes: number;
  /** Of the newest records. */
  readonly liveBytes: number;
  readonly indexBytes: number;
  readonly segments: number;
  /** Appended, not yet durable. */
  readonly pendingBytes: number;
  /** A flush failed: writes are refused until the peer restarts. */
  readonly poisoned: boolean;
}

/** Where one key lives. */
export interface Location {
  readonly partition: number;
  /** xxHash64 of the key, 16 hexadecimal digits. */
  readonly token: string;
  /** Peer ids of those that hold it, in order of preference. */
  readonly custodians: readonly string[];
  /** Peer ids of those that are copying it. */
  readonly pending: readonly string[];
}

export function topologyToWire(topology: Topology): starling.v1.Topology.$Properties {
  return {
    ...topology,
    owners: [...topology.owners],
    members: topology.members.map(({ roundTripMs, ...member }) => ({
      ...member,
      addresses: [...member.addresses],
      accusers: [...member.accusers],
      ...(roundTripMs === undefined ? {} : { roundTripMs }),
    })),
  };
}

/** @throws StarlingError PROTOCOL where the figures contradict each other. */
export function topologyFromWire(wire: starling.v1.Topology.$Properties): Topology {
  const partitions = wire.partitions ?? 0;
  const width = wire.width ?? 0;
  const members = (wire.members ?? []).map(memberFromWire);
  const owners = wire.owners ?? [];
  if (partitions < 1 || !Number.isInteger(Math.log2(partitions))) {
    throw new StarlingError('PROTOCOL', `a topology of ${partitions} partitions, no power of two`);
  }
  if (owners.length !== partitions * width || owners.some((index) => index >= members.length)) {
    throw new StarlingError('PROTOCOL', 'a topology whose owners do not fit its partitions and members');
  }
  return {
    cluster: wire.cluster ?? '',
    ringId: wire.ringId ?? '',
    partitions,
    replicas: wire.replicas ?? 0,
    width,
    members,
    owners,
  };
}

function memberFromWire(wire: starling.v1.TopologyMember.$Properties): TopologyMember {
  return {
    peer: wire.peer ?? '',
    clientAddress: wire.clientAddress ?? '',
    liveness: wire.liveness ?? '',
    intent: wire.intent ?? '',
    zone: wire.zone ?? '',
    weight: wire.weight ?? 0,
    seat: wire.seat ?? '',
    addresses: wire.addresses ?? [],
    incarnation: wire.incarnation ?? 0,
    ownedPartitions: wire.ownedPartitions ?? 0,
    completePartitions: wire.completePartitions ?? 0,
    livenessSinceMs: wire.livenessSinceMs ?? 0,
    accusers: wire.accusers ?? [],
    roundTripMs: wire.roundTripMs ?? undefined,
  };
}

export function statusToWire(status: Status): starling.v1.Status.$Properties {
  return {
    ...status,
    counters: Object.fromEntries(status.counters),
    membershipCounts: Object.fromEntries(status.membershipCounts),
    warnings: [...status.warnings],
    custody: {
      ...status.custody,
      changing: [...status.custody.changing],
      waiting: [...status.custody.waiting],
    },
  };
}

export function statusFromWire(wire: starling.v1.Status.$Properties): Status {
  const storage = wire.storage ?? {};
  const custody = wire.custody ?? {};
  return {
    peer: wire.peer ?? '',
    cluster: wire.cluster ?? '',
    clusterId: wire.clusterId ?? '',
    version: wire.version ?? '',
    uptimeMs: wire.uptimeMs ?? 0,
    writeQuorum: wire.writeQuorum ?? 0,
    readQuorum: wire.readQuorum ?? 0,
    storage: {
      records: storage.records ?? 0,
      tombstones: storage.tombstones ?? 0,
      diskBytes: storage.diskBytes ?? 0,
      liveBytes: storage.liveBytes ?? 0,
      indexBytes: storage.indexBytes ?? 0,
      segments: storage.segments ?? 0,
      pendingBytes: storage.pendingBytes ?? 0,
      poisoned: storage.poisoned ?? false,
    },
    counters: new Map(Object.entries(wire.counters ?? {})),
    warnings: wire.warnings ?? [],
    dataDirectory: wire.dataDirectory ?? '',
    healthMultiplier: wire.healthMultiplier ?? 1,
    membershipNews: wire.membershipNews ?? 0,
    membershipCounts: new Map(Object.entries(wire.membershipCounts ?? {})),
    custody: {
      owned: custody.owned ?? 0,
      complete: custody.complete ?? 0,
      copiedRecords: custody.copiedRecords ?? 0,
      copiedBytes: custody.copiedBytes ?? 0,
      changing: custody.changing ?? [],
      waiting: custody.waiting ?? [],
    },
  };
}

export function locationToWire(location: Location): starling.v1.Location.$Properties {
  return { ...location, custodians: [...location.custodians], pending: [...location.pending] };
}

export function locationFromWire(wire: starling.v1.Location.$Properties): Location {
  return {
    partition: wire.partition ?? 0,
    token: wire.token ?? '',
    custodians: wire.custodians ?? [],
    pending: wire.pending ?? [],
  };
}
