/**
 * What a cluster does when it is asked for more than it can do: `npm run bench:overload`, and `-- --help` for its flags. Three processes and
 * two that send requests, all on this machine, each kind on cores of its own: what sends more than can be done must not take the time in which it would
 * be done, as it wouldn't from a machine of its own. First as much as it can carry, then twice and ten times that in a second, whether it is
 * answered or not; then beside a moderate load clients that hold on to connections, halves of frames and answers. One more client sends a request
 * every 20 ms throughout: what it notices is the price for everybody else.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Command } from 'commander';
import { Workloads } from '../src/cli/bench/workload.ts';
import { wholeNumber } from '../src/cli/client-options.ts';
import { count, latency } from '../src/base/quantity.ts';
import { table } from '../src/cli/table.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import { connect } from '../src/client/connect.ts';
import { halves, pin } from './bench-overload/cores.ts';
import type { Order, Outcome } from './bench-overload/generator.ts';
import type { Seen } from './bench-overload/honest-client.ts';
import { SlowClients } from './bench-overload/slow-clients.ts';
import { forgetPeakResident, peakResidentBytes } from './resident-memory.ts';
import { temporaryFlock } from './temporary-flock.ts';

const GENERATOR = path.join(import.meta.dirname, 'bench-overload/generator.ts');
const HONEST_CLIENT = path.join(import.meta.dirname, 'bench-overload/honest-client.ts');
const GENERATORS = 2;
/** The cluster is itself again when what the honest client waits for in a second is this much of before. */
const RECOVERED_AT = 2;
const RECOVERY_WITHIN_MS = 60_000;

const { seconds, rounds, keys, inFlight, sharedCores, json } = new Command('bench:overload')
  .description('What a cluster does when it is asked for too much')
  .option('--seconds <number>', 'that each load lasts', wholeNumber(1, 600), 5)
  .option('--rounds <number>', 'of the peak and of what is beyond it', wholeNumber(1, 100), 3)
  .option('--keys <number>', 'that are read and overwritten', wholeNumber(1, 10_000_000), 100_000)
  .option('--in-flight <number>', 'requests at any time at the peak', wholeNumber(1, 8192), 1024)
  .option('--shared-cores', 'peers and clients on the same cores')
  .option('--json', 'print JSON, for programs')
  .parse()
  .opts<{
    seconds: number;
    rounds: number;
    keys: number;
    inFlight: number;
    sharedCores?: true;
    json?: true;
  }>();

const terminal = processTerminal;

interface Row {
  readonly phase: string;
  readonly offered: number;
  readonly goodput: number;
  /** Done by the peers in a second, also where the client had given up by the time that it heard of it. */
  readonly doneByPeers: number;
  readonly p99Ms: number;
  readonly refused: number;
  readonly failed: Readonly<Record<string, number>>;
  readonly honestP99Ms: number;
  readonly honestFailed: number;
  /** The most of any peer at any time of the phase. */
  readonly residentBytes: number;
}

const rows: Row[] = [];
const { flock, remove } = await temporaryFlock(3, {});
const generators: ChildProcess[] = [];
const started: ChildProcess[] = [];

/** A process that sends requests over these, when it has connected. */
async function start(program: string, addresses: readonly string[]): Promise<ChildProcess> {
  const child = fork(program, [addresses.join(','), 'overload', String(keys)], {
    execArgv: ['--import', 'tsx'],
  });
  started.push(child);
  await once(child, 'message');
  return child;
}

/** What the honest client has seen since it was last asked. */
async function askHonest(honest: ChildProcess): Promise<Seen> {
  const answered = once(honest, 'message');
  honest.send('seen?');
  return ((await answered) as [Seen])[0];
}

/** Has all of them do it at once, and adds up what came of it. */
async function generate(order: Order): Promise<Outcome> {
  const shared: Order =
    order.kind === 'closed'
      ? { ...order, inFlight: Math.ceil(order.inFlight / GENERATORS) }
      : { ...order, perSecond: order.perSecond / GENERATORS };
  const outcomes = await Promise.all(
    generators.map(async (generator) => {
      const answered = once(generator, 'message');
      generator.send(shared);
      return ((await answered) as [Outcome])[0];
    }),
  );
  const failed: Record<string, number> = {};
  for (const outcome of outcomes)
    for (const [code, number] of Object.entries(outcome.failed)) failed[code] = (failed[code] ?? 0) + number;
  return {
    offered: outcomes.reduce((sum, { offered }) => sum + offered, 0),
    goodput: outcomes.reduce((sum, { goodput }) => sum + goodput, 0),
    p50Ms: Math.max(...outcomes.map(({ p50Ms }) => p50Ms)),
    p99Ms: Math.max(...outcomes.map(({ p99Ms }) => p99Ms)),
    failed,
  };
}

async function measure(phase: string, honest: ChildProcess, order: Order): Promise<void> {
  terminal.err(`${phase}\n`);
  await askHonest(honest);
  for (const peer of pids()) forgetPeakResident(peer);
  const doneBefore = await doneByPeers();
  const startMs = performance.now();
  const outcome = await generate(order);
  const tookSeconds = (performance.now() - startMs) / 1000;
  const { p99Ms, failed } = await askHonest(honest);
  rows.push({
    phase,
    offered: outcome.offered,
    goodput: outcome.goodput,
    doneByPeers: ((await doneByPeers()) - doneBefore) / tookSeconds,
    p99Ms: outcome.p99Ms,
    refused: outcome.failed['OVERLOADED'] ?? 0,
    failed: outcome.failed,
    honestP99Ms: p99Ms,
    honestFailed: failed,
    residentBytes: Math.max(...pids().map(peakResidentBytes)),
  });
}

function pids(): number[] {
  return flock.peers.map((peer) => flock.processOf(peer).pid!);
}

/** Requests that ended well, of all peers since they started. */
async function doneByPeers(): Promise<number> {
  const texts = await Promise.all(
    flock.peers.map(async (peer) => {
      const response = await fetch(`http://${flock.processOf(peer).ready!.adminAddress}/metrics`);
      return response.text();
    }),
  );
  return texts
    .flatMap((text) => [...text.matchAll(/^starling_requests_total\{.*outcome="ok"\} (\d+)$/gm)])
    .reduce((sum, [, done = '0']) => sum + Number(done), 0);
}

async function recoveryMs(honest: ChildProcess, quietMs: number): Promise<number> {
  const startMs = performance.now();
  for (;;) {
    await askHonest(honest);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const { p50Ms, failed } = await askHonest(honest);
    const tookMs = performance.now() - startMs;
    if (failed === 0 && p50Ms <= RECOVERED_AT * quietMs) return tookMs - 1000;
    if (tookMs > RECOVERY_WITHIN_MS) return Infinity;
  }
}

/** What was done in time where so many times the peak was asked for, as a share of the peak of the same round: machines are not equally fast all the time. */
const shares = new Map<number, number[]>();

async function overload(honest: ChildProcess, quietMs: number): Promise<void> {
  const before = rows.length;
  // More at a time is not always more in a second.
  for (const number of [Math.ceil(inFlight / 4), inFlight])
    await measure(`${number} at a time`, honest, { kind: 'closed', inFlight: number, seconds });
  const peak = Math.max(...rows.slice(before).map(({ goodput }) => goodput));
  for (const factor of [1, 2, 10]) {
    const phase = `${factor} x the most of those in a second`;
    await measure(phase, honest, { kind: 'open', perSecond: factor * peak, seconds });
    shares.set(factor, [...(shares.get(factor) ?? []), rows.at(-1)!.goodput / peak]);
    recoveries.push({ after: phase, ms: await recoveryMs(honest, quietMs) });
  }
}

const recoveries: { readonly after: string; readonly ms: number }[] = [];
try {
  const [first, ...rest] = flock.peers;
  await flock.restart(first!);
  await Promise.all(rest.map((peer) => flock.restart(peer)));
  await flock.untilActive();
  const [measured, measuring] = halves();
  if (sharedCores !== true) {
    for (const peer of pids()) pin(peer, measured);
    // What sends requests is started by this process, and stays where it is.
    pin(process.pid, measuring);
  }
  const addresses = flock.clientAddresses;
  const client = await connect({ addresses, timeoutMs: 30_000 });
  await new Workloads({ store: client, run: 'overload', valueBytes: 100, keys }).prepare();
  await client.put('large', 'x'.repeat(64 << 10));
  await client.close();
  for (let n = 0; n < GENERATORS; n++) generators.push(await start(GENERATOR, addresses));
  const honest = await start(HONEST_CLIENT, addresses);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const quiet = await askHonest(honest);
  for (let round = 1; round <= rounds; round++) await overload(honest, quiet.p50Ms);
  const slow = new SlowClients(addresses[0]!);
  await slow.beIdle(1000);
  await slow.beHalfOpen(1000, 1 << 20, 64 << 10);
  await slow.beDeaf(64, { get: { key: 'large' } }, 1000);
  for (const phase of ['as 2,064 slow clients come', 'beside them'])
    await measure(`64 at a time, ${phase}`, honest, { kind: 'closed', inFlight: 64, seconds });
  terminal.err(`${slow.connected} of the slow clients are still connected\n`);
  slow.end();
  recoveries.push({ after: 'slow clients', ms: await recoveryMs(honest, quiet.p50Ms) });
} finally {
  for (const child of started) child.kill('SIGKILL');
  await remove();
}
if (json) terminal.out(`${JSON.stringify({ rows, shares: [...shares], recoveries }, undefined, 2)}\n`);
else {
  const right = { align: 'right' as const };
  const columns = [
    { title: 'load' },
    { title: 'offered', ...right },
    { title: 'done in time', ...right },
    { title: 'by peers', ...right },
    { title: 'p99', ...right },
    { title: 'refused', ...right },
    { title: 'other failures', ...right },
    { title: 'honest p99', ...right },
    { title: 'failed', ...right },
    { title: 'resident', ...right },
  ];
  const text = rows.map((row) => [
    row.phase,
    count(row.offered),
    count(row.goodput),
    count(row.doneByPeers),
    latency(row.p99Ms),
    count(row.refused),
    count(Object.values(row.failed).reduce((sum, number) => sum + number, 0) - row.refused),
    latency(row.honestP99Ms),
    count(row.honestFailed),
    `${(row.residentBytes / 2 ** 20).toFixed(0)} MiB`,
  ]);
  terminal.out(table(columns, text));
  for (const [factor, ofPeak] of shares)
    terminal.out(
      `asked for ${factor} x the peak, ${ofPeak.map((share) => `${(100 * share).toFixed(0)} %`).join(', ')} of it is done in time\n`,
    );
  for (const { after, ms } of recoveries)
    terminal.out(`after ${after}: itself again within ${(Math.max(0, ms) / 1000).toFixed(1)} s\n`);
}
