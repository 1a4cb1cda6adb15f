import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { LIMITS } from '../base/limits.ts';
import { measureAll } from './bench/measure.ts';
import { reportForPeople, reportForPrograms, settingOf } from './bench/report.ts';
import { type ClientFlags, wholeNumber, withClient, withClientFlags } from './client-options.ts';
import { EXIT } from './exit-code.ts';
import { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';

interface BenchFlags extends ClientFlags {
  readonly nodes: number;
  readonly seconds: number;
  readonly inFlight: readonly number[];
  readonly valueBytes: number;
  readonly keys: number;
}

const MOST_IN_FLIGHT = 4096;

const HELP = `
Without --address it starts peers of its own, each a process on this machine with an empty data folder, and removes them afterwards;
with --address it measures that cluster, and leaves keys that begin with "bench:" there.

One client on one connection per peer sends requests in a closed loop from this process: as many under way as --in-flight says, each
answer making room for the next. Every measurement warms up for a second before it counts. Puts are acknowledged when a write quorum
has them on disk (fsync), gets when a read quorum agrees. Every answer is compared with what was written.

"cpu" is the processor time for one request, of the client and of all peers together (on Linux, with peers of its own): unlike the
rates it says much the same on a machine that is busy with other things.

Exits with 1 where an answer was wrong or a request failed.`;

export function benchCommand(terminal: Terminal): Command {
  const command = new Command('bench')
    .description('Measure how fast a cluster serves puts and gets')
    .option('--nodes <number>', 'peers to start', wholeNumber(1, 20), 3)
    .option('--seconds <number>', 'how long each measurement takes', wholeNumber(1, 3600), 5)
    .option(
      '--in-flight <numbers>',
      'requests under way at a time, several separated by commas',
      inFlightLevels,
      [1, 64, 256],
    )
    .option('--value-bytes <number>', 'length of the values', wholeNumber(1, LIMITS.valueBytes), 100)
    .option('--keys <number>', 'keys that are read and overwritten', wholeNumber(1, 10_000_000), 100_000)
    .addHelpText('after', HELP);
  return withClientFlags(command).action(async (flags: BenchFlags) => {
    if (flags.address) await bench(flags, [], terminal);
    else await onOwnFlock(flags, terminal, (address, pids) => bench({ ...flags, address }, pids, terminal));
  });
}

async function bench(flags: BenchFlags, pids: readonly number[], terminal: Terminal): Promise<void> {
  const { setting, measurements } = await withClient(flags, terminal, async (client) => {
    const setting = await settingOf(client, flags);
    terminal.err(`${setting}\n\n`);
    const options = { ...flags, client, pids, onBegin: (what: string) => terminal.err(`${what} ...\n`) };
    return { setting, measurements: await measureAll(options) };
  });
  if (flags.json) terminal.out(`${JSON.stringify(reportForPrograms(setting, measurements), undefined, 2)}\n`);
  else terminal.out(`\n${reportForPeople(measurements)}`);
  if (measurements.some(({ errors }) => errors.size > 0)) throw new Outcome(EXIT.no, 'some requests failed');
}

/** Starts peers for this measurement alone. */
async function onOwnFlock(
  flags: BenchFlags,
  terminal: Terminal,
  use: (addresses: readonly string[], pids: readonly number[]) => Promise<void>,
): Promise<void> {
  const { FlockFolder } = await import('./flock/folder.ts');
  const { Flock } = await import('./flock/flock.ts');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'starling-bench-'));
  const quiet = [{ name: 'bench', path: 'log.level', value: 'error' }];
  const flock = await Flock.prepare(
    new FlockFolder(folder),
    { nodes: flags.nodes, flags: quiet },
    {
      onLine: ({ name }, line) => terminal.err(`${name} | ${line}\n`),
      onDeath: ({ name }, how) => terminal.err(`${name} died (${how})\n`),
    },
  );
  const remove = async (): Promise<void> => {
    await flock.killAll();
    rmSync(folder, { recursive: true, force: true });
  };
  const release = terminal.onInterrupt(() => void remove().finally(() => process.exit(EXIT.interrupted)));
  try {
    terminal.err(`starting ${flags.nodes} peers ...\n`);
    await flock.start();
    const pids = flock.peers.flatMap((peer) => flock.processOf(peer).pid ?? []);
    await use(flock.clientAddresses, pids);
  } finally {
    release();
    await remove();
  }
}

function inFlightLevels(text: string): number[] {
  const levels = text.split(',').map(Number);
  if (levels.every((level) => Number.isInteger(level) && level >= 1 && level <= MOST_IN_FLIGHT))
    return levels;
  throw new InvalidArgumentError(`Give whole numbers from 1 to ${MOST_IN_FLIGHT}, separated by commas.`);
}
