import type { Gossip } from '../gossip/gossip.ts';
import { isGone } from '../membership/intent.ts';
import type { Custody } from '../replication/custody.ts';
import { shortageWithout } from './sound-owners.ts';

export interface ReplacementDependencies {
  readonly self: string;
  /** The member whose place this node is to take; empty: none's. */
  readonly replaces: string;
  readonly gossip: Pick<Gossip, 'members' | 'intents' | 'liveness' | 'beginRemoval'>;
  readonly custody: Custody;
  /** W, as configured. */
  readonly writeQuorum: number;
}

/**
 * A node's taking of the place of a member that is gone for good. It declares that one removed once it is dead and the others can do
 * without it, and copies what it held; by becoming active it takes its seat in the ring, and nothing else moves.
 */
export class Replacement {
  readonly #on: ReplacementDependencies;

  constructor(dependencies: ReplacementDependencies) {
    this.#on = dependencies;
  }

  /** To be called when something of the membership may have changed. */
  advance(): void {
    const { replaces, gossip } = this.#on;
    if (this.#isWanted() && this.reason() === undefined) gossip.beginRemoval(replaces);
  }

  /** Why the member isn't declared removed yet, in a sentence; undefined where it is, or can be. */
  reason(): string | undefined {
    const { self, replaces, gossip, custody, writeQuorum } = this.#on;
    if (!this.#isWanted()) return undefined;
    const liveness = gossip.liveness(replaces);
    if (liveness !== 'dead')
      return `${self} is to replace ${replaces}, which is ${liveness ?? 'not known yet'}: stop that one, for good`;
    const { partitions, needed } = shortageWithout(replaces, {
      view: custody.view,
      members: gossip.members(),
      writeQuorum,
    });
    if (partitions === 0) return undefined;
    return (
      `${self} is to replace ${replaces}, of which ${partitions} partitions have fewer than ${needed} other owners that are alive and ` +
      'hold everything: start those that are down, or wait until those that copy have finished'
    );
  }

  /** Whether this node has yet to join, and the other is a member still. */
  #isWanted(): boolean {
    const { self, replaces, gossip } = this.#on;
    if (replaces === '') return false;
    const intents = gossip.intents();
    const isJoining = intents.some(({ peer, status }) => peer === self && status === 'joining');
    return isJoining && intents.some((intent) => intent.peer === replaces && !isGone(intent));
  }
}
