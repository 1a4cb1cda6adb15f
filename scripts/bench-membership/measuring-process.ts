import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { MeasuringOutcome, MeasuringTask } from './measuring-task.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** A network namespace begins with its loopback device down. */
const IN_OWN_NETWORK = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh'] as const;
/** As root, and as somebody who may make a namespace of users in which to be root. */
const WAYS = [
  ['unshare', '--net', '--'],
  ['unshare', '--user', '--map-root-user', '--net', '--'],
] as const;

/** Words that run the command after them in a network namespace of its own; undefined where that isn't allowed here. */
export function ownNetwork(): readonly string[] | undefined {
  return WAYS.map((way) => [...way, ...IN_OWN_NETWORK]).find(
    ([program = '', ...args]) => spawnSync(program, [...args, 'true'], { stdio: 'ignore' }).status === 0,
  );
}

/**
 * Measures in a process of its own, in which nothing else is going on.
 * @param network what `ownNetwork` gave
 * @throws Error where it failed, or was aborted; none of its processes is left then
 */
export async function measure(
  task: Omit<MeasuringTask, 'hasOwnNetwork'>,
  network: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<Exclude<MeasuringOutcome, { failure: string }>> {
  const full: MeasuringTask = { ...task, hasOwnNetwork: network !== undefined };
  const [program = '', ...args] = [
    ...(network ?? []),
    ...[process.execPath, ...process.execArgv, CHILD, JSON.stringify(full)],
  ];
  const child = spawn(program, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  const stop = (): void => child.disconnect();
  signal.addEventListener('abort', stop, { once: true });
  const outcome = await outcomeOf(child);
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if ('failure' in outcome) throw new Error(outcome.failure);
  return outcome;
}

async function outcomeOf(child: ChildProcess): Promise<MeasuringOutcome> {
  let last: MeasuringOutcome | undefined;
  child.on('message', (message) => {
    last = message as MeasuringOutcome;
  });
  const [exitCode, killedBy] = (await once(child, 'exit')) as [number | null, string | null];
  return last ?? { failure: `the measuring process ended with ${killedBy ?? String(exitCode)}` };
}
