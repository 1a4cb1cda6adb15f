import { count } from '../../src/base/quantity.ts';
import { type Aim, aim, ratio, timesText } from './aim.ts';
import type { Store } from './contender.ts';
import { absentKey, keyOfNumber, looksRight, randomNumber } from './data-set.ts';
import type { Findings } from './findings.ts';
import { RIVALS } from './line-up.ts';
import type { Found, Measurement, Site } from './measurement.ts';
import { processIo } from './process-io.ts';
import { Sample } from './sample.ts';

const WARM_UP = 50_000;
const MEASURED = 300_000;

/** Random keys, one get after the other, of files that were just written: they are in the page cache. */
export const GETS: Measurement = {
  name: 'gets',
  title: 'gets from the page cache',
  startsWith: 'every key',
  isForLarge: true,
  runsMost: 3,
  figures: [
    { id: 'gets', title: 'gets', unit: 'per second' },
    { id: 'getP50', title: 'get, p50', unit: 'us' },
    { id: 'getP99', title: 'get, p99', unit: 'us' },
    { id: 'misses', title: 'gets of absent keys', unit: 'per second' },
    { id: 'missReads', title: 'reads of the disk for each', unit: 'number' },
  ],
  steps: [{ measure }],
  aims: (findings, keys) => [
    fasterThanTheBest(findings, keys),
    aim({
      text: 'gets of absent keys: the disk is not touched',
      value: findings.median('missReads', { contender: 'starling', keys }),
      atMost: 0.001,
      format: (value) => `${value.toFixed(4)} reads each`,
    }),
  ],
};

async function measure({ contender, folder, keys, scale }: Site): Promise<Found> {
  const store = await contender.open(folder);
  const present = (): string => keyOfNumber(randomNumber(keys));
  const absent = (): string => absentKey(randomNumber(keys));
  const gets = Math.round(MEASURED * scale);
  getMany(store, present, Math.round(WARM_UP * scale));
  const hits = getMany(store, present, gets);
  if (hits.found < gets) throw new Error(`${gets - hits.found} of ${gets} keys were not found`);
  const latencies = latenciesOf(store, present, gets);

  getMany(store, absent, Math.round(WARM_UP * scale));
  const readCallsBefore = processIo().readCalls;
  const lookCalls = processIo().readCalls - readCallsBefore;
  const misses = getMany(store, absent, gets);
  const readCalls = processIo().readCalls - readCallsBefore - 2 * lookCalls;
  await store.close();
  return {
    gets: hits.perSecond,
    getP50: latencies.percentile(0.5),
    getP99: latencies.percentile(0.99),
    misses: misses.perSecond,
    missReads: readCalls / gets,
  };
}

function getMany(store: Store, key: () => string, gets: number): { perSecond: number; found: number } {
  let found = 0;
  const startedMs = performance.now();
  for (let i = 0; i < gets; i++) if (looksRight(store.get(key()))) found++;
  return { perSecond: gets / ((performance.now() - startedMs) / 1000), found };
}

/** In microseconds; apart from the rates, which the clock would slow down. */
function latenciesOf(store: Store, key: () => string, gets: number): Sample {
  const sample = new Sample();
  for (let i = 0; i < gets; i++) {
    const wanted = key();
    const startedMs = performance.now();
    store.get(wanted);
    sample.add((performance.now() - startedMs) * 1000);
  }
  return sample;
}

/** Theirs may have been measured at a smaller size only: fewer keys are easier, so that ours has to be the better for it. */
function fasterThanTheBest(findings: Findings, keys: number): Aim {
  const rivals = RIVALS.map((contender) => {
    const size = findings.sizeUpTo('gets', { contender, keys }) ?? keys;
    return { contender, size, perSecond: findings.median('gets', { contender, keys: size }) ?? 0 };
  });
  const best = rivals.reduce((one, other) => (other.perSecond > one.perSecond ? other : one));
  const ours = findings.median('gets', { contender: 'starling', keys });
  const where = best.size === keys ? '' : ` with ${count(best.size)} keys`;
  return aim({
    text: `gets: at least as many as the best of the others, ${best.contender}${where}`,
    value: best.perSecond === 0 ? undefined : ratio(ours, best.perSecond),
    atLeast: 1,
    format: timesText,
  });
}
