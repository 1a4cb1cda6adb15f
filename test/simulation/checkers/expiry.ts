import type { Violation } from '../history.ts';

/** What one read gave of a value that expires. */
export interface Sighting {
  readonly startMs: number;
  readonly endMs: number;
  readonly value: string | undefined;
  /** As the answer had it, 0: never; undefined where that wasn't asked. */
  readonly expiresAtMs: number | undefined;
}

/** A value that was written once, under a key of its own, to live for so long. In virtual ms. */
export interface MortalValue {
  readonly key: string;
  readonly value: string;
  readonly ttlMs: number;
  readonly askedMs: number;
  /** Undefined: the outcome is unknown. */
  readonly writtenMs: number | undefined;
  readonly sightings: readonly Sighting[];
}

/**
 * A value lives for as long as was asked, by the cluster's time, which is off by the clocks' error once when it is written
 * and once more when it is read, and begins when a peer takes the write: until then it is not lost (P1), afterwards it is gone and stays so (P5), and everybody who sees it sees
 * the same end.
 *
 *     asked        ttl - slack            ttl           ttl + slack
 *       |------ must be there ------|------ may be ------|--- must not be there --->
 *
 * @param takenWithinMs of being asked; no peer takes it later
 */
export function checkExpiry(
  values: readonly MortalValue[],
  clockErrorMs: number,
  takenWithinMs = 0,
): Violation[] {
  const slack = { beforeMs: 2 * clockErrorMs, afterMs: 2 * clockErrorMs + takenWithinMs };
  return values.flatMap((mortal) => [
    ...mortal.sightings.flatMap((sighting) => untimely(mortal, sighting, slack)),
    ...severalEnds(mortal),
  ]);
}

function untimely(
  mortal: MortalValue,
  sighting: Sighting,
  slack: { readonly beforeMs: number; readonly afterMs: number },
): Violation[] {
  const { key, value, ttlMs, askedMs, writtenMs } = mortal;
  const { startMs, endMs } = sighting;
  const of = `${key}, asked at ${askedMs} to live ${ttlMs} ms,`;
  if (sighting.value !== undefined && sighting.value !== value)
    return [{ promise: 'P1', message: `${of} was read as ${sighting.value}` }];
  if (sighting.value !== undefined && startMs > askedMs + ttlMs + slack.afterMs)
    return [{ promise: 'P5', message: `${of} was read at ${startMs}, when it had expired` }];
  const mustBeThere =
    writtenMs !== undefined && startMs > writtenMs && endMs < askedMs + ttlMs - slack.beforeMs;
  if (sighting.value === undefined && mustBeThere)
    return [{ promise: 'P1', message: `${of} was gone at ${startMs}, before its time` }];
  return [];
}

function severalEnds({ key, sightings }: MortalValue): Violation[] {
  const ends = new Set<number>();
  for (const { value, expiresAtMs } of sightings)
    if (value !== undefined && expiresAtMs !== undefined) ends.add(expiresAtMs);
  if (ends.size <= 1 && !ends.has(0)) return [];
  return [{ promise: 'P5', message: `${key} ends at ${[...ends].join(' and at ')}` }];
}
