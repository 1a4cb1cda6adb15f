/**
 * Waits, in real time, for a condition on things outside of our control (sockets, other processes).
 * Rejects after the deadline; what runs on virtual time uses `VirtualTime.runUntil` instead.
 */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const deadlineMs = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadlineMs) throw new Error(`it did not happen within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
