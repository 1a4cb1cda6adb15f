import { duration } from '../../src/base/quantity.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Outcome } from '../../test/simulation/membership/outcome.ts';
import type { Task } from '../../test/simulation/membership/scenarios/catalogue.ts';
import { TaskProcess } from './task-process.ts';

/** Something that must not happen and did. */
export interface Failure {
  readonly reason: string;
  /** The command that shows it again. */
  readonly replay: string;
}

export interface Run {
  readonly outcomes: readonly Outcome[];
  readonly failures: readonly Failure[];
  /** Whether it was ended by the signal before all was done. */
  readonly isInterrupted: boolean;
}

export interface RunOptions {
  readonly processes: number;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

const SHOW_EVERY_MS = 15_000;

/** Performs the tasks in as many processes as are wanted, until all are done or the signal aborts. */
export async function runTasks(tasks: readonly Task[], options: RunOptions): Promise<Run> {
  const outcomes: Outcome[] = [];
  const failures: Failure[] = [];
  const left = [...tasks];
  const isAborted = (): boolean => options.signal.aborted;
  const work = async (): Promise<void> => {
    let worker = new TaskProcess();
    const stop = (): void => worker.stop();
    options.signal.addEventListener('abort', stop);
    for (let task = left.shift(); task !== undefined && !isAborted(); task = left.shift()) {
      const answer = await worker.perform(task);
      if (isAborted()) return;
      if ('outcome' in answer) outcomes.push(answer.outcome);
      for (const reason of reasonsOf(task, answer)) failures.push({ reason, replay: replayOf(task) });
      if ('outcome' in answer) continue;
      worker.stop();
      worker = new TaskProcess();
    }
    worker.stop();
  };
  const endProgress = showProgress(tasks.length, outcomes, options.terminal);
  try {
    await Promise.all(Array.from({ length: Math.min(options.processes, tasks.length) }, work));
  } finally {
    endProgress();
  }
  return { outcomes, failures, isInterrupted: isAborted() };
}

function reasonsOf(
  { scenario, members, seed }: Task,
  answer: { readonly outcome: Outcome } | { readonly failure: string },
): string[] {
  const reasons = 'outcome' in answer ? answer.outcome.violations : [answer.failure];
  return reasons.map((reason) => `${scenario}, ${members} members, seed ${seed}: ${reason}`);
}

function replayOf(task: Task): string {
  return `npm run simulate:membership -- --replay '${JSON.stringify(task)}'`;
}

/** Says now and then how far it has come. */
function showProgress(total: number, outcomes: readonly Outcome[], terminal: Terminal): () => void {
  const startMs = performance.now();
  const show = (): void => {
    const hours = outcomes.reduce((sum, { simulatedMs }) => sum + simulatedMs, 0) / 3_600_000;
    const bad = outcomes.filter(({ violations }) => violations.length > 0).length;
    const text =
      `${outcomes.length} of ${total} runs, ${hours.toFixed(1)} simulated hours, ` +
      `${duration(performance.now() - startMs)}${bad > 0 ? `, ${bad} FAILED` : ''}`;
    terminal.err(terminal.isInteractive ? `\r\u001b[K${text}` : `${text}\n`);
  };
  const timer = setInterval(show, terminal.isInteractive ? 1000 : SHOW_EVERY_MS);
  return () => {
    clearInterval(timer);
    show();
    if (terminal.isInteractive) terminal.err('\n');
  };
}
