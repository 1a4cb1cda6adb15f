import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';

/** The observer comes first, so that it notes at once what the observed say; they themselves run as everything does. */
const OBSERVER_PRIORITY = -10;
/** Where the kernel shares the processor out by session, only this counts between two of them. */
const SESSION_PRIORITY = '/proc/self/autogroup';

const BOUND_TO_PARENT = ['setpriv', '--pdeathsig', 'KILL', '--'] as const;

/** Lets this process, which leads a session of its own, go before those that it launches, where that is allowed. */
export function takePrecedence(): void {
  try {
    os.setPriority(OBSERVER_PRIORITY);
    writeFileSync(SESSION_PRIORITY, String(OBSERVER_PRIORITY));
  } catch {
    // Not root, or no such sharing: its delay is in the report, anyhow.
  }
}

/**
 * Starts a program at ordinary priority, in a session of its own: Ctrl-C in the terminal is not for it. The kernel kills it when this
 * process ends, however that comes about.
 */
export function launch(
  program: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'stdio'>,
): ChildProcess {
  const ordinary = ['nice', '-n', String(-os.getPriority()), '--'];
  const [binder, ...rest] = [...BOUND_TO_PARENT, ...ordinary, program, ...args];
  return spawn(binder, rest, { ...options, detached: true });
}
