import { toStarlingError } from '../base/errors.ts';
import type { Custody } from '../replication/custody.ts';
import type { Log } from '../telemetry/log.ts';
import { type StateFiles, saveComplete } from './saved-state.ts';

/** Keeps on disk which partitions this node holds completely. Saves that are asked for meanwhile become one. */
export class CustodyKeeper {
  readonly #custody: Custody;
  readonly #files: StateFiles;
  readonly #log: Log;
  #saving: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(custody: Custody, files: StateFiles, log: Log) {
    this.#custody = custody;
    this.#files = files;
    this.#log = log;
  }

  /** Resolves when what is complete now is on disk. */
  save(): Promise<void> {
    this.#next ??= this.#saveAfter(this.#saving);
    return this.#next;
  }

  async #saveAfter(previous: Promise<void> | undefined): Promise<void> {
    // Its failure was told to those who asked for it.
    await previous?.catch(() => undefined);
    this.#saving = this.#next;
    this.#next = undefined;
    await saveComplete(this.#files, this.#custody.complete);
  }

  /** As `save`, where nobody waits: what isn't saved is copied again after a restart. */
  saveSoon(): void {
    this.save().catch((error: unknown) => {
      const { message } = toStarlingError(error, 'DISK_FULL');
      this.#log.warn({}, `could not save which partitions are complete: ${message}`);
    });
  }
}
