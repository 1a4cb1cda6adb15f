/**
 * How fast the log engine is beside the stores that one would take otherwise: `npm run bench:storage`, and `-- --help` for its flags.
 * `bench-storage/tournament.ts` tells how it is measured, a file each what, and `bench-storage/aim.ts` what a figure is held against.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { wholeNumber } from '../src/cli/client-options.ts';
import { EXIT } from '../src/cli/exit-code.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import { CONTENDER_NAMES, type ContenderName, LINE_UP } from './bench-storage/line-up.ts';
import { machineText } from './bench-storage/machine.ts';
import { MEASUREMENTS, MEASUREMENT_NAMES } from './bench-storage/measurements.ts';
import { report } from './bench-storage/report.ts';
import { type Summary, summaryOf } from './bench-storage/summary.ts';
import { Tournament, type TournamentOptions } from './bench-storage/tournament.ts';

const KEYS_MOST = 100_000_000;
const SMOKE = 'A smoke run, with a tenth of the times and counts: its figures mean nothing';
const QUICK = { keys: 20_000, largeKeys: 40_000, runs: 1, scale: 0.1 };

interface Flags {
  readonly keys: number;
  readonly largeKeys: number;
  readonly runs: number;
  readonly only: readonly string[];
  readonly engines: readonly ContenderName[];
  readonly folder: string;
  readonly json?: true;
  readonly quick?: true;
}

const flags = new Command('bench:storage')
  .description('The log engine beside lmdb, classic-level, RocksDB, and a bare append with fdatasync')
  .option('--keys <number>', 'keys of every store', wholeNumber(1000, KEYS_MOST), 1_000_000)
  .option(
    '--large-keys <number>',
    'keys of ours, once more, where size matters; 0: none',
    wholeNumber(0, KEYS_MOST),
    10_000_000,
  )
  .option('--runs <number>', 'how often each figure is taken', wholeNumber(1, 100), 5)
  .addOption(namesOption('only', MEASUREMENT_NAMES))
  .addOption(namesOption('engines', CONTENDER_NAMES))
  .option(
    '--folder <folder>',
    'where to write: on the disk that is meant, a memory file system flatters',
    '.',
  )
  .option('--json', 'print JSON, for programs')
  .option('--quick', 'a smoke run of a minute, whose figures mean nothing')
  .parse()
  .opts<Flags>();

const terminal = processTerminal;
const interrupt = new AbortController();
terminal.onInterrupt(() => interrupt.abort());
const folder = await mkdtemp(path.join(path.resolve(flags.folder), 'bench-storage-'));
try {
  process.exitCode = await compare();
} catch (error) {
  if (!interrupt.signal.aborted) throw error;
  process.exitCode = EXIT.interrupted;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function compare(): Promise<number> {
  const machine = machineText() + (flags.quick ? `\n${SMOKE}` : '');
  const { choices, contenders } = await loadable(flags.engines);
  const options: TournamentOptions = {
    ...flags,
    scale: 1,
    ...(flags.quick && QUICK),
    measurements: MEASUREMENTS.filter(({ name }) => flags.only.includes(name)),
    contenders,
    folder,
    terminal,
    signal: interrupt.signal,
  };
  const tournament = new Tournament(options);
  await tournament.run();
  const summary = summaryOf(tournament, options, { machine, choices });
  if (flags.json) terminal.out(`${JSON.stringify(summary, undefined, 2)}\n`);
  else report(summary, terminal);
  return summary.failures.length === 0 ? EXIT.ok : EXIT.no;
}

/** Those that have a binary for this platform. */
async function loadable(
  names: readonly ContenderName[],
): Promise<{ choices: Summary['choices']; contenders: ContenderName[] }> {
  const choices: Summary['choices'][number][] = [];
  const contenders: ContenderName[] = [];
  for (const contender of names) {
    try {
      const { choice } = await LINE_UP[contender]();
      choices.push({ contender, choice });
      contenders.push(contender);
    } catch (error) {
      choices.push({ contender, choice: `left out, it does not load here: ${String(error)}` });
    }
  }
  return { choices, contenders };
}

/** A flag that takes some of these names, and gives them in their order. */
function namesOption(flag: string, all: readonly string[]): Option {
  return new Option(`--${flag} <names>`, `some of ${all.join(',')}`).default(all, 'all').argParser((text) => {
    const wanted = text.split(',').map((name) => name.trim());
    const unknown = wanted.filter((name) => !all.includes(name));
    if (unknown.length > 0) throw new InvalidArgumentError(`There is no ${unknown.join(', ')}.`);
    return all.filter((name) => wanted.includes(name));
  });
}
