/**
 * An intent says what a member wants to be, and the ring is derived from nothing else: a
 * member that is dead for a while keeps its intent, and so its share of the data.
 *
 *     joining --> active --> leaving --> left        written by the member itself
 *        '----------'-----------'----> removed       written by an operator, for one that is gone for good
 */
export type IntentStatus = 'joining' | 'active' | 'leaving' | 'left' | 'removed';

export interface Intent {
  readonly peer: string;
  readonly status: IntentStatus;
  /** Raised with every change; the higher one wins. 1..{@link MAX_COUNTER}. */
  readonly counter: number;
  /** Failure domain; empty where the cluster has none. */
  readonly zone: string;
  /** Share of the data relative to the others', 1..1000. */
  readonly weight: number;
  /** Multiaddrs at which other peers reach it. */
  readonly addresses: readonly string[];
  /** `host:port` of its client port; empty where it has none. */
  readonly clientAddress: string;
  /** One bit a partition, least significant first: set where the member holds everything of it. */
  readonly complete: Uint8Array;
}

/** What a member may change of its own intent. */
export type IntentChange = Partial<Omit<Intent, 'peer' | 'counter'>>;

const RANK: Readonly<Record<IntentStatus, number>> = {
  joining: 0,
  active: 1,
  leaving: 2,
  left: 3,
  removed: 4,
};

/** Whether the member has gone for good: it is neither probed back to life nor given data. */
export function isGone(intent: Intent): boolean {
  return intent.status === 'left' || intent.status === 'removed';
}

/**
 * Positive where `a` wins over `b`, 0 where they say the same. By counter; two different intents of one
 * counter exist only where a member lost its state, and then any order will do that everybody shares,
 * until the member hears of it and writes a higher one.
 */
export function compareIntents(a: Intent, b: Intent): number {
  return (
    a.counter - b.counter ||
    RANK[a.status] - RANK[b.status] ||
    a.weight - b.weight ||
    compareTexts(a.zone, b.zone) ||
    compareTexts(a.clientAddress, b.clientAddress) ||
    compareTexts(a.addresses.join('\n'), b.addresses.join('\n')) ||
    compareBytes(a.complete, b.complete)
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
