import { type Aim, aim, ratio, timesText } from './aim.ts';
import { randomNumber } from './data-set.ts';
import type { ContenderName } from './line-up.ts';
import type { Found, Measurement, Site } from './measurement.ts';
import { type Written, lasting, write } from './writers.ts';

const WARM_UP_MS = 500;
const MEASURED_MS = 2500;

const AT_LEAST: readonly { readonly than: ContenderName; readonly times: number }[] = [
  { than: 'lmdb', times: 3 },
  { than: 'classic-level-each', times: 3 },
  { than: 'classic-level', times: 3 },
  { than: 'rocksdb-each', times: 1.5 },
  { than: 'rocksdb', times: 1.5 },
  { than: 'bare-append', times: 0.7 },
];

/** Random keys into a store that begins empty, by so many writers. */
export const DURABLE_PUTS: readonly Measurement[] = [64, 1024].map((inFlight) => {
  const id = `puts${inFlight}`;
  return {
    name: 'puts',
    title: `durable puts, ${inFlight} in flight`,
    startsWith: 'nothing',
    isOfPuts: true,
    figures: [
      { id, title: 'puts', unit: 'per second' },
      { id: `${id}Cpu`, title: 'CPU of all threads, a put', unit: 'us' },
    ],
    steps: [{ measure: (site) => measure(site, id, inFlight) }],
    aims: (findings, keys) => {
      const ours = findings.median(id, { contender: 'starling', keys });
      return AT_LEAST.map(({ than, times }): Aim => {
        const theirs = findings.median(id, { contender: than, keys });
        const text = `durable puts, ${inFlight} in flight: at least ${times}x ${than}`;
        return aim({ text, value: ratio(ours, theirs), atLeast: times, format: timesText });
      });
    },
  };
});

async function measure(
  { contender, folder, keys, scale }: Site,
  id: string,
  inFlight: number,
): Promise<Found> {
  const store = await contender.open(folder);
  const putFor = (durationMs: number): Promise<Written> =>
    write({ store, inFlight, next: lasting(durationMs * scale, () => randomNumber(keys)) });
  await putFor(WARM_UP_MS);
  const cpuBefore = process.cpuUsage();
  const { puts, perSecond } = await putFor(MEASURED_MS);
  const { user, system } = process.cpuUsage(cpuBefore);
  await store.close();
  return { [id]: perSecond, [`${id}Cpu`]: (user + system) / puts };
}
