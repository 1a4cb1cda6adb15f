import fc from 'fast-check';
import type { Random } from '../../src/base/random.ts';

const KINDS = ['flip', 'set', 'cut', 'remove', 'repeat', 'splice', 'length', 'number'] as const;

/** One change of an input. The numbers are taken modulo what there is. */
export interface Mutation {
  readonly kind: (typeof KINDS)[number];
  readonly at: number;
  readonly size: number;
  readonly value: number;
}

const MOST_AT = 0xffff;
const MOST_SIZE = 64;

/** Inputs don't grow beyond this by mutation. */
const MOST_BYTES = 16 << 10;

/** What a length, or another number, is written over with. */
const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 1 << 20, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    at: fc.nat(MOST_AT),
    size: fc.nat(MOST_SIZE),
    value: fc.nat(255),
  }),
  { minLength: 1, maxLength: 6 },
);

export function drawMutation(random: Random): Mutation {
  return {
    kind: KINDS[random.integer(KINDS.length)]!,
    at: random.integer(MOST_AT),
    size: random.integer(MOST_SIZE),
    value: random.integer(256),
  };
}

/** @param other another input, of which `splice` takes a piece */
export function mutated(input: Uint8Array, other: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  let bytes: Uint8Array = Uint8Array.from(input);
  for (const change of changes) bytes = apply(bytes, other, change).subarray(0, MOST_BYTES);
  return bytes;
}

function apply(bytes: Uint8Array, other: Uint8Array, { kind, at, size, value }: Mutation): Uint8Array {
  const start = at % (bytes.length + 1);
  const end = Math.min(bytes.length, start + size);
  switch (kind) {
    case 'flip':
      return overwritten(bytes, start, [(bytes[start] ?? 0) ^ (1 << (value % 8))]);
    case 'set':
      return overwritten(bytes, start, [value]);
    case 'cut':
      return bytes.subarray(0, start);
    case 'remove':
      return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]);
    case 'splice': {
      const from = (at * 31) % (other.length + 1);
      return Buffer.concat([
        bytes.subarray(0, start),
        other.subarray(from, from + size),
        bytes.subarray(start),
      ]);
    }
    case 'length':
      return overwritten(bytes, start, varint(NUMBERS[value % NUMBERS.length]!));
    case 'number': {
      const number = Buffer.alloc(4);
      number.writeUInt32BE(NUMBERS[value % NUMBERS.length]!);
      return overwritten(bytes, start, number);
    }
  }
}

/** As far as there are bytes to write over. */
function overwritten(bytes: Uint8Array, at: number, by: Iterable<number>): Uint8Array {
  const result = Uint8Array.from(bytes);
  result.set([...by].slice(0, bytes.length - at), at);
  return result;
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  return [...bytes, value];
}
