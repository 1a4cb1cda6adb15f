import type { Timers } from '../timers.ts';

export const systemTimers: Timers = {
  after(delayMs, task) {
    const handle = setTimeout(task, delayMs);
    handle.unref();
    return { cancel: () => clearTimeout(handle) };
  },
  endOfIteration(task) {
    setImmediate(task);
  },
};
