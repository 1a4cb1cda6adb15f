import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import readline from 'node:readline';
import type { TargetAnswer, TargetRequest, TargetRequests } from './target/target-requests.ts';

const PROGRAM = join(import.meta.dirname, 'target/main.ts');

type Result<Name extends keyof TargetRequests> = Promise<Awaited<ReturnType<TargetRequests[Name]>>>;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The process that the attacked cluster runs in: so its memory is not that of those who attack it. */
export class Target {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #log: string[] = [];
  #lastId = 0;

  constructor() {
    this.#child = fork(PROGRAM, {
      execArgv: ['--expose-gc', '--import', 'tsx'],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    readline.createInterface({ input: this.#child.stdout! }).on('line', (line) => this.#log.push(line));
    this.#child.on('message', (answer: TargetAnswer) => this.#take(answer));
    this.#child.on('exit', (code) =>
      this.#failAll(new Error(`the attacked process ended with ${String(code)}`)),
    );
  }

  /** What its nodes tell their operator, a line each. */
  get log(): readonly string[] {
    return this.#log;
  }

  ask<Name extends keyof TargetRequests>(
    name: Name,
    ...args: Parameters<TargetRequests[Name]>
  ): Result<Name> {
    const request: TargetRequest = { id: ++this.#lastId, name, args };
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
    });
    this.#child.send(request);
    return answer as Result<Name>;
  }

  /** Ends the process. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.disconnect();
    await once(this.#child, 'exit');
  }

  #take(answer: TargetAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('failure' in answer) waiting?.reject(new Error(answer.failure));
    else waiting?.resolve(answer.result);
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
