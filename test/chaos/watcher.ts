import { readdirSync } from 'node:fs';
import { residentBytes } from '../../scripts/resident-memory.ts';
import type { ChaosPeer } from './chaos-peer.ts';

/** What one peer thought of the others at one moment, in ms since the beginning; peers by the names of their machines. */
export interface View {
  readonly atMs: number;
  readonly viewer: string;
  readonly alive: number;
  readonly dead: readonly string[];
}

/** What the kernel says that a peer's process takes. */
export interface Footprint {
  readonly atMs: number;
  readonly peer: string;
  readonly residentBytes: number;
  readonly descriptors: number;
}

const EVERY_MS = 250;

/** Asks all peers over and over whom they see, and the kernel what they take. */
export class Watcher {
  readonly views: View[] = [];
  readonly footprints: Footprint[] = [];
  readonly #peers: readonly ChaosPeer[];
  readonly #nowMs: () => number;
  readonly #pending = new Set<ChaosPeer>();
  #timer: NodeJS.Timeout | undefined;

  constructor(peers: readonly ChaosPeer[], nowMs: () => number) {
    this.#peers = peers;
    this.#nowMs = nowMs;
  }

  start(): void {
    this.#timer = setInterval(() => {
      for (const peer of this.#peers) {
        if (!peer.isUp || peer.isPaused || this.#pending.has(peer)) continue;
        this.#measure(peer);
        this.#pending.add(peer);
        void this.#look(peer).finally(() => this.#pending.delete(peer));
      }
    }, EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(peer: ChaosPeer): Promise<void> {
    try {
      const { members } = await peer.members();
      const present = members.filter(({ intent }) => intent === 'active' || intent === 'joining');
      const namesOf = new Map(this.#peers.map(({ id, host }) => [id, host.name]));
      this.views.push({
        atMs: this.#nowMs(),
        viewer: peer.host.name,
        alive: present.filter(({ liveness }) => liveness === 'alive').length,
        dead: present.flatMap(({ peer: id, liveness }) =>
          liveness === 'dead' ? (namesOf.get(id) ?? []) : [],
        ),
      });
    } catch {
      // Who can't be asked has no view to note; whether it should have had one, the faults tell.
    }
  }

  #measure({ pid, host }: ChaosPeer): void {
    try {
      this.footprints.push({
        atMs: this.#nowMs(),
        peer: host.name,
        residentBytes: residentBytes(pid),
        descriptors: readdirSync(`/proc/${pid}/fd`).length,
      });
    } catch {
      // It has just ended.
    }
  }
}
