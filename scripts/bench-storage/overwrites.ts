import { shuffled } from './data-set.ts';
import { deviceWrittenBytes } from './device-writes.ts';
import { diskBytes } from './disk-use.ts';
import type { Found, Measurement, Site } from './measurement.ts';
import { processIo } from './process-io.ts';
import { untilQuiet } from './quiet.ts';
import { times, write } from './writers.ts';

const ROUNDS = 5;
const IN_FLIGHT = 1024;

/** Every key put five times more, in random order; then what is left to do in the background is waited for. */
export const OVERWRITES: Measurement = {
  name: 'overwrites',
  title: `disk and writes after ${ROUNDS} overwrites of every key`,
  startsWith: 'every key',
  runsMost: 1,
  figures: [
    { id: 'overwritesPerSecond', title: `overwrites, ${IN_FLIGHT} in flight`, unit: 'per second' },
    { id: 'disk', title: 'disk', unit: 'bytes' },
    { id: 'diskPerByte', title: 'disk, per byte of keys and values', unit: 'times' },
    { id: 'written', title: 'bytes written, per byte put', unit: 'times' },
    { id: 'deviceWritten', title: 'bytes its device wrote, per byte put', unit: 'times' },
  ],
  steps: [{ measure }],
};

async function measure(site: Site): Promise<Found> {
  const { contender, folder, keys } = site;
  const store = await contender.open(folder);
  const writtenBefore = processIo().writtenBytes;
  const deviceBefore = deviceWrittenBytes(folder);
  let putBytes = 0;
  let elapsedMs = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const startedMs = performance.now();
    const next = times(keys, (index) => shuffled(index, keys, round));
    putBytes += (await write({ store, inFlight: IN_FLIGHT, next, round })).userBytes;
    elapsedMs += performance.now() - startedMs;
  }
  await untilQuiet(site);
  const writtenBytes = processIo().writtenBytes - writtenBefore;
  const deviceAfter = deviceWrittenBytes(folder);
  const disk = diskBytes(folder);
  await store.close();
  return {
    overwritesPerSecond: (ROUNDS * keys) / (elapsedMs / 1000),
    disk,
    diskPerByte: disk / (putBytes / ROUNDS),
    written: writtenBytes / putBytes,
    ...(deviceBefore !== undefined &&
      deviceAfter !== undefined && { deviceWritten: (deviceAfter - deviceBefore) / putBytes }),
  };
}
