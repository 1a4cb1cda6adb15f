import { StarlingError } from '../base/errors.ts';
import type { Gossip } from '../gossip/gossip.ts';
import { isGone } from '../membership/intent.ts';
import type { Custody } from '../replication/custody.ts';
import type { MemberRemoval } from '../wire/operator-operation.ts';
import type { OperatorOrders } from './operator-orders.ts';
import { shortageWithout } from './sound-owners.ts';

export interface RemovalDependencies {
  readonly self: string;
  readonly gossip: Pick<Gossip, 'members' | 'intents' | 'beginRemoval'>;
  readonly custody: Custody;
  readonly orders: OperatorOrders;
  /** W, as configured. */
  readonly writeQuorum: number;
}

/** Removes members that are gone for good, when somebody who knows the secret says so and it loses nothing. */
export class Removal {
  readonly #on: RemovalDependencies;

  constructor(dependencies: RemovalDependencies) {
    this.#on = dependencies;
  }

  /**
   * Carries out an order. Doing so twice is the same as once.
   * @throws StarlingError FORBIDDEN where the proof is wrong or out of date; INVALID_ARGUMENT where the peer isn't known, is this one,
   *   or is alive; UNAVAILABLE where the rest of the cluster doesn't hold all that the member held. The last two yield to `force`.
   */
  remove({ peer, force, expiresMs, proof }: MemberRemoval): void {
    const { self, gossip, orders } = this.#on;
    orders.check({ action: 'remove', peer, force, expiresMs }, proof);
    const member = gossip.members().find((candidate) => candidate.peer === peer);
    const intent = member?.intent ?? gossip.intents().find((candidate) => candidate.peer === peer);
    if (intent === undefined) throw invalid(`${peer} is no member of this cluster`);
    if (peer === self) throw invalid('a peer does not remove itself: ask another one');
    if (isGone(intent)) return;
    if (!force) {
      if (member?.liveness !== 'dead') throw invalid(aliveReason(peer, member?.liveness ?? 'alive'));
      this.#checkCopies(peer);
    }
    gossip.beginRemoval(peer);
  }

  #checkCopies(peer: string): void {
    const { custody, gossip, writeQuorum } = this.#on;
    const { partitions, needed } = shortageWithout(peer, {
      view: custody.view,
      members: gossip.members(),
      writeQuorum,
    });
    if (partitions === 0) return;
    throw new StarlingError(
      'UNAVAILABLE',
      `${partitions} of the partitions of ${peer} have fewer than ${needed} other owners that are alive and hold everything: ` +
        'start those that are down, or wait until those that copy have finished; --force gives up what only it may have',
      { peer },
    );
  }
}

function aliveReason(peer: string, liveness: string): string {
  return `${peer} is ${liveness}: stop it first, for good; --force removes it as it is, and it stops when it hears of that`;
}

function invalid(message: string): StarlingError {
  return new StarlingError('INVALID_ARGUMENT', message);
}
