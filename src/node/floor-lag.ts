/** How far purge floors are behind. */
export interface FloorLag {
  /** Of the partition whose floor is furthest behind, of those that have one; 0 where none has. */
  readonly lagMs: number;
  /** Partitions without a floor: nothing in them was ever forgotten. */
  readonly unset: number;
}

/** @param floorsMs purge floors of some partitions, ms since the epoch; 0: it has none */
export function floorLagOf(floorsMs: readonly number[], nowMs: number): FloorLag {
  const set = floorsMs.filter((floorMs) => floorMs > 0);
  return { lagMs: Math.max(0, nowMs - Math.min(nowMs, ...set)), unset: floorsMs.length - set.length };
}
