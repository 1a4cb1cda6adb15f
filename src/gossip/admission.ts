import { StarlingError } from '../base/errors.ts';
import type { Intent } from '../membership/intent.ts';

/**
 * Whether this node is a member of a cluster yet. It is when a member has told it everything, or because it was one before,
 * or founded one.
 */
export class Admission {
  #isMember = false;
  #isSynchronised = false;
  /** Ends the wait for a member's answer. */
  #waiting: { readonly resolve: () => void; readonly reject: (why: StarlingError) => void } | undefined;

  get isMember(): boolean {
    return this.#isMember;
  }

  /** It was one before, or founds a cluster. */
  grant(): void {
    this.#isMember = true;
  }

  /** A peer told everything it knows. */
  synchronised(): void {
    this.#isSynchronised = true;
  }

  /**
   * A cluster is where somebody is active. Two newcomers that know only each other are none, however often
   * they exchange everything. True: this node has become a member just now.
   * @param others the intents of the other members
   */
  check(others: Iterable<Intent>): boolean {
    if (this.#isMember || !this.#isSynchronised) return false;
    for (const { status } of others) {
      if (status !== 'active' && status !== 'leaving') continue;
      this.#isMember = true;
      this.#waiting?.resolve();
      return true;
    }
    return false;
  }

  /** Resolves when this node is a member. Rejects as `end` says. */
  wait(): Promise<void> {
    if (this.#isMember) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  /** It will not become one. */
  end(why: StarlingError): void {
    this.#waiting?.reject(why);
  }
}

/** There is neither an address to join at nor leave to found a cluster. */
export function nothingToJoin(): StarlingError {
  return new StarlingError(
    'CONFIGURATION',
    'there is no cluster to join: give the address of a member with --bootstrap, or --found to found a new cluster',
  );
}
