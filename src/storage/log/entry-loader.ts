import type { StarlingError } from '../../base/errors.ts';
import { type Block, type EntryHead, HEAD_BYTES, blockOf, readHead, valueIsIntact } from './format.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Place } from './packed-entry.ts';
import type { Segments } from './segments.ts';

/** Entries up to this size are read into one buffer that is used again and again. */
const SCRATCH_BYTES = 64 << 10;

/** An entry in a buffer, only until the loader or the log is used again: copy what is kept. */
export interface LoadedEntry {
  readonly block: Block;
  readonly at: number;
  readonly head: EntryHead;
  /** Whether it came from the disk, not from a batch that waits for it. */
  readonly durable: boolean;
}

/** Fetches single entries, from the batches in memory or from the disk, and checks every byte that it gives out. */
export class EntryLoader {
  readonly #segments: Segments;
  readonly #commit: GroupCommit;
  readonly #scratch = blockOf(new Uint8Array(SCRATCH_BYTES));
  readonly #onDamage: (error: StarlingError) => void;

  constructor(segments: Segments, commit: GroupCommit, onDamage: (error: StarlingError) => void) {
    this.#segments = segments;
    this.#commit = commit;
    this.#onDamage = onDamage;
  }

  /** Header and key only; the value isn't read, or isn't checked. @throws StarlingError CORRUPTION */
  loadHead(place: Place): LoadedEntry {
    return this.#load(place, Math.min(place.length, HEAD_BYTES));
  }

  /** The whole entry. @throws StarlingError CORRUPTION */
  load(place: Place): LoadedEntry {
    const entry = this.#load(place, place.length);
    if (entry.durable && !valueIsIntact(entry.block, entry.at, entry.head)) {
      throw this.#damage(place, 'the value fails its checksum');
    }
    return entry;
  }

  #load(place: Place, lengthBytes: number): LoadedEntry {
    const segment = this.#segments.at(place.segmentSlot);
    const batch = this.#commit.batchHolding(segment, place.offset);
    const durable = batch === undefined;
    const block = batch?.block ?? this.#read(place, lengthBytes);
    const at = batch === undefined ? 0 : place.offset - batch.offset;
    const head = readHead(block, at, lengthBytes, segment.seed(place.offset));
    if (head === undefined) throw this.#damage(place, 'the entry fails its checksum');
    return { block, at, head, durable };
  }

  #read(place: Place, lengthBytes: number): Block {
    const block = lengthBytes <= SCRATCH_BYTES ? this.#scratch : blockOf(new Uint8Array(lengthBytes));
    const target = block.bytes.length === lengthBytes ? block.bytes : block.bytes.subarray(0, lengthBytes);
    let got: number;
    try {
      got = this.#segments.at(place.segmentSlot).readSync(target, place.offset);
    } catch (error) {
      throw this.#damage(place, 'it cannot be read', error);
    }
    if (got < lengthBytes) throw this.#damage(place, 'the file ends within the entry');
    return block;
  }

  #damage(place: Place, what: string, cause?: unknown): StarlingError {
    const error = this.#segments.at(place.segmentSlot).damageAt(place.offset, what, cause);
    this.#onDamage(error);
    return error;
  }
}
