import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { StarlingError } from '../../base/errors.ts';
import type { ReadyLine } from '../start.ts';
import type { FlockPeer } from './folder.ts';

/** This program, as a peer's process runs it: compiled, or from its source where this runs from its source. */
const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const LOADER = EXTENSION === '.ts' ? ['--import', import.meta.resolve('tsx')] : [];
const PROGRAM = fileURLToPath(new URL(`../main${EXTENSION}`, import.meta.url));

const READY_FD = 3;

export interface PeerProcessEvents {
  /** A line that the peer wrote, without its end. */
  onLine(line: string): void;
  /** The process ended though nobody stopped it. */
  onDeath(how: string): void;
}

/** One peer of a local cluster in a process of its own. It ends with this process, however that ends. */
export class PeerProcess {
  readonly peer: FlockPeer;
  readonly #child: ChildProcess;
  readonly #ended: Promise<string>;
  #isUnwanted = false;
  #ready: ReadyLine | undefined;

  /** Starts the process; `untilReady` tells what became of it. */
  constructor(peer: FlockPeer, events: PeerProcessEvents) {
    this.peer = peer;
    const args = ['start', '--config', peer.file, '--ready-fd', String(READY_FD), '--stop-with-stdin'];
    this.#child = spawn(process.execPath, [...LOADER, PROGRAM, ...args], {
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C in the terminal is for this process, which then stops its peers.
      detached: true,
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) readline.createInterface({ input: stream }).on('line', (line) => events.onLine(line));
    }
    this.#child.stdin?.on('error', () => undefined);
    this.#ended = this.#awaitEnd(events);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** What it said when it had joined. */
  get ready(): ReadyLine | undefined {
    return this.#ready;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /**
   * Resolves when it has joined the cluster.
   * @throws StarlingError UNAVAILABLE where it ended before; its lines say why
   */
  async untilReady(): Promise<void> {
    const lines = readline.createInterface({ input: this.#child.stdio[READY_FD] as Readable });
    const [line] = await Promise.race([
      once(lines, 'line') as Promise<[string]>,
      this.#ended.then((how) => {
        throw new StarlingError(
          'UNAVAILABLE',
          `${this.peer.name} did not start (${how}); its own words are above`,
        );
      }),
    ]);
    this.#ready = JSON.parse(line) as ReadyLine;
  }

  /** SIGTERM, and SIGKILL where that has not ended it in time. Resolves when it has ended. */
  async stop(timeoutMs: number): Promise<void> {
    this.#isUnwanted = true;
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), timeoutMs);
    await this.#ended;
    clearTimeout(timer);
  }

  /** SIGKILL: nothing is put in order. Resolves when it has ended. */
  async kill(): Promise<void> {
    this.#isUnwanted = true;
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async #awaitEnd(events: PeerProcessEvents): Promise<string> {
    const [code, signal] = (await once(this.#child, 'close')) as [number | null, NodeJS.Signals | null];
    const how = signal ?? `exit code ${code ?? 'unknown'}`;
    if (!this.#isUnwanted && this.#ready !== undefined) events.onDeath(how);
    return how;
  }
}
