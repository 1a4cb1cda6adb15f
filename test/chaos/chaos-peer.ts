import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readline from 'node:readline';
import type { Readable } from 'node:stream';
import type { ReadyLine } from '../../src/cli/start.ts';
import type { Host } from './lab/lab.ts';

const PROGRAM = join(import.meta.dirname, '../../src/cli/main.ts');
const READY_FD = 3;
/** What it wrote last is all that anybody asks for. */
const KEPT_LINES = 20;
const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';

/** Why clocks can't be set wrong here; undefined where they can. */
export const clockObstacle = existsSync(FAKETIME) ? undefined : 'libfaketime is not installed';

export interface ChaosPeerOptions {
  readonly host: Host;
  /** For its data, and for what sets its clock wrong. */
  readonly folder: string;
  /** Of all peers; the first founds the cluster. */
  readonly hosts: readonly Host[];
  readonly secret: string;
  /** Beside those that every peer has. */
  readonly flags: readonly string[];
}

/** A peer as a process of its own on a machine of the lab, which a test does everything to. */
export class ChaosPeer {
  readonly host: Host;
  readonly #options: ChaosPeerOptions;
  readonly #lines: string[] = [];
  #child: ChildProcess | undefined;
  #isPaused = false;
  #isFounded = false;
  /** Ends that nobody had asked for. */
  unexpectedEnds = 0;
  id = '';

  constructor(options: ChaosPeerOptions) {
    this.host = options.host;
    this.#options = options;
  }

  get isUp(): boolean {
    return this.#child !== undefined;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  get clientAddress(): string {
    return `${this.host.address}:${this.host.clientPort}`;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** The last lines that it wrote. */
  get output(): string {
    return this.#lines.join('\n');
  }

  /** Resolves when it has joined; rejects with its words where it ends before. */
  async start(...flags: readonly string[]): Promise<void> {
    const [program, ...args] = [...this.#commandLine(), ...flags];
    const child = spawn(program!, args, {
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...this.#environment() },
    });
    this.#child = child;
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.unexpectedEnds++;
    });
    for (const stream of [child.stdout, child.stderr])
      readline.createInterface({ input: stream }).on('line', (line) => {
        this.#lines.push(line);
        if (this.#lines.length > KEPT_LINES) this.#lines.shift();
      });
    const ready = readline.createInterface({ input: child.stdio[READY_FD] as Readable });
    const ended = once(child, 'exit').then(() => {
      throw new Error(`${this.host.name} ended while it started:\n${this.output}`);
    });
    const [line] = (await Promise.race([once(ready, 'line'), ended])) as [string];
    this.id = (JSON.parse(line) as ReadyLine).peer;
    this.#isFounded = true;
  }

  /** SIGKILL. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    this.#child = undefined;
    this.#isPaused = false;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** SIGSTOP: it answers nothing, and its kernel goes on accepting. */
  pause(): void {
    this.#isPaused = this.#child?.kill('SIGSTOP') === true;
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
    this.#isPaused = false;
  }

  /** Sets its clock wrong by so much, at once and for later lives. */
  setClock(errorMs: number): void {
    const seconds = (errorMs / 1000).toFixed(3);
    writeFileSync(this.#clockFile, `${errorMs < 0 ? '' : '+'}${seconds}\n`);
  }

  /** Its disk is gone, and with it who it was: starts a new peer on its machine, in the place of that one. Call while it is down. */
  async startWithoutDisk(): Promise<void> {
    rmSync(this.#dataDirectory, { recursive: true, force: true });
    await this.start('--replace', this.id);
  }

  get #dataDirectory(): string {
    return join(this.#options.folder, this.host.name);
  }

  get #clockFile(): string {
    return join(this.#options.folder, `${this.host.name}.clock`);
  }

  #commandLine(): readonly string[] {
    const { host, hosts, flags } = this.#options;
    const others = hosts.filter((other) => other !== host);
    const isFounder = hosts[0] === host && !this.#isFounded;
    const join = isFounder ? ['--found'] : others.flatMap((other) => ['--bootstrap', multiaddrOf(other)]);
    return host.wrap([
      process.execPath,
      ...['--import', 'tsx', PROGRAM, 'start', '--cluster', 'chaos', '--data', this.#dataDirectory],
      ...['--listen', multiaddrOf(host), '--client-host', host.address],
      ...['--client-port', String(host.clientPort), '--admin-port', 'off', '--log-level', 'warn'],
      ...['--ready-fd', String(READY_FD), '--stop-with-stdin'],
      ...join,
      ...flags,
    ]);
  }

  #environment(): Record<string, string> {
    const secret = { STARLING_SECRET: this.#options.secret };
    if (clockObstacle !== undefined) return secret;
    if (!existsSync(this.#clockFile)) this.setClock(0);
    return {
      ...secret,
      LD_PRELOAD: FAKETIME,
      FAKETIME_TIMESTAMP_FILE: this.#clockFile,
      FAKETIME_NO_CACHE: '1',
      // Else a step backwards would stop its timers.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    };
  }
}

function multiaddrOf({ address, peerPort }: Host): string {
  return `/ip4/${address}/tcp/${peerPort}`;
}
