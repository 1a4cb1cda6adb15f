/**
 * Writes a small data directory in the format of today: `npx tsx scripts/make-storage-fixture.ts FOLDER`. Make one for each
 * released format, in test/fixtures/storage, and name it in test/storage/formats.test.ts: from then on it has to be readable.
 */
import { systemClock } from '../src/base/system/clock.ts';
import { systemDisk } from '../src/base/system/disk.ts';
import { systemRandom } from '../src/base/system/random.ts';
import { systemTimers } from '../src/base/system/timers.ts';
import { DataDirectory } from '../src/storage/data-directory.ts';
import { LogEngine } from '../src/storage/log/log-engine.ts';
import {
  DELETED,
  DROPPED_EARLY,
  DROPPED_LAST,
  FIXTURE,
  KEYS,
  ROUNDS,
  roundOf,
} from '../test/fixtures/storage/content.ts';
import { record, tombstone } from '../test/storage/records.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder to write');
const disk = systemDisk(folder);
const directory = await DataDirectory.open({ disk, random: systemRandom, ...FIXTURE });
const engine = await LogEngine.open({
  disk,
  clock: systemClock,
  timers: systemTimers,
  random: systemRandom,
  partitionBits: Math.log2(FIXTURE.partitions),
  segmentBytes: 2048,
  compactionLiveFraction: 0,
});
for (let round = 1; round <= ROUNDS; round++) {
  for (let i = 0; i < KEYS; i++) {
    const { n, value, expiresAtMs } = roundOf(round, i);
    engine.write({ ...record(`key ${i}`, n, value), expiresAtMs });
  }
  await engine.durable();
  if (round === 1) await engine.dropPartition(DROPPED_EARLY);
}
for (const i of DELETED) engine.write(tombstone(`key ${i}`, 500 + i));
await engine.durable();
await engine.dropPartition(DROPPED_LAST);
await engine.close();
await directory.close();
