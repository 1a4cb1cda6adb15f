/**
 * How fast the members of a cluster hear of each other's coming, going and dying, and what that costs, beside HashiCorp's serf:
 * `npm run bench:membership`, and `-- --help` for its flags. `bench-membership/contest.ts` tells how it is measured, a file each
 * what, and `bench-membership/aims.ts` what a figure is held against.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { wholeNumber } from '../src/cli/client-options.ts';
import { EXIT } from '../src/cli/exit-code.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import { compilePeer } from './bench-membership/compiled-peer.ts';
import { ENGINE_NAMES, type EngineName } from './bench-membership/engine.ts';
import { Findings } from './bench-membership/findings.ts';
import { MEASUREMENT_NAMES, type MeasurementName } from './bench-membership/measurement.ts';
import { measurementsOf } from './bench-membership/measurements.ts';
import { measure, ownNetwork } from './bench-membership/measuring-process.ts';
import { report } from './bench-membership/report.ts';
import { findSerf } from './bench-membership/serf-program.ts';
import { type Summary, summaryOf } from './bench-membership/summary.ts';
import { machineText } from './bench-storage/machine.ts';

/** Below three there is nobody to confirm; hosts beyond these would leave their /24. */
const SIZES = { least: 3, most: 200 };
const FULL = { sizes: [5, 10, 20], runs: 5, idleMs: 20_000, stressMs: 60_000 };
const QUICK = { sizes: [5], runs: 1, idleMs: 3000, stressMs: FULL.stressMs };
const SMOKE = 'A smoke run: one run of the smallest size, without silence and stress; its figures say little';
const NO_NETWORK =
  'No network namespace can be made here (run it as root), so whose traffic is whose can not be told';

interface Flags {
  readonly sizes?: readonly number[];
  readonly runs?: number;
  readonly only: readonly MeasurementName[];
  readonly engines: readonly EngineName[];
  readonly json?: true;
  readonly quick?: true;
}

const flags = new Command('bench:membership')
  .description('Who is there, and who is dead: real processes, beside as many agents of serf')
  .option('--sizes <numbers>', `members of the clusters; default ${FULL.sizes.join(',')}`, readSizes)
  .option('--runs <number>', `how often each figure is taken; default ${FULL.runs}`, wholeNumber(1, 100))
  .addOption(namesOption('only', MEASUREMENT_NAMES))
  .addOption(namesOption('engines', ENGINE_NAMES))
  .option('--json', 'print JSON, for programs')
  .option(
    '--quick',
    'a smoke run of less than a minute, without silence and stress, whose figures say little',
  )
  .parse()
  .opts<Flags>();

const terminal = processTerminal;
const interrupt = new AbortController();
terminal.onInterrupt(() => interrupt.abort());
const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-membership-'));
try {
  process.exitCode = await compare();
} catch (error) {
  if (!interrupt.signal.aborted) throw error;
  process.exitCode = EXIT.interrupted;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function compare(): Promise<number> {
  const { idleMs, stressMs, ...usual } = flags.quick ? QUICK : FULL;
  const { sizes = usual.sizes, runs = usual.runs } = flags;
  const { only, quick: isQuick = false } = flags;
  const measurements = measurementsOf(only, { isQuick });
  const network = ownNetwork();
  const remarks = [machineText(), ...(flags.quick ? [SMOKE] : []), ...(network ? [] : [NO_NETWORK])];
  const programs = { starling: path.join(folder, 'starling'), serf: '' };
  const engines: Summary['engines'][number][] = [];
  for (const engine of flags.engines) {
    const serf = engine === 'serf' ? await findSerf(path.join(folder, 'debian')) : undefined;
    if (serf && 'program' in serf) programs.serf = serf.program;
    engines.push({ engine, text: textOf(serf), skipped: serf !== undefined && 'why' in serf });
  }
  if (flags.engines.includes('starling')) await compilePeer(programs.starling);
  interrupt.signal.throwIfAborted();
  const measured = engines.filter(({ skipped }) => !skipped).map(({ engine }) => engine);
  const task = { ...programs, sizes, runs, only, isQuick, engines: measured, folder, idleMs, stressMs };
  const outcome = await measure(task, network, interrupt.signal);
  const findings = new Findings(outcome.findings);
  const machine = remarks.join('\n');
  const summary = summaryOf({ ...outcome, machine, engines, measurements, sizes, findings });
  if (flags.json) terminal.out(`${JSON.stringify(summary, undefined, 2)}\n`);
  else report(summary, terminal);
  return summary.failures.length === 0 ? EXIT.ok : EXIT.no;
}

function textOf(serf: Awaited<ReturnType<typeof findSerf>> | undefined): string {
  if (serf === undefined)
    return 'compiled from this source tree, its defaults, TLS between peers; no data, no clients';
  if ('why' in serf) return serf.why;
  return `${serf.version} by its own account, LAN profile (its default), not encrypted`;
}

function readSizes(text: string): readonly number[] {
  const sizes = text.split(',').map((part) => wholeNumber(SIZES.least, SIZES.most)(part.trim()));
  return [...new Set(sizes)].sort((a, b) => a - b);
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
