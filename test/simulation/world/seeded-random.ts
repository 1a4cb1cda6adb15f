import type { Random } from '../../../src/base/random.ts';

/**
 * The simulator's chance: sfc32 (PractRand's small fast counter), so that a run is its seed. `fork`
 * gives an independent sequence by name: drawing more numbers in one part of a world doesn't change
 * what happens in another, which keeps shrinking and comparing of runs meaningful.
 */
export class SeededRandom implements Random {
  readonly #seed: number;
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    this.#seed = seed >>> 0;
    this.#a = this.#seed;
    this.#b = 0x9e3779b9;
    this.#c = 0x243f6a88;
    for (let i = 0; i < 12; i++) this.#next();
  }

  integer(below: number): number {
    return Math.floor(this.fraction() * below);
  }

  fraction(): number {
    return this.#next() / 0x1_0000_0000;
  }

  bytes(length: number): Uint8Array {
    const result = new Uint8Array(length);
    for (let i = 0; i < length; i++) result[i] = this.#next() >>> 24;
    return result;
  }

  /** True with this probability, 0..1. */
  chance(probability: number): boolean {
    return probability > 0 && this.fraction() < probability;
  }

  /** A float in `[low, high)`. */
  between(low: number, high: number): number {
    return low + this.fraction() * (high - low);
  }

  /** An independent sequence that depends on this one's seed and the name alone. */
  fork(name: string): SeededRandom {
    let hash = this.#seed ^ 0x811c9dc5;
    for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    return new SeededRandom(hash ^ (hash >>> 15));
  }

  #next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}
