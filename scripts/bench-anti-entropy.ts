/**
 * What it costs to compare owners all the time: `npm run bench:anti-entropy`, and `-- --help` for its flags. A cluster of three processes
 * on this machine, whose owners are in sync, compares as often as by default, and another ten times as often. Under load each is told
 * to pause and to go on, in turn, and two phases that follow each other make a pair.
 */
import { Command } from 'commander';
import { count, percent } from '../src/base/quantity.ts';
import { applyLoad } from '../src/cli/bench/load.ts';
import { type Workload, Workloads } from '../src/cli/bench/workload.ts';
import { wholeNumber } from '../src/cli/client-options.ts';
import { table } from '../src/cli/table.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import { connect } from '../src/client/connect.ts';
import { type Cost, type Pair, costOf } from './bench-anti-entropy/paired-cost.ts';
import { temporaryFlock } from './temporary-flock.ts';

/** A phase holds at least two comparisons of each peer. */
const SETTINGS = [
  { name: 'every 5 s, the default', intervalMs: 5000, phaseMs: 10_000 },
  { name: 'every 500 ms', intervalMs: 500, phaseMs: 3000 },
] as const;
const SETTLE_MS = 300;
const IN_FLIGHT = 256;
const HOUR_MS = 3_600_000;

interface Row {
  readonly workload: string;
  readonly comparisons: string;
  readonly perSecond: number;
  readonly cost: Cost;
}

const { pairs, keys, json } = new Command('bench:anti-entropy')
  .description('Puts and gets a second while owners are compared and while they are not, in pairs')
  .option('--pairs <number>', 'of each workload', wholeNumber(2, 1000), 6)
  .option(
    '--keys <number>',
    'that are there, and are read and overwritten',
    wholeNumber(1, 10_000_000),
    100_000,
  )
  .option('--json', 'print JSON, for programs')
  .parse()
  .opts<{ pairs: number; keys: number; json?: true }>();

const terminal = processTerminal;

/** Every workload under one setting. */
async function measure({ name, intervalMs, phaseMs }: (typeof SETTINGS)[number]): Promise<Row[]> {
  const { flock, remove } = await temporaryFlock(3, { 'repair.intervalMs': intervalMs });
  try {
    await flock.start();
    const client = await connect({ addresses: flock.clientAddresses });
    const pause = (pauseMs: number) =>
      Promise.all(
        flock.clientAddresses.map((address) => client.pauseRepair({ address, pauseMs, secret: '' })),
      );
    const workloads = new Workloads({
      store: client,
      run: name.replaceAll(/\W/g, ''),
      valueBytes: 100,
      keys,
    });
    await workloads.prepare();
    const rows: Row[] = [];
    for (const workload of workloads.list()) {
      terminal.err(`comparisons ${name}: ${workload.name}\n`);
      const found: Pair[] = [];
      for (let n = 0; n < pairs; n++) found.push(await pairOf(workload, phaseMs, pause, n % 2 === 0));
      const perSecond = found.reduce((sum, { without }) => sum + without, 0) / found.length;
      rows.push({ workload: workload.name, comparisons: name, perSecond, cost: costOf(found) });
    }
    await client.close();
    return rows;
  } finally {
    await remove();
  }
}

/** @param isFirstWithout which of the two comes first, so that neither always does */
async function pairOf(
  workload: Workload,
  measuredMs: number,
  pause: (pauseMs: number) => Promise<unknown>,
  isFirstWithout: boolean,
): Promise<Pair> {
  const phase = async (isPaused: boolean): Promise<number> => {
    await pause(isPaused ? HOUR_MS : 0);
    const request = (n: number) => workload.request(n);
    const { perSecond } = await applyLoad({ inFlight: IN_FLIGHT, warmUpMs: SETTLE_MS, measuredMs, request });
    return perSecond;
  };
  const first = await phase(isFirstWithout);
  const second = await phase(!isFirstWithout);
  return isFirstWithout ? { without: first, withIt: second } : { without: second, withIt: first };
}

const rows: Row[] = [];
for (const setting of SETTINGS) rows.push(...(await measure(setting)));
if (json) terminal.out(`${JSON.stringify(rows, undefined, 2)}\n`);
else {
  const columns = [
    { title: `workload, ${IN_FLIGHT} in flight` },
    { title: 'comparisons' },
    { title: 'per second without', align: 'right' as const },
    { title: 'cost', align: 'right' as const },
    { title: '95 of 100 times', align: 'right' as const },
  ];
  const text = rows.map(({ workload, comparisons, perSecond, cost: { mean, low, high } }) => [
    workload,
    comparisons,
    count(perSecond),
    percent(mean),
    `${percent(low)} to ${percent(high)}`,
  ]);
  terminal.out(table(columns, text));
}
