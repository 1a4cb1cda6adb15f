/** The only source of randomness, so that a simulation can be replayed from its seed. */
export interface Random {
  /** An integer in `[0, below)`; `below` is 1..2^32. */
  integer(below: number): number;
  /** A float in `[0, 1)`. */
  fraction(): number;
  /** Unpredictable bytes, for nonces and identities. */
  bytes(length: number): Uint8Array;
}

/** A new array with the items in random order (Fisher-Yates). */
export function shuffled<T>(random: Random, items: Iterable<T>): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const a = result[i] as T;
    result[i] = result[j] as T;
    result[j] = a;
  }
  return result;
}
