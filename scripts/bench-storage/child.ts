/** Where one step is measured: a process that has loaded one store and nothing else, and that nothing was measured in before. */
import { LINE_UP } from './line-up.ts';
import { measurementTitled } from './measurements.ts';
import type { Outcome, Task } from './step-process.ts';

const task = JSON.parse(process.argv[2]!) as Task;
const step = measurementTitled(task.measurement).steps[task.step]!;

function tell(outcome: Outcome): Promise<void> {
  return new Promise((resolve) => process.send!(outcome, () => resolve()));
}

// Ctrl-C reaches the whole group: the parent decides.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
try {
  const contender = await LINE_UP[task.contender]();
  await tell({ found: await step.measure({ ...task, contender }) });
} catch (error) {
  await tell({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
if (step.dies) process.kill(process.pid, 'SIGKILL');
// Not every library lets a process end by itself.
process.exit();
