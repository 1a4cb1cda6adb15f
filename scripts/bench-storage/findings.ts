import type { ContenderName } from './line-up.ts';
import type { Found } from './measurement.ts';

export interface Place {
  readonly contender: ContenderName;
  readonly keys: number;
}

interface Finding extends Place {
  readonly id: string;
  /** One a run. */
  readonly values: number[];
}

/** Everything found so far, by figure, contender and size. */
export class Findings {
  readonly #all: Finding[] = [];

  add({ contender, keys }: Place, found: Found): void {
    for (const [id, value] of Object.entries(found)) {
      const values = this.values(id, { contender, keys });
      if (values.length === 0) this.#all.push({ id, contender, keys, values: [value] });
      else values.push(value);
    }
  }

  /** Empty where it wasn't measured. */
  values(id: string, { contender, keys }: Place): number[] {
    const isIt = (one: Finding): boolean => one.id === id && one.contender === contender && one.keys === keys;
    return this.#all.find(isIt)?.values ?? [];
  }

  /** Undefined where it wasn't measured. */
  median(id: string, place: Place): number | undefined {
    const sorted = [...this.values(id, place)].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    if (sorted.length % 2 === 1) return sorted[middle];
    const [low, high] = [sorted[middle - 1], sorted[middle]];
    return low === undefined || high === undefined ? undefined : (low + high) / 2;
  }

  /** The largest size up to this one that it was measured at. */
  sizeUpTo(id: string, { contender, keys }: Place): number | undefined {
    const sizes = this.#all
      .filter((one) => one.id === id && one.contender === contender && one.keys <= keys)
      .map((one) => one.keys);
    return sizes.length === 0 ? undefined : Math.max(...sizes);
  }
}
