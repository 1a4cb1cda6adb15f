import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ContenderName } from './line-up.ts';
import type { Found } from './measurement.ts';

/** One step of a measurement, for a process of its own. */
export interface Task {
  readonly measurement: string;
  readonly step: number;
  readonly contender: ContenderName;
  readonly folder: string;
  readonly keys: number;
  readonly scale: number;
  readonly earlier: Found;
}

/** What such a process says before it ends. */
export type Outcome = { readonly found: Found } | { readonly failure: string };

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const GIVE_UP_MS = 20 * 60_000;

/** Runs a step in a process of its own. @throws Error where it failed, or was aborted */
export async function runStep(task: Task, signal: AbortSignal): Promise<Found> {
  signal.throwIfAborted();
  const child = fork(CHILD, [JSON.stringify(task)], {
    execArgv: [...process.execArgv, '--expose-gc'],
    signal,
    timeout: GIVE_UP_MS,
    killSignal: 'SIGKILL',
  });
  const outcome = await new Promise<Outcome>((resolve) => {
    let last: Outcome | undefined;
    child.on('message', (message) => {
      last = message as Outcome;
    });
    child.on('error', (error) => {
      last ??= { failure: error.message };
    });
    child.on('close', (exitCode, killedBy) => {
      resolve(last ?? { failure: `its process ended with ${killedBy ?? exitCode}` });
    });
  });
  signal.throwIfAborted();
  if ('failure' in outcome) throw new Error(outcome.failure);
  return outcome.found;
}
