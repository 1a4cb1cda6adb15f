import { count } from '../../src/base/quantity.ts';
import { aim, ratio, timesText } from './aim.ts';
import type { Store } from './contender.ts';
import { keyOfNumber, randomNumber, userBytes } from './data-set.ts';
import type { Found, Measurement, Site } from './measurement.ts';
import { OpenLoop, type Served } from './open-loop.ts';
import { processIo } from './process-io.ts';
import { untilQuiet } from './quiet.ts';
import { times, write } from './writers.ts';

const GETS_PER_SECOND = 20_000;
const OVERWRITES_PER_SECOND = 40_000;
const WARM_UP_MS = 500;
const IDLE_MS = 3000;
const OVERWRITING_MS = 3000;
const COMPACTING_MS = 6000;
/**
 * Overwrites, per key, before compaction is to run: at 0.69, ln 2, half of what was written first is garbage, and ours begins to
 * compact all of that at once. The others have no such point, and compact as they go.
 */
const OVERWRITES_A_KEY = 0.66;
const IN_FLIGHT = 1024;

/**
 * Latencies as a server's clients see them, each from when the get was due. Three times: gets alone; beside overwrites, of a store
 * without garbage, where ours has nothing to compact yet; and beside overwrites of one that has, so that it compacts.
 */
export const GETS_WHILE_COMPACTING: Measurement = {
  name: 'compacting',
  title: `${count(GETS_PER_SECOND)} gets/s, as clients see them, while ${count(OVERWRITES_PER_SECOND)} overwrites/s make compaction run`,
  startsWith: 'every key',
  runsMost: 3,
  figures: [
    { id: 'idleP50', title: 'p50, gets alone', unit: 'us' },
    { id: 'idleP99', title: 'p99, gets alone', unit: 'us' },
    { id: 'writingP99', title: 'p99, beside overwrites', unit: 'us' },
    { id: 'compactingP50', title: 'p50, compacting', unit: 'us' },
    { id: 'compactingP99', title: 'p99, compacting', unit: 'us' },
    { id: 'compactingP999', title: 'p99.9, compacting', unit: 'us' },
    { id: 'overwrites', title: 'overwrites, compacting', unit: 'per second' },
    { id: 'compactingWrites', title: 'bytes written per byte put', unit: 'times' },
    { id: 'compactions', title: 'segments compacted', unit: 'number' },
  ],
  steps: [{ measure }],
  aims: (findings, keys) => {
    const ours = (id: string): number | undefined => findings.median(id, { contender: 'starling', keys });
    const baselines = [
      // What compaction costs: the overwrites alone, without it, are the same.
      { text: 'gets while compacting: p99 at most 2x that beside the same overwrites', id: 'writingP99' },
      // What compaction and the overwrites cost together.
      { text: 'gets while compacting: p99 at most 2x that of gets alone', id: 'idleP99' },
    ];
    return baselines.map(({ text, id }) => {
      // Without a compaction the figure would say nothing of it.
      if (ours('compactions') === 0) return { text, found: 'nothing was compacted', verdict: 'not measured' };
      return aim({ text, value: ratio(ours('compactingP99'), ours(id)), atMost: 2, format: timesText });
    });
  },
};

async function measure(site: Site): Promise<Found> {
  const { contender, folder, keys, scale } = site;
  const store = await contender.open(folder);
  const serve = (durationMs: number, overwritesPerSecond: number): Promise<Served> =>
    OpenLoop.run({
      store,
      keys,
      durationMs: durationMs * scale,
      getsPerSecond: GETS_PER_SECOND,
      overwritesPerSecond,
    });
  await serve(WARM_UP_MS, 0);
  const idle = await serve(IDLE_MS, 0);
  await serve(WARM_UP_MS, OVERWRITES_PER_SECOND);
  const writing = await serve(OVERWRITING_MS, OVERWRITES_PER_SECOND);
  await age(store, keys, (OVERWRITES_PER_SECOND * (WARM_UP_MS + OVERWRITING_MS) * scale) / 1000);
  await untilQuiet(site);

  const bytesBefore = processIo().writtenBytes;
  const compactionsBefore = store.insight?.().compactions ?? 0;
  const compacting = await serve(COMPACTING_MS, OVERWRITES_PER_SECOND);
  const writtenBytes = processIo().writtenBytes - bytesBefore;
  const putBytes =
    compacting.overwritesPerSecond * ((COMPACTING_MS * scale) / 1000) * userBytes(keyOfNumber(keys >> 1));
  const compactions = store.insight && { compactions: store.insight().compactions - compactionsBefore };
  await store.close();
  return {
    idleP50: idle.latencies.percentile(0.5),
    idleP99: idle.latencies.percentile(0.99),
    writingP99: writing.latencies.percentile(0.99),
    compactingP50: compacting.latencies.percentile(0.5),
    compactingP99: compacting.latencies.percentile(0.99),
    compactingP999: compacting.latencies.percentile(0.999),
    overwrites: compacting.overwritesPerSecond,
    compactingWrites: writtenBytes / putBytes,
    ...compactions,
  };
}

/** Overwrites at full speed, after so many already, until compaction is about to begin. */
async function age(store: Store, keys: number, overwritten: number): Promise<void> {
  const next = times(keys * OVERWRITES_A_KEY - overwritten, () => randomNumber(keys));
  await write({ store, inFlight: IN_FLIGHT, next, round: 1 });
}
