import type { Disk } from '../../../src/base/disk.ts';
import { folderDisk } from '../../../src/storage/backup/folder-disk.ts';
import { LogEngine } from '../../../src/storage/log/log-engine.ts';
import type { LogOptions } from '../../../src/storage/log/log-options.ts';
import { encodeStateFile } from '../../../src/storage/state-file.ts';
import { SeededRandom } from '../../simulation/world/seeded-random.ts';
import { VirtualDisk } from '../../simulation/world/virtual-disk.ts';
import { type ProcessTime, VirtualTime } from '../../simulation/world/virtual-time.ts';
import { PARTITION_BITS } from '../conformance.ts';
import { IDENTITY_BYTES } from './identity.ts';

export const DATA = 'peer/data';
export const SNAPSHOT = 'backups/monday';
export const RESTORED = 'peer/restored';

const SETTLES_WITHIN_MS = 60_000;
const ENCODED = new TextEncoder();

/** One machine in virtual time: a disk with a peer's data directory on it, and room for snapshots beside that. */
export class Machine {
  readonly random: SeededRandom;
  readonly time = new VirtualTime();
  readonly disk: VirtualDisk;
  readonly #options: Partial<LogOptions>;
  #process: ProcessTime;
  #mount: Disk;

  constructor(seed: number, options: Partial<LogOptions> = {}) {
    this.random = new SeededRandom(seed);
    this.disk = new VirtualDisk({ random: this.random.fork('disk'), root: '' });
    this.#options = options;
    this.#process = this.time.process('boot');
    this.#mount = this.disk.mount(this.#process);
    this.plantState('manifest.json', {
      cluster: 'birds',
      clusterId: 'c0ffee',
      storageId: 'first',
      partitions: 2 ** PARTITION_BITS,
    });
    this.plantState('state/custody.json', { complete: '//8=', members: [] });
    this.disk.plant(`${DATA}/identity.key`, IDENTITY_BYTES);
    this.disk.plant(`${DATA}/lock`, ENCODED.encode(''));
  }

  /** The disk as this life of the machine sees it. */
  get mount(): Disk {
    return this.#mount;
  }

  /** The clock and timers of this life of the machine. */
  get process(): ProcessTime {
    return this.#process;
  }

  /** Puts a state file into the data directory. */
  plantState(path: string, state: unknown): void {
    this.disk.plant(`${DATA}/${path}`, encodeStateFile(state));
  }

  /** Opens the log in a folder, beside whatever else runs. */
  open(folder: string, options: Partial<LogOptions> = {}): Promise<LogEngine> {
    return LogEngine.open({
      disk: folderDisk(this.#mount, folder),
      timers: this.#process,
      clock: this.#process.clock,
      random: this.random.fork(`engine in ${folder}`),
      partitionBits: PARTITION_BITS,
      ...this.#options,
      ...options,
    });
  }

  opened(folder: string, options?: Partial<LogOptions>): Promise<LogEngine> {
    return this.settle(this.open(folder, options));
  }

  settle<T>(promise: Promise<T>): Promise<T> {
    return this.time.settle(promise, SETTLES_WITHIN_MS);
  }

  /** Everything on it dies and is started anew; the page cache survives. */
  restart(): void {
    this.#process.kill();
    this.#process = this.time.process('boot');
    this.#mount = this.disk.mount(this.#process);
  }

  /** As `restart`, by a power cut. */
  crash(): void {
    this.#process.kill();
    this.disk.crash();
    this.restart();
  }

  /** Contents of all files in a folder and in those within it, by path in it. */
  contents(folder: string): Map<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    for (const name of this.disk.list(folder)) {
      const content = this.disk.content(`${folder}/${name}`);
      if (content !== undefined) found.set(name, content);
      else {
        for (const [inner, bytes] of this.contents(`${folder}/${name}`)) found.set(`${name}/${inner}`, bytes);
      }
    }
    return found;
  }
}
