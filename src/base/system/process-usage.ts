import { performance } from 'node:perf_hooks';

/** What this process has taken so far; the times in ms. */
export function processUsage() {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  return {
    cpuMs: (user + system) / 1000,
    residentBytes: rss,
    heapBytes: heapUsed,
    uptimeMs: process.uptime() * 1000,
    busyMs: busyMs(),
  };
}

/** Time that the event loop did something since this process started, in ms. */
export function busyMs(): number {
  return performance.eventLoopUtilization().active;
}
