import type { Clock } from '../base/clock.ts';
import { StarlingError } from '../base/errors.ts';
import type { Random } from '../base/random.ts';
import type { Timers } from '../base/timers.ts';
import type { QuorumOptions } from '../quorum/consistency.ts';
import type { HybridClock } from '../version/hybrid-clock.ts';
import type { Record } from '../version/record.ts';
import type { Custody } from './custody.ts';
import type { ReplicationEvents } from './events.ts';
import type { HedgeDelay } from './hedge-delay.ts';
import type { Comparison, Replica } from './replica.ts';

/** What the coordination of one request stands on. */
export interface Coordination {
  readonly self: string;
  readonly custody: Custody;
  /** The holder with this peer id, which may be this node. */
  readonly replicaOf: (peer: string) => Replica;
  readonly members: MemberLiveness;
  readonly hybridClock: HybridClock;
  /** The cluster's idea of the time, ms since the epoch. */
  readonly clusterTimeMs: () => number;
  readonly clock: Clock;
  readonly timers: Timers;
  /** For deadlines, of which there is one a request: may be as coarse as 10 ms, must be cheap. */
  readonly deadlines: Pick<Timers, 'after'>;
  readonly random: Random;
  readonly hedgeDelay: HedgeDelay;
  readonly quorum: QuorumOptions;
  /** What is looked at after the client has its answer. */
  readonly comparisons: ComparisonQueue;
  /** Keeps what custodians missed of writes that were acknowledged. */
  readonly hints: HintKeeper;
  readonly events: ReplicationEvents;
  /** How long a request may take before it is told of, in ms; 0: however long. */
  readonly slowRequestMs: () => number;
}

export interface ComparisonQueue {
  add(peer: string, comparison: Comparison): void;
}

export interface HintKeeper {
  /** Cheap; must not throw. */
  add(peer: string, record: Record): void;
}

export interface MemberLiveness {
  isDead(peer: string): boolean;
  /** Exchange everything about the membership with this peer, soon: the two disagree. */
  exchange(peer: string): void;
}

/** Between two attempts of a request that replicas weren't ready for. */
const RETRY_DELAY_MS = { least: 5, most: 100 };

/**
 * Whether the reasons for a failed attempt pass by themselves: the two sides comparing their lists of owners, an owner
 * finishing its copy, clocks being compared. What is unreachable isn't waited for: the client decides.
 */
export function isTransient(errors: readonly StarlingError[]): boolean {
  return errors.some(({ code }) => code === 'WRONG_OWNERS' || code === 'NOT_READY' || code === 'CLOCK_DRIFT');
}

/** Waits before attempt number `attempt` (1, 2, ...), longer each time, with jitter. */
export function retryDelayMs(random: Random, attempt: number): number {
  const most = Math.min(RETRY_DELAY_MS.least * 2 ** attempt, RETRY_DELAY_MS.most);
  return RETRY_DELAY_MS.least + random.fraction() * most;
}

export function deadError(peer: string): StarlingError {
  return new StarlingError('UNAVAILABLE', `peer ${peer} is declared dead`, { peer });
}

/** `2 x UNAVAILABLE, 1 x TIMEOUT`, for messages. */
export function summarize(errors: readonly StarlingError[]): string {
  const counts = new Map<string, number>();
  for (const { code } of errors) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `${count} x ${code}`).join(', ') || 'no answer';
}

/** The first error that the client itself caused or can do something about, if any. */
export function tellingError(errors: readonly StarlingError[]): StarlingError | undefined {
  const telling = new Set(['INVALID_ARGUMENT', 'OVERLOADED', 'DISK_FULL', 'STORE_POISONED', 'CORRUPTION']);
  return errors.find(({ code }) => telling.has(code));
}
