import { InvalidArgumentError } from 'commander';

const BYTES_IN = new Map([
  ['KiB', 2 ** 10],
  ['MiB', 2 ** 20],
  ['GiB', 2 ** 30],
]);

/** Reads a number of bytes as people write it: `20MiB`, `512KiB`, `1GiB`, or `1048576`. */
export function byteSizeOf(text: string): number {
  const [, amount, unit] = /^(\d+) ?([KMG]iB)?$/.exec(text) ?? [];
  const size = Number(amount) * (unit === undefined ? 1 : BYTES_IN.get(unit)!);
  if (Number.isSafeInteger(size)) return size;
  throw new InvalidArgumentError(
    'Give a whole number of bytes, or one with its unit: 20MiB, 512KiB or 1GiB.',
  );
}
