/**
 * The most that anybody holds, as a multiple of its fair share, before rounding up to whole partitions.
 *
 * Lower is more even and moves more: what one member may not hold another must, and some of that moves whenever somebody
 * comes or goes. How much depends on how many partitions a share is. With 1024 partitions and 3 owners, measured:
 *
 *     members                           10     32     50     100    300
 *     partitions in a share             307    96     61     31     10
 *     moved / least, bound 1.05         1.0    1.1    1.2    1.5    1.6
 *     moved / least, bound 1.15         1.0    1.0    1.0    1.1    1.25
 *
 * So a cluster that is to grow beyond some thirty members should be founded with more partitions: where
 * a share is 250 of them or more a join moved at most 1.05 of the least, with up to 300 members.
 */
export const LOAD_BOUND = 1.05;

/** Keeps a product that is whole but for rounding errors from being rounded up to the next number. */
const ROUNDING = 1e-9;

/** The most of `partitions` partitions for one who should have this share of them. */
export function capacityOf(share: number, partitions: number): number {
  return Math.min(partitions, Math.ceil(share * partitions * LOAD_BOUND - ROUNDING));
}

/** Who has been given how many partitions of how many at most. */
export class Load {
  readonly #held: Int32Array;
  readonly #capacities: Int32Array;

  /** @param shares The part of all partitions that each should have, 0..1. */
  constructor(shares: ArrayLike<number>, partitions: number) {
    this.#held = new Int32Array(shares.length);
    this.#capacities = Int32Array.from(shares, (share) => capacityOf(share, partitions));
  }

  add(index: number): void {
    this.#held[index]!++;
  }

  isFull(index: number): boolean {
    return this.#held[index]! >= this.#capacities[index]!;
  }

  /** What it holds as a part of its capacity; 0 capacity counts as full. */
  fraction(index: number): number {
    return this.#held[index]! / Math.max(1, this.#capacities[index]!);
  }
}
