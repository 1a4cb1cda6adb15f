import { count, duration } from '../../src/base/quantity.ts';
import { aim } from './aim.ts';
import type { Store } from './contender.ts';
import { keyOfNumber, valueOfNumber } from './data-set.ts';
import type { Found, Measurement, Site } from './measurement.ts';
import { times, write } from './writers.ts';

/** Keys put after the last clean close, before the kill. */
const TAIL = 200_000;
const IN_FLIGHT = 1024;
const CLEAN_MOST_MS = 2000;
/** To read an entry, check it and index it takes about two; more than this, and it wasn't the tail alone that was read. */
const MOST_US_AN_ENTRY = 5;

/** From the start of opening to the answer of a get, in a process that has done nothing else. The files are in the page cache. */
export const OPENING: Measurement = {
  name: 'opening',
  title: 'time to open',
  startsWith: 'every key',
  isForLarge: true,
  runsMost: 3,
  figures: [
    { id: 'openClean', title: 'after a clean close', unit: 'ms' },
    { id: 'openKilled', title: `after ${count(TAIL)} more puts and kill -9`, unit: 'ms' },
    { id: 'tailEntry', title: 'that is more, a put', unit: 'us' },
  ],
  steps: [{ measure: openClean }, { measure: putTail, dies: true }, { measure: openKilled }],
  aims(findings, keys) {
    const ours = (id: string): number | undefined => findings.median(id, { contender: 'starling', keys });
    return [
      aim({
        text: `opening after a clean close: at most ${duration(CLEAN_MOST_MS)}, meant for 10,000,000 keys`,
        value: ours('openClean'),
        atMost: CLEAN_MOST_MS,
        format: duration,
      }),
      aim({
        text: `opening after kill -9: adds only the tail, at most ${MOST_US_AN_ENTRY} us for each of its entries`,
        value: ours('tailEntry'),
        atMost: MOST_US_AN_ENTRY,
        format: (value) => `${value.toFixed(2)} us`,
      }),
    ];
  },
};

async function openClean({ contender, folder, keys }: Site): Promise<Found> {
  const startedMs = performance.now();
  const store = await contender.open(folder);
  expectValue(store, keys - 1);
  const elapsedMs = performance.now() - startedMs;
  expectRecords(store, keys);
  await store.close();
  return { openClean: elapsedMs };
}

async function putTail({ contender, folder, keys, scale }: Site): Promise<Found> {
  const store = await contender.open(folder);
  await write({ store, inFlight: IN_FLIGHT, next: times(TAIL * scale, (index) => keys + index) });
  return {};
}

async function openKilled({ contender, folder, keys, scale, earlier }: Site): Promise<Found> {
  const startedMs = performance.now();
  const store = await contender.open(folder);
  expectValue(store, keys);
  const elapsedMs = performance.now() - startedMs;
  expectRecords(store, keys + TAIL * scale);
  for (let i = 0; i < TAIL * scale; i++) expectValue(store, keys + i);
  await store.close();
  const openCleanMs = earlier['openClean'] ?? elapsedMs;
  return { openKilled: elapsedMs, tailEntry: ((elapsedMs - openCleanMs) * 1000) / (TAIL * scale) };
}

function expectValue(store: Store, number: number): void {
  const value = store.get(keyOfNumber(number));
  if (value === undefined || Buffer.compare(value, valueOfNumber(number)) !== 0) {
    throw new Error(
      `${keyOfNumber(number)} was acknowledged, and is ${value === undefined ? 'lost' : 'wrong'}`,
    );
  }
}

/** Where the store counts them. */
function expectRecords(store: Store, expected: number): void {
  const records = store.insight?.().records;
  if (records !== undefined && records !== expected) {
    throw new Error(`${expected} records were acknowledged, ${records} are here`);
  }
}
