import { randomBytes } from 'node:crypto';
import type { Random } from '../random.ts';

export const systemRandom: Random = {
  integer: (below) => Math.floor(Math.random() * below),
  fraction: () => Math.random(),
  bytes: (length) => new Uint8Array(randomBytes(length)),
};
