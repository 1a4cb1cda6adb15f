import type { Timer, Timers } from './timers.ts';

/** Holds background work to so many bytes a second. */
export class Pace {
  readonly #timers: Timers;
  readonly #bytesPerSecond: number;
  #hurried = false;
  #timer: Timer | undefined;
  #endPause: (() => void) | undefined;

  constructor(timers: Timers, bytesPerSecond: number) {
    this.#timers = timers;
    this.#bytesPerSecond = bytesPerSecond;
  }

  /** Waits for as long as so many bytes may take. One pause at a time. */
  pause(bytes: number): Promise<void> {
    if (this.#hurried) return Promise.resolve();
    return new Promise((resolve) => {
      this.#endPause = resolve;
      this.#timer = this.#timers.after((bytes / this.#bytesPerSecond) * 1000, resolve);
    });
  }

  /** Ends the pause that is under way, and all later ones before they begin. */
  hurry(): void {
    this.#hurried = true;
    this.#timer?.cancel();
    this.#endPause?.();
  }
}
