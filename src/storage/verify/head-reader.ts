import { type Block, type EntryHead, HEAD_BYTES, blockOf, keyBytesAt, readHead } from '../log/format.ts';
import type { Segment } from '../log/segment.ts';

/** Reads single entries, but not their values. */
export class HeadReader {
  readonly #block: Block = blockOf(new Uint8Array(HEAD_BYTES));

  /** Undefined where no valid entry begins there. */
  at(segment: Segment, offset: number): EntryHead | undefined {
    const got = segment.readSync(this.#block.bytes, offset);
    return readHead(this.#block, 0, got, segment.seed(offset));
  }

  /** The key of the entry that `at` gave; valid until its next call. */
  keyBytes(head: EntryHead): Uint8Array {
    return keyBytesAt(this.#block, 0, head);
  }
}
