/**
 * What clients notice while peers come and go: `npm run bench:elastic`, and `-- --help` for its flags. Three processes on this machine with
 * a million keys; a fourth joins, one dies and comes back to the hints that wait for it, and the fourth leaves. Clients read and overwrite all
 * the time. Prints how long each took and the latencies meanwhile, beside those of the quiet cluster.
 */
import { Command } from 'commander';
import { applyLoad } from '../src/cli/bench/load.ts';
import { type Workload, Workloads } from '../src/cli/bench/workload.ts';
import { wholeNumber } from '../src/cli/client-options.ts';
import { count, latency } from '../src/base/quantity.ts';
import { table } from '../src/cli/table.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import { connect } from '../src/client/connect.ts';
import { temporaryFlock } from './temporary-flock.ts';

const SECRET = 'of this benchmark alone';
/** The phases that end by themselves are looked at this often. */
const WINDOW_MS = 1000;
const LONGEST_MS = 600_000;

const { keys, seconds, inFlight, missed, json } = new Command('bench:elastic')
  .description('Latencies while peers join, come back and leave')
  .option('--keys <number>', 'that are there', wholeNumber(1, 10_000_000), 1_000_000)
  .option('--seconds <number>', 'that the quiet cluster is measured', wholeNumber(1, 600), 10)
  .option('--in-flight <number>', 'requests of each kind at any time', wholeNumber(1, 1024), 8)
  .option('--missed <number>', 'keys that change while a peer is down', wholeNumber(1, 1_000_000), 100_000)
  .option('--json', 'print JSON, for programs')
  .parse()
  .opts<{ keys: number; seconds: number; inFlight: number; missed: number; json?: true }>();

const terminal = processTerminal;

/** One phase, as the clients of one workload saw it. */
interface Row {
  readonly phase: string;
  readonly workload: string;
  readonly tookMs: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  /** Of each second of the phase: the median and the worst. */
  readonly p99Ms: number;
  readonly worstP99Ms: number;
  readonly failed: number;
}

const rows: Row[] = [];

/** Lets clients work until it is over; gives a row for each workload. */
async function measure(phase: string, workloads: readonly Workload[], isOver: () => Promise<boolean>) {
  terminal.err(`${phase}\n`);
  const startMs = performance.now();
  const windows = workloads.map(() => [] as Awaited<ReturnType<typeof applyLoad>>[]);
  do {
    const results = await Promise.all(
      workloads.map((workload) =>
        applyLoad({ inFlight, warmUpMs: 0, measuredMs: WINDOW_MS, request: (n) => workload.request(n) }),
      ),
    );
    results.forEach((result, index) => windows[index]!.push(result));
    if (performance.now() - startMs > LONGEST_MS)
      throw new Error(`${phase}: not over after ${LONGEST_MS} ms`);
  } while (!(await isOver()));
  const tookMs = performance.now() - startMs;
  workloads.forEach(({ name }, index) => {
    const results = windows[index]!;
    const p99s = results.map(({ latencies }) => latencies.percentileMs(0.99)).sort((a, b) => a - b);
    const p50s = results.map(({ latencies }) => latencies.percentileMs(0.5)).sort((a, b) => a - b);
    rows.push({
      phase,
      workload: name,
      tookMs,
      perSecond: results.reduce((sum, { perSecond }) => sum + perSecond, 0) / results.length,
      p50Ms: middle(p50s),
      p99Ms: middle(p99s),
      worstP99Ms: p99s.at(-1)!,
      failed: results.reduce((sum, { errors }) => sum + [...errors.values()].reduce((a, b) => a + b, 0), 0),
    });
  });
}

function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function after(ms: number): () => Promise<boolean> {
  const endMs = performance.now() + ms;
  return () => Promise.resolve(performance.now() >= endMs);
}

const { flock, remove } = await temporaryFlock(4, { 'cluster.secret': SECRET });
try {
  const [first, second, third, fourth] = flock.peers;
  await flock.restart(first!);
  await Promise.all([flock.restart(second!), flock.restart(third!)]);
  await flock.untilActive();
  const client = await connect({ addresses: flock.clientAddresses.slice(0, 3), timeoutMs: 30_000 });
  const all = new Workloads({ store: client, run: 'elastic', valueBytes: 100, keys });
  terminal.err(`writing ${count(keys)} keys\n`);
  await all.prepare();
  const workloads = all.list().filter(({ name }) => name === 'quorum gets' || name === 'puts over old keys');
  const members = async () => (await client.topology()).members;
  const idOf = (peer: typeof first) => flock.processOf(peer!).ready!.peer;
  const isMember = (peer: typeof first, intent: string) => async () =>
    (await members()).some((member) => member.peer === idOf(peer) && member.intent === intent);

  await measure('quiet', workloads, after(seconds * 1000));
  await flock.restart(fourth!);
  await measure('a fourth peer joins', workloads, isMember(fourth, 'active'));
  await measure('quiet with four', workloads, after(seconds * 1000));

  await flock.kill(second!);
  const overwrite = workloads.find(({ name }) => name === 'puts over old keys')!;
  terminal.err(`${count(missed)} writes while a peer is down\n`);
  let next = 0;
  const writer = async () => {
    while (next < missed) await overwrite.request(next++).catch(() => undefined);
  };
  await Promise.all(Array.from({ length: 64 }, writer));
  await measure('a peer is down', workloads, after(seconds * 1000));
  await flock.restart(second!);
  await measure('it is back, and its hints return', workloads, after(3 * seconds * 1000));

  await client.leave(idOf(fourth), { secret: SECRET });
  await measure('the fourth peer leaves', workloads, isMember(fourth, 'left'));
  await client.close();
} finally {
  await remove();
}
if (json) terminal.out(`${JSON.stringify(rows, undefined, 2)}\n`);
else {
  const right = { align: 'right' as const };
  const columns = [
    { title: 'phase' },
    { title: 'workload' },
    { title: 'took', ...right },
    { title: 'per second', ...right },
    { title: 'p50', ...right },
    { title: 'p99', ...right },
    { title: 'worst second', ...right },
    { title: 'failed', ...right },
  ];
  const text = rows.map((row) => [
    row.phase,
    row.workload,
    `${(row.tookMs / 1000).toFixed(0)} s`,
    count(row.perSecond),
    latency(row.p50Ms),
    latency(row.p99Ms),
    latency(row.worstP99Ms),
    count(row.failed),
  ]);
  terminal.out(table(columns, text));
}
