import type { LogEngine } from '../../../src/storage/log/log-engine.ts';
import type { Record } from '../../../src/version/record.ts';
import { PARTITION_BITS } from '../conformance.ts';
import { Ledger } from '../log/ledger.ts';
import { record, tombstone, version } from '../records.ts';
import type { Machine } from './machine.ts';

const EXPIRED_MS = 1_000;
const EXPIRES_LATER_MS = 9_000;
const EXPIRED_BEFORE_MS = 5_000;
const KEYS = Array.from({ length: 30 }, (_, i) => `key ${i}`);

/** A peer that writes, deletes, purges and drops all the time, and what a snapshot of it owes. */
export class BusyPeer {
  /** What is owed to whoever was told so before `snapshotBegins`; what may be there besides is all that was ever written. */
  readonly ledger = new Ledger(KEYS);
  readonly #machine: Machine;
  readonly #engine: LogEngine;
  #stamp = 0;
  #isSnapshotBegun = false;
  #isOver = false;
  #acknowledgedSince = 0;

  constructor(machine: Machine, engine: LogEngine) {
    this.#machine = machine;
    this.#engine = engine;
  }

  /** Writes acknowledged since `snapshotBegins`. */
  get acknowledgedSince(): number {
    return this.#acknowledgedSince;
  }

  start(): void {
    for (let writer = 0; writer < 3; writer++) void this.#repeat(() => this.#write());
    void this.#repeat(async () => {
      await this.#pause();
      await this.#allowPurge();
      if (this.#machine.random.chance(0.1)) await this.#drop();
    });
  }

  /** From now on nobody is owed anything more. */
  snapshotBegins(): void {
    this.#isSnapshotBegun = true;
  }

  stop(): void {
    this.#isOver = true;
  }

  async #write(): Promise<void> {
    const batch: Record[] = [];
    for (let i = this.#machine.random.integer(4); i >= 0; i--) {
      const next = this.#next();
      this.ledger.noteWritten(next);
      this.#engine.write(next);
      batch.push(next);
    }
    await this.#engine.durable();
    if (this.#isSnapshotBegun) this.#acknowledgedSince += batch.length;
    else for (const done of batch) this.ledger.noteAcknowledged(done);
  }

  async #allowPurge(): Promise<void> {
    const partition = this.#machine.random.integer(2 ** PARTITION_BITS);
    const limit = { floor: version(this.#stamp), expiredBeforeMs: EXPIRED_BEFORE_MS };
    this.ledger.notePurgeLimit(partition, limit);
    await this.#engine.allowPurge(partition, limit);
  }

  async #drop(): Promise<void> {
    const partition = this.#machine.random.integer(2 ** PARTITION_BITS);
    const isDropped = this.ledger.noteDrop(partition);
    await this.#engine.dropPartition(partition);
    if (!this.#isSnapshotBegun) isDropped();
  }

  /** Goes on where the store refuses: its disk may be full for a while. */
  async #repeat(step: () => Promise<void>): Promise<void> {
    while (!this.#isOver) {
      await step().catch(() => this.#pause());
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      this.#machine.process.after(this.#machine.random.between(1, 10), resolve);
    });
  }

  #next(): Record {
    const { random } = this.#machine;
    const key = KEYS[random.integer(KEYS.length)]!;
    const stamp = ++this.#stamp;
    if (random.chance(0.2)) return tombstone(key, stamp);
    const written = record(key, stamp, `${stamp}:`.repeat(1 + random.integer(80)));
    if (random.chance(0.7)) return written;
    return { ...written, expiresAtMs: random.chance(0.5) ? EXPIRED_MS : EXPIRES_LATER_MS };
  }
}
