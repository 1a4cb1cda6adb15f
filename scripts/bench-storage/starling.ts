import { systemClock } from '../../src/base/system/clock.ts';
import { systemDisk } from '../../src/base/system/disk.ts';
import { systemRandom } from '../../src/base/system/random.ts';
import { systemTimers } from '../../src/base/system/timers.ts';
import { SILENT_STORAGE_EVENTS } from '../../src/storage/events.ts';
import { LogEngine } from '../../src/storage/log/log-engine.ts';
import { keyOf } from '../../src/version/key.ts';
import type { Contender } from './contender.ts';

/** A cluster's default: 1024 partitions. */
const PARTITION_BITS = 10;

export const starling: Contender = {
  name: 'starling',
  choice: 'as a node opens it, every option at its default',
  async open(folder) {
    let compactions = 0;
    const engine = await LogEngine.open({
      disk: systemDisk(folder),
      clock: systemClock,
      timers: systemTimers,
      random: systemRandom,
      partitionBits: PARTITION_BITS,
      events: {
        ...SILENT_STORAGE_EVENTS,
        compacted: () => {
          compactions++;
        },
      },
    });
    let lastWallMs = engine.stats().highestVersion.wallMs;
    return {
      put(text, value) {
        const version = { wallMs: ++lastWallMs, logical: 0, writer: 1 };
        engine.write({ key: keyOf(text), value, version, expiresAtMs: 0 });
        return engine.durable();
      },
      get: (text) => engine.read(keyOf(text))?.record.value,
      insight() {
        const { records, indexBytes } = engine.stats();
        return { records, indexBytes, compactions };
      },
      close: () => engine.close(),
    };
  },
};
