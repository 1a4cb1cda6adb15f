import { mix } from '../base/mix.ts';
import { type PeerHash, drawOf } from './bid.ts';
import { Load } from './load.ts';

/** Makes the draws that order the owners independent of those that chose them. */
const ORDER_SALT = 0x51ed270b;

export interface PreferenceInput {
  readonly partitions: number;
  readonly width: number;
  readonly hashes: readonly PeerHash[];
  /** The part of all partitions that each member should own, 0..1. */
  readonly shares: Float64Array;
}

/**
 * Puts the owners of each partition in order of preference, in place: by `mix(draw ^ ORDER_SALT)`, lowest
 * first. Weights have no say here, so each comes first in 1/width of what it owns; one that
 * comes first as often as `LOAD_BOUND` allows lets the next go before it, and where that is true of all, the one
 * that is least beyond it goes first.
 */
export function orderByPreference(owners: Uint16Array, input: PreferenceInput): void {
  const { partitions, width, hashes, shares } = input;
  if (width === 0) return;
  const firstShares = shares.map((share) => share / width);
  const firsts = new Load(firstShares, partitions);
  for (let partition = 0; partition < partitions; partition++) {
    const turn = (member: number): number => mix(drawOf(hashes[member]!, partition) ^ ORDER_SALT);
    const ordered = [...owners.subarray(partition * width, (partition + 1) * width)].sort(
      (a, b) => turn(a) - turn(b) || a - b,
    );
    const first =
      ordered.find((member) => !firsts.isFull(member)) ??
      ordered.reduce((a, b) => (firsts.fraction(b) < firsts.fraction(a) ? b : a));
    firsts.add(first);
    owners.set([first, ...ordered.filter((member) => member !== first)], partition * width);
  }
}
