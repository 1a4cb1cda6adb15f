import { type ChildProcess, fork } from 'node:child_process';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../../test/simulation/membership/outcome.ts';
import type { Task } from '../../test/simulation/membership/scenarios/catalogue.ts';

/** What became of a task. */
export type Answer = { readonly outcome: Outcome } | { readonly failure: string };

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Five thousand members know of 25 million: several times what a process gets by default. */
const HEAP_PART = 0.8;

/** A process that performs tasks, one at a time. */
export class TaskProcess {
  readonly #child: ChildProcess;

  constructor() {
    const heapMib = Math.floor((HEAP_PART * totalmem()) / 2 ** 20);
    this.#child = fork(CHILD, { execArgv: [...process.execArgv, `--max-old-space-size=${heapMib}`] });
  }

  perform(task: Task): Promise<Answer> {
    return new Promise((resolve) => {
      const finish = (answer: Answer): void => {
        this.#child.removeAllListeners();
        resolve(answer);
      };
      this.#child.on('message', (answer) => finish(answer as Answer));
      this.#child.on('error', (error) => finish({ failure: error.message }));
      this.#child.on('exit', (code, signal) => {
        finish({ failure: `its process ended with ${signal ?? String(code)}` });
      });
      this.#child.send(task);
    });
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
