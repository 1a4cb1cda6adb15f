import type { StarlingError } from '../base/errors.ts';
import type { Gossip } from '../gossip/gossip.ts';
import type { IntentStatus } from '../membership/intent.ts';
import type { Liveness } from '../membership/member.ts';

export type { IntentStatus, Liveness };

/** What changes in the membership, in the eyes of one peer. Switch on `kind`. */
export type MembershipEvent =
  /** A member answers, or is suspected of not doing so, or is taken for dead. It moves no data. */
  | {
      readonly kind: 'liveness';
      readonly peer: string;
      readonly liveness: Liveness;
      /** Undefined: a member not known before. */
      readonly previous: Liveness | undefined;
    }
  /** A member wants to be something else, this one included: joining, active, leaving, left; or it was removed. */
  | {
      readonly kind: 'intent';
      readonly peer: string;
      readonly status: IntentStatus;
      /** Undefined: a member not known before. */
      readonly previous: IntentStatus | undefined;
    }
  /** A member came back with another storage, and so without the data that it held. It copies it anew. */
  | { readonly kind: 'storageReplaced'; readonly peer: string }
  /** This peer multiplies its timeouts by this from now on: above 1 it is slow itself, by its own lag or by answers that it missed. */
  | { readonly kind: 'localHealth'; readonly multiplier: number }
  /** This peer takes part no more, and has stopped: it was removed (FORBIDDEN), or isn't the only process with its identity (CONFIGURATION). */
  | { readonly kind: 'expelled'; readonly reason: StarlingError };

/** Called in the order of the events. One that throws fails its program, and not the node. */
export type MembershipListener = (event: MembershipEvent) => void;

interface Sources {
  readonly gossip: Pick<Gossip, 'intents' | 'onIntents' | 'onLiveness' | 'observations'>;
  /** Resolves with the reason where the node stopped of itself. */
  readonly ended: Promise<StarlingError | undefined>;
}

/** Tells a program what changes in the membership, from a node that has started until it ends. */
export class MembershipEvents {
  readonly #listeners = new Set<MembershipListener>();
  readonly #statuses: Map<string, IntentStatus>;

  constructor({ gossip, ended }: Sources) {
    this.#statuses = new Map(gossip.intents().map(({ peer, status }) => [peer, status]));
    gossip.onLiveness(({ peer, liveness, previous }) =>
      this.#tell({ kind: 'liveness', peer, liveness, previous }),
    );
    gossip.onIntents((changed) => {
      for (const { peer, status } of changed) this.#handleStatus(peer, status);
    });
    gossip.observations.onObservation((observation) => this.#tell(observation));
    void ended.then((reason) => {
      if (reason !== undefined) this.#tell({ kind: 'expelled', reason });
    });
  }

  /** Calls back with each event; the returned function ends that. */
  add(listener: MembershipListener): () => void {
    const own: MembershipListener = (event) => listener(event);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** Intents change with every partition that is copied, too. */
  #handleStatus(peer: string, status: IntentStatus): void {
    const previous = this.#statuses.get(peer);
    if (status === previous) return;
    this.#statuses.set(peer, status);
    this.#tell({ kind: 'intent', peer, status, previous });
  }

  /** Later, so that a listener finds the node in order, and one that throws fails its program and not the node. */
  #tell(event: MembershipEvent): void {
    for (const listener of this.#listeners) {
      queueMicrotask(() => {
        if (this.#listeners.has(listener)) listener(event);
      });
    }
  }
}
