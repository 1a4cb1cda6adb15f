import type { Random } from '../base/random.ts';

/** So that programs which look for secrets in what is about to be published know one when they see it. */
const PREFIX = 'starling_';
const RANDOM_BYTES = 32;

/** A token that nobody has. */
export function newToken(random: Pick<Random, 'bytes'>): string {
  return PREFIX + Buffer.from(random.bytes(RANDOM_BYTES)).toString('base64url');
}
