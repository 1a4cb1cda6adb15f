import { Progress } from './progress.ts';
import type { Terminal } from './terminal.ts';

const MIB = 2 ** 20;

/** Progress in bytes, of which there is none to show before the work has found out how much there is. */
export class ByteProgress {
  readonly #terminal: Terminal;
  readonly #doing: string;
  #progress: Progress | undefined;

  /** @param doing `verifying` */
  constructor(terminal: Terminal, doing: string) {
    this.#terminal = terminal;
    this.#doing = doing;
  }

  update(doneBytes: number, totalBytes: number): void {
    this.#progress ??= new Progress(this.#terminal, { doing: this.#doing, unit: 'MiB', total: totalBytes });
    this.#progress.update(doneBytes / MIB, doneBytes);
  }

  end(): void {
    this.#progress?.end();
  }
}
