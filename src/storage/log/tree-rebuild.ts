import type { Timers } from '../../base/timers.ts';
import type { StorageEvents } from '../events.ts';
import type { KeyIndex } from './key-index.ts';
import { rebuildLeaf } from './leaf-rebuild.ts';
import type { TreeKeeper } from './tree-keeper.ts';

export interface TreeRebuildParts {
  readonly timers: Timers;
  readonly index: KeyIndex;
  readonly trees: TreeKeeper;
  readonly events: StorageEvents;
}

/** Entries read before other work has its turn. */
const SLICE_ENTRIES = 64;

/** Reads the entries of unknown leaves, in the background, and makes the leaves known. */
export class TreeRebuild {
  readonly #parts: TreeRebuildParts;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(parts: TreeRebuildParts) {
    this.#parts = parts;
  }

  /** Starts unless it is at work. A leaf with a damaged entry stays unknown: the damage was told when it was found. */
  wake(): void {
    if (this.#stopped || this.#parts.trees.unknownLeaves === 0) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    const { trees, timers, events } = this.#parts;
    let entries = 0;
    let sliceLeft = SLICE_ENTRIES;
    for (let leaf = trees.nextUnknown(0); leaf !== undefined; leaf = trees.nextUnknown(leaf + 1)) {
      if (sliceLeft <= 0) {
        await new Promise<void>((resolve) => timers.endOfIteration(resolve));
        sliceLeft = SLICE_ENTRIES;
      }
      if (this.#stopped) return;
      const read = rebuildLeaf(this.#parts, leaf);
      entries += read;
      sliceLeft -= 1 + read;
    }
    events.treeRebuilt(entries, trees.unknownLeaves);
  }
}
