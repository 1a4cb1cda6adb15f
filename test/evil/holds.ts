import { setTimeout as wait } from 'node:timers/promises';

/** How long a machine that does other things as well may take over what happens at once. */
export const SOON_MS = 15_000;

const POLL_MS = 20;

/** Whether a condition on another process, or on the network, comes true within so many milliseconds. */
export async function holdsWithin(
  withinMs: number,
  condition: () => boolean | Promise<boolean>,
): Promise<boolean> {
  const deadlineMs = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadlineMs) return false;
    await wait(POLL_MS);
  }
  return true;
}
