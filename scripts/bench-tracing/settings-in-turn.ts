import { type Measurement, measureAll } from '../../src/cli/bench/measure.ts';
import { processTerminal } from '../../src/cli/terminal.ts';
import { connect } from '../../src/client/connect.ts';
import { temporaryFlock } from '../temporary-flock.ts';

/** Under which clusters are compared. */
export interface Setting {
  readonly name: string;
  /** Of the peers, by their paths. */
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Load {
  readonly runs: number;
  readonly seconds: number;
  readonly keys: number;
  readonly inFlight: number;
}

/** What was measured under a setting, over all runs. */
export interface MedianResult {
  readonly workload: string;
  readonly setting: string;
  readonly perSecond: number;
  readonly p99Ms: number;
  /** Processor time of all peers for one request, in us. */
  readonly peersCpuUs: number;
}

/**
 * Puts and gets on three peers, processes on this machine, under each setting in turn and all of that several times, so that a machine that is
 * slower for a while is so for all. Resolves with the medians, by workload, in the order of the settings.
 */
export async function measureInTurn(
  settings: readonly Setting[],
  load: Load,
): Promise<readonly MedianResult[]> {
  const found: { readonly setting: string; readonly measurement: Measurement }[] = [];
  for (let run = 1; run <= load.runs; run++) {
    for (const { name, options } of settings) {
      processTerminal.err(`run ${run} of ${load.runs}, ${name}\n`);
      for (const measurement of await measureOnce(options, load)) found.push({ setting: name, measurement });
    }
  }
  const workloads = new Set(found.map(({ measurement }) => measurement.name));
  return [...workloads].flatMap((workload) =>
    settings.map(({ name }) => {
      const own = found
        .filter(({ setting, measurement }) => setting === name && measurement.name === workload)
        .map(({ measurement }) => measurement);
      return {
        workload,
        setting: name,
        perSecond: median(own.map(({ perSecond }) => perSecond)),
        p99Ms: median(own.map(({ latencies }) => latencies.percentileMs(0.99))),
        peersCpuUs: median(own.map(({ peersCpuUs }) => peersCpuUs ?? NaN)),
      };
    }),
  );
}

async function measureOnce(
  options: Setting['options'],
  { seconds, keys, inFlight }: Load,
): Promise<readonly Measurement[]> {
  const { flock, remove } = await temporaryFlock(3, options);
  try {
    await flock.start();
    const client = await connect({ addresses: flock.clientAddresses });
    const pids = flock.peers.flatMap((peer) => flock.processOf(peer).pid ?? []);
    const setUp = { client, pids, seconds, inFlight: [inFlight], valueBytes: 100, keys };
    const measured = await measureAll({ ...setUp, onBegin: () => undefined });
    await client.close();
    return measured;
  } finally {
    await remove();
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
