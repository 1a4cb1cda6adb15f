import { execFileSync } from 'node:child_process';
import os from 'node:os';

/** The machine's cores in two halves: those that are measured, and those that measure. One core: both are the same. */
export function halves(): readonly [measured: string, measuring: string] {
  const cores = os.cpus().length;
  const half = Math.floor(cores / 2);
  return half === 0 ? ['0', '0'] : [`0-${half - 1}`, `${half}-${cores - 1}`];
}

/** Keeps all threads of a process on these cores. @throws where there is no taskset (util-linux) */
export function pin(pid: number, cores: string): void {
  execFileSync('taskset', ['--all-tasks', '--pid', '--cpu-list', cores, String(pid)], { stdio: 'ignore' });
}
