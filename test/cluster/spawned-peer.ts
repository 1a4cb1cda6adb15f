import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';
import type { Readable } from 'node:stream';
import type { ReadyLine } from '../../src/cli/start.ts';
import { PROGRAM } from '../program.ts';

/** `starling start` as a process of its own, on loopback and on any free ports. */
export class SpawnedPeer {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  readonly #lines: string[] = [];
  readonly #readyLine: Promise<string>;

  /** @param flags besides `--listen`, `--client-port` and what reports readiness, which are given */
  constructor(flags: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const fixed = [
      '--listen',
      '/ip4/127.0.0.1/tcp/0',
      '--client-port',
      '0',
      '--ready-fd',
      '3',
      '--stop-with-stdin',
    ];
    this.#child = spawn(process.execPath, [...PROGRAM, 'start', ...fixed, ...flags], {
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) readline.createInterface({ input: stream }).on('line', (line) => this.#lines.push(line));
    }
    const readyLines = readline.createInterface({ input: this.#child.stdio[3] as Readable });
    this.#readyLine = once(readyLines, 'line').then(([line]) => line as string);
    this.#ended = this.#untilEnded();
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** Everything that it wrote. */
  get output(): string {
    return this.#lines.join('\n');
  }

  /** Its addresses, once it has joined. Rejects with its output where it ends instead. */
  async ready(): Promise<ReadyLine> {
    const ended = this.#ended.then((code) => {
      throw new Error(`the peer ended with ${String(code)}:\n${this.output}`);
    });
    return JSON.parse(await Promise.race([this.#readyLine, ended])) as ReadyLine;
  }

  /** Resolves with the exit code when it has ended by itself. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  /** Not the event `close`: that also waits for the other end of the descriptor that reports readiness. */
  async #untilEnded(): Promise<number | null> {
    const outputs = [this.#child.stdout, this.#child.stderr].flatMap((stream) =>
      stream ? [once(stream, 'close')] : [],
    );
    const [code] = (await once(this.#child, 'exit')) as [number | null];
    await Promise.all(outputs);
    return code;
  }

  /** Resolves when it has written something that matches. */
  async says(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.output)) {
      if (this.#child.exitCode !== null)
        throw new Error(`it ended without saying ${String(pattern)}:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** SIGKILL. Resolves when it is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  /** SIGTERM. Resolves when it is gone. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#ended;
  }
}
