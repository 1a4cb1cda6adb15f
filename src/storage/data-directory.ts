import type { Disk } from '../base/disk.ts';
import { StarlingError } from '../base/errors.ts';
import type { Random } from '../base/random.ts';
import { LOCK, STATE_FOLDER, statePath } from './layout.ts';
import { MANIFEST, type Manifest, newStorageId, readManifest, writeManifest } from './manifest.ts';
import { readStateFile, writeStateFile } from './state-file.ts';

export interface DataDirectoryOptions {
  readonly disk: Disk;
  readonly random: Random;
  /** Name of the cluster that the directory must belong to, or will. */
  readonly cluster: string;
  /** Q; fixed for the directory's life. */
  readonly partitions: number;
}

/** One peer's data directory (layout.ts), held by this process alone. Its manifest is written before anything else. */
export class DataDirectory {
  readonly #disk: Disk;
  readonly #unlock: () => Promise<void>;
  #manifest: Manifest;
  #closing: Promise<void> | undefined;

  private constructor(disk: Disk, unlock: () => Promise<void>, manifest: Manifest) {
    this.#disk = disk;
    this.#unlock = unlock;
    this.#manifest = manifest;
  }

  /**
   * Takes the directory for this process, and makes it a data directory of this cluster where it is empty.
   * @throws StarlingError CONFIGURATION where it is in use, belongs to another cluster, was made for another
   *   partition count or by a newer version, or holds something else; CORRUPTION where the manifest is damaged
   */
  static async open(options: DataDirectoryOptions): Promise<DataDirectory> {
    const { disk } = options;
    await disk.makeFolder('.');
    const unlock = await disk.lock(LOCK);
    try {
      const manifest = (await load(disk)) ?? (await found(options));
      refuseOther(disk, manifest, options);
      return new DataDirectory(disk, unlock, manifest);
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  /** The disk under the directory, for the storage engine. */
  get disk(): Disk {
    return this.#disk;
  }

  /** Id of the cluster; empty until this peer has joined one. */
  get clusterId(): string {
    return this.#manifest.clusterId;
  }

  /** Names this very storage: a peer that comes back with an empty directory has another one. */
  get storageId(): string {
    return this.#manifest.storageId;
  }

  /**
   * Notes, durably, which cluster the directory belongs to; once it has been noted it stays.
   * @throws StarlingError CONFIGURATION where it belongs to another one already
   */
  async setClusterId(clusterId: string): Promise<void> {
    if (clusterId === this.clusterId) return;
    if (this.clusterId !== '') {
      throw new StarlingError(
        'CONFIGURATION',
        `${this.#disk.root} belongs to cluster ${this.clusterId}, not to ${clusterId}: give this peer a directory of its own`,
        { path: this.#disk.root },
      );
    }
    const manifest = { ...this.#manifest, clusterId };
    await writeManifest(this.#disk, manifest);
    this.#manifest = manifest;
  }

  /** Notes, durably, that this is another storage from now on: what the one before held is lost. */
  async renewStorage(random: Random): Promise<void> {
    const manifest = { ...this.#manifest, storageId: newStorageId(random) };
    await writeManifest(this.#disk, manifest);
    this.#manifest = manifest;
  }

  /** What `writeState` kept under this name last; undefined where it never did. @throws StarlingError CORRUPTION */
  async readState(name: string): Promise<unknown> {
    return readStateFile(this.#disk, statePath(name));
  }

  /** Keeps a small value (anything that JSON can carry) under this name, durably and atomically. */
  async writeState(name: string, value: unknown): Promise<void> {
    await this.#disk.makeFolder(STATE_FOLDER);
    await writeStateFile(this.#disk, statePath(name), value);
  }

  /** Lets other processes have it. Idempotent. */
  close(): Promise<void> {
    this.#closing ??= this.#unlock();
    return this.#closing;
  }
}

async function load(disk: Disk): Promise<Manifest | undefined> {
  const manifest = await readManifest(disk);
  if (manifest !== undefined) return manifest;
  const others = (await disk.list('.')).filter((name) => name !== LOCK && !name.startsWith(MANIFEST));
  if (others.length === 0) return undefined;
  throw new StarlingError(
    'CONFIGURATION',
    `${disk.root} is no Starling data directory: it has ${others[0] ?? ''} but no ${MANIFEST}; name an empty or a new one`,
    { path: disk.root },
  );
}

async function found({ disk, random, cluster, partitions }: DataDirectoryOptions): Promise<Manifest> {
  const manifest = { cluster, clusterId: '', storageId: newStorageId(random), partitions };
  await writeManifest(disk, manifest);
  return manifest;
}

function refuseOther(disk: Disk, manifest: Manifest, wanted: DataDirectoryOptions): void {
  const refuse = (what: string): never => {
    throw new StarlingError('CONFIGURATION', `${disk.root} ${what}`, { path: disk.root });
  };
  if (manifest.cluster !== wanted.cluster) {
    refuse(
      `belongs to the cluster "${manifest.cluster}", this peer is configured for "${wanted.cluster}": correct the name, ` +
        'or give this peer a directory of its own',
    );
  }
  if (manifest.partitions !== wanted.partitions) {
    refuse(
      `was made for ${manifest.partitions} partitions, this peer is configured for ${wanted.partitions}: the number is ` +
        'fixed for the life of a cluster',
    );
  }
}
