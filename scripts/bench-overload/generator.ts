/** A process that sends requests to a cluster, as `bench-overload.ts` tells it: half of them puts, half of them gets. */
import { applyLoad } from '../../src/cli/bench/load.ts';
import { Latencies } from '../../src/cli/bench/latencies.ts';
import { type Workload, Workloads } from '../../src/cli/bench/workload.ts';
import { StarlingError } from '../../src/base/errors.ts';
import { connect } from '../../src/client/connect.ts';

/** What it is told to do next. */
export type Order =
  /** As many at a time as this: each that is answered makes room for the next. */
  | { readonly kind: 'closed'; readonly inFlight: number; readonly seconds: number }
  /** As many in a second as this, answered or not. */
  | { readonly kind: 'open'; readonly perSecond: number; readonly seconds: number };

/** What came of it. */
export interface Outcome {
  /** Requests that were sent in a second. */
  readonly offered: number;
  /** Those that were done before their deadline. */
  readonly goodput: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The rest, in a second, by the code of their error. */
  readonly failed: Readonly<Record<string, number>>;
}

const TICK_MS = 10;
/** What is due after a tick that came late, at most: more at once would keep this process from hearing what is answered. The rest is never sent, and not counted as offered. */
const MOST_DUE_MS = 50;
const DEADLINE_MS = 1000;
/** Requests that this process holds at most, answered or not: what is beyond is not sent. */
const MOST_UNDER_WAY = 50_000;

const [addresses = '', run = '', keys = '0'] = process.argv.slice(2);
// Without retries: what is refused is counted as that.
const store = await connect({ addresses: addresses.split(','), timeoutMs: DEADLINE_MS, retries: 0 });
const workloads = new Workloads({ store, run, valueBytes: 100, keys: Number(keys) });
const [puts, gets] = ['puts over old keys', 'quorum gets'].map((wanted) =>
  workloads.list().find(({ name }) => name === wanted)!,
) as [Workload, Workload];

const request = (n: number): Promise<void> => (n % 2 === 0 ? puts : gets).request(n >>> 1);

async function inClosedLoop(inFlight: number, seconds: number): Promise<Outcome> {
  const result = await applyLoad({ inFlight, warmUpMs: 1000, measuredMs: seconds * 1000, request });
  return {
    offered: result.perSecond,
    goodput: result.perSecond,
    p50Ms: result.latencies.percentileMs(0.5),
    p99Ms: result.latencies.percentileMs(0.99),
    failed: perSecond(result.errors, seconds),
  };
}

async function inOpenLoop(rate: number, seconds: number): Promise<Outcome> {
  const latencies = new Latencies();
  const errors = new Map<string, number>();
  const underWay = new Set<Promise<void>>();
  const startMs = performance.now();
  let sent = 0;
  let due = 0;
  let dueMs = startMs;
  for (let nowMs = startMs; nowMs < startMs + seconds * 1000; nowMs = performance.now()) {
    due += (Math.min(nowMs - dueMs, MOST_DUE_MS) / 1000) * rate;
    dueMs = nowMs;
    for (; due >= 1 && underWay.size < MOST_UNDER_WAY; due--, sent++) {
      const done: Promise<void> = measured(request(sent), latencies, errors).finally(() =>
        underWay.delete(done),
      );
      underWay.add(done);
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  await Promise.all(underWay);
  return {
    offered: sent / seconds,
    goodput: latencies.count / seconds,
    p50Ms: latencies.percentileMs(0.5),
    p99Ms: latencies.percentileMs(0.99),
    failed: perSecond(errors, seconds),
  };
}

async function measured(
  sent: Promise<void>,
  latencies: Latencies,
  errors: Map<string, number>,
): Promise<void> {
  const startMs = performance.now();
  try {
    await sent;
    latencies.add(performance.now() - startMs);
  } catch (error) {
    if (!(error instanceof StarlingError)) throw error;
    errors.set(error.code, (errors.get(error.code) ?? 0) + 1);
  }
}

function perSecond(counts: ReadonlyMap<string, number>, seconds: number): Record<string, number> {
  return Object.fromEntries([...counts].map(([code, count]) => [code, count / seconds]));
}

process.on('message', (order: Order) => {
  const { seconds } = order;
  const outcome =
    order.kind === 'closed' ? inClosedLoop(order.inFlight, seconds) : inOpenLoop(order.perSecond, seconds);
  void outcome.then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
