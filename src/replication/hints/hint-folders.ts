import type { Disk } from '../../base/disk.ts';
import { folderDisk } from '../../storage/backup/folder-disk.ts';

const FOLDER = 'hints';
/** What is on its way out: a log that lacks some of its files would look damaged. */
const REMOVED = '.removed';

/** Which log of hints: for whom, and when it was begun, in ms since the epoch by this node's clock. */
export interface HintLogName {
  readonly peer: string;
  readonly begunMs: number;
}

/** Where logs of hints lie in a data directory: `hints/<peer id>/<begunMs>/`, each a directory of the storage engine. */
export class HintFolders {
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** The logs that there are, of each peer the oldest first; removes what an earlier life had begun to remove. */
  async list(): Promise<HintLogName[]> {
    const found: HintLogName[] = [];
    for (const peer of await this.#disk.list(FOLDER)) {
      if (!isPeerName(peer)) continue;
      const logs: HintLogName[] = [];
      for (const name of await this.#disk.list(`${FOLDER}/${peer}`)) {
        if (name.endsWith(REMOVED)) await this.#disk.removeFolder(`${FOLDER}/${peer}/${name}`);
        else if (/^\d{1,15}$/.test(name)) logs.push({ peer, begunMs: Number(name) });
      }
      if (logs.length === 0) await this.#disk.removeFolder(`${FOLDER}/${peer}`);
      found.push(...logs.sort((a, b) => a.begunMs - b.begunMs));
    }
    return found;
  }

  /** The folder of one log, durably there. */
  async make(log: HintLogName): Promise<Disk> {
    const folder = pathOf(log);
    await this.#disk.makeFolder(folder);
    return folderDisk(this.#disk, folder);
  }

  /** Removes a log at once, whatever a crash does to the removal of its files. */
  async remove(log: HintLogName): Promise<void> {
    const folder = pathOf(log);
    if ((await this.#disk.list(folder)).length > 0) {
      await this.#disk.rename(folder, folder + REMOVED);
      await this.#disk.syncDirectory(`${FOLDER}/${log.peer}`);
    }
    await this.#disk.removeFolder(folder);
    await this.#disk.removeFolder(folder + REMOVED);
  }
}

/** Whether it can be the name of a folder: ids of peers are base58, and whoever made up another one gets no hints. */
export function isPeerName(peer: string): boolean {
  return /^[\w-]{1,128}$/.test(peer);
}

function pathOf({ peer, begunMs }: HintLogName): string {
  return `${FOLDER}/${peer}/${begunMs}`;
}
