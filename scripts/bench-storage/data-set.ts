/** The records of every measurement: keys like `user:123456`, values of 100 bytes of text. The same in every process. */
const VALUE_BYTES = 100;
const POOL_BYTES = 64 << 10;
const FIRST_PRINTABLE = 0x20;
const PRINTABLE = 95;
/** A prime larger than any count of keys: its multiples, modulo that count, leave no number out. */
const STRIDE = 2_147_483_647;

/** Text that doesn't repeat within a store's block, so that nobody gains by compressing it. */
const pool = Buffer.alloc(POOL_BYTES + VALUE_BYTES);
for (let at = 0, state = 1; at < pool.length; at++) {
  // MINSTD, the generator of Park and Miller: the product stays below 2^53.
  state = (state * 48_271) % STRIDE;
  pool[at] = FIRST_PRINTABLE + (state % PRINTABLE);
}

export function keyOfNumber(number: number): string {
  return `user:${number}`;
}

/** A key that is never put. */
export function absentKey(number: number): string {
  return `nobody:${number}`;
}

/** The value that this key is given in this round of puts. */
export function valueOfNumber(number: number, round = 0): Buffer {
  const start = (number * 101 + round) % POOL_BYTES;
  return pool.subarray(start, start + VALUE_BYTES);
}

/** Whether it may be one of the values: cheap enough to be asked within what is measured. */
export function looksRight(value: Uint8Array | undefined): boolean {
  return value?.length === VALUE_BYTES;
}

/** The numbers below `count`, each once as `index` counts up, far from their order; `round` begins elsewhere. */
export function shuffled(index: number, count: number, round = 0): number {
  return ((index + round * 7919) * (STRIDE % count || 1)) % count;
}

export function randomNumber(below: number): number {
  return Math.floor(Math.random() * below);
}

/** Bytes of a record as its user counts them. */
export function userBytes(key: string): number {
  return key.length + VALUE_BYTES;
}
