import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { launch } from './launch.ts';

/** More than cores: a member that wants to run has to wait for its turn. */
const PER_CORE = 4;

/** Processes that compute and nothing else, at ordinary priority, on all cores. */
export class Spinners {
  readonly #children: readonly ChildProcess[];

  constructor() {
    this.#children = Array.from({ length: Spinners.count }, () =>
      launch(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
    );
  }

  static get count(): number {
    return os.availableParallelism() * PER_CORE;
  }

  /** Resolves when they are gone. */
  async stop(): Promise<void> {
    await Promise.all(
      this.#children.map(async (child) => {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        if (child.exitCode === null && child.signalCode === null) await ended;
      }),
    );
  }
}
