import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PROGRAM = 'xfs_io';

/**
 * A hand on the switch of a mounted file system: an `xfs_io` that has been started already, so that between
 * the decision and the cut there is a fraction of a millisecond. What was acknowledged just before is what
 * the cut is most likely to catch.
 */
export class PowerSwitch {
  readonly #folder: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor(folder: string) {
    this.#folder = folder;
    this.#child = spawn(PROGRAM, ['-x', folder], { stdio: ['pipe', 'ignore', 'inherit'] });
    this.#ended = once(this.#child, 'close');
  }

  /** Rejects where the file system goes on all the same. */
  async cut(): Promise<void> {
    this.#child.stdin?.write('shutdown\n');
    await this.release();
    const goesOn = await writeFile(join(this.#folder, 'after-the-cut'), '').then(
      () => true,
      () => false,
    );
    if (goesOn) throw new Error(`${this.#folder} goes on after its shutdown`);
  }

  /** Lets go of the file system. */
  async release(): Promise<void> {
    this.#child.stdin?.end();
    await this.#ended;
  }
}
