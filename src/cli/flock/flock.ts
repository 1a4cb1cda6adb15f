import { setTimeout as sleep } from 'node:timers/promises';
import { StarlingError } from '../../base/errors.ts';
import { connect } from '../../client/connect.ts';
import type { Topology } from '../../wire/cluster-view.ts';
import type { FlockFolder, FlockFolderOptions, FlockPeer } from './folder.ts';
import { PeerProcess } from './peer-process.ts';

const STOP_TIMEOUT_MS = 10_000;
const ACTIVE_TIMEOUT_MS = 60_000;
const LOOK_EVERY_MS = 100;

export interface FlockEvents {
  /** A line that a peer wrote. */
  onLine(peer: FlockPeer, line: string): void;
  /** A peer's process ended though nobody stopped it. It is not started again: that is the person's to decide. */
  onDeath(peer: FlockPeer, how: string): void;
}

/** A whole cluster on this machine, a process for each peer. */
export class Flock {
  readonly #folder: FlockFolder;
  readonly #events: FlockEvents;
  readonly #peers: readonly FlockPeer[];
  readonly #processes = new Map<string, PeerProcess>();

  private constructor(folder: FlockFolder, peers: readonly FlockPeer[], events: FlockEvents) {
    this.#folder = folder;
    this.#peers = peers;
    this.#events = events;
  }

  /**
   * Prepares the folder; nothing runs yet.
   * @throws StarlingError CONFIGURATION
   */
  static async prepare(
    folder: FlockFolder,
    options: FlockFolderOptions,
    events: FlockEvents,
  ): Promise<Flock> {
    return new Flock(folder, await folder.prepare(options), events);
  }

  get peers(): readonly FlockPeer[] {
    return this.#peers;
  }

  /** `host:port` of every peer, running or not. */
  get clientAddresses(): string[] {
    return this.#peers.map(({ configuration }) => `127.0.0.1:${configuration.clientPort}`);
  }

  /** The process that runs, or ran last, a peer. */
  processOf(peer: FlockPeer): PeerProcess {
    const found = this.#processes.get(peer.name);
    if (!found) throw new StarlingError('INVALID_ARGUMENT', `${peer.name} was never started`);
    return found;
  }

  /**
   * Starts every peer, and resolves when all of them serve.
   * @throws StarlingError with none left running
   */
  async start(): Promise<void> {
    try {
      // Whoever joins a cluster that is not founded yet has to wait and to try again.
      const [founder] = this.#peers;
      if (founder?.configuration.found) await this.#run(founder);
      await Promise.all(
        this.#peers.filter(({ name }) => !this.#processes.has(name)).map((peer) => this.#run(peer)),
      );
      await this.untilActive();
    } catch (error) {
      await this.stop();
      throw error;
    }
    this.#folder.noteFounded(this.#peers);
  }

  /** Ends a peer's process with SIGKILL. */
  kill(peer: FlockPeer): Promise<void> {
    return this.processOf(peer).kill();
  }

  /** Starts a peer whose process has ended, and resolves when it is a member again. */
  async restart(peer: FlockPeer): Promise<void> {
    await this.#run(peer);
  }

  /**
   * Resolves when every member that runs is alive and active in the eyes of one of them.
   * @throws StarlingError TIMEOUT after a minute, with who is missing
   */
  async untilActive(): Promise<void> {
    const deadline = performance.now() + ACTIVE_TIMEOUT_MS;
    const running = [...this.#processes.values()].filter(({ isRunning }) => isRunning);
    const client = await connect({ addresses: this.clientAddresses });
    try {
      for (;;) {
        const topology = await client.topology();
        const missing = running.filter(({ ready }) => !isServing(topology, ready?.peer));
        if (missing.length === 0) return;
        if (performance.now() > deadline) {
          const names = missing.map(({ peer }) => peer.name).join(', ');
          throw new StarlingError(
            'TIMEOUT',
            `${names} did not become active within a minute; their lines may say why`,
          );
        }
        await sleep(LOOK_EVERY_MS);
      }
    } finally {
      await client.close();
    }
  }

  /** Stops every peer in good order; one that does not end within ten seconds is killed. */
  async stop(): Promise<void> {
    await Promise.all([...this.#processes.values()].map((peer) => peer.stop(STOP_TIMEOUT_MS)));
  }

  /** Ends every peer at once. */
  async killAll(): Promise<void> {
    await Promise.all([...this.#processes.values()].map((peer) => peer.kill()));
  }

  async #run(peer: FlockPeer): Promise<void> {
    const process = new PeerProcess(peer, {
      onLine: (line) => this.#events.onLine(peer, line),
      onDeath: (how) => this.#events.onDeath(peer, how),
    });
    this.#processes.set(peer.name, process);
    await process.untilReady();
  }
}

function isServing(topology: Topology, peer: string | undefined): boolean {
  const member = topology.members.find((known) => known.peer === peer);
  return member?.intent === 'active' && member.liveness === 'alive';
}
