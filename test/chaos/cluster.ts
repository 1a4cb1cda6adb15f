import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoopDisk } from '../power/loop-disk.ts';
import { ChaosPeer } from './chaos-peer.ts';
import type { Lab } from './lab/lab.ts';
import { openLab } from './lab/open-lab.ts';
import { untilAllSeen } from './settling.ts';

const DISK_BYTES = 256 << 20;

export interface ChaosClusterOptions {
  readonly peers: number;
  readonly secret: string;
  /** Beside those that every peer has. */
  readonly flags: readonly string[];
}

/** Real peers in a lab, each on a disk of its own where this machine can have such disks, and a machine to spare. */
export class ChaosCluster {
  readonly lab: Lab;
  readonly peers: readonly ChaosPeer[];
  /** Down. */
  readonly spare: ChaosPeer;
  /** Why they have no disks of their own; undefined where they do. */
  readonly diskObstacle: string | undefined;
  readonly #folder: string;
  readonly #disks: readonly LoopDisk[];

  private constructor(
    parts: Pick<ChaosCluster, 'lab' | 'diskObstacle'> & { disks: LoopDisk[]; folder: string },
    options: ChaosClusterOptions,
  ) {
    this.lab = parts.lab;
    this.diskObstacle = parts.diskObstacle;
    this.#folder = parts.folder;
    this.#disks = parts.disks;
    const { hosts } = parts.lab;
    const { secret, flags } = options;
    const all = hosts.map(
      (host, i) => new ChaosPeer({ host, hosts, folder: parts.folder, disk: parts.disks[i], secret, flags }),
    );
    this.peers = all.slice(0, options.peers);
    this.spare = all[options.peers]!;
  }

  /** Rejects, with nothing left behind, where its peers don't find each other. */
  static async start(options: ChaosClusterOptions): Promise<ChaosCluster> {
    const folder = mkdtempSync(join(tmpdir(), 'starling-chaos-'));
    const lab = await openLab(options.peers + 1);
    const diskObstacle = await LoopDisk.obstacle();
    const disks: LoopDisk[] = [];
    try {
      if (diskObstacle === undefined)
        for (const _ of lab.hosts) disks.push(await LoopDisk.make({ sizeBytes: DISK_BYTES }));
    } catch (error) {
      await removeAll({ disks, lab, folder });
      throw error;
    }
    const cluster = new ChaosCluster({ lab, diskObstacle, disks, folder }, options);
    try {
      const [founder, ...others] = cluster.peers;
      await founder!.start();
      await Promise.all(others.map((peer) => peer.start()));
      if ((await untilAllSeen(cluster.peers)) === undefined)
        throw new Error('the cluster did not form within a minute');
    } catch (error) {
      await cluster.close();
      throw error;
    }
    return cluster;
  }

  get addresses(): string[] {
    return this.peers.map(({ clientAddress }) => clientAddress);
  }

  /** Ends everything, whatever state it is in, and leaves nothing behind. */
  async close(): Promise<void> {
    const all = [...this.peers, this.spare];
    for (const peer of all) if (peer.isPaused) peer.resume();
    await Promise.all(all.map((peer) => peer.kill()));
    await removeAll({ disks: this.#disks, lab: this.lab, folder: this.#folder });
  }
}

interface Remains {
  readonly disks: readonly LoopDisk[];
  readonly lab: Lab;
  readonly folder: string;
}

async function removeAll({ disks, lab, folder }: Remains): Promise<void> {
  await Promise.all(disks.map((disk) => disk.dispose()));
  await lab.close();
  rmSync(folder, { recursive: true, force: true });
}
