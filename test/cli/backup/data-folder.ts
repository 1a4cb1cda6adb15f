import path from 'node:path';
import { systemClock } from '../../../src/base/system/clock.ts';
import { systemDisk } from '../../../src/base/system/disk.ts';
import { systemRandom } from '../../../src/base/system/random.ts';
import { systemTimers } from '../../../src/base/system/timers.ts';
import { type KnownMember, saveCustodyState } from '../../../src/node/custody-state.ts';
import { DataDirectory } from '../../../src/storage/data-directory.ts';
import { LogEngine } from '../../../src/storage/log/log-engine.ts';
import { createIdentity } from '../../../src/transport/libp2p/identity.ts';
import { record, tombstone } from '../../storage/records.ts';

/** Records in the data folder: one is deleted. */
const ALL = Uint8Array.of(0xff, 0xff);

export const KEYS = 40;

/** Makes a data directory on this machine's disk, as a peer leaves it that was stopped, with these others in its cluster. */
export async function makeDataFolder(folder: string, others: readonly string[]): Promise<void> {
  const disk = systemDisk(folder);
  const world = { disk, clock: systemClock, timers: systemTimers, random: systemRandom };
  const directory = await DataDirectory.open({ ...world, cluster: 'tested', partitions: 16 });
  const members = ['self', ...others].map((peer): KnownMember => ({
    peer,
    status: 'active',
    zone: '',
    weight: 100,
    counter: 1,
  }));
  await saveCustodyState(directory, { complete: ALL, cleared: ALL, members });
  await disk.replaceFile('identity.key', createIdentity());
  const engine = await LogEngine.open({ ...world, partitionBits: 4, segmentBytes: 1024 });
  for (let i = 0; i < KEYS; i++) engine.write(record(`key ${i}`, 1));
  await engine.durable();
  engine.write(tombstone('key 0', 2));
  await engine.durable();
  await engine.close();
  await directory.close();
}

/** What a saved state of it says. */
export async function stateIn(folder: string, name: string): Promise<unknown> {
  const bytes = await systemDisk(folder).readFile(path.join('state', `${name}.json`));
  return (JSON.parse(new TextDecoder().decode(bytes)) as { state: unknown }).state;
}
