import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';

/** A program that speaks the line protocol of README.md for one client. */
export interface AdapterProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

/** What a client is told to do: one line of JSON. */
export interface Command {
  readonly do: string;
  readonly [field: string]: unknown;
}

/** What a client gave its program. */
export interface ClientError {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
}

/** How a command ended. The result of each command is described in README.md; the checks look at every field. */
export type Outcome = { readonly ok: Result } | { readonly error: ClientError };

export interface Result {
  readonly version?: string | null;
  readonly value?: string | null;
  readonly expiresAtMs?: number | null;
  readonly results?: readonly BatchItem[];
  readonly outcomes?: readonly Outcome[];
  readonly token?: string;
  readonly partition?: number;
  readonly owners?: readonly string[];
  readonly session?: string | null;
}

export interface BatchItem {
  readonly version?: string | null;
  readonly value?: string | null;
  readonly expiresAtMs?: number | null;
  readonly error?: ClientError;
}

/** Longest time that a command may take before its client is taken for dead. */
const PATIENCE_MS = 15_000;
/** How long a client may take to end after its input has. */
const LEAVE_MS = 3000;

/** One run of an adapter program. */
export class Adapter {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string, undefined>;
  readonly #complaints: string[] = [];
  readonly #ended: Promise<unknown>;

  constructor({ command, args, cwd, env }: AdapterProgram) {
    this.#child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#ended = once(this.#child, 'exit').catch(() => undefined);
    this.#child.stdin!.on('error', () => undefined);
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => this.#complaints.push(text));
    this.#lines = readline.createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]();
  }

  /** @throws Error where the client says nothing, or nothing that the line protocol knows */
  async outcomeOf(command: Command): Promise<Outcome> {
    this.#child.stdin!.write(`${JSON.stringify(command)}\n`);
    const line = await this.#nextLine(command);
    const outcome = JSON.parse(line) as Partial<Record<'ok' | 'error', unknown>>;
    if ((outcome.ok === undefined) === (outcome.error === undefined)) {
      throw new Error(`the adapter answered "${command.do}" with ${line}`);
    }
    return outcome as Outcome;
  }

  /** Ends the program. */
  async stop(): Promise<void> {
    this.#child.stdin!.end();
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), LEAVE_MS);
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.#ended;
    clearTimeout(timer);
  }

  async #nextLine(command: Command): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`no answer to "${command.do}" in ${PATIENCE_MS} ms\n${this.#said()}`)),
        PATIENCE_MS,
      );
    });
    try {
      const { value, done } = await Promise.race([this.#lines.next(), tooLate]);
      if (done === true)
        throw new Error(`the adapter ended instead of answering "${command.do}"\n${this.#said()}`);
      return value;
    } finally {
      clearTimeout(timer);
    }
  }

  #said(): string {
    return this.#complaints.join('').slice(-4000);
  }
}
