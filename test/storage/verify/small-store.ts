import { version } from '../records.ts';
import { DATA, Machine } from '../backup/machine.ts';
import { record, tombstone } from '../records.ts';
import type { Files } from './files-disk.ts';

/** When what expires in the small store has expired. */
export const EXPIRED_MS = 1_000;

/**
 * A store with some of everything: four segments, two checkpoints, filters, records that were overwritten, deleted, and
 * have expired; one partition was dropped. It was closed in good order.
 */
export async function smallStore(): Promise<Files> {
  const machine = new Machine(3, { segmentBytes: 1024, compactionLiveFraction: 0.1, checkpointBytes: 1500 });
  const engine = await machine.opened(DATA);
  for (let flush = 0; flush < 12; flush++) {
    for (let i = 0; i < 4; i++) {
      const n = flush * 4 + i;
      engine.write(record(`key ${n % 32}`, n, `value ${'x'.repeat(n % 9)}`));
    }
    await machine.settle(engine.durable());
    await machine.time.run(machine.time.nowMs + 20);
  }
  for (let i = 0; i < 3; i++) engine.write(tombstone(`key ${i}`, 100 + i));
  for (let i = 0; i < 2; i++) engine.write({ ...record(`brief ${i}`, 110 + i), expiresAtMs: EXPIRED_MS });
  engine.write({ ...record('long', 112), expiresAtMs: 4_000_000_000_000 });
  await machine.settle(engine.durable());
  await machine.settle(engine.dropPartition(2));
  // Looking for what could go makes filters; nothing can, for the keys are in older segments as well.
  for (let partition = 0; partition < 16; partition++) {
    await machine.settle(engine.allowPurge(partition, { floor: version(1000), expiredBeforeMs: EXPIRED_MS }));
  }
  await machine.time.run(machine.time.nowMs + 200);
  await machine.settle(engine.close());
  const files = machine.contents(DATA);
  files.delete('log/reserve');
  return files;
}
