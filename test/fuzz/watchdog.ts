import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FuzzTarget } from './target.ts';

/** A busy machine may stop a process for seconds. */
const STALL_MS = 60_000;

/** What is written of an input that is never done with; of a longer one the beginning. */
const MOST_TEXT_BYTES = 64 << 10;

const [ROUND, LENGTH] = [0, 1];

/**
 * Ends the process, and says of which input, where a decoder doesn't come to an end: a loop can't be interrupted from within, and a
 * run that hangs tells nobody why.
 */
export class Watchdog {
  readonly #header = new Int32Array(new SharedArrayBuffer(8));
  readonly #text = new Uint8Array(new SharedArrayBuffer(MOST_TEXT_BYTES));
  readonly #thread: Worker;

  /** @param stallMs how long one input may take */
  constructor(stallMs: number = STALL_MS) {
    this.#thread = new Worker(path.join(import.meta.dirname, 'watchdog-thread.cjs'), {
      execArgv: [],
      workerData: { header: this.#header, text: this.#text, stallMs },
    });
    this.#thread.unref();
  }

  async during<Result>(
    target: Pick<FuzzTarget, 'name'>,
    input: Uint8Array,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const { written } = new TextEncoder().encodeInto(
      `--target ${target.name} --hex ${Buffer.from(input).toString('hex')}`,
      this.#text,
    );
    Atomics.store(this.#header, LENGTH, written);
    Atomics.add(this.#header, ROUND, 1);
    try {
      return await work();
    } finally {
      Atomics.add(this.#header, ROUND, 1);
    }
  }

  async stop(): Promise<void> {
    await this.#thread.terminate();
  }
}
