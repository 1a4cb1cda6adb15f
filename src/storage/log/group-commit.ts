import type { Clock } from '../../base/clock.ts';
import type { Disk } from '../../base/disk.ts';
import { StarlingError, toStarlingError } from '../../base/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { Timers } from '../../base/timers.ts';
import { Batch } from './batch.ts';
import { isDiskFull } from './disk-full.ts';
import type { Reserve } from './reserve.ts';
import type { Segment } from './segment.ts';
import type { Segments } from './segments.ts';

const RECYCLED_BUFFERS = 2;

export interface GroupCommitOptions {
  readonly disk: Disk;
  readonly segments: Segments;
  readonly reserve: Reserve;
  readonly timers: Timers;
  readonly clock: Clock;
  /** How long to wait between two looks whether a full disk has room again, in ms. */
  readonly probeIntervalMs: number;
  /** A segment's file has become durable, and with it the end of the one before. */
  readonly onSegmentCreated: () => void;
  /** Takes back, in memory and at once, what these batches did; the newest comes last. */
  readonly rollBack: (batches: readonly Batch[]) => void;
  /** Does the same on disk. */
  readonly tidy: () => Promise<void>;
  readonly onFlushed: (sizeBytes: number, durationMs: number) => void;
  readonly onRefusing: (reason: StarlingError) => void;
  readonly onAccepting: () => void;
}

/**
 * All entries of one iteration of the event loop become one write and one fdatasync; while that is under
 * way the next batch collects.
 *
 *     append -> | collecting |  -> end of iteration -> | write, fdatasync | -> durable
 *               [ last of the queue ]                  [ first of the queue ]
 *
 * Batches reach the disk one after the other, in the order of the log. What fails takes everything
 * behind it along: a batch is never durable unless those before it are.
 *
 * - A failed fdatasync, or a write that failed for any reason but a full disk, *poisons*: the kernel may
 *   have dropped the pages, so that a second fdatasync would say "durable" of bytes that are gone
 *   (Rebello et al., ATC 2020). Nothing is accepted until the log is opened anew.
 * - A full disk rolls the queue back, gives up the reserve and refuses writes until that finds room again.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions;
  readonly #queue: Batch[] = [];
  readonly #recycled: Uint8Array[] = [];
  #pendingBytes = 0;
  #flushes = 0;
  #rollBacks = 0;
  #scheduled = false;
  #flushing = false;
  /** Why nothing is accepted; undefined while all is well. */
  #refusal: StarlingError | undefined;

  constructor(options: GroupCommitOptions) {
    this.#options = options;
  }

  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  /** fdatasyncs of batches so far. */
  get flushes(): number {
    return this.#flushes;
  }

  /** How often a flush failed and what it was to make durable was taken back. */
  get rollBacks(): number {
    return this.#rollBacks;
  }

  /** Why writes are refused; undefined while they aren't. */
  get refusal(): StarlingError | undefined {
    return this.#refusal;
  }

  /** @throws StarlingError STORE_POISONED | DISK_FULL | STOPPED | OVERLOADED */
  admit(lengthBytes: number): void {
    if (this.#refusal !== undefined) throw this.#refusal;
    if (this.#pendingBytes + lengthBytes > LIMITS.pendingWriteBytes && this.#pendingBytes > 0) {
      throw new StarlingError(
        'OVERLOADED',
        `${this.#pendingBytes} bytes wait for the disk of ${this.#options.disk.root}, the most allowed is ` +
          `${LIMITS.pendingWriteBytes}; send again a little later`,
        { pendingBytes: this.#pendingBytes, retryAfterMs: 50 },
      );
    }
  }

  /** The batch that an entry of this length goes into, at the tail of this segment. `admit` it first. */
  batchFor(segment: Segment, lengthBytes: number): Batch {
    this.#pendingBytes += lengthBytes;
    const last = this.#queue.at(-1);
    if (last !== undefined && !last.isSealed && last.segment === segment) {
      if (last.sizeBytes + lengthBytes <= LIMITS.flushBytes) return last;
    }
    const batch = new Batch(segment, this.#recycled.pop());
    this.#queue.push(batch);
    this.#schedule();
    return batch;
  }

  /** The batch that still holds the bytes at this place; undefined where they are on disk. */
  batchHolding(segment: Segment, offset: number): Batch | undefined {
    if (offset < segment.durableBytes) return undefined;
    return this.#queue.find(
      (batch) =>
        batch.segment === segment && offset >= batch.offset && offset < batch.offset + batch.sizeBytes,
    );
  }

  /** Resolves when everything appended so far is durable. */
  durable(): Promise<void> {
    if (this.#refusal !== undefined) return Promise.reject(this.#refusal);
    return this.#queue.at(-1)?.promise() ?? Promise.resolve();
  }

  /** Flushes, then refuses everything. @throws StarlingError where that last flush failed */
  async stop(): Promise<void> {
    const stopped = new StarlingError('STOPPED', 'the store was closed');
    const flushed = this.#refusal === undefined ? this.durable() : Promise.resolve();
    this.#refusal ??= stopped;
    try {
      await flushed;
    } finally {
      this.#refusal = stopped;
    }
  }

  #schedule(): void {
    if (this.#scheduled || this.#flushing) return;
    this.#scheduled = true;
    this.#options.timers.endOfIteration(() => {
      this.#scheduled = false;
      void this.#flush();
    });
  }

  /** Flushes the first batch of the queue. Never rejects: what goes wrong becomes the refusal. */
  async #flush(): Promise<void> {
    const batch = this.#queue[0];
    if (batch === undefined) return;
    this.#flushing = true;
    const startMs = this.#options.clock.monotonicMs();
    let stage: Stage = 'write';
    try {
      const { segment } = batch;
      const bytes = batch.seal();
      if (!segment.isCreated) {
        stage = 'sync';
        await this.#options.segments.sealBefore(segment);
        stage = 'write';
        await segment.create(this.#options.disk);
        stage = 'sync';
        await segment.syncCreation(this.#options.disk);
        this.#options.onSegmentCreated();
        stage = 'write';
      }
      await segment.write(bytes, this.#options.segments.segmentBytes);
      stage = 'sync';
      await segment.sync();
      this.#complete(batch, startMs);
    } catch (error) {
      await this.#fail(error, stage);
    }
    this.#flushing = false;
    // What the acknowledgements of this batch bring about joins what was collected meanwhile.
    if (this.#queue.length > 0) this.#schedule();
  }

  #complete(batch: Batch, startMs: number): void {
    batch.segment.advance(batch.sizeBytes);
    this.#queue.shift();
    this.#pendingBytes -= batch.sizeBytes;
    this.#flushes++;
    const buffer = batch.recycle();
    if (buffer !== undefined && this.#recycled.length < RECYCLED_BUFFERS) this.#recycled.push(buffer);
    batch.resolve();
    this.#options.onFlushed(batch.sizeBytes, this.#options.clock.monotonicMs() - startMs);
  }

  async #fail(error: unknown, stage: Stage): Promise<void> {
    const refusal = this.#refusalFor(error, stage);
    this.#refusal = refusal;
    const batches = this.#queue.splice(0);
    this.#pendingBytes = 0;
    this.#options.rollBack(batches);
    this.#rollBacks++;
    for (const batch of batches) batch.reject(refusal);
    if (refusal.code !== 'DISK_FULL') {
      this.#options.onRefusing(refusal);
      return;
    }
    try {
      await this.#options.tidy();
      const problem = await this.#options.reserve.release();
      if (problem !== undefined) throw problem;
    } catch (tidyError) {
      this.#refuse(this.#poison(tidyError, 'cutting off a batch that found no room'));
      return;
    }
    this.#options.onRefusing(refusal);
    this.#probeLater();
  }

  #refuse(refusal: StarlingError): void {
    this.#refusal = refusal;
    this.#options.onRefusing(refusal);
  }

  #refusalFor(error: unknown, stage: Stage): StarlingError {
    if (stage === 'sync' || !isDiskFull(error)) {
      return this.#poison(error, stage === 'sync' ? 'a flush to disk' : 'a write to disk');
    }
    return new StarlingError(
      'DISK_FULL',
      `the disk of ${this.#options.disk.root} is full: writes are refused, reads go on; free some space, ` +
        'and writes are taken again by themselves',
      {},
      error,
    );
  }

  #poison(error: unknown, what: string): StarlingError {
    return new StarlingError(
      'STORE_POISONED',
      `${what} failed in ${this.#options.disk.root} (${toStarlingError(error).message}): no more writes are taken, ` +
        'since the system may have lost bytes that it accepted; look at the disk, then restart this peer',
      {},
      error,
    );
  }

  #probeLater(): void {
    this.#options.timers.after(this.#options.probeIntervalMs, () => {
      void this.#probe();
    });
  }

  /** Takes writes again once there is room. Never rejects. */
  async #probe(): Promise<void> {
    const found = await this.#options.reserve.take(LIMITS.probeBytes);
    if (this.#refusal?.code !== 'DISK_FULL') return;
    if (found === 'room') {
      this.#refusal = undefined;
      this.#options.onAccepting();
    } else if (found === 'full') {
      this.#probeLater();
    } else {
      this.#refuse(this.#poison(found, 'looking for room on a full disk'));
    }
  }
}

type Stage = 'write' | 'sync';
