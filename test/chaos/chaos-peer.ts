import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readline from 'node:readline';
import type { Readable } from 'node:stream';
import type { MembersReport } from '../../src/admin/members-report.ts';
import type { ReadyLine } from '../../src/cli/start.ts';
import type { LoopDisk } from '../power/loop-disk.ts';
import type { Host } from './lab/lab.ts';
import { PROGRAM } from '../program.ts';

const READY_FD = 3;
/** What it wrote last is all that anybody asks for. */
const KEPT_LINES = 20;
const ANSWERS_WITHIN_MS = 2000;
/** Deletions are forgotten within a round, and not after it as by default: what may come back then is what matters. */
const PURGE_LAG_MS = 15_000;
const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';

/** Why clocks can't be set wrong here; undefined where they can. */
export const clockObstacle = existsSync(FAKETIME) ? undefined : 'libfaketime is not installed';

export interface ChaosPeerOptions {
  readonly host: Host;
  /** For what sets its clock wrong, and for its data where it has no disk of its own. */
  readonly folder: string;
  readonly disk: LoopDisk | undefined;
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
  #isEndExpected = false;
  /** Of its newest process, whether or not that goes on. */
  pid = 0;
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

  /** Undefined: it shares one with everything else. */
  get disk(): LoopDisk | undefined {
    return this.#options.disk;
  }

  /** What the kernel says of its newest process: R, S, T where it is stopped; undefined where there is none. */
  get processState(): string | undefined {
    if (!existsSync(`/proc/${this.pid}/stat`)) return undefined;
    return /\) (\w)/.exec(readFileSync(`/proc/${this.pid}/stat`, 'utf8'))?.[1];
  }

  /** The last lines that it wrote. */
  get output(): string {
    return this.#lines.join('\n');
  }

  /** Resolves when it has joined; rejects with its words where it ends before. */
  async start(...flags: readonly string[]): Promise<void> {
    const child = this.#spawn(flags, {});
    const ready = readline.createInterface({ input: child.stdio[READY_FD] as Readable });
    const ended = once(child, 'exit').then(() => {
      throw new Error(`${this.host.name} ended while it started:\n${this.output}`);
    });
    const [line] = (await Promise.race([once(ready, 'line'), ended])) as [string];
    this.id = (JSON.parse(line) as ReadyLine).peer;
    this.#isFounded = true;
  }

  /** As a peer that never was: what it had is gone. Call while it is down. */
  async startAnew(): Promise<void> {
    rmSync(this.#dataDirectory, { recursive: true, force: true });
    await this.start();
  }

  /** The same, with a secret that isn't the cluster's: it tries to join, and is never to. */
  startAsStranger(secret: string): void {
    rmSync(this.#dataDirectory, { recursive: true, force: true });
    this.#spawn([], { STARLING_SECRET: secret });
  }

  /** It has been told to end by itself. */
  expectEnd(): void {
    this.#isEndExpected = true;
  }

  /** The sum over all labels of a metric, as it says itself. Rejects where it doesn't answer. */
  async metric(name: string): Promise<number> {
    const text = await (await this.#ask('/metrics')).text();
    const samples = text
      .split('\n')
      .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
    if (samples.length === 0) throw new Error(`${this.host.name} has no metric ${name}`);
    return samples.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
  }

  /** The members in its eyes. Rejects where it doesn't answer. */
  async members(): Promise<MembersReport> {
    return (await (await this.#ask('/api/members')).json()) as MembersReport;
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

  #spawn(flags: readonly string[], environment: Readonly<Record<string, string>>) {
    const [program, ...args] = [...this.#commandLine(), ...flags];
    const child = spawn(program!, args, {
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...this.#environment(), ...environment },
    });
    this.#child = child;
    this.pid = child.pid ?? 0;
    this.#isEndExpected = false;
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.#child = undefined;
      if (!this.#isEndExpected) this.unexpectedEnds++;
    });
    for (const stream of [child.stdout, child.stderr])
      readline.createInterface({ input: stream }).on('line', (line) => {
        this.#lines.push(line);
        if (this.#lines.length > KEPT_LINES) this.#lines.shift();
      });
    return child;
  }

  #ask(path: string): Promise<Response> {
    const { address, adminPort } = this.host;
    return fetch(`http://${address}:${adminPort}${path}`, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
  }

  get #dataDirectory(): string {
    const { disk, folder } = this.#options;
    return disk === undefined ? join(folder, this.host.name) : join(disk.folder, 'data');
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
      ...[...PROGRAM, 'start', '--cluster', 'chaos', '--data', this.#dataDirectory],
      ...['--listen', multiaddrOf(host), '--client-host', host.address],
      ...['--client-port', String(host.clientPort), '--log-level', 'warn'],
      ...['--insecure', '--admin-host', host.address, '--admin-port', String(host.adminPort)],
      ...['--ready-fd', String(READY_FD), '--stop-with-stdin'],
      ...join,
      ...flags,
    ]);
  }

  #environment(): Record<string, string> {
    const settings = {
      STARLING_SECRET: this.#options.secret,
      STARLING_REPAIR_PURGE_LAG_MS: String(PURGE_LAG_MS),
    };
    if (clockObstacle !== undefined) return settings;
    if (!existsSync(this.#clockFile)) this.setClock(0);
    return {
      ...settings,
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
