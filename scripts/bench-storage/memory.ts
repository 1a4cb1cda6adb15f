import { bytes } from '../../src/base/quantity.ts';
import { aim } from './aim.ts';
import { keyOfNumber, randomNumber } from './data-set.ts';
import type { Found, Measurement, Site } from './measurement.ts';
import { processMemory } from './process-memory.ts';

const GETS = 100_000;
const INDEX_BYTES_A_KEY = 32;
/** What "fixed" allows the base to differ between two sizes. */
const BASE_SLACK_BYTES = 32 << 20;

/** A process that opened the store and answered gets. */
export const MEMORY: Measurement = {
  name: 'memory',
  title: 'memory of a process that has the store open',
  startsWith: 'every key',
  isForLarge: true,
  runsMost: 3,
  figures: [
    { id: 'before', title: 'resident before it opened', unit: 'bytes' },
    { id: 'resident', title: 'resident', unit: 'bytes' },
    { id: 'anonymous', title: 'without pages of files', unit: 'bytes' },
    { id: 'indexPerKey', title: 'bytes of index a key', unit: 'number' },
    { id: 'base', title: 'resident beside the index', unit: 'bytes' },
  ],
  steps: [{ measure }],
  aims(findings, keys) {
    const ours = (id: string, size: number): number | undefined =>
      findings.median(id, { contender: 'starling', keys: size });
    const indexAim = aim({
      text: `memory: at most ${INDEX_BYTES_A_KEY} bytes of index a key`,
      value: ours('indexPerKey', keys),
      atMost: INDEX_BYTES_A_KEY,
      format: (value) => `${value.toFixed(1)} bytes`,
    });
    const smaller = findings.sizeUpTo('base', { contender: 'starling', keys: keys - 1 });
    if (smaller === undefined) return [indexAim];
    const [base, baseOfSmaller] = [ours('base', keys), ours('base', smaller)];
    const grown = base === undefined || baseOfSmaller === undefined ? undefined : base - baseOfSmaller;
    const text = `memory: beside the index the same as with fewer keys, within ${bytes(BASE_SLACK_BYTES)}`;
    return [indexAim, aim({ text, value: grown, atMost: BASE_SLACK_BYTES, format: moreText })];
  },
};

async function measure({ contender, folder, keys, scale }: Site): Promise<Found> {
  const before = processMemory();
  const store = await contender.open(folder);
  for (let i = 0; i < GETS * scale; i++) store.get(keyOfNumber(randomNumber(keys)));
  const { residentBytes, anonymousBytes } = processMemory();
  const insight = store.insight?.();
  await store.close();
  return {
    before: before.residentBytes,
    resident: residentBytes,
    anonymous: anonymousBytes,
    ...(insight && {
      indexPerKey: insight.indexBytes / insight.records,
      base: residentBytes - insight.indexBytes,
    }),
  };
}

function moreText(value: number): string {
  return `${bytes(Math.max(0, value))} more`;
}
