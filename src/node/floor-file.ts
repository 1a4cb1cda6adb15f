import { z } from 'zod';
import type { FloorState } from '../antientropy/floor-keeper.ts';
import type { StateFiles } from './custody-state.ts';
import { stateOfForm } from './state-form.ts';

const FLOOR_STATE = 'floors';

const schema = z.object({ fenceMs: z.number(), floorsMs: z.array(z.number()) });

/**
 * Fence and floors on disk (`state/floors.json`). They only rise, and several parts raise them: what is written is the
 * highest of all that was to be saved so far, so that no save takes back another one.
 */
export class FloorFile {
  readonly #files: StateFiles;
  #highest: FloorState;
  /** What the file says. */
  #saved: FloorState;
  /** Saves wait for one another. */
  #last: Promise<void> = Promise.resolve();

  private constructor(files: StateFiles, saved: FloorState) {
    this.#files = files;
    this.#highest = saved;
    this.#saved = saved;
  }

  /**
   * What was saved; zeros where nothing was.
   * @throws StarlingError CORRUPTION where the file's content, though its checksum fits, is of another form
   */
  static async open(files: StateFiles): Promise<FloorFile> {
    const stored = await files.readState(FLOOR_STATE);
    const nothing = { fenceMs: 0, floorsMs: [] };
    return new FloorFile(files, stored === undefined ? nothing : stateOfForm(schema, stored, FLOOR_STATE));
  }

  get saved(): FloorState {
    return this.#saved;
  }

  /** Resolves when it is durable. @throws StarlingError where it can't be written */
  save(state: FloorState): Promise<void> {
    this.#highest = higherOf(this.#highest, state);
    const write = async (): Promise<void> => {
      const highest = this.#highest;
      if (isSame(highest, this.#saved)) return;
      await this.#files.writeState(FLOOR_STATE, highest);
      this.#saved = highest;
    };
    // Whoever asked for the save before has its failure; this one tries anyway.
    this.#last = this.#last.then(write, write);
    return this.#last;
  }
}

function higherOf(a: FloorState, b: FloorState): FloorState {
  const partitions = Math.max(a.floorsMs.length, b.floorsMs.length);
  return {
    fenceMs: Math.max(a.fenceMs, b.fenceMs),
    floorsMs: Array.from({ length: partitions }, (_, i) => Math.max(a.floorsMs[i] ?? 0, b.floorsMs[i] ?? 0)),
  };
}

function isSame(a: FloorState, b: FloorState): boolean {
  return (
    a.fenceMs === b.fenceMs &&
    a.floorsMs.length === b.floorsMs.length &&
    a.floorsMs.every((floorMs, partition) => floorMs === b.floorsMs[partition])
  );
}
