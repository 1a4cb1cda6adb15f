import type { SeededRandom } from './seeded-random.ts';
import type { VirtualInode } from './virtual-inode.ts';

type Names = Map<string, VirtualInode>;

interface Change {
  readonly folder: string;
  readonly apply: (names: Names) => void;
}

/**
 * Which file has which name: as a program sees it, and as the platter has it. Creating, renaming and
 * removing a file is durable only after a sync of its folder; a power cut keeps any subset of the rest.
 * Folders themselves need no making and are never lost.
 */
export class VirtualNames {
  readonly #seen: Names = new Map();
  #durable: Names = new Map();
  #unsynced: Change[] = [];

  get(path: string): VirtualInode | undefined {
    return this.#seen.get(path);
  }

  /** The files and folders directly in a folder, sorted. `.` is the root. */
  list(folder: string): string[] {
    const names = this.#under(folder).map((path) => path.slice(prefixOf(folder).length).split('/', 1)[0]!);
    return [...new Set(names)].sort();
  }

  /** Whether anything is in it. */
  isFolder(path: string): boolean {
    return this.#under(path).length > 0;
  }

  inodes(): IterableIterator<VirtualInode> {
    return this.#seen.values();
  }

  set(path: string, inode: VirtualInode): void {
    this.#change(path, (names) => names.set(path, inode));
  }

  remove(path: string): void {
    this.#change(path, (names) => names.delete(path));
  }

  removeFolder(folder: string): void {
    for (const path of this.#under(folder)) this.remove(path);
  }

  /** All of it at once, in a power cut too. */
  renameFolder(from: string, to: string): void {
    const [before, after] = [prefixOf(from), prefixOf(to)];
    this.#change(to, (names) => {
      for (const [path, inode] of [...names]) {
        if (!path.startsWith(before)) continue;
        names.delete(path);
        names.set(after + path.slice(before.length), inode);
      }
    });
  }

  rename(from: string, to: string, inode: VirtualInode): void {
    this.#change(to, (names) => {
      if (names.get(from) === inode) names.delete(from);
      names.set(to, inode);
    });
  }

  /** Makes the changes so far in a folder durable when the given function is called. */
  sync(folder: string): () => void {
    const covered = new Set(this.#unsynced.filter((change) => change.folder === folder));
    return () => {
      this.#unsynced = this.#unsynced.filter((change) => {
        if (covered.has(change)) change.apply(this.#durable);
        return !covered.has(change);
      });
    };
  }

  /** The power fails: what is seen from now on is what the platter has, and what of the rest `random` keeps. */
  crash(random: SeededRandom): void {
    for (const change of this.#unsynced) if (random.chance(0.5)) change.apply(this.#durable);
    this.#unsynced = [];
    this.#seen.clear();
    for (const [path, inode] of this.#durable) this.#seen.set(path, inode);
    this.#durable = new Map(this.#seen);
  }

  /** Paths of the files in a folder and in those within it. */
  #under(folder: string): string[] {
    return [...this.#seen.keys()].filter((path) => path.startsWith(prefixOf(folder)));
  }

  #change(path: string, apply: (names: Names) => void): void {
    apply(this.#seen);
    this.#unsynced.push({ folder: folderOf(path), apply });
  }
}

/** Of a file's path; `.` is the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '.' : path.slice(0, slash);
}

/** With what the paths of everything in a folder begin. */
function prefixOf(folder: string): string {
  return folder === '.' ? '' : `${folder}/`;
}
