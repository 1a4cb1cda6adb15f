import type { Random } from '../../src/base/random.ts';
import type { Instant } from '../../src/membership/event.ts';
import { Swim } from '../../src/membership/swim.ts';
import { DEFAULT_SWIM_OPTIONS, type SwimOptions } from '../../src/membership/swim-options.ts';
import { intentOf } from '../membership/intent-of.ts';
import { toySigner } from '../membership/toy-signer.ts';

export interface CoreInit {
  readonly name: string;
  readonly incarnation: number;
  /** The other members that it knows from before. */
  readonly others: Iterable<string>;
  readonly random: Random;
  /** What differs from the defaults. */
  readonly options?: Partial<SwimOptions> | undefined;
}

const EPOCH_MS = 1_800_000_000_000;

/** The time of an event in all these tests, whose clocks begin at 0. */
export function instantAt(nowMs: number): Instant {
  return { monotonicMs: nowMs, wallMs: EPOCH_MS + nowMs };
}

/** The one place in which the tests of the papers make a membership core. */
export function makeCore({ name, incarnation, others, random, options }: CoreInit, nowMs: number): Swim {
  return new Swim(
    {
      ownIntent: intentOf(name),
      incarnation,
      intents: Array.from(others, (peer) => intentOf(peer)),
      signer: toySigner,
      random,
      options: { ...DEFAULT_SWIM_OPTIONS, ...options },
    },
    instantAt(nowMs),
  );
}
