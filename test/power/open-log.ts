import type { Disk } from '../../src/base/disk.ts';
import { systemClock } from '../../src/base/system/clock.ts';
import { systemRandom } from '../../src/base/system/random.ts';
import { systemTimers } from '../../src/base/system/timers.ts';
import type { StorageEvents } from '../../src/storage/events.ts';
import { LogEngine } from '../../src/storage/log/log-engine.ts';
import { PARTITION_BITS } from './numbered-record.ts';

/** A log in real time that begins segments, compacts them and writes checkpoints many times a second. */
export function openLog(disk: Disk, events?: StorageEvents): Promise<LogEngine> {
  return LogEngine.open({
    disk,
    clock: systemClock,
    timers: systemTimers,
    random: systemRandom,
    partitionBits: PARTITION_BITS,
    segmentBytes: 256 << 10,
    checkpointBytes: 128 << 10,
    probeIntervalMs: 50,
    ...(events === undefined ? {} : { events }),
  });
}
