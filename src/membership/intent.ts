/**
 * An intent says what a member wants to be, and the ring is derived from nothing else: a
 * member that is dead for a while keeps its intent, and so its share of the data.
 *
 *     joining --> active --> leaving --> left         written by the member itself
 *        |          '-----------'---> removing        written by another, for one that is gone for good:
 *        '------------------------------> removed     first the rest copies what it held, then it is forgotten
 *
 * Its author signs it, and it travels as signed through anybody.
 */
export type IntentStatus = 'joining' | 'active' | 'leaving' | 'left' | 'removing' | 'removed';

/** What a member's share of the data follows from. */
export interface IntentProfile {
  readonly zone: string;
  readonly weight: number;
}

/** What an intent says. */
export interface IntentContent {
  readonly peer: string;
  readonly status: IntentStatus;
  /** Raised with every change; the higher one wins. 1..{@link MAX_COUNTER}. */
  readonly counter: number;
  /** The counter with which what its share follows from was last changed: its status, seat, zone, weight or `next`. */
  readonly sinceCounter: number;
  /** Failure domain; empty where the cluster has none. */
  readonly zone: string;
  /** Share of the data relative to the others', 1..1000. */
  readonly weight: number;
  /** The zone and weight that it wants, and will have when others have copied what that gives them; undefined: those that it has. */
  readonly next: IntentProfile | undefined;
  /** While it is joining: the member whose place it is to take; then the seat that it took (`seatOf`). Empty: a place of its own. */
  readonly seat: string;
  /** Multiaddrs at which other peers reach it. */
  readonly addresses: readonly string[];
  /** `host:port` of its client port; empty where it has none. */
  readonly clientAddress: string;
  /** One bit a partition, least significant first: set where the member holds everything of it. */
  readonly complete: Uint8Array;
  /** The change (`CustodyView.changeId`) for which `complete` was said: what is copied is copied for one change. */
  readonly completeFor: string;
  /** The storage that `complete` is about: a member that comes with another one has lost what it held. */
  readonly storageId: string;
  /** Drawn at random at each start, 0..2^32 - 1: tells a restart from a false alarm. */
  readonly run: number;
  /** Who wrote it: the member itself, or whoever removed it. */
  readonly author: string;
}

/** An intent with the proof of its authorship (see {@link IntentSigner}). */
export interface Intent extends IntentContent {
  /** The content exactly as its author signed it, and as it travels. */
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** What a member may change of its own intent. */
export type IntentChange = Partial<Omit<IntentContent, 'peer' | 'counter' | 'sinceCounter' | 'author'>>;

const RANK: Readonly<Record<IntentStatus, number>> = {
  joining: 0,
  active: 1,
  leaving: 2,
  left: 3,
  removing: 4,
  removed: 5,
};

/** Whether the member has gone for good: it is neither probed back to life nor given data. */
export function isGone(intent: IntentContent): boolean {
  return intent.status === 'left' || isExpelled(intent);
}

/** Whether others have decided that it is gone for good, which is not its own to take back. */
export function isExpelled({ status }: Pick<IntentContent, 'status'>): boolean {
  return status === 'removing' || status === 'removed';
}

/** How final a status is: a more final one wins, whatever the counters. */
export function finalityOf(status: IntentStatus): number {
  return status === 'removed' ? 2 : status === 'removing' ? 1 : 0;
}

/**
 * Positive where `a` wins over `b`, 0 where they say the same. A removal is final, whatever the member writes later.
 * Otherwise by counter; two different intents of one counter exist only where a member lost its state or two
 * processes have one identity, and then any order will do that everybody shares.
 */
export function compareIntents(a: Intent, b: Intent): number {
  return (
    finalityOf(a.status) - finalityOf(b.status) ||
    a.counter - b.counter ||
    RANK[a.status] - RANK[b.status] ||
    compareBytes(a.bytes, b.bytes)
  );
}

/**
 * What a member says that goes on as what it was, with the zone and weight that it wants now. One that owns something keeps those that it
 * had until others have copied what the new ones give them.
 */
export function resumption(
  before: IntentContent,
  wanted: IntentProfile,
): Pick<IntentContent, 'status' | 'seat' | 'zone' | 'weight' | 'next'> {
  const { status, seat } = before;
  const { zone, weight } = status === 'joining' ? wanted : before;
  const isDifferent = zone !== wanted.zone || weight !== wanted.weight;
  const next = isDifferent && status === 'active' ? { zone: wanted.zone, weight: wanted.weight } : undefined;
  return { status, seat, zone, weight, next };
}

/** The counter since which a member has been what it is, once `after` has followed `before`. */
export function sinceCounterOf(before: IntentContent | undefined, after: ShareBasis): number {
  return before !== undefined && isSameShare(before, after) ? before.sinceCounter : after.counter;
}

type ShareBasis = Pick<IntentContent, 'counter' | 'status' | 'seat' | 'zone' | 'weight' | 'next'>;

function isSameShare(a: ShareBasis, b: ShareBasis): boolean {
  return (
    a.status === b.status &&
    a.seat === b.seat &&
    a.zone === b.zone &&
    a.weight === b.weight &&
    a.next?.zone === b.next?.zone &&
    a.next?.weight === b.next?.weight
  );
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
