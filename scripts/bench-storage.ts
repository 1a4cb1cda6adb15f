/**
 * How fast the log engine is on this machine's disk: `npx tsx scripts/bench-storage.ts [folder]`. Give a folder on
 * the disk that is meant: a memory file system flatters.
 *
 *     durable puts   a closed loop of so many writers, each waiting for its record's fdatasync
 *     gets           random keys, one after the other, from the page cache
 */
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '../src/base/system/clock.ts';
import { systemDisk } from '../src/base/system/disk.ts';
import { systemRandom } from '../src/base/system/random.ts';
import { systemTimers } from '../src/base/system/timers.ts';
import { LogEngine } from '../src/storage/log/log-engine.ts';
import { type Key, keyOf } from '../src/version/key.ts';

const PUTS = 400_000;
const GETS = 400_000;
const VALUE = new Uint8Array(100).fill(0x61);
const RUNS = 3;

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(process.argv[2] ?? '.', 'bench-storage-'));
  try {
    for (let run = 0; run < RUNS; run++) await once(path.join(folder, String(run)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function once(root: string): Promise<void> {
  const keys = Array.from({ length: PUTS }, (_, i) => keyOf(`user:${i}`));
  let engine = await open(root);
  let stamp = 0;
  const putAll = async (inFlight: number): Promise<number> => {
    const started = performance.now();
    let next = 0;
    const writer = async (): Promise<void> => {
      while (next < keys.length) {
        const key = keys[next++]!;
        const version = { wallMs: 1_800_000_000_000 + stamp++, logical: 0, writer: 1 };
        engine.write({ key, value: VALUE, version, expiresAtMs: 0 });
        await engine.durable();
      }
    };
    await Promise.all(Array.from({ length: inFlight }, writer));
    return PUTS / ((performance.now() - started) / 1000);
  };
  report('durable puts, new keys, 64 in flight', await putAll(64));
  report('durable puts, overwriting, 1024 in flight', await putAll(1024));
  report('durable puts, overwriting, 64 in flight', await putAll(64));
  report(
    'gets',
    rate(keys, (key) => engine.read(key)),
  );
  report(
    'versions',
    rate(keys, (key) => engine.readVersion(key)),
  );
  const absent = Array.from({ length: PUTS }, (_, i) => keyOf(`nobody:${i}`));
  report(
    'gets of absent keys',
    rate(absent, (key) => engine.read(key)),
  );
  const { indexBytes, records } = engine.stats();
  console.log(`  index: ${(indexBytes / records).toFixed(1)} bytes a key`);
  await engine.close();
  const started = performance.now();
  engine = await open(root);
  console.log(
    `  open: ${(performance.now() - started).toFixed(0)} ms, ${engine.stats().diskBytes >> 20} MiB`,
  );
  await engine.close();
}

function rate(keys: readonly Key[], use: (key: Key) => unknown): number {
  const started = performance.now();
  for (let i = 0; i < GETS; i++) use(keys[Math.floor(Math.random() * keys.length)]!);
  return GETS / ((performance.now() - started) / 1000);
}

function report(what: string, perSecond: number): void {
  console.log(`${Math.round(perSecond).toLocaleString('en').padStart(10)}/s  ${what}`);
}

function open(root: string): Promise<LogEngine> {
  const ports = { clock: systemClock, timers: systemTimers, random: systemRandom };
  return LogEngine.open({ disk: systemDisk(root), ...ports, partitionBits: 10 });
}

await main();
