import os from 'node:os';
import type { StarlingClient } from '../../client/client.ts';
import { count, latency } from '../../base/quantity.ts';
import { type Column, table } from '../table.ts';
import type { Measurement } from './measure.ts';

/** In words, under what circumstances the figures are taken. */
export async function settingOf(
  client: StarlingClient,
  flags: { readonly valueBytes: number; readonly keys: number; readonly seconds: number },
): Promise<string> {
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

const COLUMNS: readonly Column[] = [
  { title: 'what' },
  ...['in flight', 'per second', 'p50', 'p99', 'p99.9', 'slowest', 'client cpu', 'peers cpu', 'failed'].map(
    (title): Column => ({ title, align: 'right' }),
  ),
];

export function reportForPeople(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => {
    const { latencies, errors, peersCpuUs } = measurement;
    return [
      measurement.name,
      String(measurement.inFlight),
      count(measurement.perSecond),
      latency(latencies.percentileMs(0.5)),
      latency(latencies.percentileMs(0.99)),
      latency(latencies.percentileMs(0.999)),
      latency(latencies.maxMs),
      `${count(measurement.clientCpuUs)} us`,
      peersCpuUs === undefined ? '-' : `${count(peersCpuUs)} us`,
      [...errors].map(([code, times]) => `${count(times)} ${code}`).join(', ') || '0',
    ];
  });
  return table(COLUMNS, rows);
}

export function reportForPrograms(setting: string, measurements: readonly Measurement[]): unknown {
  return {
    setting,
    measurements: measurements.map(({ latencies, errors, sent: _sent, ...measurement }) => ({
      ...measurement,
      p50Ms: latencies.percentileMs(0.5),
      p99Ms: latencies.percentileMs(0.99),
      p999Ms: latencies.percentileMs(0.999),
      maxMs: latencies.maxMs,
      errors: Object.fromEntries(errors),
    })),
  };
}
