import { toStarlingError } from '../base/errors.ts';
import type { Timer, Timers } from '../base/timers.ts';
import type { StarlingError } from '../base/errors.ts';

export interface StateSaverOptions {
  readonly timers: Timers;
  /** Writes the present state. */
  readonly save: () => Promise<void>;
  readonly onFailed: (error: StarlingError) => void;
}

/** Between two writes: a cluster that starts changes a hundred times in a second. */
const PAUSE_MS = 1000;

/** After a write that failed: a full disk doesn't empty at once. */
const RETRY_MS = 5000;

/**
 * Writes the state soon after it changed: one write at a time, changes that come meanwhile together in
 * the next, until one has succeeded.
 *
 *     idle --change--> saving --done--> pause --change meanwhile--> saving
 *                         '--failed--> pause (longer) --> saving
 */
export class StateSaver {
  readonly #options: StateSaverOptions;
  #isChanged = false;
  #isUrgent = false;
  #saving: Promise<void> | undefined;
  #pause: Timer | undefined;

  constructor(options: StateSaverOptions) {
    this.#options = options;
  }

  /** The state has changed. */
  changed(): void {
    this.#isChanged = true;
    if (this.#saving === undefined && this.#pause === undefined) void this.#save();
  }

  /** The state has changed in a way that is dear to lose: it is written without the pause. */
  changedMuch(): void {
    this.#isUrgent = true;
    this.#pause?.cancel();
    this.#pause = undefined;
    this.changed();
  }

  /** Ends with everything saved, or reported. Nothing is written any more afterwards. */
  async stop(): Promise<void> {
    await this.#saving;
    this.#pause?.cancel();
    if (this.#isChanged) await this.#write();
    this.#pause?.cancel();
  }

  #save(): Promise<void> {
    this.#saving = this.#write().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  async #write(): Promise<void> {
    this.#isChanged = false;
    this.#isUrgent = false;
    let pauseMs = PAUSE_MS;
    try {
      await this.#options.save();
    } catch (error) {
      this.#isChanged = true;
      pauseMs = RETRY_MS;
      this.#options.onFailed(toStarlingError(error));
    }
    this.#rest(pauseMs);
  }

  #rest(pauseMs: number): void {
    this.#pause = this.#options.timers.after(this.#isUrgent ? 0 : pauseMs, () => {
      this.#pause = undefined;
      if (this.#isChanged) void this.#save();
    });
  }
}
