import { StarlingError } from '../../base/errors.ts';
import type { Topology, TopologyMember } from '../../wire/cluster-view.ts';

/** Two members that own partitions together. */
export interface Pair {
  /** Who is asked to compare with the other. */
  readonly asked: TopologyMember;
  readonly partner: TopologyMember;
  /** How many partitions both own, of those that are meant. */
  readonly partitions: number;
  /** Why they can't compare; undefined: they can, as far as is known. */
  readonly obstacle: string | undefined;
}

/** Whom and what is meant; what is left out or undefined: everybody, everything. */
export interface PairScope {
  /** Only this member with each of the others. */
  readonly peer?: string | undefined;
  readonly partition?: number | undefined;
}

/**
 * Each two members that own partitions together. Once all of these have compared, each owner has what any of them had before: so in one go
 * all are equal.
 * @throws StarlingError INVALID_ARGUMENT where there is no such partition
 */
export function pairsIn(topology: Topology, scope: PairScope = {}): Pair[] {
  const { members } = topology;
  return sharedIn(topology, scope.partition)
    .map(({ a, b, partitions }) => ({ pair: [members[a]!, members[b]!] as const, partitions }))
    .filter(({ pair }) => scope.peer === undefined || pair.some(({ peer }) => peer === scope.peer))
    .map(({ pair: [a, b], partitions }) => {
      const [asked, partner] = a.clientAddress === '' ? [b, a] : [a, b];
      return { asked, partner, partitions, obstacle: obstacleTo(asked, partner) };
    });
}

/** How many partitions each two members own together, by their places in the topology. */
function sharedIn(
  { partitions, width, owners }: Topology,
  only: number | undefined,
): { readonly a: number; readonly b: number; readonly partitions: number }[] {
  if (only !== undefined && only >= partitions) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `there is no partition ${only}: they go from 0 to ${partitions - 1}`,
    );
  }
  const shared = new Map<string, { a: number; b: number; partitions: number }>();
  for (let partition = only ?? 0; partition <= (only ?? partitions - 1); partition++) {
    const custodians = owners.slice(partition * width, (partition + 1) * width).sort((a, b) => a - b);
    custodians.forEach((a, at) => {
      for (const b of custodians.slice(at + 1)) {
        const known = shared.get(`${a} ${b}`) ?? { a, b, partitions: 0 };
        known.partitions++;
        shared.set(`${a} ${b}`, known);
      }
    });
  }
  return [...shared.values()];
}

function obstacleTo(asked: TopologyMember, partner: TopologyMember): string | undefined {
  const dead = [asked, partner].find(({ liveness }) => liveness === 'dead');
  if (dead !== undefined) return `${dead.peer} is dead`;
  return asked.clientAddress === '' ? 'clients reach neither of them at a known address' : undefined;
}
