import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '../../src/base/system/clock.ts';
import { systemDisk } from '../../src/base/system/disk.ts';
import { systemRandom } from '../../src/base/system/random.ts';
import { systemTimers } from '../../src/base/system/timers.ts';
import { LogEngine } from '../../src/storage/log/log-engine.ts';
import { PARTITION_BITS, describeStorageEngine } from './conformance.ts';
import { MemoryEngine } from './memory-engine.ts';
import { VirtualHome } from './virtual-home.ts';

describeStorageEngine(
  'in memory',
  async () => ({
    open: async () => new MemoryEngine(systemTimers, PARTITION_BITS),
    settle: (promise) => promise,
    dispose: async () => undefined,
  }),
  false,
);

describeStorageEngine('log on a virtual disk', async () => new VirtualHome(1));

describeStorageEngine(
  'log on a virtual disk, tiny segments',
  async () => new VirtualHome(2, { segmentBytes: 1024 }),
);

describeStorageEngine('log on the disk of this machine', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'starling-storage-'));
  const ports = { clock: systemClock, timers: systemTimers, random: systemRandom };
  return {
    open: () => LogEngine.open({ disk: systemDisk(root), ...ports, partitionBits: PARTITION_BITS }),
    settle: (promise) => promise,
    dispose: () => rm(root, { recursive: true }),
  };
});
