import { type Block, blockOf } from './format.ts';
import { ReplacedEntries } from './replaced-entries.ts';
import type { Segment } from './segment.ts';

const FIRST_BYTES = 16 << 10;
/** Bigger buffers are given back to the garbage collector rather than kept for the next batch. */
const KEPT_BYTES = 4 << 20;

/**
 * Entries that go to disk together: one write, one fdatasync. They lie in one buffer at the same distances as
 * in the segment, so that an entry that isn't written yet can be read from here.
 */
export class Batch {
  readonly segment: Segment;
  /** What its entries took the place of in the index, in case the batch fails. */
  readonly replaced = new ReplacedEntries();
  /** Offset in the segment of the first entry. */
  readonly offset: number;
  #block: Block;
  #bytes = 0;
  #sealed = false;
  #promise: Promise<void> | undefined;
  #resolve: (() => void) | undefined;
  #reject: ((reason: unknown) => void) | undefined;

  constructor(segment: Segment, recycled?: Uint8Array) {
    this.segment = segment;
    this.offset = segment.tailBytes;
    this.#block = blockOf(recycled ?? new Uint8Array(FIRST_BYTES));
  }

  get sizeBytes(): number {
    return this.#bytes;
  }

  get isEmpty(): boolean {
    return this.#bytes === 0;
  }

  /** Whether it is on its way to disk and takes no more. */
  get isSealed(): boolean {
    return this.#sealed;
  }

  /** Where the entries are; only until the next `claim`. */
  get block(): Block {
    return this.#block;
  }

  /** Makes room for an entry and gives its place in `block`. */
  claim(lengthBytes: number): number {
    const at = this.#bytes;
    const needed = at + lengthBytes;
    if (needed > this.#block.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#block.bytes.length * 2));
      larger.set(this.#block.bytes.subarray(0, at));
      this.#block = blockOf(larger);
    }
    this.#bytes = needed;
    return at;
  }

  /** Ends it and gives what is to be written. */
  seal(): Uint8Array {
    this.#sealed = true;
    return this.#block.bytes.subarray(0, this.#bytes);
  }

  /** Resolves when it is durable; everybody who asks gets the same promise, and nobody's asking costs nothing. */
  promise(): Promise<void> {
    this.#promise ??= new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    return this.#promise;
  }

  resolve(): void {
    this.#resolve?.();
  }

  reject(reason: unknown): void {
    this.#reject?.(reason);
  }

  /** The buffer, for the next batch, once nothing reads it any more. */
  recycle(): Uint8Array | undefined {
    return this.#block.bytes.length <= KEPT_BYTES ? this.#block.bytes : undefined;
  }
}
