/** Where everything is measured: a process in a network namespace that it has for itself and its members, if there can be one. */
import { Contest } from './contest.ts';
import { takePrecedence } from './launch.ts';
import type { MeasuringOutcome, MeasuringTask } from './measuring-task.ts';
import { measurementsOf } from './measurements.ts';
import { SerfEngine } from './serf-engine.ts';
import { StarlingEngine } from './starling-engine.ts';

const task = JSON.parse(process.argv[2]!) as MeasuringTask;
const abort = new AbortController();
// The parent lets go of this process at Ctrl-C, or has died.
process.on('disconnect', () => abort.abort());

takePrecedence();

function tell(outcome: MeasuringOutcome): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected) process.send!(outcome, () => resolve());
    else resolve();
  });
}

const makers = {
  starling: () => new StarlingEngine(task.starling),
  serf: () => new SerfEngine(task.serf),
};
const contest = new Contest({
  ...task,
  engines: task.engines.map((name) => makers[name]()),
  measurements: measurementsOf(task.only, task),
  signal: abort.signal,
  onProgress: (text) => process.stderr.write(`${text}\n`),
});
try {
  await contest.run();
  const { findings, failures, logDelaysMs } = contest;
  await tell({ findings: findings.all, failures, logDelaysMs });
} catch (error) {
  await tell({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
process.exit();
