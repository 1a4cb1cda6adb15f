import { readFileSync } from 'node:fs';

/** Linux counts the time of processes in hundredths of a second, whatever its timer does. */
const MS_PER_TICK = 10;

/** Fields of /proc/PID/stat after the name, which is in brackets and may itself contain anything. */
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;

/**
 * Processor time that processes have used since they began, all their threads together, in milliseconds. Unlike rates it hardly
 * depends on what else the machine does. Undefined where the system doesn't tell (it is not Linux), or one is gone.
 */
export function cpuTimeMs(pids: readonly number[]): number | undefined {
  let total = 0;
  for (const pid of pids) {
    const stat = read(`/proc/${pid}/stat`);
    if (stat === undefined) return undefined;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    total += (Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS])) * MS_PER_TICK;
  }
  return total;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
