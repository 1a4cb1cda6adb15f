import { LIMITS } from '../../base/limits.ts';
import type { Timer } from '../../base/timers.ts';
import { type HandoffParts, PeerHandoff } from './peer-handoff.ts';

/** Between two looks at who has hints and is alive, and at what is too old. */
const INTERVAL_MS = 10_000;

export interface HandoffOptions extends HandoffParts {
  /** `gone`: it left or was removed. A peer of which nothing is known yet counts as dead. */
  readonly standingOf: (peer: string) => 'alive' | 'dead' | 'gone';
}

/**
 * Hinted handoff, the returning (Dynamo 4.6): whoever is alive is given what was kept for it, some peers at once, as soon as `wake`
 * says so and otherwise every ten seconds: a peer that never was away may have missed writes too.
 */
export class Handoff {
  readonly #options: HandoffOptions;
  readonly #running = new Map<string, { readonly handoff: PeerHandoff; readonly ended: Promise<void> }>();
  /** Found no room among those that are running. */
  readonly #waiting = new Set<string>();
  #timer: Timer | undefined;
  #tending: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(options: HandoffOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = this.#options.timers.after(INTERVAL_MS, () => {
      this.#tending = this.#tend();
      this.start();
    });
    for (const peer of this.#options.store.peers) this.wake(peer);
  }

  /** Gives the peer what was kept for it, if there is anything, it is alive, and that isn't under way already. */
  wake(peer: string): void {
    const { store, standingOf } = this.#options;
    if (this.#stopped || this.#running.has(peer)) return;
    if (!store.peers.includes(peer) || standingOf(peer) !== 'alive') return;
    if (this.#running.size >= LIMITS.handoffPeers) {
      this.#waiting.add(peer);
      return;
    }
    const handoff = new PeerHandoff(peer, this.#options);
    const ended = handoff.run().finally(() => {
      this.#running.delete(peer);
      this.#wakeWaiting();
    });
    this.#running.set(peer, { handoff, ended });
  }

  /** Resolves when nothing is under way; what wasn't acknowledged is kept. Close the store after it. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    const running = [...this.#running.values()];
    for (const { handoff } of running) handoff.stop();
    await Promise.all([this.#tending, ...running.map(({ ended }) => ended)]);
  }

  /** Only those that had to wait: whoever had its turn has the next one in a while, however it ended. */
  #wakeWaiting(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const peer of waiting) this.wake(peer);
  }

  async #tend(): Promise<void> {
    const { store, standingOf } = this.#options;
    for (const peer of store.peers) if (standingOf(peer) === 'gone') await store.drop(peer, 'gone');
    await store.tend();
  }
}
