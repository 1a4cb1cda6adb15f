import { hasPartition } from '../ring/partition-bits.ts';
import type { CustodyView } from '../ring/custody-view.ts';
import type { Intent } from '../membership/intent.ts';

export interface SoundOwnersFacts {
  readonly view: CustodyView;
  readonly members: readonly {
    readonly peer: string;
    readonly liveness: string;
    readonly intent?: Pick<Intent, 'complete'> | undefined;
  }[];
  /** W, as configured. */
  readonly writeQuorum: number;
}

/** What a cluster would miss without a member. */
export interface Shortage {
  /** Partitions of the member of which too few others are alive and hold everything. */
  readonly partitions: number;
  /** Others that each should have. */
  readonly needed: number;
}

/** Any W of the owners may have acknowledged a write alone: without one of them enough of the others must hold everything. */
export function shortageWithout(peer: string, { view, members, writeQuorum }: SoundOwnersFacts): Shortage {
  const sound = new Map(
    members
      .filter(({ liveness }) => liveness !== 'dead')
      .map((member) => [member.peer, member.intent?.complete]),
  );
  const needed = Math.max(1, Math.min(view.width - 1, view.width - writeQuorum + 1));
  const short = view.partitionsOf(peer).filter((partition) => {
    const others = view.custodians(partition).filter((other) => other !== peer);
    return others.filter((other) => hasPartition(sound.get(other), partition)).length < needed;
  });
  return { partitions: short.length, needed };
}
