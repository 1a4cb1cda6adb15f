/**
 * A process that has a store open and writes to it, many writes in flight, until it is killed or refused.
 * It reports on descriptor 3, synchronously: what it has said is said, however it ends.
 */
import { writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Disk } from '../../src/base/disk.ts';
import { StarlingError } from '../../src/base/errors.ts';
import { systemDisk } from '../../src/base/system/disk.ts';
import { systemRandom } from '../../src/base/system/random.ts';
import { DataDirectory } from '../../src/storage/data-directory.ts';
import { SILENT_STORAGE_EVENTS, type StorageEvents } from '../../src/storage/events.ts';
import type { LogEngine } from '../../src/storage/log/log-engine.ts';
import { PARTITION_BITS, findIn, numberedRecord } from './numbered-record.ts';
import { openLog } from './open-log.ts';
import { neverSyncs, reluctantDisk, syncsLate } from './reluctant-disk.ts';
import { type Said, type WriterOrders, type WriterReport, nowUs } from './writer-report.ts';

const REPORTS = 3;
const WRITERS = 8;
const MOST_AT_ONCE = 16;
const DROP_CHANCE = 0.002;
const PURGE_CHANCE = 0.01;
/** So often does each writer try again after it was refused. */
const TRIES_WHEN_REFUSED = 10;

const orders = JSON.parse(process.argv[2] ?? '') as WriterOrders;
let nextNumber = orders.firstNumber;

try {
  report({ kind: 'opening' });
  const directory = await openDirectory();
  const engine = await openStore(directory);
  void disturb(join(orders.folder, 'neighbour'));
  await Promise.all(Array.from({ length: WRITERS }, () => write(engine)));
  report({ kind: 'ended' });
  await directory.close();
} catch (error) {
  reportTrouble(error);
}
process.exit();

function disk(): Disk {
  const promptDisk = systemDisk(join(orders.folder, 'data'));
  switch (orders.syncs) {
    case 'at once':
      return promptDisk;
    case 'late':
      return reluctantDisk(promptDisk, syncsLate);
    case 'never':
      return reluctantDisk(promptDisk, neverSyncs);
  }
}

function openDirectory(): Promise<DataDirectory> {
  return DataDirectory.open({
    disk: disk(),
    random: systemRandom,
    cluster: 'power',
    partitions: 2 ** PARTITION_BITS,
  });
}

async function openStore(directory: DataDirectory): Promise<LogEngine> {
  let tornBytes = 0;
  const events: StorageEvents = {
    ...SILENT_STORAGE_EVENTS,
    recovered: (recovery) => (tornBytes = recovery.tornBytes),
    compacted: () => report({ kind: 'compacted' }),
    checkpointWritten: () => report({ kind: 'checkpointed' }),
    purged: (records) => report({ kind: 'purged', records }),
    refusingWrites: reportTrouble,
    damageFound: reportTrouble,
    compactionFailed: reportTrouble,
    checkpointFailed: reportTrouble,
    checkpointRefused: reportTrouble,
    positionNotNoted: reportTrouble,
  };
  const engine = await openLog(directory.disk, events);
  report({ kind: 'opened', found: findIn(engine), tornBytes });
  return engine;
}

/** Writes, waits, reports, until it was refused often enough. Now and then it drops a partition, or lets deletions vanish. */
async function write(engine: LogEngine): Promise<void> {
  for (let refusals = 0; refusals < TRIES_WHEN_REFUSED;) {
    if (Math.random() < PURGE_CHANCE) await allowPurge(engine);
    try {
      await (Math.random() < DROP_CHANCE ? drop(engine) : writeSome(engine));
    } catch (error) {
      if (!(error instanceof StarlingError)) throw error;
      refusals++;
    }
  }
}

async function writeSome(engine: LogEngine): Promise<void> {
  const numbers: number[] = [];
  for (let i = systemRandom.integer(MOST_AT_ONCE); i >= 0; i--) {
    const number = nextNumber++;
    engine.write(numberedRecord(number));
    numbers.push(number);
  }
  await engine.durable();
  report({ kind: 'acknowledged', numbers });
}

async function drop(engine: LogEngine): Promise<void> {
  const what = { partition: systemRandom.integer(2 ** PARTITION_BITS), below: nextNumber };
  report({ kind: 'dropping', ...what });
  await engine.dropPartition(what.partition);
  report({ kind: 'dropped', ...what });
}

async function allowPurge(engine: LogEngine): Promise<void> {
  report({ kind: 'purging', since: orders.firstNumber, below: nextNumber });
  const limit = { floor: numberedRecord(nextNumber - 1).version, expiredBeforeMs: 0 };
  for (let partition = 0; partition < 2 ** PARTITION_BITS; partition++)
    await engine.allowPurge(partition, limit);
}

/**
 * Another program on the same file system: it syncs a file of its own all the time, so that the journal is
 * committed at moments that the store doesn't choose, between its writes and their flushes too.
 */
async function disturb(path: string): Promise<void> {
  try {
    const file = await open(path, 'w');
    for (;;) {
      await file.write('.', 0);
      await file.sync();
    }
  } catch {
    // The file system is gone; the store will say so as well.
  }
}

function report(said: Said): void {
  const whole: WriterReport = { ...said, atUs: nowUs() };
  writeSync(REPORTS, `${JSON.stringify(whole)}\n`);
}

function reportTrouble(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'none';
  report({ kind: 'trouble', code, message: error instanceof Error ? error.message : String(error) });
}
