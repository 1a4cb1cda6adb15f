/** A pending call; `cancel` is idempotent and safe after it has fired. */
export interface Timer {
  cancel(): void;
}

/** Runs things later. A timer never keeps the process alive on its own. */
export interface Timers {
  /** Calls `task` once, `delayMs` or more from now. */
  after(delayMs: number, task: () => void): Timer;
  /**
   * Calls `task` once the events of this iteration of the event loop have been handled. Everything
   * that coalesces (frames into writes, records into one fdatasync) hangs on this: ARCHITECTURE.md (Measured) shows why
   * it is the iteration and not the tick.
   */
  endOfIteration(task: () => void): void;
}

/** Resolves `delayMs` from now. */
export function sleep(timers: Timers, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    timers.after(delayMs, resolve);
  });
}
