import type { Intent, IntentStatus } from '../membership/intent.ts';
import type { Liveness } from '../membership/member.ts';

/** What the answering peer knows of its cluster. */
export interface MembershipFacts {
  readonly peer: string;
  readonly cluster: string;
  /** Empty until it has joined. */
  readonly clusterId: string;
  readonly ringId: string;
  readonly localHealthMultiplier: number;
  readonly gossipQueueLength: number;
  readonly members: readonly MemberFacts[];
}

export interface MemberFacts {
  readonly peer: string;
  readonly liveness: Liveness;
  readonly incarnation: number;
  /** Milliseconds since its liveness last changed. */
  readonly sinceMs: number;
  readonly accusers: readonly string[];
  readonly roundTripMs: number | undefined;
  /** Milliseconds since it came back with another storage; undefined: it has not. */
  readonly storageReplacedMs: number | undefined;
  readonly intent: Intent | undefined;
}

/** The JSON of `/api/members`. Nothing is ever left out: what isn't known is null. */
export interface MembersReport {
  /** The peer that answers, and in whose eyes all of this is. */
  readonly peer: string;
  readonly cluster: string;
  readonly clusterId: string;
  /** Equal at all peers once gossip has settled. */
  readonly ringId: string;
  /** When this was said, by the clock of this machine, ISO 8601. */
  readonly time: string;
  /** Lifeguard's local health: by what this peer multiplies its timeouts because it is slow itself; 1 is well. */
  readonly localHealthMultiplier: number;
  /** Pieces of news that it still spreads. */
  readonly gossipQueueLength: number;
  readonly members: readonly MemberReport[];
}

export interface MemberReport {
  readonly peer: string;
  readonly liveness: Liveness;
  /** Since when it is that: milliseconds ago, and the time. Not before this peer's own start. */
  readonly livenessSinceMs: number;
  readonly livenessSince: string;
  readonly incarnation: number;
  /** Peers that say it is suspect or dead, as far as this one knows. */
  readonly accusers: readonly string[];
  /** Of this peer's own probes, smoothed; null where none was answered, and for itself. */
  readonly roundTripMs: number | null;
  /** What it wants to be; null with all that follows from it where only its liveness is known. */
  readonly intent: IntentStatus | null;
  readonly zone: string | null;
  readonly weight: number | null;
  /** Multiaddrs at which peers reach it. */
  readonly addresses: readonly string[];
  /** `host:port` at which clients reach it; null where they can't. */
  readonly clientAddress: string | null;
  /** When this peer learned that it came back with another storage, and so without what it held; null: it has not. */
  readonly storageReplacedAt: string | null;
}

/** @param wallMs the time by this machine's clock */
export function membersReport({ members, ...facts }: MembershipFacts, wallMs: number): MembersReport {
  return {
    ...facts,
    time: isoTime(wallMs),
    members: members.map((member) => reportOf(member, wallMs)),
  };
}

function reportOf(member: MemberFacts, wallMs: number): MemberReport {
  const { peer, liveness, incarnation, sinceMs, accusers, roundTripMs, storageReplacedMs, intent } = member;
  return {
    peer,
    liveness,
    livenessSinceMs: Math.round(sinceMs),
    livenessSince: isoTime(wallMs - sinceMs),
    incarnation,
    accusers,
    roundTripMs: roundTripMs === undefined ? null : Math.round(roundTripMs * 1000) / 1000,
    intent: intent?.status ?? null,
    zone: intent?.zone ?? null,
    weight: intent?.weight ?? null,
    addresses: intent?.addresses ?? [],
    clientAddress: intent?.clientAddress || null,
    storageReplacedAt: storageReplacedMs === undefined ? null : isoTime(wallMs - storageReplacedMs),
  };
}

function isoTime(wallMs: number): string {
  return new Date(wallMs).toISOString();
}
