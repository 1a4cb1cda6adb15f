import type { StarlingError } from '../../src/base/errors.ts';
import { SILENT_STORAGE_EVENTS, type StorageEvents } from '../../src/storage/events.ts';
import { LogEngine } from '../../src/storage/log/log-engine.ts';
import type { LogOptions } from '../../src/storage/log/log-options.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { VirtualDisk } from '../simulation/world/virtual-disk.ts';
import { type ProcessTime, VirtualTime } from '../simulation/world/virtual-time.ts';
import { type EngineHome, PARTITION_BITS } from './conformance.ts';

const SETTLES_WITHIN_MS = 60_000;

/** A log engine in virtual time, on a disk whose power can be cut. */
export class VirtualHome implements EngineHome {
  readonly random: SeededRandom;
  readonly time = new VirtualTime();
  readonly disk: VirtualDisk;
  /** What the stores that lived here did in the background. */
  readonly seen = { checkpoints: 0, failedCheckpoints: 0, compactions: 0, purged: 0 };
  /** Checkpoints that a store found and could not use. */
  readonly refusedCheckpoints: StarlingError[] = [];
  /** What the last opening had to read of the log. */
  tailBytes = 0;
  readonly #options: Partial<LogOptions>;
  #process: ProcessTime | undefined;

  constructor(seed: number, options: Partial<LogOptions> = {}) {
    this.random = new SeededRandom(seed);
    this.disk = new VirtualDisk({ random: this.random.fork('disk') });
    this.#options = options;
  }

  /** Starts a process on the disk; the one before is dead then. */
  open(options: Partial<LogOptions> = {}): Promise<LogEngine> {
    this.kill();
    this.#process = this.time.process('store');
    return LogEngine.open({
      disk: this.disk.mount(this.#process),
      timers: this.#process,
      clock: this.#process.clock,
      random: this.random.fork('engine'),
      partitionBits: PARTITION_BITS,
      events: this.#events(),
      ...this.#options,
      ...options,
    });
  }

  /** Opens it and waits. */
  opened(options?: Partial<LogOptions>): Promise<LogEngine> {
    return this.settle(this.open(options));
  }

  settle<T>(promise: Promise<T>): Promise<T> {
    return this.time.settle(promise, SETTLES_WITHIN_MS);
  }

  /** Removes the checkpoints, so that the next opening reads the whole log. */
  forgetCheckpoints(): void {
    for (const name of this.disk.list('log')) if (name.endsWith('.ckpt')) this.disk.lose(`log/${name}`);
  }

  /** Leaves so many bytes of room on the disk. */
  fillDisk(roomBytes: number): void {
    this.disk.capacityBytes = this.disk.usedBytes + roomBytes;
  }

  /** kill -9 */
  kill(): void {
    this.#process?.kill();
    this.disk.unmount();
  }

  /** A power cut; of what wasn't synced these random numbers decide. */
  readonly crash = (random?: SeededRandom): void => {
    this.kill();
    this.disk.crash(random);
  };

  /** Whether no process runs. */
  get isDown(): boolean {
    return this.#process?.isAlive !== true;
  }

  #events(): StorageEvents {
    return {
      ...SILENT_STORAGE_EVENTS,
      recovered: ({ tailBytes }) => {
        this.tailBytes = tailBytes;
      },
      checkpointWritten: () => this.seen.checkpoints++,
      checkpointFailed: () => this.seen.failedCheckpoints++,
      checkpointRefused: (error) => this.refusedCheckpoints.push(error),
      compacted: () => this.seen.compactions++,
      purged: (records) => {
        this.seen.purged += records;
      },
    };
  }

  async dispose(): Promise<void> {
    this.kill();
  }
}
