import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import readline from 'node:readline';
import type { Engine, Occupant, Seat } from './engine.ts';
import type { Journal } from './journal.ts';
import { launch } from './launch.ts';
import type { Saying } from './sighting.ts';

/** Said where it ends unasked. */
const LAST_LINES = 10;

export interface MemberOptions {
  readonly engine: Engine;
  readonly seat: Seat;
  /** Undefined: it founds the cluster. */
  readonly joinBy: Seat | undefined;
  readonly journal: Journal;
}

/** One member in a process of its own. What it says of the others goes to the journal. */
export class Member implements Occupant {
  readonly seat: Seat;
  readonly pid: number;
  /** When its process was started; all times are on the clock of `performance.now()`. */
  readonly startedMs: number;
  readonly #options: MemberOptions;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #lastLines: string[] = [];
  #id: string | undefined;
  #contactedMs: number | undefined;
  #readyMs: number | undefined;

  /** @throws Error where the program can't be run */
  constructor(options: MemberOptions) {
    const { engine, seat, joinBy } = options;
    this.#options = options;
    this.seat = seat;
    mkdirSync(seat.folder, { recursive: true });
    const { program, args } = engine.command(seat, joinBy);
    this.startedMs = performance.now();
    this.#child = launch(program, args, { cwd: seat.folder, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
    this.#ended = once(this.#child, 'exit');
    if (this.#child.pid === undefined) throw new Error(`can't run ${program}`);
    this.pid = this.#child.pid;
    this.#child.stdin?.on('error', () => undefined);
    for (const output of this.#child.stdio.slice(1)) {
      if (!output || !('read' in output)) continue;
      readline.createInterface({ input: output }).on('line', (line) => this.#handleLine(line));
    }
  }

  get id(): string | undefined {
    return this.#id;
  }

  /** When it first turned to another member; undefined where it has not. */
  get contactedMs(): number | undefined {
    return this.#contactedMs;
  }

  get isReady(): boolean {
    return this.#readyMs !== undefined;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** @throws Error with its last words, where it has ended though nobody ended it */
  checkRunning(): void {
    if (this.isRunning) return;
    throw new Error(`${this.seat.name} ended by itself; its last words:\n${this.#lastLines.join('\n')}`);
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Resolves when its process is gone. */
  ended(): Promise<unknown> {
    return this.#ended;
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.#ended;
  }

  #handleLine(line: string): void {
    const atMs = performance.now();
    this.#lastLines.push(line);
    if (this.#lastLines.length > LAST_LINES) this.#lastLines.shift();
    const saying = this.#options.engine.read(line);
    if (saying) this.#note(saying, atMs);
  }

  #note(saying: Saying, atMs: number): void {
    const { journal } = this.#options;
    switch (saying.kind) {
      case 'ready':
        this.#id = saying.id ?? this.seat.name;
        this.#readyMs = atMs;
        return;
      case 'contacts':
        this.#contactedMs ??= atMs;
        return;
      case 'sees':
        journal.add({ by: this.seat.name, of: saying.id, state: saying.state, atMs, ...delayOf(saying) });
        return;
      case 'refutes':
        journal.addRefutal(atMs);
        return;
    }
  }
}

function delayOf({ writtenMs }: Saying & { kind: 'sees' }): { delayMs?: number } {
  return writtenMs === undefined ? {} : { delayMs: Date.now() - writtenMs };
}
