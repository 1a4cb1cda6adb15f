import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where `starling up` keeps its peers unless it is told otherwise, in the folder it is called in. */
export const DEFAULT_FLOCK_FOLDER = '.starling';

const FILE = 'running.json';

/** What `up` leaves in its folder while it runs, so that other commands find the cluster. */
export interface RunningFlock {
  /** The process that holds the peers. */
  readonly pid: number;
  /** `host:port` of each peer. */
  readonly clientAddresses: readonly string[];
}

/** The cluster that `starling up` runs from this folder now; undefined where none does. */
export function readRunningFlock(folder = DEFAULT_FLOCK_FOLDER): RunningFlock | undefined {
  let text: string;
  try {
    text = readFileSync(path.join(folder, FILE), 'utf8');
  } catch {
    return undefined;
  }
  const running = JSON.parse(text) as RunningFlock;
  return isAlive(running.pid) ? running : undefined;
}

export function noteRunningFlock(folder: string, running: RunningFlock): void {
  writeFileSync(path.join(folder, FILE), `${JSON.stringify(running)}\n`);
}

export function forgetRunningFlock(folder: string): void {
  rmSync(path.join(folder, FILE), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is a process nevertheless.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
