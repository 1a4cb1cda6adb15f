import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../base/system/clock.ts';
import { systemRandom } from '../base/system/random.ts';
import { systemTimers } from '../base/system/timers.ts';
import { activeTracer } from '../telemetry/tracing/active-tracer.ts';
import { dial } from './dial.ts';
import type { ClientWorld } from './world.ts';

/** The machine this runs on. */
export const realWorld: ClientWorld = {
  clock: systemClock,
  timers: systemTimers,
  random: systemRandom,
  tracer: activeTracer,
  sleep: (delayMs) => sleep(delayMs),
  dial,
};
