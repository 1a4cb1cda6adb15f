import type { Gossip } from '../gossip/gossip.ts';
import { isGone } from '../membership/intent.ts';
import type { Custody } from '../replication/custody.ts';
import type { CustodyView } from '../ring/custody-view.ts';
import type { starling } from '../wire/gen/messages.js';
import type { CustodyKeeper } from './custody-keeper.ts';
import { Departure } from './departure.ts';
import type { NodeParts } from './node-parts.ts';
import { LastComparison, type LastComparisonDependencies } from './last-comparison.ts';
import { Passage } from './passage.ts';
import { Replacement } from './replacement.ts';
import { Turn, type TurnLane } from './turn.ts';
import { TurnKeeper } from './turn-keeper.ts';

/** What a node's coming and going is made of. */
export interface PassageParts {
  readonly passage: Passage;
  readonly departure: Departure;
  readonly replacement: Replacement;
  readonly lastComparison: LastComparison;
  readonly turn: Turn;
  readonly turnKeeper: TurnKeeper;
}

interface PassageSurroundings {
  readonly gossip: Gossip;
  readonly custody: Custody;
  readonly keeper: CustodyKeeper;
  readonly lane: TurnLane;
  readonly compare: LastComparisonDependencies['compare'];
  readonly isStopping: () => boolean;
  readonly onLeft: () => void;
}

/** Puts together how a node comes, goes, and lets others do so. */
export function assemblePassage(
  { ports, settings, directory, turnGrant, telemetry }: NodeParts,
  { gossip, custody, keeper, lane, compare, isStopping, onLeft }: PassageSurroundings,
): PassageParts {
  const { self } = ports.network;
  const isGonePeer = (peer: string) =>
    gossip.intents().some((intent) => intent.peer === peer && isGone(intent));
  const turnKeeper = new TurnKeeper(
    {
      files: directory,
      custody,
      isGone: isGonePeer,
      isUpToDate: () => keeper.isUpToDate,
      onReleased: () => keeper.learn(gossip.intents()),
      log: telemetry.log,
    },
    turnGrant,
  );
  custody.isHandingOver = () => turnKeeper.hasGranted;
  custody.onChange(() => void turnKeeper.handleOwners());
  void turnKeeper.handleOwners();
  const turn: Turn = new Turn({
    ...ports,
    self,
    keeper: turnKeeper,
    lane,
    custody,
    change: () => passage.advance(),
  });
  keeper.bond = { isBound: () => turnKeeper.hasGranted, handleWait: () => turn.recall() };
  const lastComparison = new LastComparison({
    ...ports,
    self,
    custody,
    compare,
    onProgress: () => passage.advance(),
  });
  const passage: Passage = new Passage({
    ...ports,
    self,
    custody,
    intents: () => gossip.intents(),
    updateOwnIntent: (change) => gossip.updateOwnIntent(change),
    isAlive: (peer) => gossip.liveness(peer) === 'alive',
    endRemoval: (peer) => gossip.endRemoval(peer),
    mayChange: () => turn.isGranted(),
    mayGo: () => lastComparison.isDone(),
  });
  const departure = new Departure({ ...ports, self, gossip, passage, turn, isStopping, onLeft });
  const { writeQuorum } = settings.cluster;
  custody.onChange(() => lastComparison.handleOwners());
  const replacement = new Replacement({ self, gossip, custody, writeQuorum });
  return { passage, departure, replacement, lastComparison, turn, turnKeeper };
}

/** Answers a peer that wants to change the owners. */
export function serveTurn(
  { turn, turnKeeper }: PassageParts,
  view: Pick<CustodyView, 'basis'>,
  peer: string,
  request: starling.v1.Turn.$Properties,
  respond: (response: starling.v1.ReplicaResponse.$Properties) => void,
): void {
  const { basis, change, release, yield: isToYield } = request;
  if (isToYield) {
    turn.handleYield(basis ?? '');
    respond({ turn: {} });
    return;
  }
  const wanted = { basis: basis ?? '', change: change ?? '', release: release ?? false };
  void turnKeeper
    .decide(peer, wanted)
    .then((decision) => respond({ turn: { ...decision, basis: view.basis } }));
}
