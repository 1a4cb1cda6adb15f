import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { LIMITS } from '../base/limits.ts';
import type { StarlingClient } from '../client/client.ts';
import { type LoadResult, applyLoad } from './bench/load.ts';
import { Workloads } from './bench/workload.ts';
import { type ClientFlags, wholeNumber, withClient, withClientFlags } from './client-options.ts';
import { EXIT } from './exit-code.ts';
import { Outcome } from './outcome.ts';
import { count, latency } from './quantity.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

interface BenchFlags extends ClientFlags {
  readonly nodes: number;
  readonly seconds: number;
  readonly inFlight: readonly number[];
  readonly valueBytes: number;
  readonly keys: number;
}

interface Measurement extends LoadResult {
  readonly name: string;
  readonly inFlight: number;
}

const WARM_UP_MS = 1000;
const MOST_IN_FLIGHT = 4096;

const HELP = `
Without --address it starts peers of its own, each a process on this machine with an empty data folder, and removes them afterwards;
with --address it measures that cluster, and leaves keys that begin with "bench:" there.

One client on one connection per peer sends requests in a closed loop from this process: as many under way as --in-flight says, each
answer making room for the next. Every measurement warms up for a second before it counts. Puts are acknowledged when a write quorum
has them on disk (fsync), gets when a read quorum agrees. Every answer is compared with what was written.

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
    if (flags.address) await bench(flags, terminal);
    else await onOwnFlock(flags, terminal, (address) => bench({ ...flags, address }, terminal));
  });
}

async function bench(flags: BenchFlags, terminal: Terminal): Promise<void> {
  const measurements = await withClient(flags, terminal, async (client) => {
    const run = Date.now().toString(36);
    const workloads = new Workloads({ store: client, run, valueBytes: flags.valueBytes, keys: flags.keys });
    const setting = await describeSetting(client, flags);
    terminal.err(`${setting}\n\nwriting ${count(flags.keys)} keys to read ...\n`);
    await workloads.prepare();
    const results: Measurement[] = [];
    for (const inFlight of flags.inFlight) {
      for (const workload of workloads.list()) {
        const { name } = workload;
        terminal.err(`${name}, ${inFlight} in flight ...\n`);
        const result = await applyLoad({
          inFlight,
          warmUpMs: WARM_UP_MS,
          measuredMs: flags.seconds * 1000,
          request: (n) => workload.request(n),
        });
        results.push({ name, inFlight, ...result });
      }
    }
    return { setting, results };
  });
  const { setting, results } = measurements;
  if (flags.json) terminal.out(`${JSON.stringify(forPrograms(setting, flags, results), undefined, 2)}\n`);
  else terminal.out(`\n${forPeople(results)}`);
  if (results.some(({ errors }) => errors.size > 0)) throw new Outcome(EXIT.no, 'some requests failed');
}

/** Starts peers for this measurement alone. */
async function onOwnFlock(
  flags: BenchFlags,
  terminal: Terminal,
  use: (addresses: readonly string[]) => Promise<void>,
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
    await use(flock.clientAddresses);
  } finally {
    release();
    await remove();
  }
}

async function describeSetting(client: StarlingClient, flags: BenchFlags): Promise<string> {
  const { members, width } = await client.topology();
  const { writeQuorum, readQuorum } = await client.status();
  const [cpu] = os.cpus();
  return (
    `${members.length} peers, N=${width} W=${writeQuorum} R=${readQuorum}, fsync before a put is acknowledged; ` +
    `values of ${flags.valueBytes} bytes, ${count(flags.keys)} keys\n` +
    `${os.cpus().length} x ${cpu?.model.trim() ?? 'unknown processor'}, Node.js ${process.version}, ` +
    `${flags.seconds} s each after 1 s of warming up; client and peers are processes of their own`
  );
}

function forPeople(results: readonly Measurement[]): string {
  const right = (title: string): { title: string; align: 'right' } => ({ title, align: 'right' });
  const columns = [
    { title: 'what' },
    right('in flight'),
    right('per second'),
    right('p50'),
    right('p99'),
    right('p99.9'),
    right('slowest'),
    right('failed'),
  ];
  const rows = results.map(({ name, inFlight, perSecond, latencies, errors }) => [
    name,
    String(inFlight),
    count(perSecond),
    latency(latencies.percentileMs(0.5)),
    latency(latencies.percentileMs(0.99)),
    latency(latencies.percentileMs(0.999)),
    latency(latencies.maxMs),
    [...errors].map(([code, times]) => `${count(times)} ${code}`).join(', ') || '0',
  ]);
  return table(columns, rows);
}

function forPrograms(setting: string, flags: BenchFlags, results: readonly Measurement[]): unknown {
  return {
    setting,
    valueBytes: flags.valueBytes,
    keys: flags.keys,
    seconds: flags.seconds,
    measurements: results.map(({ name, inFlight, requests, perSecond, latencies, errors }) => ({
      name,
      inFlight,
      requests,
      perSecond,
      p50Ms: latencies.percentileMs(0.5),
      p99Ms: latencies.percentileMs(0.99),
      p999Ms: latencies.percentileMs(0.999),
      maxMs: latencies.maxMs,
      errors: Object.fromEntries(errors),
    })),
  };
}

function inFlightLevels(text: string): number[] {
  const levels = text.split(',').map(Number);
  if (levels.every((level) => Number.isInteger(level) && level >= 1 && level <= MOST_IN_FLIGHT))
    return levels;
  throw new InvalidArgumentError(`Give whole numbers from 1 to ${MOST_IN_FLIGHT}, separated by commas.`);
}
