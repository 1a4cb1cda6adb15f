import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../../power/machine.ts';
import type { ChaosPeer } from '../chaos-peer.ts';
import { type Entrusted, checkDurability } from '../checkers/durability.ts';
import { versionOf } from '../recorder.ts';
import { type Fault, type FaultWorld, type Harm, isSoWithin, shuffled } from './fault.ts';

const LARGE_ITEMS = Array.from({ length: 16 }, (_, i) => ({ key: `large${i}`, value: 'x'.repeat(60_000) }));
const MARGIN_BYTES = 8 << 20;
const REFUSES_WITHIN_MS = 15_000;
const RECOVERS_WITHIN_MS = 15_000;
const ENTRUSTED_KEYS = 60;
const REFUSING = 'starling_log_refusing_writes';
const POISONED = 'starling_log_poisoned';

export const DISK_FAULTS: readonly Fault[] = [
  {
    name: 'lost disk',
    seenAs: 'processes gone, whose data is removed',
    obstacle: () => undefined,
    begin: async ({ peers, random, onViolation }) => {
      const [victim] = shuffled(peers, random) as [ChaosPeer];
      const before = victim.id;
      await victim.kill();
      return {
        peers: [victim],
        seen: () => Promise.resolve(victim.processState === undefined ? 1 : 0),
        undo: async () => {
          await victim.startWithoutDisk();
          if (victim.id === before)
            onViolation({ promise: 'P8', message: `${victim.host.name} lost its disk and is who it was` });
        },
      };
    },
  },
  {
    name: 'disk full',
    seenAs: 'times that the peer refused writes',
    obstacle: ({ diskObstacle }) => diskObstacle,
    begin: fillDisk,
  },
  {
    name: 'failed sync',
    seenAs: 'calls of fdatasync that the kernel was made to fail',
    obstacle: ({ straceObstacle }) => straceObstacle,
    begin: failSyncs,
  },
  powerCutOf('power cut', 1),
  powerCutOf('power cut of all', Infinity),
];

async function fillDisk(world: FaultWorld): Promise<Harm> {
  const [victim] = shuffled(world.peers, world.random) as [ChaosPeer];
  const filler = await fillUp(victim.disk!.folder);
  const before = await victim.metric('starling_log_refusals_total');
  await isSoWithin(REFUSES_WITHIN_MS, async () => {
    // Its log has room of its own, already taken, which clients alone would need minutes to use up.
    await world.observer.putMany(LARGE_ITEMS);
    return (await victim.metric(REFUSING)) === 1;
  });
  return {
    peers: [victim],
    seen: async () => {
      await expectReads(victim, world);
      return (await victim.metric('starling_log_refusals_total')) - before;
    },
    undo: async () => {
      await rm(filler);
      if (!(await isSoWithin(RECOVERS_WITHIN_MS, async () => (await victim.metric(REFUSING)) === 0)))
        world.onViolation({
          promise: 'P9',
          message: `${victim.host.name} refuses writes though there is room again`,
        });
    },
  };
}

/** Down to the last block, that of root as well. Gives the file to remove for room to come back. */
async function fillUp(folder: string): Promise<string> {
  const filler = join(folder, 'filler');
  const { bfree, bsize } = await statfs(folder);
  // Not all at once: the file system needs some for itself, and the peer takes some meanwhile.
  await command('fallocate', '-l', String(bfree * bsize - MARGIN_BYTES), filler);
  try {
    for (;;) appendFileSync(filler, Buffer.alloc(bsize));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
  return filler;
}

/** While its store is poisoned it serves reads; who runs it starts it again. */
async function failSyncs(world: FaultWorld): Promise<Harm> {
  const [victim] = shuffled(world.peers, world.random) as [ChaosPeer];
  const log = join(tmpdir(), `starling-sync-${victim.pid}`);
  const flags = ['-f', '-p', String(victim.pid), '-o', log, '-e', 'trace=fdatasync'];
  const tracer = spawn('strace', [...flags, '-e', 'inject=fdatasync:error=EIO'], { stdio: 'ignore' });
  const isPoisoned = async () => (await victim.metric(POISONED)) === 1;
  const poisoned = await isSoWithin(REFUSES_WITHIN_MS, isPoisoned);
  await endTracer(tracer);
  const failures = existsSync(log) ? readFileSync(log, 'utf8').split('(INJECTED)').length - 1 : 0;
  rmSync(log, { force: true });
  if (failures > 0 && !poisoned)
    world.onViolation({ promise: 'P6', message: `${victim.host.name} takes writes after a failed sync` });
  return {
    peers: [victim],
    seen: async () => {
      await expectReads(victim, world);
      // Never again: it isn't known what is on disk.
      if (failures > 0 && !(await isPoisoned()))
        world.onViolation({
          promise: 'P6',
          message: `${victim.host.name} takes writes again after a failed sync`,
        });
      return failures;
    },
    undo: async () => {
      await victim.kill();
      await victim.start();
    },
  };
}

async function endTracer(tracer: ChildProcess): Promise<void> {
  if (tracer.exitCode !== null || tracer.signalCode !== null) return;
  const ended = once(tracer, 'exit');
  tracer.kill('SIGTERM');
  await ended;
}

async function expectReads(
  { clientAddress, host }: ChaosPeer,
  { observer, constantKey, onViolation }: FaultWorld,
) {
  try {
    await observer.explain(constantKey, clientAddress);
  } catch (error) {
    onViolation({ promise: 'P9', message: `${host.name} serves no reads with a bad disk: ${String(error)}` });
  }
}

function powerCutOf(name: string, most: number): Fault {
  return {
    name,
    seenAs: 'disks on which what nobody had synced was gone',
    obstacle: ({ diskObstacle }) => diskObstacle,
    begin: async (world) => {
      const victims = shuffled(world.peers, world.random).slice(0, most);
      const entrusted = await entrust(world, victims[0]!);
      const gone = await Promise.all(victims.map(cutPower));
      return {
        peers: victims,
        seen: () => Promise.resolve(gone.filter(Boolean).length),
        undo: async () => {
          await Promise.all(victims.map((peer) => peer.start()));
          for (const victim of victims) await expectHeld(world, victim, entrusted);
        },
      };
    },
  };
}

/** Writes that all owners acknowledge, just before some of them lose their power. */
async function entrust({ observer }: FaultWorld, { pid }: ChaosPeer): Promise<Entrusted[]> {
  const items = Array.from({ length: ENTRUSTED_KEYS }, (_, i) => ({
    key: `entrusted${pid}-${i}`,
    value: 'kept',
  }));
  const results = await observer.putMany(items, { consistency: 'all' });
  return results.flatMap((result, i) =>
    'version' in result ? [{ key: items[i]!.key, version: versionOf(result.version) }] : [],
  );
}

/** Asks the peer itself, as soon as it is back: before others can have told it. */
async function expectHeld(
  { observer, onViolation }: FaultWorld,
  { clientAddress, host, id }: ChaosPeer,
  entrusted: readonly Entrusted[],
): Promise<void> {
  const explained = await Promise.all(
    entrusted.map(async (entry) => ({ entry, ...(await observer.explain(entry.key, clientAddress)) })),
  );
  const owned = explained.filter(({ custodians }) => custodians.includes(id));
  const held = new Map(owned.map(({ entry, record }) => [entry.key, record && versionOf(record.version)]));
  const entries = owned.map(({ entry }) => entry);
  for (const violation of checkDurability(host.name, entries, held)) onViolation(violation);
}

/** Gives whether a file that nobody synced is gone. */
async function cutPower(victim: ChaosPeer): Promise<boolean> {
  const disk = victim.disk!;
  const unsynced = join(disk.folder, 'unsynced');
  writeFileSync(unsynced, '');
  await disk.cutPower();
  await victim.kill();
  await disk.unmount();
  await disk.mount('ordered');
  const isGone = !existsSync(unsynced);
  rmSync(unsynced, { force: true });
  return isGone;
}
