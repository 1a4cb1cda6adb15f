/**
 * Whether a cluster takes more and more of its machine: `npm run soak -- --hours 8`. Three processes work for clients that put, overwrite, delete, read
 * and let expire; every so often what each takes is measured: resident memory, open files, disk, and how often its event loop was late. In
 * the end a straight line through what was measured after the first third must not rise. Exits with 1 where one does.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { StarlingError } from '../src/base/errors.ts';
import { count } from '../src/base/quantity.ts';
import { wholeNumber } from '../src/cli/client-options.ts';
import { table } from '../src/cli/table.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import { type StarlingClient } from '../src/client/client.ts';
import { connect } from '../src/client/connect.ts';
import { type Observation, Observer } from './soak/observe.ts';
import { type Sample, isGrowing, slopeOf } from './soak/slope.ts';
import { temporaryFlock } from './temporary-flock.ts';

const HOUR_MS = 3_600_000;
/** Most samples of each: an hour is looked at as often as a day. */
const SAMPLES = 240;
const LEAST_INTERVAL_MS = 5000;

/** How much each may grow, as a share of what it is on average: chance and slow caches, and no leak. */
const ALLOWED: Readonly<Record<keyof Observation, number>> = {
  residentBytes: 0.1,
  descriptors: 0.1,
  diskBytes: 0.25,
  lags: 1,
};
const NAMES: Readonly<Record<keyof Observation, string>> = {
  residentBytes: 'resident MiB',
  descriptors: 'open files',
  diskBytes: 'MiB on disk',
  lags: 'late event loops',
};

const { hours, keys, inFlight, perSecond, json } = new Command('soak')
  .description('Whether a cluster takes more and more of its machine')
  .option('--hours <number>', 'that it lasts, such as 8 or 0.1', hoursFrom, 8)
  .option('--keys <number>', 'that are written again and again', wholeNumber(1, 10_000_000), 100_000)
  .option('--in-flight <number>', 'requests at any time', wholeNumber(1, 1024), 16)
  .option(
    '--per-second <number>',
    'requests that are sent in a second at most; default: as many as are answered',
    wholeNumber(1, 1_000_000),
  )
  .option('--json', 'print JSON, for programs')
  .parse()
  .opts<{ hours: number; keys: number; inFlight: number; perSecond?: number; json?: true }>();

function hoursFrom(text: string): number {
  const number = Number(text);
  if (!(number >= 0.02 && number <= 1000)) throw new InvalidArgumentError('hours are 0.02..1000');
  return number;
}

const terminal = processTerminal;

/** One request of the load, each kind in its turn; what is refused or fails is counted, for a soak goes on. */
async function request(client: StarlingClient, n: number): Promise<void> {
  const key = `soak:${(Math.imul(n, 0x9e3779b1) >>> 0) % keys}`;
  const value = `${key}:${n}`.padEnd(100, '.');
  if (n % 10 < 4) await client.put(key, value);
  else if (n % 10 < 8) await client.get(key);
  else if (n % 10 === 8) await client.delete(key);
  else await client.put(`${key}:mortal`, value, { ttlMs: 60_000 });
}

const { flock, remove } = await temporaryFlock(3, {});

const series = new Map<string, { readonly [quantity in keyof Observation]: Sample[] }>();
let sent = 0;
let failed = 0;
try {
  await flock.start();
  const client = await connect({ addresses: flock.clientAddresses });
  const observers = new Map(
    flock.peers.map((peer) => {
      const { pid, ready } = flock.processOf(peer);
      const { dataDirectory } = peer.configuration;
      return [peer.name, new Observer(pid!, dataDirectory, ready!.adminAddress!)];
    }),
  );
  for (const name of observers.keys())
    series.set(name, { residentBytes: [], descriptors: [], diskBytes: [], lags: [] });
  const startMs = performance.now();
  const endMs = startMs + hours * HOUR_MS;
  const intervalMs = Math.max(LEAST_INTERVAL_MS, (hours * HOUR_MS) / SAMPLES);
  let nextMs = startMs;
  /** What could not be sent in time is not made up for. */
  const turn = async () => {
    if (perSecond === undefined) return;
    nextMs = Math.max(nextMs, performance.now()) + 1000 / perSecond;
    await sleep(Math.max(0, nextMs - performance.now()));
  };
  const worker = async () => {
    while (performance.now() < endMs) {
      await turn();
      try {
        await request(client, sent++);
      } catch (error) {
        if (!(error instanceof StarlingError)) throw error;
        failed++;
      }
    }
  };
  const workers = Array.from({ length: inFlight }, worker);
  while (performance.now() < endMs) {
    await sleep(intervalMs);
    const atMs = performance.now() - startMs;
    for (const [name, observer] of observers) {
      const observation = await observer.observe();
      for (const quantity of Object.keys(ALLOWED) as (keyof Observation)[])
        series.get(name)![quantity].push({ atMs, value: observation[quantity] });
    }
    const minutes = (atMs / 60_000).toFixed(1);
    terminal.err(
      `${minutes} of ${(hours * 60).toFixed(1)} minutes, ${count(sent)} requests, ${count(failed)} failed\n`,
    );
  }
  await Promise.all(workers);
  await client.close();
} finally {
  await remove();
}

const rows = [...series].flatMap(([peer, quantities]) =>
  (Object.keys(ALLOWED) as (keyof Observation)[]).map((quantity) => {
    const slope = slopeOf(quantities[quantity]);
    return { peer, quantity, ...slope, growing: isGrowing(slope, ALLOWED[quantity]) };
  }),
);
if (json) terminal.out(`${JSON.stringify({ hours, sent, failed, rows }, undefined, 2)}\n`);
else {
  const right = { align: 'right' as const };
  const inUnit = (quantity: keyof Observation, value: number) =>
    (quantity.endsWith('Bytes') ? value / 2 ** 20 : value).toFixed(1);
  terminal.out(
    table(
      [
        { title: 'peer' },
        { title: 'what' },
        { title: 'mean', ...right },
        { title: 'growth', ...right },
        { title: '' },
      ],
      rows.map(({ peer, quantity, mean, growth, growing }) => [
        peer,
        NAMES[quantity],
        inUnit(quantity, mean),
        inUnit(quantity, growth),
        growing ? 'GROWS' : 'rests',
      ]),
    ),
  );
}
if (rows.some(({ growing }) => growing)) process.exitCode = 1;
