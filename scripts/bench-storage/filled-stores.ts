import { cp, mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { FILLING } from './filling.ts';
import type { Place } from './findings.ts';
import { runStep } from './step-process.ts';

/** Stores with every key in them, filled once and copied for each run: filling takes longer than most measurements. */
export class FilledStores {
  readonly #root: string;
  readonly #scale: number;
  readonly #signal: AbortSignal;
  readonly #filled = new Map<string, Promise<void>>();

  constructor({ root, scale, signal }: { root: string; scale: number; signal: AbortSignal }) {
    this.#root = root;
    this.#scale = scale;
    this.#signal = signal;
  }

  /** Fills that store unless it was done. @throws Error where it failed, each time that it is asked for */
  prepare({ contender, keys }: Place): Promise<void> {
    const folder = this.#folderOf({ contender, keys });
    const filled = this.#filled.get(folder) ?? this.#fill({ contender, keys }, folder);
    this.#filled.set(folder, filled);
    return filled;
  }

  /** Makes the folder a copy of that store, in the page cache and on disk: none of it is left to be written while something is measured. */
  async copyTo(folder: string, place: Place): Promise<void> {
    await this.prepare(place);
    await cp(this.#folderOf(place), folder, { recursive: true });
    for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const file = await open(path.join(entry.parentPath, entry.name));
      await file.sync();
      await file.close();
    }
  }

  async #fill({ contender, keys }: Place, folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    const scale = this.#scale;
    const task = { measurement: FILLING.title, step: 0, contender, folder, keys, scale, earlier: {} };
    await runStep(task, this.#signal);
  }

  #folderOf({ contender, keys }: Place): string {
    return path.join(this.#root, `${contender}-${keys}`);
  }
}
