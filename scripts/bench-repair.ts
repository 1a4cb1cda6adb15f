/**
 * What it takes to make two owners equal again: `npm run bench:repair`, and `-- --help` for its flags. Two log engines on this
 * machine's disk hold the same keys; some are then written at one of them alone, and one exchange mends that. The messages
 * are encoded and decoded as on a wire, which is left out: time is that of the two engines, bytes are those of the messages.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { Exchange, type SyncLane } from '../src/antientropy/exchange.ts';
import { ExchangeServer } from '../src/antientropy/exchange-server.ts';
import { Holdings } from '../src/antientropy/holdings.ts';
import { PurgeFloors } from '../src/antientropy/purge-floors.ts';
import { systemClock } from '../src/base/system/clock.ts';
import { systemDisk } from '../src/base/system/disk.ts';
import { systemRandom } from '../src/base/system/random.ts';
import { systemTimers } from '../src/base/system/timers.ts';
import { wholeNumber } from '../src/cli/client-options.ts';
import { bytes, count, duration } from '../src/base/quantity.ts';
import { table } from '../src/cli/table.ts';
import { processTerminal } from '../src/cli/terminal.ts';
import { Custody } from '../src/replication/custody.ts';
import { LogEngine } from '../src/storage/log/log-engine.ts';
import { keyOf } from '../src/version/key.ts';
import type { Record } from '../src/version/record.ts';
import { starling } from '../src/wire/gen/messages.js';

const PARTITION_BITS = 10;
const PEERS = ['a', 'b'] as const;
const VALUE_BYTES = 100;
const FIRST_MS = 1_700_000_000_000;
const BATCH = 2000;

const { keys, folder, json } = new Command('bench:repair')
  .description('Time and bytes to mend 1, 100 and 10,000 keys that differ, among as many as are given')
  .option('--keys <number>', 'that both hold', wholeNumber(10_000, 100_000_000), 1_000_000)
  .option('--folder <folder>', 'where to write: on the disk that is meant', '.')
  .option('--json', 'print JSON, for programs')
  .parse()
  .opts<{ keys: number; folder: string; json?: true }>();

const value = new Uint8Array(VALUE_BYTES).fill(0x78);

function recordOf(key: number, round: number): Record {
  const version = { wallMs: FIRST_MS + round, logical: 0, writer: 1 };
  return { key: keyOf(`user:${key}`), version, value, expiresAtMs: 0 };
}

interface Side {
  readonly storage: LogEngine;
  readonly holdings: Holdings;
  readonly floors: PurgeFloors;
}

async function openSide(self: string, root: string): Promise<Side> {
  const directory = path.join(root, self);
  await mkdir(directory);
  const storage = await LogEngine.open({
    disk: systemDisk(directory),
    clock: systemClock,
    timers: systemTimers,
    random: systemRandom,
    partitionBits: PARTITION_BITS,
  });
  const partitions = 2 ** PARTITION_BITS;
  const complete = new Uint8Array(partitions / 8).fill(0xff);
  const custody = new Custody({ self, partitions, replicas: 2, complete });
  custody.update(PEERS.map((peer) => ({ peer, status: 'active', zone: '', weight: 100 })));
  const floors = new PurgeFloors({ self, partitions, fenceMs: 0, floorsMs: [] });
  return { storage, holdings: new Holdings(self, custody, storage.leaves), floors };
}

async function store(storage: LogEngine, records: readonly Record[]): Promise<void> {
  for (const record of records) storage.write(record);
  await storage.durable();
}

async function fill({ storage }: Side, from: number, to: number, round: number): Promise<void> {
  for (let first = from; first < to; first += BATCH) {
    const size = Math.min(BATCH, to - first);
    await store(
      storage,
      Array.from({ length: size }, (_, index) => recordOf(first + index, round)),
    );
  }
}

interface Traffic {
  messages: number;
  sizeBytes: number;
}

function laneTo(side: Side, traffic: Traffic): SyncLane {
  const server = new ExchangeServer({
    ...side,
    partitions: 2 ** PARTITION_BITS,
    clusterTimeMs: () => systemClock.wallMs(),
    store: (records) => store(side.storage, records),
  });
  const carried = (encoded: Uint8Array): Uint8Array => {
    traffic.messages++;
    traffic.sizeBytes += encoded.length;
    return encoded;
  };
  return {
    request: (_peer, request, _timeoutMs, onAnswer) => {
      const sent = carried(starling.v1.SyncRequest.encode(request).finish());
      server.serve('a', starling.v1.SyncRequest.decode(sent), (response) => {
        onAnswer(
          starling.v1.SyncResponse.decode(carried(starling.v1.SyncResponse.encode(response).finish())),
        );
      });
    },
  };
}

interface Mending extends Traffic {
  readonly differing: number;
  readonly moved: number;
  readonly recordBytes: number;
  readonly tookMs: number;
}

/** Writes so many keys at `a` alone, spread over all, and lets `a` compare with `b`. */
async function mend(a: Side, b: Side, differing: number, round: number): Promise<Mending> {
  const step = Math.floor(keys / Math.max(1, differing));
  await store(
    a.storage,
    Array.from({ length: differing }, (_, index) => recordOf(index * step, round)),
  );
  const traffic: Traffic = { messages: 0, sizeBytes: 0 };
  const exchange = new Exchange(
    {
      ...a,
      lane: laneTo(b, traffic),
      timers: systemTimers,
      store: (records) => store(a.storage, records),
      bytesPerSecond: Infinity,
      isStopped: () => false,
    },
    'b',
  );
  const startMs = performance.now();
  const { given, taken, recordBytes } = await exchange.run();
  return { ...traffic, differing, moved: given + taken, recordBytes, tookMs: performance.now() - startMs };
}

// Timers of the program don't keep a process alive.
const keepAlive = setInterval(() => undefined, 60_000);
const root = await mkdtemp(path.join(path.resolve(folder), 'bench-repair-'));
try {
  const [a, b] = [await openSide('a', root), await openSide('b', root)];
  if (!json) processTerminal.err(`writing ${count(keys)} keys twice ...\n`);
  for (const side of [a, b]) await fill(side, 0, keys, 0);
  const mendings: Mending[] = [];
  // The first one compiles the code.
  await mend(a, b, 100, 1);
  for (const [index, differing] of [0, 1, 100, 10_000].entries()) {
    mendings.push(await mend(a, b, differing, 2 + index));
  }
  if (json) processTerminal.out(`${JSON.stringify(mendings, undefined, 2)}\n`);
  else {
    const right = (title: string) => ({ title, align: 'right' as const });
    processTerminal.out(
      table(
        [
          `keys that differ of ${count(keys)}`,
          'moved',
          'bytes of these',
          'messages',
          'bytes in all',
          'time',
        ].map(right),
        mendings.map(({ differing, moved, recordBytes, messages, sizeBytes, tookMs }) => [
          count(differing),
          count(moved),
          bytes(recordBytes),
          count(messages),
          bytes(sizeBytes),
          duration(tookMs),
        ]),
      ),
    );
  }
  await a.storage.close();
  await b.storage.close();
} finally {
  clearInterval(keepAlive);
  await rm(root, { recursive: true, force: true });
}
