import type { Disk } from '../../base/disk.ts';
import { StarlingError, toStarlingError } from '../../base/errors.ts';
import type { Version } from '../../version/version.ts';
import type { StorageEvents } from '../events.ts';
import { checkpointPath, listCheckpoints } from './checkpoint-files.ts';
import { unpackLeaves } from './checkpoint-format.ts';
import { CheckpointReader, type DumpedTable } from './checkpoint-reader.ts';
import type { KeyIndex } from './key-index.ts';
import type { LogPosition, LogState } from './log-state.ts';
import {
  type PackedEntry,
  WORDS,
  hashOfEntry,
  isMortal,
  moveToSlot,
  placeOf,
  placeOfEntry,
} from './packed-entry.ts';
import type { Segment } from './segment.ts';
import type { Segments } from './segments.ts';
import type { TreeKeeper } from './tree-keeper.ts';

const SLOTS = 65_536;

export interface CheckpointLoadOptions {
  readonly disk: Disk;
  /** All that are on disk, nothing counted as live yet. */
  readonly segments: Segments;
  /** Empty. */
  readonly index: KeyIndex;
  /** Empty, too. */
  readonly trees: TreeKeeper;
  readonly state: LogState;
  readonly events: StorageEvents;
}

export interface LoadedCheckpoint {
  readonly number: number;
  /** Where the log has to be read from. */
  readonly position: LogPosition;
  /** The log was durable up to here. */
  readonly durable: LogPosition;
  readonly highestVersion: Version;
}

/**
 * Fills the index from the newest checkpoint that is whole and of this log; undefined where there is none, and the
 * index is empty then. What is wrong with a newer one is told to `events`.
 *
 * An entry whose segment is gone is left out. Its segment was removed after the checkpoint, and so after what the
 * entry was still needed for had been copied to the log's tail, which is read next.
 *
 * @throws StarlingError CORRUPTION where a segment is shorter than a checkpoint knows it to be, or ends otherwise: the log
 *   lost records
 */
export async function loadCheckpoint(options: CheckpointLoadOptions): Promise<LoadedCheckpoint | undefined> {
  for (const number of await listCheckpoints(options.disk)) {
    try {
      return await loadOne(options, number);
    } catch (thrown) {
      const error = toStarlingError(thrown);
      if (error.facts['file'] !== checkpointPath(number) && thrown instanceof StarlingError) throw error;
      options.index.tables.forEach((table, number) => {
        if (table.isEmpty) return;
        table.clear();
        options.trees.clear(number);
      });
      options.events.checkpointRefused(error);
    }
  }
  return undefined;
}

async function loadOne(options: CheckpointLoadOptions, number: number): Promise<LoadedCheckpoint> {
  const { disk, index } = options;
  const reader = await CheckpointReader.open(disk, number);
  try {
    const { header, footer } = reader;
    if (header.partitionBits !== index.partitionBits || header.tableBits !== index.tableBits) {
      throw unusable(disk, number, 'was written for another number of partitions');
    }
    const loading = new Loading(options, reader);
    let tables = 0;
    for (let dumped = await reader.next(); dumped !== undefined; dumped = await reader.next()) {
      loading.take(dumped);
      tables++;
    }
    if (tables !== footer.tables) throw unusable(disk, number, 'lacks some of its tables');
    loading.account();
    loading.verifyLast();
    const { durable, highestVersion } = footer;
    return { number, position: header.position, durable, highestVersion };
  } finally {
    await reader.close();
  }
}

/** One checkpoint on its way into the index. */
class Loading {
  readonly #options: CheckpointLoadOptions;
  readonly #number: number;
  /** The segment behind each slot that the file uses: 'gone' where it was removed since. */
  readonly #meaning: (Segment | 'gone' | undefined)[] = Array.from({ length: SLOTS });
  readonly #liveBytes = new Float64Array(SLOTS);
  readonly #mortalBytes = new Float64Array(SLOTS);
  /** The entry that lies furthest in the log. */
  #last: { readonly table: number; readonly segment: Segment; readonly entry: PackedEntry } | undefined;

  constructor(options: CheckpointLoadOptions, { header, slots }: CheckpointReader) {
    this.#options = options;
    this.#number = header.number;
    const present = new Map(options.segments.all.map((segment) => [segment.number, segment]));
    for (const { slot, number, salt } of slots) {
      const segment = present.get(number);
      if (segment !== undefined && segment.header.salt !== salt) {
        throw unusable(options.disk, header.number, `is of another log: it knows another segment ${number}`);
      }
      this.#meaning[slot] = segment ?? 'gone';
    }
  }

  /** Puts the entries of a table that are still there into the index. */
  take({ table, words, leaves }: DumpedTable): void {
    const { index, trees } = this.#options;
    if (table >= index.tables.length) throw unusable(this.#options.disk, this.#number, 'has too many tables');
    const partition = index.partitionOfTable(table);
    let kept = 0;
    for (let at = 0; at < words.length; at += WORDS) {
      const segment = this.#segmentOf(words, at, partition);
      if (segment === undefined) continue;
      this.#note(table, segment, words, at);
      if (kept !== at) words.copyWithin(kept, at, at + WORDS);
      kept += WORDS;
    }
    const isWhole = kept === words.length;
    index.table(table).load(isWhole ? words : words.slice(0, kept));
    // What an entry that is gone had contributed nobody knows any more.
    const sums = isWhole && leaves !== undefined ? unpackLeaves(leaves, trees.leavesEach) : undefined;
    trees.load(table, sums);
  }

  /** Tells the segments what of them is live. */
  account(): void {
    for (const segment of this.#options.segments.all) {
      segment.gainTotals(this.#liveBytes[segment.slot]!, this.#mortalBytes[segment.slot]!);
    }
  }

  /**
   * Looks whether the end of the log is the one that the checkpoint knows: somebody may have put an older copy of a segment back.
   * @throws StarlingError CORRUPTION
   */
  verifyLast(): void {
    if (this.#last === undefined) return;
    const { table: number, entry } = this.#last;
    const table = this.#options.index.table(number);
    const slot = table.slotAt(hashOfEntry(entry), placeOfEntry(entry));
    if (slot !== undefined) this.#options.index.load(table, slot);
  }

  #note(table: number, segment: Segment, words: Uint32Array, at: number): void {
    const { segmentSlot, offset, length } = placeOf(words[at + 1]!, words[at + 2]!, words[at + 3]!);
    this.#liveBytes[segmentSlot]! += length;
    if (isMortal(words[at + 1]!)) this.#mortalBytes[segmentSlot]! += length;
    const last = this.#last;
    if (last !== undefined && last.segment.number > segment.number) return;
    if (last?.segment === segment && last.entry[2]! > offset) return;
    this.#last = { table, segment, entry: words.slice(at, at + WORDS) };
  }

  /** The segment of an entry that is to stay; the entry names its slot of today then. */
  #segmentOf(words: Uint32Array, at: number, partition: number): Segment | undefined {
    const { segmentSlot, offset, length } = placeOf(words[at + 1]!, words[at + 2]!, words[at + 3]!);
    const segment = this.#meaning[segmentSlot];
    if (segment === 'gone') return undefined;
    if (segment === undefined || length === 0) {
      throw unusable(this.#options.disk, this.#number, 'has an entry that is nowhere');
    }
    const { state } = this.#options;
    if (state.hasDrop(partition) && state.isDropped(partition, { segment: segment.number, offset }))
      return undefined;
    if (offset + length > segment.durableBytes) {
      throw segment.damageAt(segment.durableBytes, `it ends there, but an entry at ${offset} was durable`);
    }
    moveToSlot(words, at, segment.slot);
    return segment;
  }
}

function unusable(disk: Disk, number: number, what: string): StarlingError {
  const file = checkpointPath(number);
  return new StarlingError('CORRUPTION', `${disk.root}/${file} ${what}`, { file, offset: 0 });
}
