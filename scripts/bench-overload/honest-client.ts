/**
 * A process that asks a cluster for little, one request every so often, and tells how long it waits for that. On its own, so that it isn't held up by what else
 * a measurement has to do.
 */
import { Latencies } from '../../src/cli/bench/latencies.ts';
import { Workloads } from '../../src/cli/bench/workload.ts';
import { StarlingError } from '../../src/base/errors.ts';
import { connect } from '../../src/client/connect.ts';

/** What it has seen since it was last asked. */
export interface Seen {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failed: number;
}

const EVERY_MS = 20;
const DEADLINE_MS = 5000;

const [addresses = '', run = '', keys = '0'] = process.argv.slice(2);
const store = await connect({ addresses: addresses.split(','), timeoutMs: DEADLINE_MS, retries: 0 });
const workloads = new Workloads({ store, run, valueBytes: 100, keys: Number(keys) });
const gets = workloads.list().find(({ name }) => name === 'quorum gets')!;
let latencies = new Latencies();
let failed = 0;
let sent = 0;

async function ask(): Promise<void> {
  const startMs = performance.now();
  try {
    await gets.request(sent++);
    latencies.add(performance.now() - startMs);
  } catch (error) {
    if (!(error instanceof StarlingError)) throw error;
    failed++;
  }
}

setInterval(() => void ask(), EVERY_MS);
process.on('message', () => {
  const seen: Seen = { p50Ms: latencies.percentileMs(0.5), p99Ms: latencies.percentileMs(0.99), failed };
  latencies = new Latencies();
  failed = 0;
  process.send?.(seen);
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
