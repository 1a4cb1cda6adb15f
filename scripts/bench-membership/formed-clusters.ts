import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Cluster, type ClusterOptions } from './cluster.ts';
import type { Seat } from './engine.ts';

/**
 * What clusters keep on disk once they have formed, stopped in good order. Forming one of Starling takes minutes at twenty members on
 * two cores, as each in turn takes over its share of the partitions; members that come back are settled in seconds.
 */
export class FormedClusters {
  readonly #root: string;
  readonly #folders = new Map<string, string>();

  /** @param root a folder for them alone */
  constructor(root: string) {
    this.#root = root;
  }

  /** Puts into the folders of these seats what their members would have kept, had they been a cluster before. */
  async copyTo(seats: readonly Seat[], options: Omit<ClusterOptions, 'seats'>): Promise<void> {
    if (!options.engine.resumes) return;
    const name = `${options.engine.name}-${seats.length}`;
    const formed = this.#folders.get(name) ?? (await this.#form(name, seats, options));
    for (const seat of seats) await cp(path.join(formed, seat.name), seat.folder, { recursive: true });
  }

  async #form(name: string, seats: readonly Seat[], options: Omit<ClusterOptions, 'seats'>): Promise<string> {
    const folder = path.join(this.#root, name);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const there = seats.map((seat) => ({ ...seat, folder: path.join(folder, seat.name) }));
    const cluster = new Cluster({ ...options, seats: there });
    try {
      await cluster.fill(there.length);
      await cluster.stop();
    } finally {
      await cluster.kill();
    }
    this.#folders.set(name, folder);
    return folder;
  }
}
