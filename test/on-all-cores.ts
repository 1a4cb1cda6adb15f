import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import path from 'node:path';

const WORKER = path.join(import.meta.dirname, 'core-worker.ts');

/** What a worker is told to call. */
export interface Call {
  readonly index: number;
  readonly args: readonly unknown[];
}

/** What came of it. */
export type Called =
  { readonly index: number; readonly result: unknown } | { readonly index: number; readonly error: string };

/**
 * Calls an exported function once for each list of arguments, in one process a core: for work that needs no time but the processor's.
 * @param module the URL of the file that exports it
 * @param name of the export
 * @param calls the arguments of each call; they and the results must survive a structured clone
 * @returns the results in the order of the calls; rejects with the first error, when all processes have ended
 */
export async function onAllCores<Work extends (...args: never[]) => Promise<unknown>>(
  module: string,
  name: string,
  calls: readonly Parameters<Work>[],
): Promise<Awaited<ReturnType<Work>>[]> {
  const results: unknown[] = [];
  const waiting = calls.map((args, index): Call => ({ index, args })).values();
  const processes = Array.from({ length: Math.min(availableParallelism(), calls.length) }, () =>
    fork(WORKER, [module, name], { execArgv: ['--import', 'tsx'], serialization: 'advanced' }),
  );
  try {
    await Promise.all(processes.map((child) => work(child, waiting, results)));
  } finally {
    for (const child of processes) child.kill('SIGKILL');
  }
  return results as Awaited<ReturnType<Work>>[];
}

/** Has one process do one call after the other for as long as there are any. */
async function work(child: ChildProcess, waiting: Iterator<Call>, results: unknown[]): Promise<void> {
  const died = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`a process that worked on a core ended with ${String(code ?? signal)}`);
  });
  for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
    const answered = once(child, 'message');
    child.send(next.value);
    const [called] = (await Promise.race([answered, died])) as [Called];
    if ('error' in called) throw new Error(called.error);
    results[called.index] = called.result;
  }
  // It is about to be killed.
  died.catch(() => undefined);
}
