import os from 'node:os';

/** Above this much of one core, others are at work. */
const BUSY = 0.5;

/** What it runs on, and whether it has that to itself. Ask before anything is measured. */
export function machineText(): string {
  const cores = os.cpus();
  const load = os.loadavg()[0] ?? 0;
  const warning = load > BUSY ? ': others are at work here, and latencies above all will show it' : '';
  return (
    `${cores.length} cores (${cores[0]?.model ?? 'unknown'}), Node ${process.version}, ${os.type()} ${os.release()}, ` +
    `load average ${load.toFixed(1)} at the start${warning}`
  );
}
