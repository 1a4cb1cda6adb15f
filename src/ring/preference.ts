import { type PeerHash, drawOf, mix } from './bid.ts';
import { Load } from './load.ts';

/** Makes the draws that order the owners independent of those that chose them. */
const ORDER_SALT = 0x51ed270b;

export interface PreferenceInput {
  readonly partitions: number;
  readonly width: number;
  readonly hashes: readonly PeerHash[];
  readonly shares: Float64Array;
}

/**
 * Puts the owners of each partition in order of preference, in place: by `mix(draw ^ ORDER_SALT)`, lowest first. The
 * order is drawn without weights, so that each is first in 1/width of what it owns. One that is first
 * in too many partitions already lets the next go before it.
 */
export function orderByPreference(owners: Uint16Array, input: PreferenceInput): void {
  const { partitions, width, hashes, shares } = input;
  if (width === 0) return;
  const firsts = new Load(
    shares.map((share) => share / width),
    partitions,
  );
  for (let partition = 0; partition < partitions; partition++) {
    const turn = (member: number): number => mix(drawOf(hashes[member]!, partition) ^ ORDER_SALT);
    const ordered = [...owners.subarray(partition * width, (partition + 1) * width)].sort(
      (a, b) => turn(a) - turn(b) || a - b,
    );
    const front = ordered.findIndex((member) => !firsts.isFull(member));
    if (front > 0) ordered.unshift(...ordered.splice(front, 1));
    firsts.add(ordered[0]!);
    owners.set(ordered, partition * width);
  }
}
