import { LIMITS } from '../base/limits.ts';
import type { ClockSample, Instant } from './event.ts';

/** Older samples say too little: clocks drift, and may have been set. */
const SAMPLE_LIFETIME_MS = 60_000;

/** A sample with a longer round trip replaces one with a shorter only when that is as old as this. */
const BEST_SAMPLE_MS = 10_000;

/** Stamps ask for the time far more often than the clocks need comparing. */
const AGREEMENT_LIFETIME_MS = 250;

interface Reading {
  /** What the member's wall clock shows minus what our monotonic clock shows. */
  readonly differenceMs: number;
  readonly roundTripMs: number;
  readonly atMs: number;
}

/**
 * The time that the cluster agrees on: the median of the members' wall clocks, this node's being one of
 * them. Version stamps are taken from it, so a machine whose clock is seconds off neither wins over
 * everybody's writes nor is refused by all: up to half of the clocks may be wrong by any amount.
 *
 * Samples are kept relative to the monotonic clock, so setting this machine's clock moves one vote, not all.
 */
export class ClusterClock {
  /** Oldest first. */
  readonly #readings = new Map<string, Reading>();
  /** The agreed time minus our monotonic clock, and when that was worked out. */
  #agreement: { readonly differenceMs: number; readonly atMs: number } | undefined;

  /** Takes what a member's clock shows at this time. Bounded: the member longest unheard of is forgotten. */
  observe(sample: ClockSample, now: Instant): void {
    const { peer, wallMs, roundTripMs } = sample;
    const { monotonicMs } = now;
    const known = this.#readings.get(peer);
    if (known && known.roundTripMs < roundTripMs && monotonicMs - known.atMs < BEST_SAMPLE_MS) return;
    this.forget(peer);
    this.#readings.set(peer, { differenceMs: wallMs - monotonicMs, roundTripMs, atMs: monotonicMs });
    if (this.#readings.size > LIMITS.clockPeers) this.forget(this.#readings.keys().next().value!);
  }

  /** Leaves out a member that is no longer alive. */
  forget(peer: string): void {
    this.#readings.delete(peer);
    this.#agreement = undefined;
  }

  /** The agreed time in milliseconds since the Unix epoch. May step back by what the clocks disagree. */
  timeMs(now: Instant): number {
    const { monotonicMs } = now;
    if (this.#agreement === undefined || monotonicMs - this.#agreement.atMs >= AGREEMENT_LIFETIME_MS) {
      this.#agreement = { differenceMs: this.#agree(now), atMs: monotonicMs };
    }
    return Math.round(monotonicMs + this.#agreement.differenceMs);
  }

  /** How far this machine's wall clock is behind the agreed time. */
  offsetMs(now: Instant): number {
    return this.timeMs(now) - now.wallMs;
  }

  #agree(now: Instant): number {
    const differences = [now.wallMs - now.monotonicMs];
    for (const [peer, { atMs, differenceMs }] of this.#readings) {
      if (now.monotonicMs - atMs > SAMPLE_LIFETIME_MS) this.#readings.delete(peer);
      else differences.push(differenceMs);
    }
    return median(differences);
  }
}

/** The mean of the two in the middle where their number is even, so that two members agree on one time. */
function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle]!;
  return (sorted[middle - 1]! + sorted[middle]!) / 2;
}
