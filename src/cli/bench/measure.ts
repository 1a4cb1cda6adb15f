import type { StarlingClient } from '../../client/client.ts';
import { cpuTimeMs } from './cpu-time.ts';
import { type LoadResult, applyLoad } from './load.ts';
import { Workloads } from './workload.ts';

export interface MeasureOptions {
  readonly client: StarlingClient;
  /** Processes of the peers, where they are on this machine. */
  readonly pids: readonly number[];
  readonly seconds: number;
  readonly inFlight: readonly number[];
  readonly valueBytes: number;
  readonly keys: number;
  /** Told what begins now. */
  readonly onBegin: (what: string) => void;
}

/** One row of the benchmark. */
export interface Measurement extends LoadResult {
  readonly name: string;
  readonly inFlight: number;
  /** Processor time for one request, in microseconds; undefined where it can't be known. */
  readonly clientCpuUs: number;
  readonly peersCpuUs: number | undefined;
}

const WARM_UP_MS = 1000;

/** Every workload at every level of load, one after the other. */
export async function measureAll(options: MeasureOptions): Promise<Measurement[]> {
  const { client, valueBytes, keys } = options;
  const run = Date.now().toString(36);
  const workloads = new Workloads({ store: client, run, valueBytes, keys });
  options.onBegin(`writing ${keys} keys to read`);
  await workloads.prepare();
  const measurements: Measurement[] = [];
  for (const inFlight of options.inFlight) {
    for (const workload of workloads.list()) {
      options.onBegin(`${workload.name}, ${inFlight} in flight`);
      const clientCpu = process.cpuUsage();
      const peersCpuMs = peersTimeMs(options.pids);
      const load = await applyLoad({
        inFlight,
        warmUpMs: WARM_UP_MS,
        measuredMs: options.seconds * 1000,
        request: (n) => workload.request(n),
      });
      const { user, system } = process.cpuUsage(clientCpu);
      const usedMs = difference(peersTimeMs(options.pids), peersCpuMs);
      measurements.push({
        ...load,
        name: workload.name,
        inFlight,
        clientCpuUs: (user + system) / load.sent,
        peersCpuUs: usedMs === undefined ? undefined : (usedMs * 1000) / load.sent,
      });
    }
  }
  return measurements;
}

function peersTimeMs(pids: readonly number[]): number | undefined {
  return pids.length === 0 ? undefined : cpuTimeMs(pids);
}

function difference(after: number | undefined, before: number | undefined): number | undefined {
  return after === undefined || before === undefined ? undefined : after - before;
}
