import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { sleep } from '../base/timers.ts';
import { writesNeeded } from '../quorum/consistency.ts';
import type { StorageEngine, Token } from '../storage/engine.ts';
import { bytesOf } from '../version/record.ts';
import { type Coordination, deadError } from './coordination.ts';
import type { ReplicaPage } from './replica.ts';
import { TransferPace } from './transfer-pace.ts';

export interface PartitionCopyOptions {
  readonly coordination: Coordination;
  readonly storage: StorageEngine;
  /** Most bytes of keys and values that all copies together receive in a second. */
  readonly bytesPerSecond: number;
  /**
   * Called after the copy of a partition is durable here, with the highest purge floor of those that it was copied from: below it they
   * may have forgotten deletions.
   */
  readonly onComplete: (partition: number, floorMs: number) => void;
}

/** What was copied since the start, finished or not, and what is in the way. */
export interface CopyProgress {
  readonly records: number;
  readonly bytes: number;
  /** Why the last copy of a partition failed, where none has succeeded since. */
  readonly refusal: StarlingError | undefined;
}

interface Copied {
  readonly records: number;
  readonly floorMs: number;
}

/** Partitions copied at once. */
const PARALLEL = 8;
/** For one page from one custodian. */
const PAGE_TIMEOUT_MS = 5000;
/** Between rounds, while something is missing that couldn't be copied. */
const RETRY_AFTER_MS = 250;

/**
 * Copies the partitions that this node owns and doesn't hold completely from their custodians.
 *
 * It reads from so many of them that every acknowledged write is on at least one: of n custodians, W of which
 * acknowledged, any n - W + 1. Writes meanwhile reach this node directly: every coordinator that agrees with
 * the sources about the owners sends to it too, and waits for its acknowledgement. Whichever comes first, the newer version wins.
 */
export class PartitionCopy {
  readonly #on: Coordination;
  readonly #storage: StorageEngine;
  readonly #pace: TransferPace;
  readonly #onComplete: PartitionCopyOptions['onComplete'];
  #records = 0;
  #bytes = 0;
  #refusal: StarlingError | undefined;
  #running = false;
  #stopped = false;

  constructor({ coordination, storage, bytesPerSecond, onComplete }: PartitionCopyOptions) {
    this.#on = coordination;
    this.#storage = storage;
    this.#pace = new TransferPace({ ...coordination, bytesPerSecond });
    this.#onComplete = onComplete;
  }

  get progress(): CopyProgress {
    return { records: this.#records, bytes: this.#bytes, refusal: this.#refusal };
  }

  /** From now on: most bytes of keys and values that all copies together receive in a second. */
  setRate(bytesPerSecond: number): void {
    this.#pace.setRate(bytesPerSecond);
  }

  /** Starts copying what is missing unless that is under way already. Goes on until nothing is, or `stop`. */
  wake(): void {
    if (this.#running || this.#stopped || this.#on.custody.toCopy().length === 0) return;
    this.#running = true;
    void this.#run();
  }

  stop(): void {
    this.#stopped = true;
  }

  async #run(): Promise<void> {
    for (;;) {
      const missing = this.#on.custody.toCopy();
      if (missing.length === 0 || this.#stopped) break;
      const queue = [...missing];
      const worker = async () => {
        for (let next = queue.pop(); next !== undefined && !this.#stopped; next = queue.pop())
          await this.#try(next);
      };
      await Promise.all(Array.from({ length: PARALLEL }, worker));
      if (this.#on.custody.toCopy().length > 0) await sleep(this.#on.timers, RETRY_AFTER_MS);
    }
    this.#running = false;
  }

  async #try(partition: number): Promise<void> {
    try {
      const { records, floorMs } = await this.#copy(partition);
      this.#refusal = undefined;
      this.#onComplete(partition, floorMs);
      this.#on.events.partitionCopied(partition, records);
    } catch (error) {
      this.#refusal = toStarlingError(error);
      this.#on.events.partitionCopyFailed(partition, this.#refusal);
    }
  }

  async #copy(partition: number): Promise<Copied> {
    const { custody, members, self, quorum } = this.#on;
    const custodians = custody.view.custodians(partition);
    const ownersHash = custody.view.ownersHash(partition);
    const others = custodians.filter((peer) => peer !== self && custody.view.electorate.includes(peer));
    const enough = custodians.length - writesNeeded(quorum, custodians.length, undefined) + 1;
    // Nobody can have what an owner alone had that is being removed, or that is this node and lost its disk.
    const sources = Math.max(1, Math.min(enough, others.length));
    let copied = 0;
    const total = { records: 0, floorMs: 0 };
    let refusal: StarlingError | undefined;
    for (const peer of others) {
      if (copied >= sources) break;
      try {
        if (members.isDead(peer)) throw deadError(peer);
        const { records, floorMs } = await this.#copyFrom(peer, partition, ownersHash);
        total.records += records;
        total.floorMs = Math.max(total.floorMs, floorMs);
        copied++;
      } catch (error) {
        refusal = toStarlingError(error);
      }
    }
    this.#expectOwners(partition, ownersHash);
    if (copied < sources) {
      throw new StarlingError(
        'NOT_READY',
        `partition ${partition} could be copied from ${copied} of the ${sources} custodians needed` +
          (refusal ? `: ${refusal.message}` : ''),
        { partition, copied, needed: sources },
        refusal,
      );
    }
    return total;
  }

  async #copyFrom(peer: string, partition: number, ownersHash: number): Promise<Copied> {
    let records = 0;
    let floorMs = 0;
    let after: Token | undefined;
    do {
      const page = await this.#page(peer, partition, ownersHash, after);
      // Else it might come after all that this node was to drop was dropped, and stay.
      this.#expectOwners(partition, ownersHash);
      for (const record of page.records) this.#storage.write(record);
      await this.#storage.durable();
      records += page.records.length;
      const sizeBytes = page.records.reduce((sum, record) => sum + bytesOf(record), 0);
      this.#records += page.records.length;
      this.#bytes += sizeBytes;
      await this.#pace.pay(sizeBytes);
      floorMs = Math.max(floorMs, page.floorMs);
      after = page.next;
    } while (after !== undefined && !this.#stopped);
    if (this.#stopped) throw new StarlingError('STOPPED', 'the node is stopping');
    return { records, floorMs };
  }

  /** @throws StarlingError WRONG_OWNERS */
  #expectOwners(partition: number, ownersHash: number): void {
    if (this.#on.custody.view.ownersHash(partition) === ownersHash) return;
    throw new StarlingError('WRONG_OWNERS', `the owners of partition ${partition} changed during its copy`);
  }

  #page(peer: string, partition: number, ownersHash: number, after: Token | undefined): Promise<ReplicaPage> {
    const scan = { ownersHash, partition, after, limitBytes: LIMITS.pageBytes };
    return new Promise((resolve, reject) => {
      this.#on.replicaOf(peer).scan(scan, PAGE_TIMEOUT_MS, (page) => {
        if (page instanceof StarlingError) {
          if (page.code === 'WRONG_OWNERS') this.#on.members.exchange(peer);
          reject(page);
        } else {
          resolve(page);
        }
      });
    });
  }
}
