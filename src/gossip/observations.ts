import { Listeners } from './listeners.ts';

/** What a node notices besides liveness and intents. */
export type Observation =
  /** A member came back with another storage, and so without what it held. */
  | { readonly kind: 'storageReplaced'; readonly peer: string }
  /** Lifeguard's local health: by what this node multiplies its timeouts from now on; 1 is well. */
  | { readonly kind: 'localHealth'; readonly multiplier: number };

/** Remembers since when, and tells. */
export class Observations {
  readonly #listeners = new Listeners<Observation>();
  readonly #storageReplacedAtMs = new Map<string, number>();
  #multiplier = 1;

  /** Calls back with each observation; the returned function ends that. */
  onObservation(listener: (observation: Observation) => void): () => void {
    return this.#listeners.add(listener);
  }

  handleStorageReplaced(peer: string, nowMs: number): void {
    this.#storageReplacedAtMs.set(peer, nowMs);
    this.#listeners.tell({ kind: 'storageReplaced', peer });
  }

  /** Takes the present health, changed or not. */
  handleHealth(multiplier: number): void {
    if (multiplier === this.#multiplier) return;
    this.#multiplier = multiplier;
    this.#listeners.tell({ kind: 'localHealth', multiplier });
  }

  /** How long ago a member came back with another storage; undefined: it has not. */
  storageReplacedMs(peer: string, nowMs: number): number | undefined {
    const atMs = this.#storageReplacedAtMs.get(peer);
    return atMs === undefined ? undefined : nowMs - atMs;
  }
}
