import type { Refusal } from './batch-records.ts';

const SHOWN_MOST = 20;

/** Tells about the first refused lines; a file of the wrong kind would otherwise fill the terminal. */
export class RefusalReport {
  readonly #tell: (line: string) => void;
  #count = 0;

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  add({ line, problem }: Refusal): void {
    this.#count++;
    if (this.#count <= SHOWN_MOST) this.#tell(`line ${line}: ${problem}\n`);
    if (this.#count === SHOWN_MOST) this.#tell('further such lines are only counted\n');
  }
}
