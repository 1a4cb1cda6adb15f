import { IndexTable } from '../../src/storage/log/index-table.ts';
import { hashOfToken, pack } from '../../src/storage/log/packed-entry.ts';
import { aim } from './aim.ts';
import type { Found, Measurement, Site } from './measurement.ts';

const TABLE_BITS = 10;
const LONGEST_MS = 10;

/** The index grows by itself, with no disk beside it: what an insertion costs, and the longest that anybody has to wait for one. */
export const INDEX_GROWTH: Measurement = {
  name: 'growth',
  title: 'growing the index from nothing',
  startsWith: 'nothing',
  isForLarge: true,
  runsMost: 3,
  figures: [
    { id: 'insertion', title: 'an insertion', unit: 'us' },
    { id: 'insertionP9999', title: 'p99.99', unit: 'us' },
    { id: 'insertionLongest', title: 'longest', unit: 'ms' },
  ],
  steps: [{ measure }],
  aims(findings, keys) {
    const value = findings.median('insertionLongest', { contender: 'starling', keys });
    const text = `index: no insertion longer than ${LONGEST_MS} ms`;
    return [aim({ text, value, atMost: LONGEST_MS, format: (ms) => `${ms.toFixed(2)} ms` })];
  },
};

async function measure({ contender, keys }: Site): Promise<Found> {
  if (contender.name !== 'starling') return {};
  const tables = Array.from({ length: 2 ** TABLE_BITS }, () => new IndexTable());
  const durationsMs = new Float32Array(keys);
  const startedMs = performance.now();
  for (let i = 0; i < keys; i++) {
    const high = Math.floor(Math.random() * 2 ** 32);
    const hash = hashOfToken(high, Math.floor(Math.random() * 2 ** 32), TABLE_BITS);
    const entry = pack(
      hash,
      { segmentSlot: 0, offset: i, length: 150 },
      { tombstone: false, expires: false },
    );
    const beforeMs = performance.now();
    tables[high >>> (32 - TABLE_BITS)]!.insert(entry);
    durationsMs[i] = performance.now() - beforeMs;
  }
  const allMs = performance.now() - startedMs;
  durationsMs.sort();
  return {
    insertion: (allMs * 1000) / keys,
    insertionP9999: durationsMs[Math.floor(keys * 0.9999)]! * 1000,
    insertionLongest: durationsMs[keys - 1]!,
  };
}
