/**
 * What it costs to compare owners all the time: `npm run bench:anti-entropy`, and `-- --help` for its flags. Clusters of three processes
 * on this machine, whose owners are in sync, with comparisons as by default, with ten times as many, and with none; in turn, so
 * that a machine that is slower for a while is so for all.
 */
import { Command } from 'commander';
import { measureAll } from '../src/cli/bench/measure.ts';
import { wholeNumber } from '../src/cli/client-options.ts';
import { count, percent } from '../src/base/quantity.ts';
import { table } from '../src/cli/table.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import { connect } from '../src/client/client.ts';
import { temporaryFlock } from './temporary-flock.ts';

const NEVER_MS = 86_400_000;
const SETTINGS = [
  { name: 'none', intervalMs: NEVER_MS },
  { name: 'every 5 s, the default', intervalMs: 5000 },
  { name: 'every 500 ms', intervalMs: 500 },
] as const;

const { runs, seconds, keys, json } = new Command('bench:anti-entropy')
  .description('Puts and gets a second with and without comparisons of the owners')
  .option('--runs <number>', 'of each', wholeNumber(1, 100), 3)
  .option('--seconds <number>', 'that each measurement takes', wholeNumber(1, 3600), 5)
  .option(
    '--keys <number>',
    'that are there, and are read and overwritten',
    wholeNumber(1, 10_000_000),
    100_000,
  )
  .option('--json', 'print JSON, for programs')
  .parse()
  .opts<{ runs: number; seconds: number; keys: number; json?: true }>();

const terminal = processTerminal;

/** Requests a second, by workload. */
async function measure(intervalMs: number): Promise<Map<string, number>> {
  const { flock, remove } = await temporaryFlock(3, { 'repair.intervalMs': intervalMs });
  try {
    await flock.start();
    const client = await connect({ addresses: flock.clientAddresses });
    const found = await measureAll({
      client,
      pids: [],
      seconds,
      inFlight: [256],
      valueBytes: 100,
      keys,
      onBegin: () => undefined,
    });
    await client.close();
    return new Map(found.map(({ name, perSecond }) => [name, perSecond]));
  } finally {
    await remove();
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

const rates = new Map<string, Map<string, number[]>>();
for (let run = 1; run <= runs; run++) {
  for (const { name, intervalMs } of SETTINGS) {
    terminal.err(`run ${run} of ${runs}, comparisons: ${name}\n`);
    for (const [workload, rate] of await measure(intervalMs)) {
      const byName = rates.get(workload) ?? new Map<string, number[]>();
      rates.set(workload, byName.set(name, [...(byName.get(name) ?? []), rate]));
    }
  }
}
const rows = [...rates].flatMap(([workload, byName]) => {
  const without = median(byName.get(SETTINGS[0].name) ?? []);
  return SETTINGS.map(({ name }) => {
    const perSecond = median(byName.get(name) ?? []);
    return { workload, comparisons: name, perSecond, cost: 1 - perSecond / without };
  });
});
if (json) terminal.out(`${JSON.stringify(rows, undefined, 2)}\n`);
else {
  const columns = [
    { title: 'workload, 256 in flight' },
    { title: 'comparisons' },
    { title: 'per second, median', align: 'right' as const },
    { title: 'cost', align: 'right' as const },
  ];
  const text = rows.map(({ workload, comparisons, perSecond, cost }) => [
    workload,
    comparisons,
    count(perSecond),
    percent(cost),
  ]);
  terminal.out(table(columns, text));
}
