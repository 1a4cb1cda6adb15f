import { keyOf } from '../version/key.ts';
import { mix } from '../base/mix.ts';
import type { RingMember, RingStatus } from './ring-member.ts';

/**
 * A short name for what a ring was derived from: 16 hexadecimal digits, equal for equal sets in whatever
 * order, and different (but for chance) as soon as one member, zone, weight or status differs.
 */
export function ringIdOf(members: readonly (RingMember & { readonly status?: RingStatus })[]): string {
  // Sums don't depend on the order; the hash of each member is over a form that can be read in one way only.
  let high = members.length;
  let low = members.length;
  for (const { peer, zone, weight, status } of members) {
    const { tokenHigh, tokenLow } = keyOf(JSON.stringify([peer, zone, weight, status ?? '']));
    high = (high + tokenHigh) >>> 0;
    low = (low + tokenLow) >>> 0;
  }
  return hex(mix(high ^ mix(low))) + hex(mix(low));
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
