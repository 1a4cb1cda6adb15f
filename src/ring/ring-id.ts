import { keyOf } from '../version/key.ts';
import { mix } from '../base/mix.ts';
import type { RingMember, RingProfile, RingStatus } from './ring-member.ts';

interface IdentifiedMember extends RingMember {
  readonly status?: RingStatus;
  readonly next?: RingProfile | undefined;
}

/**
 * A short name for what a ring was derived from: 16 hexadecimal digits, equal for equal sets in whatever
 * order, and different (but for chance) as soon as one member, zone, weight or status differs.
 */
export function ringIdOf(members: readonly IdentifiedMember[]): string {
  return idOf(
    members.map(({ peer, zone, weight, status, seat, next }) => {
      const rare = seat || next ? [seat ?? '', next?.zone ?? '', next?.weight ?? 0] : [];
      return JSON.stringify([peer, zone, weight, status ?? '', ...rare]);
    }),
  );
}

/** The same for texts, each of which can be read in one way only. */
export function idOf(texts: readonly string[]): string {
  // Sums don't depend on the order.
  let high = texts.length;
  let low = texts.length;
  for (const text of texts) {
    const { tokenHigh, tokenLow } = keyOf(text);
    high = (high + tokenHigh) >>> 0;
    low = (low + tokenLow) >>> 0;
  }
  return hex(mix(high ^ mix(low))) + hex(mix(low));
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
