/** A process that performs the tasks it is sent, one after the other. */
import { type Task, perform } from '../../test/simulation/membership/scenarios/catalogue.ts';
import type { Answer } from './task-process.ts';

// Ctrl-C reaches the whole group: the parent decides.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());
process.on('message', (task: Task) => process.send!(answerTo(task)));

function answerTo(task: Task): Answer {
  try {
    return { outcome: perform(task) };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
