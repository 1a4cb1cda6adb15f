import type { Clock } from '../src/base/clock.ts';
import { systemClock } from '../src/base/system/clock.ts';

const BEAT_MS = 20;
/** What passes in a beat at most: a pause of this process, in which it can't hear anybody, counts for little. */
const MOST_MS = 50;

let passedMs = 0;
let lastMs = performance.now();

function pass(): void {
  const nowMs = performance.now();
  passedMs += Math.min(nowMs - lastMs, MOST_MS);
  lastMs = nowMs;
}

/** Time as it passes for who is never held up. For tests of somebody else's silence, and of a peer that shares this process with its clients. */
export const steadyClock: Clock = {
  wallMs: () => systemClock.wallMs(),
  monotonicMs() {
    pass();
    return passedMs;
  },
};

setInterval(pass, BEAT_MS).unref();
