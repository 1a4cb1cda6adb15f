/**
 * What it costs to trace requests: `npm run bench:tracing`, and `-- --help` for its flags. Clusters that don't trace, that trace what clients
 * have begun (which is nothing here), and that begin traces for some and for all of the requests. What they send is taken by a collector on this
 * machine that throws it away, and costs processor time itself.
 */
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import { Command } from 'commander';
import { count, latency, percent } from '../src/base/quantity.ts';
import { wholeNumber } from '../src/cli/client-options.ts';
import { table } from '../src/cli/table.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import { measureInTurn } from './bench-tracing/settings-in-turn.ts';

/** In a thread of its own: the client is busy in this one. */
const COLLECTOR = `
  const { createServer } = require('node:http');
  const { parentPort } = require('node:worker_threads');
  let bytes = 0;
  const server = createServer((request, response) => {
    request.on('data', (chunk) => (bytes += chunk.length));
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
  parentPort.on('message', () => parentPort.postMessage(bytes));
`;

const { json, inFlight, ...load } = new Command('bench:tracing')
  .description('Puts and gets with and without traces')
  .option('--runs <number>', 'of each', wholeNumber(1, 100), 3)
  .option('--seconds <number>', 'that each measurement takes', wholeNumber(1, 3600), 4)
  .option('--in-flight <number>', 'requests under way', wholeNumber(1, 4096), 64)
  .option(
    '--keys <number>',
    'that are there, and are read and overwritten',
    wholeNumber(1, 10_000_000),
    20_000,
  )
  .option('--json', 'print JSON, for programs')
  .parse()
  .opts<{ runs: number; seconds: number; inFlight: number; keys: number; json?: true }>();

const collector = new Worker(COLLECTOR, { eval: true });
const [port] = (await once(collector, 'message')) as [number];
const on = { 'otel.enabled': true, 'otel.endpoint': `http://127.0.0.1:${port}` };
const settings = [
  { name: 'off', options: {} },
  { name: 'on, ratio 0', options: { ...on, 'otel.ratio': 0 } },
  { name: 'on, ratio 0.01', options: { ...on, 'otel.ratio': 0.01 } },
  { name: 'on, ratio 1', options: { ...on, 'otel.ratio': 1 } },
];
const results = await measureInTurn(settings, { ...load, inFlight });
collector.postMessage('how much?');
const [bytes] = (await once(collector, 'message')) as [number];
await collector.terminate();
if (bytes === 0) throw new Error('the collector was sent nothing: nothing was traced');

const rows = results.map(({ workload, setting: traces, ...measured }) => {
  const off = results.find((one) => one.workload === workload)!;
  return { workload, traces, ...measured, cpuCost: measured.peersCpuUs / off.peersCpuUs - 1 };
});
if (json) processTerminal.out(`${JSON.stringify({ rows, bytes }, undefined, 2)}\n`);
else {
  const columns = [
    { title: `workload, ${inFlight} in flight` },
    { title: 'traces' },
    ...['per second', 'p99', "peers' cpu", 'more'].map((title) => ({ title, align: 'right' as const })),
  ];
  const text = rows.map(({ workload, traces, perSecond, p99Ms, peersCpuUs, cpuCost }) => [
    workload,
    traces,
    count(perSecond),
    latency(p99Ms),
    `${count(peersCpuUs)} us`,
    percent(cpuCost),
  ]);
  processTerminal.out(`${table(columns, text)}\nThe collector was sent ${count(bytes / 1e6)} MB.\n`);
}
