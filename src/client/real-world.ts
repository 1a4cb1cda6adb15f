import { systemClock } from '../base/system/clock.ts';
import { systemRandom } from '../base/system/random.ts';
import type { Timers } from '../base/timers.ts';
import { dial } from './dial.ts';
import type { ClientWorld } from './world.ts';

const timers: Timers = {
  after(delayMs, task) {
    const handle = setTimeout(task, delayMs);
    return { cancel: () => clearTimeout(handle) };
  },
  endOfIteration(task) {
    setImmediate(task);
  },
};

export const realWorld: ClientWorld = { clock: systemClock, timers, random: systemRandom, dial };
