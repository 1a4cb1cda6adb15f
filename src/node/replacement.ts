import type { Gossip } from '../gossip/gossip.ts';
import { isGone } from '../membership/intent.ts';
import type { Custody } from '../replication/custody.ts';
import { shortageWithout } from './sound-owners.ts';

export interface ReplacementDependencies {
  readonly self: string;
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
    const replaced = this.#replaced();
    if (replaced !== undefined && this.reason() === undefined) this.#on.gossip.beginRemoval(replaced);
  }

  /** Why the member isn't declared removed yet, in a sentence; undefined where it is, or can be. */
  reason(): string | undefined {
    const { self, gossip, custody, writeQuorum } = this.#on;
    const replaced = this.#replaced();
    if (replaced === undefined) return undefined;
    const liveness = gossip.liveness(replaced);
    if (liveness !== 'dead')
      return `${self} is to replace ${replaced}, which is ${liveness ?? 'not known yet'}: stop that one, for good`;
    const { partitions, needed } = shortageWithout(replaced, {
      view: custody.view,
      members: gossip.members(),
      writeQuorum,
    });
    if (partitions === 0) return undefined;
    return (
      `${self} is to replace ${replaced}, of which ${partitions} partitions have fewer than ${needed} other owners that are alive and ` +
      'hold everything: start those that are down, or wait until those that copy have finished'
    );
  }

  /** Whose place this node is to take, as its own intent remembers it, where it has yet to join and that one is a member still. */
  #replaced(): string | undefined {
    const { self, gossip } = this.#on;
    const intents = gossip.intents();
    const own = intents.find(({ peer, status }) => peer === self && status === 'joining');
    return intents.find((intent) => intent.peer === own?.seat && !isGone(intent))?.peer;
  }
}
