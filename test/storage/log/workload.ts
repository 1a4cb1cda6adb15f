import { StarlingError } from '../../../src/base/errors.ts';
import type { LogEngine } from '../../../src/storage/log/log-engine.ts';
import type { Record } from '../../../src/version/record.ts';
import { PARTITION_BITS } from '../conformance.ts';
import { record, tombstone, version } from '../records.ts';
import type { VirtualHome } from '../virtual-home.ts';
import { Ledger } from './ledger.ts';

/** Expiry of a record that is over, and of one that isn't, for the limits that the workload gives. */
const EXPIRED_MS = 1_000;
const EXPIRES_LATER_MS = 9_000;
const EXPIRED_BEFORE_MS = 5_000;

/** Does everything to a store that a node does, by chance, and enters what it is owed in a ledger. */
export class Workload {
  readonly ledger: Ledger;
  readonly #home: VirtualHome;
  readonly #keys: readonly string[];
  #stamp = 0;
  #life = 0;
  #drops = 0;
  #refusals = 0;

  constructor(home: VirtualHome, keys: number) {
    this.#home = home;
    this.#keys = Array.from({ length: keys }, (_, i) => `key ${i}`);
    this.ledger = new Ledger(this.#keys);
  }

  /** Partitions that were dropped, and acknowledged so. */
  get drops(): number {
    return this.#drops;
  }

  /** Requests that the store did not take, or took back. */
  get refusals(): number {
    return this.#refusals;
  }

  /** Works until it is started again: three writers, and somebody who lets records vanish. */
  start(engine: LogEngine): void {
    const life = ++this.#life;
    const isOver = (): boolean => life !== this.#life;
    for (let writer = 0; writer < 3; writer++) {
      void this.#repeat(isOver, async () => {
        await this.write(engine);
        if (this.#home.random.chance(0.1)) await this.#pause();
      });
    }
    void this.#repeat(isOver, async () => {
      await this.#pause();
      if (this.#home.random.chance(0.1)) this.#home.fillDisk(this.#home.random.integer(4000));
      await this.#pause();
      this.#home.disk.capacityBytes = Infinity;
    });
    void this.#repeat(isOver, async () => {
      await this.#pause();
      await this.allowPurge(engine);
      await this.#pause();
      if (this.#home.random.chance(0.2)) await this.drop(engine);
    });
  }

  /** A few records, which become durable together. */
  async write(engine: LogEngine): Promise<void> {
    const batch: Record[] = [];
    for (let i = this.#home.random.integer(4); i >= 0; i--) {
      const next = this.#next();
      this.ledger.noteWritten(next);
      engine.write(next);
      batch.push(next);
    }
    await engine.durable();
    for (const done of batch) this.ledger.noteAcknowledged(done);
  }

  /** Lets go what is over and was written by now, in half of the partitions. */
  async allowPurge(engine: LogEngine): Promise<void> {
    const limit = { floor: version(this.#stamp), expiredBeforeMs: EXPIRED_BEFORE_MS };
    for (let partition = 0; partition < 2 ** PARTITION_BITS; partition++) {
      if (this.#home.random.chance(0.5)) continue;
      this.ledger.notePurgeLimit(partition, limit);
      await engine.allowPurge(partition, limit);
    }
  }

  async drop(engine: LogEngine): Promise<void> {
    const partition = this.#home.random.integer(2 ** PARTITION_BITS);
    const isDropped = this.ledger.noteDrop(partition);
    await engine.dropPartition(partition);
    isDropped();
    this.#drops++;
  }

  /** A full disk is waited for; any other refusal ends it. A process that died never returns. */
  async #repeat(isOver: () => boolean, step: () => Promise<void>): Promise<void> {
    while (!isOver()) {
      try {
        await step();
      } catch (error) {
        // Nothing was acknowledged then, and the checks after the next start say whether that was right.
        this.#refusals++;
        if (!(error instanceof StarlingError && error.code === 'DISK_FULL')) return;
        await this.#pause();
      }
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      this.#home.time.after(this.#home.random.between(1, 10), resolve);
    });
  }

  #next(): Record {
    const { random } = this.#home;
    const key = this.#keys[random.integer(this.#keys.length)]!;
    const stamp = ++this.#stamp;
    if (random.chance(0.3)) return tombstone(key, stamp);
    const written = record(key, stamp, `${stamp}:`.repeat(1 + random.integer(80)));
    if (random.chance(0.3))
      return { ...written, expiresAtMs: random.chance(0.5) ? EXPIRED_MS : EXPIRES_LATER_MS };
    return written;
  }
}
