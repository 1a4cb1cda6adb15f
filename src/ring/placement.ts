import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { assignOwners } from './assignment.ts';
import { peerHashOf } from './bid.ts';
import { orderByPreference } from './preference.ts';
import { MAX_WEIGHT, type RingMember, type RingOptions, seatOf } from './ring-member.ts';
import { fairShares, zonesOf } from './zone.ts';

/**
 * Which members own which partitions: a function of the set of members alone, so that all who know the
 * same members agree without asking each other. How it is made: zones and fair shares (zone.ts), costs (bid.ts, cost.ts),
 * owners (assignment.ts), their order (preference.ts).
 */
export class Placement {
  /** Peer ids, sorted by UTF-16 code units of their seats: what `owners` points into. */
  readonly members: readonly string[];
  /** Owners a partition has: N, or as many as there are members where those are fewer. */
  readonly width: number;
  /** Indices into `members`; those of partition p are at `p * width`, in order of preference. */
  readonly owners: Uint16Array;
  readonly #names: readonly (readonly string[])[];

  constructor(members: readonly string[], width: number, owners: Uint16Array, partitions: number) {
    this.members = members;
    this.width = width;
    this.owners = owners;
    this.#names = Array.from({ length: partitions }, (_, partition) =>
      Array.from(owners.subarray(partition * width, (partition + 1) * width), (index) => members[index]!),
    );
  }

  /** The owners of a partition in order of preference; the same array at every call, empty without members. */
  ownersOf(partition: number): readonly string[] {
    return this.#names[partition]!;
  }
}

/**
 * The placement of these members, in whatever order they come.
 * @throws StarlingError INVALID_ARGUMENT where a peer or a seat occurs twice, or a weight or an option is out of range.
 */
export function computePlacement(members: readonly RingMember[], options: RingOptions): Placement {
  validateOptions(options);
  const sorted = members.toSorted((a, b) => (seatOf(a) < seatOf(b) ? -1 : 1));
  validateMembers(sorted);

  const { partitions } = options;
  const width = Math.min(options.replicas, sorted.length);
  const hashes = sorted.map((member) => peerHashOf(seatOf(member)));
  const zones = zonesOf(sorted, width);
  const shares = fairShares(sorted, zones);
  const owners = assignOwners({ partitions, width, hashes, zones, shares });
  orderByPreference(owners, { partitions, width, hashes, shares });
  const peers = sorted.map(({ peer }) => peer);
  return new Placement(peers, width, owners, partitions);
}

function validateOptions({ partitions, replicas }: RingOptions): void {
  const isPowerOfTwo = Number.isInteger(Math.log2(partitions));
  if (!isPowerOfTwo || partitions < 1 || partitions > LIMITS.partitions) {
    refuse(`${partitions} partitions: a ring has a power of two between 1 and ${LIMITS.partitions}`);
  }
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > LIMITS.replicas) {
    refuse(`${replicas} replicas: a partition has a whole number between 1 and ${LIMITS.replicas}`);
  }
}

function validateMembers(sorted: readonly RingMember[]): void {
  if (sorted.length > LIMITS.members) {
    refuse(`${sorted.length} members: a ring takes at most ${LIMITS.members}`);
  }
  sorted.forEach((member, index) => {
    const { peer, weight } = member;
    const before = sorted[index - 1];
    if (before && seatOf(member) === seatOf(before)) {
      refuse(`${seatOf(member)} occurs twice in the ring: as ${before.peer} and as ${peer}`);
    }
    if (!Number.isInteger(weight) || weight < 1 || weight > MAX_WEIGHT) {
      refuse(`member ${peer} has weight ${weight}; a weight is a whole number between 1 and ${MAX_WEIGHT}`);
    }
  });
}

function refuse(message: string): never {
  throw new StarlingError('INVALID_ARGUMENT', message);
}
