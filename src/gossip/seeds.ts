import { type StarlingError, toStarlingError } from '../base/errors.ts';
import type { Random } from '../base/random.ts';
import type { Timer, Timers } from '../base/timers.ts';
import type { BootstrapFailure } from './gossip-events.ts';
import type { MembershipLane } from './membership-lane.ts';

export interface SeedsOptions {
  readonly self: string;
  /** Multiaddrs; those that end in this node's own `/p2p/<id>` are left out. */
  readonly addresses: readonly string[];
  readonly lane: MembershipLane;
  readonly timers: Timers;
  readonly random: Random;
  /** Whether this node is a member already, and sees others alive. */
  readonly isConnected: () => boolean;
  /** Whether this peer is a member that is alive. */
  readonly isAlive: (peer: string) => boolean;
  /** This peer answered: exchange everything with it. */
  readonly onPeer: (peer: string) => void;
  readonly onFailed: (failure: BootstrapFailure) => void;
}

/** Waits between attempts while the node is no member, or alone: doubled from the first to the last, with jitter. */
const FIRST_WAIT_MS = 500;
const LAST_WAIT_MS = 10_000;

/** Once it isn't, seeds that aren't seen alive are still tried: they may be the other half of a split. */
const CONNECTED_WAIT_MS = 30_000;

interface Seed {
  readonly address: string;
  /** Who answers there, as far as is known. */
  peer: string | undefined;
}

/** The bootstrap addresses: tried for as long as the node runs. */
export class Seeds {
  readonly #options: SeedsOptions;
  readonly #seeds: readonly Seed[];
  #attempt = 0;
  #timer: Timer | undefined;
  #isStopped = false;

  constructor(options: SeedsOptions) {
    this.#options = options;
    this.#seeds = options.addresses
      .map((address) => ({ address, peer: peerIn(address) }))
      .filter(({ peer }) => peer !== options.self);
  }

  start(): void {
    if (this.#seeds.length > 0) void this.#attemptAll();
  }

  stop(): void {
    this.#isStopped = true;
    this.#timer?.cancel();
  }

  async #attemptAll(): Promise<void> {
    const { isAlive, isConnected, onFailed } = this.#options;
    const wanted = this.#seeds.filter(({ peer }) => !isConnected() || peer === undefined || !isAlive(peer));
    const errors = await Promise.all(wanted.map((seed) => this.#try(seed)));
    if (this.#isStopped) return;
    this.#attempt = isConnected() ? 0 : this.#attempt + 1;
    const retryInMs = this.#waitMs();
    if (!isConnected()) {
      const hasAnswer = errors.includes(undefined);
      const error = hasAnswer ? undefined : errors.at(-1);
      const addresses = this.#seeds.map(({ address }) => address);
      // The first answer is usually followed by membership at once; only a later one is worth a word.
      if (!hasAnswer || this.#attempt > 1) {
        onFailed({ addresses, attempt: this.#attempt, retryInMs, error });
      }
    }
    this.#timer = this.#options.timers.after(retryInMs, () => void this.#attemptAll());
  }

  /** Gives why it failed. */
  async #try(seed: Seed): Promise<StarlingError | undefined> {
    const { self, lane, onPeer } = this.#options;
    try {
      const peer = await lane.connect([seed.address]);
      seed.peer = peer;
      if (!this.#isStopped && peer !== self) onPeer(peer);
      return undefined;
    } catch (error) {
      return toStarlingError(error);
    }
  }

  #waitMs(): number {
    const { isConnected, random } = this.#options;
    const waitMs = isConnected()
      ? CONNECTED_WAIT_MS
      : Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#attempt - 1));
    return waitMs * (0.75 + 0.5 * random.fraction());
  }
}

/** The peer id that the multiaddr ends in, if it does. */
function peerIn(address: string): string | undefined {
  return /\/p2p\/([^/]+)$/.exec(address)?.[1];
}
