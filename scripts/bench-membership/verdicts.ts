import type { Sighting } from './sighting.ts';

/** Sightings of one member's suspicion that are closer than this belong to the same one. */
const SUSPICION_GAP_MS = 2000;

export interface FalseDeaths {
  /** Members that lived and were declared dead by at least one other. */
  readonly members: number;
  /** How often one member declared one of them dead, or heard so and believed it. */
  readonly verdicts: number;
}

/** Of the members with these ids, all of which were alive all the time. */
export function falseDeaths(sightings: readonly Sighting[], living: ReadonlySet<string>): FalseDeaths {
  const verdicts = sightings.filter(({ of, state }) => state === 'dead' && living.has(of));
  return { members: new Set(verdicts.map(({ of }) => of)).size, verdicts: verdicts.length };
}

/**
 * How often a member came under suspicion, however many others had a part in it. Starling logs a suspicion at everybody who hears
 * of it, serf at everybody whose own probe failed: so those of one member are taken together while they follow each other closely.
 */
export function suspicions(sightings: readonly Sighting[], members: ReadonlySet<string>): number {
  const lastMs = new Map<string, number>();
  let count = 0;
  for (const { of, state, atMs } of sightings) {
    if (state !== 'suspect' || !members.has(of)) continue;
    if (atMs - (lastMs.get(of) ?? -Infinity) > SUSPICION_GAP_MS) count++;
    lastMs.set(of, atMs);
  }
  return count;
}
