import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { until } from '../until.ts';
import type { ReportOf, WriterOrders, WriterReport } from './writer-report.ts';

const PROGRAM = fileURLToPath(import.meta.resolve('./writer.ts'));
const REPORTS_WITHIN_MS = 30_000;

export interface WriterProcessOptions extends WriterOrders {
  /** Gets every report, in order, as it comes. */
  readonly listen: (report: WriterReport) => void;
  /** A program that runs the writer, and its arguments; none by default. */
  readonly under?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** `writer.ts` as a process of its own. */
export class WriterProcess {
  readonly #child: ChildProcess;
  readonly #listen: (report: WriterReport) => void;
  readonly #ended: Promise<unknown>;
  readonly #firsts = new Map<WriterReport['kind'], WriterReport>();
  #hasEnded = false;
  #words = '';
  /** The last line, as far as it has come. */
  #line = '';

  constructor({ listen, under = [], environment = {}, ...orders }: WriterProcessOptions) {
    this.#listen = listen;
    const node = [process.execPath, '--import', 'tsx', PROGRAM, JSON.stringify(orders)];
    const [program = '', ...args] = [...under, ...node];
    // A group of its own, so that what the writer runs under can't leave it behind.
    this.#child = spawn(program, args, {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    this.#child.stderr?.on('data', (chunk) => (this.#words += String(chunk)));
    (this.#child.stdio[3] as Readable).on('data', (chunk) => this.#hear(String(chunk)));
    this.#ended = once(this.#child, 'close').finally(() => {
      this.#hasEnded = true;
    });
  }

  /** Its first report of this kind. Rejects with what it said on its standard error where it ends without one. */
  async first<Kind extends WriterReport['kind']>(kind: Kind): Promise<ReportOf<Kind>> {
    await until(() => this.#firsts.has(kind) || this.#hasEnded, REPORTS_WITHIN_MS);
    const report = this.#firsts.get(kind);
    if (report === undefined) {
      const trouble = JSON.stringify(this.#firsts.get('trouble') ?? 'no trouble');
      throw new Error(`the writer ended and never said "${kind}"; it said ${trouble} and\n${this.#words}`);
    }
    return report as ReportOf<Kind>;
  }

  /** Resolves when it has ended by itself and all its reports have been passed on. */
  async ended(): Promise<void> {
    await this.#ended;
  }

  /** SIGKILL. Resolves when it is gone, and all its reports have been passed on. */
  async kill(): Promise<void> {
    try {
      if (!this.#hasEnded) process.kill(-this.#child.pid!, 'SIGKILL');
    } catch (error) {
      // It may have ended by itself just now.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
    await this.#ended;
  }

  #hear(text: string): void {
    const lines = (this.#line + text).split('\n');
    // What a kill cut short was never said.
    this.#line = lines.pop() ?? '';
    for (const line of lines) {
      const report = JSON.parse(line) as WriterReport;
      if (!this.#firsts.has(report.kind)) this.#firsts.set(report.kind, report);
      this.#listen(report);
    }
  }
}
