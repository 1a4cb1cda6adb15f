/**
 * The membership core by the thousand on virtual time: `npm run simulate:membership`, and `-- --help` for its flags. What is run is in
 * `plan.ts`, what each scenario does and demands in `test/simulation/membership/scenarios`.
 */
import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { wholeNumber } from '../../src/cli/client-options.ts';
import { EXIT } from '../../src/cli/exit-code.ts';
import { processTerminal } from '../../src/cli/terminal.ts';
import type { Task } from '../../test/simulation/membership/scenarios/catalogue.ts';
import { type PlanOptions, planOf } from './plan.ts';
import { report } from './report.ts';
import { runTasks } from './run.ts';

interface Flags extends PlanOptions {
  readonly processes: number;
  readonly only?: readonly string[];
  readonly replay?: Task;
  readonly json?: true;
}

const SCENARIOS: readonly Task['scenario'][] = [
  'everyday',
  'manyDie',
  'split',
  'massRestart',
  'muteness',
  'roughWeather',
  'lifeguard',
];
const CORES = availableParallelism();

const flags = new Command('simulate:membership')
  .description('Membership by the thousand on virtual time: how soon, at what cost, and whether it ever errs')
  .option(
    '--hours <number>',
    'simulated hours of rough weather, most of them at 20..100 members',
    wholeNumber(0, 100_000),
    1000,
  )
  .option('--members <number>', 'of the scenarios, and of a few of the hours', wholeNumber(4, 10_000), 1000)
  .option('--large <number>', 'of one quiet cluster; 0: none. 5000 take 10 GiB', wholeNumber(0, 10_000), 5000)
  .option('--seed <number>', 'everything follows from it', wholeNumber(0, 2 ** 31), 1)
  .option('--processes <number>', 'at once', wholeNumber(1, 256), CORES)
  .addOption(new Option('--only <scenario...>', 'leave out the others').choices(SCENARIOS))
  .option('--replay <json>', 'one run, as a failure names it', (text) => JSON.parse(text) as Task)
  .option('--json', 'print JSON, for programs')
  .parse()
  .opts<Flags>();

const terminal = processTerminal;
const interrupt = new AbortController();
terminal.onInterrupt(() => interrupt.abort());
process.exitCode = await simulate();

async function simulate(): Promise<number> {
  const { hours, members, large, seed, only = SCENARIOS, replay, processes } = flags;
  const plan = replay ? [replay] : planOf({ hours, members, large, seed });
  const tasks = plan.filter(({ scenario }) => only.includes(scenario));
  const { outcomes, failures, isInterrupted } = await runTasks(tasks, {
    processes,
    terminal,
    signal: interrupt.signal,
  });
  if (flags.json) terminal.out(`${JSON.stringify({ outcomes, failures }, undefined, 2)}\n`);
  else report(outcomes, failures, terminal);
  if (isInterrupted) {
    terminal.err(`interrupted after ${outcomes.length} of ${tasks.length} runs: the figures are of these\n`);
    return EXIT.interrupted;
  }
  return failures.length === 0 ? EXIT.ok : EXIT.no;
}
