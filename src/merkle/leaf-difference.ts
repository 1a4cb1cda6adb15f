import { type Version, compareVersions } from '../version/version.ts';
import type { Hashed } from './hash-tree.ts';

/** A key, by the hash of it. */
export interface DifferingToken {
  readonly high: number;
  readonly low: number;
}

/** What two peers that hold different versions under some leaves have to do. */
export interface LeafDifference {
  /** Of these keys the own version is newer, or the other has none. */
  readonly give: readonly DifferingToken[];
  /** The other way round. */
  readonly want: readonly DifferingToken[];
}

/** What is left out of a comparison, in ms since the epoch. */
export interface ComparisonBounds {
  /** What was written since then is left to settle: it may be on its way. */
  readonly settledBeforeMs: number;
  /** Purge floors: what is below the one of who lacks it isn't taken from who has a lower one. */
  readonly ownFloorMs: number;
  readonly otherFloorMs: number;
}

interface Sides {
  readonly high: number;
  readonly low: number;
  readonly own: Version[];
  readonly other: Version[];
}

/**
 * Compares all versions under some leaves. Keys that share a token (one pair in 10^19) can't be told apart here, so where their
 * versions differ all of them go both ways.
 */
export function differenceOf(
  own: readonly Hashed[],
  other: readonly Hashed[],
  { settledBeforeMs, ownFloorMs, otherFloorMs }: ComparisonBounds,
): LeafDifference {
  const byToken = new Map<string, Sides>();
  const sidesOf = ({ tokenHigh: high, tokenLow: low }: Hashed): Sides => {
    const name = `${high} ${low}`;
    let sides = byToken.get(name);
    if (sides === undefined) byToken.set(name, (sides = { high, low, own: [], other: [] }));
    return sides;
  };
  for (const hashed of own) sidesOf(hashed).own.push(hashed.version);
  for (const hashed of other) sidesOf(hashed).other.push(hashed.version);

  const give: DifferingToken[] = [];
  const want: DifferingToken[] = [];
  for (const { high, low, own: owned, other: others } of byToken.values()) {
    const newest = [...owned, ...others].reduce((a, b) => (compareVersions(a, b) >= 0 ? a : b));
    if (newest.wallMs >= settledBeforeMs) continue;
    if (others.length === 0 && newest.wallMs < otherFloorMs && ownFloorMs < otherFloorMs) continue;
    if (owned.length === 0 && newest.wallMs < ownFloorMs && otherFloorMs < ownFloorMs) continue;
    const lacks = (versions: readonly Version[], version: Version): boolean =>
      versions.every((held) => compareVersions(held, version) !== 0);
    const isShared = owned.length > 1 || others.length > 1;
    const isNewer = (a: readonly Version[], b: readonly Version[]): boolean =>
      a.some(
        (version) => lacks(b, version) && (isShared || b.every((held) => compareVersions(held, version) < 0)),
      );
    if (isNewer(owned, others)) give.push({ high, low });
    if (isNewer(others, owned)) want.push({ high, low });
  }
  return { give, want };
}
