import type { Store } from './contender.ts';
import { keyOfNumber, userBytes, valueOfNumber } from './data-set.ts';

export interface WritersOptions {
  readonly store: Store;
  readonly inFlight: number;
  /** Number of the next key to put; undefined ends it. */
  readonly next: () => number | undefined;
  /** Tells the values of one round from those of another. */
  readonly round?: number;
}

export interface Written {
  readonly puts: number;
  /** Keys and values. */
  readonly userBytes: number;
  readonly perSecond: number;
}

/** A closed loop: so many writers, each of which waits until its record is on disk before it puts the next. */
export async function write({ store, inFlight, next, round }: WritersOptions): Promise<Written> {
  let puts = 0;
  let bytes = 0;
  const startedMs = performance.now();
  const writer = async (): Promise<void> => {
    for (let number = next(); number !== undefined; number = next()) {
      const key = keyOfNumber(number);
      puts++;
      bytes += userBytes(key);
      await store.put(key, valueOfNumber(number, round));
    }
  };
  await Promise.all(Array.from({ length: inFlight }, writer));
  return { puts, userBytes: bytes, perSecond: puts / ((performance.now() - startedMs) / 1000) };
}

/** Calls it so often, with 0, 1, 2, ... */
export function times(count: number, numberAt: (index: number) => number): () => number | undefined {
  let index = 0;
  return () => (index < count ? numberAt(index++) : undefined);
}

/** Calls it until so much time has passed. */
export function lasting(durationMs: number, numberOf: () => number): () => number | undefined {
  const endMs = performance.now() + durationMs;
  return () => (performance.now() < endMs ? numberOf() : undefined);
}
