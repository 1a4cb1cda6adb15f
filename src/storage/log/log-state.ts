import { z } from 'zod';
import type { Disk } from '../../base/disk.ts';
import { StarlingError, toStarlingError } from '../../base/errors.ts';
import { type Version, ZERO_VERSION } from '../../version/version.ts';
import type { StorageEvents } from '../events.ts';
import { readStateFile, writeStateFile } from '../state-file.ts';
import { isDiskFull } from './disk-full.ts';
import { LOG_FOLDER } from './segment.ts';

const PATH = `${LOG_FOLDER}/state.json`;

/** A place in the log; ordered by segment, then offset. */
export interface LogPosition {
  /** Number of the segment. */
  readonly segment: number;
  readonly offset: number;
}

export const LOG_START: LogPosition = { segment: 0, offset: 0 };

export function isBefore(a: LogPosition, b: LogPosition): boolean {
  return a.segment < b.segment || (a.segment === b.segment && a.offset < b.offset);
}

const count = z.number().int().nonnegative();
const position = z.object({ segment: count, offset: count });
const schema = z.object({
  durable: position,
  highestVersion: z.object({ wallMs: count, logical: count, writer: count }),
  drops: z.array(z.object({ partition: count, before: position })),
  // Logs written before 2026-11-26 lack it.
  segments: z.array(count).optional(),
});

type Content = z.infer<typeof schema>;

/** The segments as they are whenever something is noted. */
export interface NotedSegments {
  /** Numbers of those whose files are durable, and stay. */
  numbers(): number[];
  durableEnd(): LogPosition;
}

export interface LogStateParts {
  readonly disk: Disk;
  readonly segments: NotedSegments;
  readonly events: StorageEvents;
}

/**
 * What the log's entries can't say themselves (`log/state.json`):
 *
 * - `durable`: up to here the log was whole when it was opened or closed last, so that damage before it
 *   is damage and never a torn tail;
 * - `drops`: of these partitions everything before that position was dropped. A position rather than an entry in
 *   the log, so that recovery knows it from the start and compaction need not keep entries in order;
 * - `highestVersion`: no lower than that of anything that was dropped or purged;
 * - `segments`: the numbers of those that there were. It is noted before a segment's file is removed. So one that is
 *   listed and isn't there is missing, and one that is there, not listed and older than the newest listed, was being removed.
 */
export class LogState {
  readonly #disk: Disk;
  readonly #segments: NotedSegments;
  readonly #events: StorageEvents;
  #content: Content;
  #drops: ReadonlyMap<number, LogPosition>;
  /** Writes wait for one another. */
  #lastWrite: Promise<void> = Promise.resolve();

  private constructor({ disk, segments, events }: LogStateParts, content: Content) {
    this.#disk = disk;
    this.#segments = segments;
    this.#events = events;
    this.#content = content;
    this.#drops = dropsOf(content);
  }

  /** @throws StarlingError CORRUPTION */
  static async load(parts: LogStateParts): Promise<LogState> {
    const { disk } = parts;
    const stored = await readStateFile(disk, PATH);
    if (stored === undefined) {
      return new LogState(parts, { durable: LOG_START, highestVersion: ZERO_VERSION, drops: [] });
    }
    const parsed = schema.safeParse(stored);
    if (parsed.success) return new LogState(parts, parsed.data);
    throw new StarlingError(
      'CORRUPTION',
      `${disk.root}/${PATH} is not what Starling writes: ${parsed.error.issues[0]?.message ?? 'unknown'}`,
      { file: PATH, offset: 0 },
    );
  }

  get durable(): LogPosition {
    return this.#content.durable;
  }

  get highestVersion(): Version {
    return this.#content.highestVersion;
  }

  /** As noted last; undefined where the log is so old that it never was. */
  get segments(): readonly number[] | undefined {
    return this.#content.segments;
  }

  /** Whether anything of the partition was dropped that may still be in the log. */
  hasDrop(partition: number): boolean {
    return this.#drops.has(partition);
  }

  /** Whether what is at this position was dropped with its partition. */
  isDropped(partition: number, at: LogPosition): boolean {
    const before = this.#drops.get(partition);
    return before !== undefined && isBefore(at, before);
  }

  /** Notes, durably, that everything of the partition before this position is dropped; older notes that no segment needs go. */
  drop(
    partition: number,
    before: LogPosition,
    now: { oldestSegment: number; highestVersion: Version },
  ): Promise<void> {
    return this.#update((content) => ({
      ...content,
      highestVersion: { ...now.highestVersion },
      drops: [
        ...content.drops.filter(
          (drop) => drop.partition !== partition && drop.before.segment >= now.oldestSegment,
        ),
        { partition, before },
      ],
    }));
  }

  /**
   * Notes how far the log is durable, so that the next recovery can tell damage before that from a torn tail. Never rejects:
   * without the note an older one stands, and that it failed is told.
   */
  async noteDurable(): Promise<void> {
    const end = this.#segments.durableEnd();
    try {
      await this.#update((content) => ({
        ...content,
        durable: isBefore(end, content.durable) ? content.durable : end,
      }));
    } catch (error) {
      this.#events.positionNotNoted(toStarlingError(error));
    }
  }

  /** Notes, durably, which segments there are: before the file of one that is no longer listed is removed. */
  setSegments(highestVersion: Version): Promise<void> {
    return this.#update((content) => ({ ...content, highestVersion: { ...highestVersion } }));
  }

  /** Resolves when nothing is being written any more. */
  settled(): Promise<void> {
    return this.#lastWrite.catch(() => undefined);
  }

  #update(change: (content: Content) => Content): Promise<void> {
    const write = async (): Promise<void> => {
      const content = { ...change(this.#content), segments: this.#segments.numbers() };
      try {
        await writeStateFile(this.#disk, PATH, content);
      } catch (error) {
        throw toStarlingError(error, isDiskFull(error) ? 'DISK_FULL' : 'UNAVAILABLE');
      }
      this.#content = content;
      this.#drops = dropsOf(content);
    };
    // Whoever asked for the write before has its failure; this one tries anyway.
    this.#lastWrite = this.#lastWrite.then(write, write);
    return this.#lastWrite;
  }
}

function dropsOf(content: Content): ReadonlyMap<number, LogPosition> {
  return new Map(content.drops.map((drop) => [drop.partition, drop.before]));
}
