import { expect } from 'chai';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '../../src/base/system/clock.ts';
import { systemDisk } from '../../src/base/system/disk.ts';
import { systemRandom } from '../../src/base/system/random.ts';
import { systemTimers } from '../../src/base/system/timers.ts';
import { DataDirectory } from '../../src/storage/data-directory.ts';
import { SILENT_STORAGE_EVENTS } from '../../src/storage/events.ts';
import { LogEngine } from '../../src/storage/log/log-engine.ts';
import { keyOf } from '../../src/version/key.ts';
import { EXPECTED, FIXTURE } from '../fixtures/storage/content.ts';
import { version } from './records.ts';

const FOLDER = 'test/fixtures/storage';

/** Data directories that earlier versions wrote; each stays readable for ever. `scripts/make-storage-fixture.ts` makes one. */
describe('data directories of earlier formats', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'starling-format-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  for (const [name, tail] of [
    ['format-1-plain', 'the whole log'],
    ['format-1-checkpoint', 'a checkpoint'],
  ] as const) {
    it(`are read: ${name}, from ${tail}`, async () => {
      await cp(path.join(FOLDER, name), folder, { recursive: true });
      const disk = systemDisk(folder);
      const directory = await DataDirectory.open({ disk, random: systemRandom, ...FIXTURE });
      let tailBytes = -1;
      const engine = await LogEngine.open({
        disk,
        clock: systemClock,
        timers: systemTimers,
        random: systemRandom,
        partitionBits: Math.log2(FIXTURE.partitions),
        events: {
          ...SILENT_STORAGE_EVENTS,
          recovered: (report) => {
            tailBytes = report.tailBytes;
          },
          checkpointRefused: (error) => {
            throw error;
          },
        },
      });
      try {
        expect(tailBytes > 0).to.equal(tail === 'the whole log');
        for (const [key, { n, value, expiresAtMs }] of EXPECTED) {
          const found = engine.read(keyOf(key))?.record;
          expect(found?.version, key).to.deep.equal(version(n));
          expect(found?.value && Buffer.from(found.value).toString(), key).to.equal(value);
          expect(found?.expiresAtMs, key).to.equal(expiresAtMs);
        }
        expect(engine.stats().records).to.equal(EXPECTED.size);
      } finally {
        await engine.close();
        await directory.close();
      }
    });
  }

  it('are all looked at', async () => {
    const folders = (await readdir(FOLDER)).filter((name) => name.startsWith('format-'));
    expect(folders).to.deep.equal(['format-1-checkpoint', 'format-1-plain']);
  });
});
