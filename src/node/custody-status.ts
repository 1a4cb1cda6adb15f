import type { Gossip } from '../gossip/gossip.ts';
import type { Intent } from '../membership/intent.ts';
import type { CopyProgress } from '../replication/partition-copy.ts';
import type { Custody } from '../replication/custody.ts';
import { hasPartition } from '../ring/partition-bits.ts';
import type { CustodyStatus } from '../wire/cluster-view.ts';
import type { LastComparison } from './last-comparison.ts';
import type { Replacement } from './replacement.ts';
import type { Turn } from './turn.ts';

export interface CustodyFacts {
  readonly self: string;
  readonly custody: Custody;
  readonly gossip: Pick<Gossip, 'intents' | 'liveness'>;
  readonly copyProgress: CopyProgress;
  readonly passage: {
    readonly turn: Pick<Turn, 'missing'>;
    readonly replacement: Pick<Replacement, 'reason'>;
    readonly lastComparison: Pick<LastComparison, 'reason'>;
  };
}

/** How far this node is with what it is to own, and why whatever waits has to. */
export function custodyStatusOf(facts: CustodyFacts): CustodyStatus {
  const { self, custody, copyProgress } = facts;
  const { view } = custody;
  const owned = view.partitionsOf(self).length + view.pendingPartitionsOf(self).length;
  return {
    owned,
    complete: owned - custody.incomplete().length,
    copiedRecords: copyProgress.records,
    copiedBytes: copyProgress.bytes,
    changing: view.changing,
    waiting: [
      ...waitForOthers(facts),
      ...waitForTurn(facts),
      ...waitForCopies(facts),
      ...waitForSuccessors(facts),
      ...waitForLeave(facts),
    ],
  };
}

/** For the place of a member that is to be replaced, and for those who go on alone. */
function waitForOthers({ passage }: CustodyFacts): string[] {
  return [passage.replacement.reason(), passage.lastComparison.reason()].filter(
    (reason) => reason !== undefined,
  );
}

function waitForTurn({ self, custody, gossip }: CustodyFacts): string[] {
  const { changing } = custody.view;
  const doing = doingOf(gossip.intents().find(({ peer }) => peer === self));
  if (doing === undefined || changing.length === 0 || changing.includes(self)) return [];
  const others = changing.map((peer) => `${peer} (${gossip.liveness(peer) ?? 'unknown'})`).join(', ');
  return [`${self} ${doing} and waits for its turn, after ${others}`];
}

/** What a member is about to change of the owners; undefined where it isn't. */
function doingOf(intent: Intent | undefined): string | undefined {
  if (intent?.status === 'joining' || intent?.status === 'leaving') return `is ${intent.status}`;
  const { next, status, weight, zone } = intent ?? {};
  if (status !== 'active' || next === undefined) return undefined;
  const changes = [
    ...(next.weight === weight ? [] : [`weight ${next.weight}`]),
    ...(next.zone === zone ? [] : [next.zone === '' ? 'no zone' : `zone ${next.zone}`]),
  ];
  return `is to have ${changes.join(' and ')}`;
}

function waitForCopies({ self, custody, copyProgress }: CustodyFacts): string[] {
  const uncleared = custody.uncleared().length;
  const clearing =
    uncleared === 0
      ? []
      : [`${self} removes what it held of ${uncleared} partitions before, and copies them then`];
  const { refusal } = copyProgress;
  return refusal === undefined || custody.incomplete().length === 0
    ? clearing
    : [...clearing, `${self} tries to copy, the last time in vain: ${refusal.message}`];
}

/** A member that changes the owners waits for whoever takes over. */
function waitForSuccessors({ self, custody, gossip }: CustodyFacts): string[] {
  const { view } = custody;
  const intents = gossip.intents();
  const doing = doingOf(intents.find(({ peer }) => peer === self));
  if (doing === undefined || !view.changing.includes(self)) return [];
  return intents
    .filter(({ peer }) => peer !== self)
    .map((intent) => ({ intent, missing: missingAt(intent, view.pendingPartitionsOf(intent.peer)) }))
    .filter(({ missing }) => missing > 0)
    .map(({ intent: { peer }, missing }) => {
      const liveness = gossip.liveness(peer) ?? 'unknown';
      return `${self} ${doing} and waits until ${peer} (${liveness}) says that it has copied ${missing} partitions`;
    });
}

function waitForLeave({ self, gossip, passage }: CustodyFacts): string[] {
  const { missing } = passage.turn;
  if (missing.length === 0) return [];
  const others = missing.map((peer) => `${peer} (${gossip.liveness(peer) ?? 'unknown'})`).join(', ');
  return [`${self} is ready, and waits until others let it change the owners; not yet ${others}`];
}

function missingAt({ complete }: Intent, pending: readonly number[]): number {
  return pending.filter((partition) => !hasPartition(complete, partition)).length;
}
