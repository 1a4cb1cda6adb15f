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

  /** kill -9 */
  kill(): void {
    this.#process?.kill();
    this.disk.unmount();
  }

  crash(): void {
    this.kill();
    this.disk.crash();
  }

  async dispose(): Promise<void> {
    this.kill();
  }
}
