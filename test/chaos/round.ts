import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StarlingClient, connect } from '../../src/client/index.ts';
import { checkAcknowledgedWrites } from '../simulation/checkers/acknowledged-writes.ts';
import { checkReads } from '../simulation/checkers/reads.ts';
import { checkWriteOrder } from '../simulation/checkers/write-order.ts';
import type { FinalRead, Operation, Violation } from '../simulation/history.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { ChaosPeer } from './chaos-peer.ts';
import { openLab } from './lab/open-lab.ts';
import { type ChaosFault, type FaultBand, Nemesis } from './nemesis.ts';
import { Sessions, sleep, versionOf } from './sessions.ts';

export interface RoundOptions {
  readonly seed: number;
  readonly durationMs: number;
  readonly peers: number;
  readonly sessions: number;
  /** Beside those that every peer has. */
  readonly flags: readonly string[];
  /** What happens after the last fault and before the verdict: for planted bugs. */
  readonly finallyDo?: (peers: readonly ChaosPeer[]) => Promise<void>;
  readonly onLine: (line: string) => void;
}

/** What a round gave. */
export interface RoundResult {
  readonly seed: number;
  readonly durationMs: number;
  readonly peers: number;
  readonly operations: readonly Operation[];
  readonly bands: readonly FaultBand[];
  readonly counts: ReadonlyMap<ChaosFault, number>;
  readonly skipped: ReadonlyMap<ChaosFault, string>;
  readonly violations: readonly Violation[];
  /** From the end of the last fault until all saw all alive; and until all owners of all keys had the same. Undefined: never. */
  readonly viewsAfterMs: number | undefined;
  readonly equalAfterMs: number | undefined;
  readonly keysCompared: number;
}

const SECRET = 'of these chaos tests alone';
const HOT_KEYS = 20;
const SETTLES_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 200;
const READ_TIMEOUT_MS = 10_000;
const AT_ONCE = 32;

/** Real peers, real clients and a nemesis; and what the history of their answers says. */
export async function runRound(options: RoundOptions): Promise<RoundResult> {
  const random = new SeededRandom(options.seed);
  const folder = mkdtempSync(join(tmpdir(), 'starling-chaos-'));
  const lab = await openLab(options.peers);
  const { hosts } = lab;
  const peers = hosts.map(
    (host) => new ChaosPeer({ host, hosts, folder, secret: SECRET, flags: options.flags }),
  );
  const violations: Violation[] = [];
  let observer: StarlingClient | undefined;
  let sessions: Sessions | undefined;
  try {
    await peers[0]!.start();
    await Promise.all(peers.slice(1).map((peer) => peer.start()));
    const addresses = peers.map(({ clientAddress }) => clientAddress);
    observer = await connect({ addresses, timeoutMs: READ_TIMEOUT_MS });
    if ((await untilAllSeen(peers)) === undefined)
      throw new Error('the cluster did not form within a minute');
    const clients = new Sessions({
      sessions: options.sessions,
      hotKeys: HOT_KEYS,
      addresses,
      random: random.fork('sessions'),
    });
    sessions = clients;
    const nemesis = new Nemesis({
      lab,
      peers,
      random: random.fork('nemesis'),
      nowMs: () => clients.nowMs(),
      untilActive: async (peer) => {
        if ((await untilActive(peer)) === undefined)
          violations.push({
            promise: 'P8',
            message: `${peer.host.name} could not take the place of the lost one`,
          });
      },
      onBegin: (fault, names) =>
        options.onLine(`${(clients.nowMs() / 1000).toFixed(1)} s  ${fault}: ${names.join(', ')}`),
    });
    await clients.start();
    await nemesis.run(options.durationMs);
    await options.finallyDo?.(peers);
    const viewsAfterMs = await untilAllSeen(peers);
    if (viewsAfterMs === undefined) violations.push(late('P7', 'not everybody is seen alive by everybody'));
    await clients.stop();
    options.onLine(`comparing the owners of ${clients.keys.size} keys`);
    const equalAfterMs = await untilEqual(observer, peers, [...clients.keys]);
    if (equalAfterMs === undefined) violations.push(late('P4', 'owners of some keys differ'));
    const finalReads = await readAll(observer, [...clients.keys], (message) =>
      violations.push({ promise: 'P4', message }),
    );
    violations.push(
      ...checkAcknowledgedWrites(clients.operations, finalReads),
      ...checkWriteOrder(clients.operations),
      ...checkReads(clients.operations),
      ...peers
        .filter(({ unexpectedEnds }) => unexpectedEnds > 0)
        .map(({ host, output }) => ({ promise: 'P9', message: `${host.name} ended by itself: ${output}` })),
    );
    return {
      seed: options.seed,
      durationMs: options.durationMs,
      peers: peers.length,
      operations: clients.operations,
      bands: nemesis.bands,
      counts: nemesis.counts,
      skipped: nemesis.skipped,
      violations,
      viewsAfterMs,
      equalAfterMs,
      keysCompared: clients.keys.size,
    };
  } finally {
    for (const peer of peers) if (peer.isPaused) peer.resume();
    await sessions?.stop();
    await observer?.close();
    await Promise.all(peers.map((peer) => peer.kill()));
    await lab.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function late(promise: string, what: string): Violation {
  return { promise, message: `${what}, ${SETTLES_WITHIN_MS} ms after the last fault` };
}

/** How long until it is so, in ms; undefined where it isn't in time. */
async function timeUntil(isSo: () => Promise<boolean>): Promise<number | undefined> {
  const startMs = performance.now();
  while (performance.now() - startMs < SETTLES_WITHIN_MS) {
    if (await isSo().catch(() => false)) return performance.now() - startMs;
    await sleep(LOOK_EVERY_MS);
  }
  return undefined;
}

function untilActive(peer: ChaosPeer): Promise<number | undefined> {
  return timeUntil(async () => {
    const client = await connect({ addresses: [peer.clientAddress], retries: 0 });
    try {
      const { members } = await client.topology();
      return members.some(({ peer: id, intent }) => id === peer.id && intent === 'active');
    } finally {
      await client.close();
    }
  });
}

/** Every peer is asked, each for itself. */
async function untilAllSeen(peers: readonly ChaosPeer[]) {
  const viewOf = async ({ clientAddress }: ChaosPeer) => {
    const client = await connect({ addresses: [clientAddress], retries: 0 });
    try {
      const { members } = await client.topology();
      return members.filter(({ intent, liveness }) => intent === 'active' && liveness === 'alive').length;
    } finally {
      await client.close();
    }
  };
  return timeUntil(async () => {
    const views = await Promise.all(peers.map(viewOf));
    return views.every((count) => count === peers.length);
  });
}

/** Asks each owner of each key what it has, without a read that could mend anything. */
async function untilEqual(
  observer: StarlingClient,
  peers: readonly ChaosPeer[],
  keys: readonly string[],
): Promise<number | undefined> {
  const addressOf = new Map(peers.map(({ id, clientAddress }) => [id, clientAddress]));
  let differing = keys;
  return timeUntil(async () => {
    const still: string[] = [];
    await forEachAtOnce(differing, async (key) => {
      if (!(await areOwnersEqual(observer, addressOf, key))) still.push(key);
    });
    differing = still;
    return still.length === 0;
  });
}

async function areOwnersEqual(
  observer: StarlingClient,
  addressOf: ReadonlyMap<string, string>,
  key: string,
): Promise<boolean> {
  const { custodians } = await observer.explain(key, [...addressOf.values()][0]);
  const held = await Promise.all(
    custodians.map(async (peer) => (await observer.explain(key, addressOf.get(peer))).record?.version ?? ''),
  );
  return new Set(held).size === 1;
}

async function readAll(
  observer: StarlingClient,
  keys: readonly string[],
  onFailure: (message: string) => void,
): Promise<FinalRead[]> {
  const reads: FinalRead[] = [];
  await forEachAtOnce(keys, async (key) => {
    try {
      const { value, version } = await observer.get(key, { consistency: 'all' });
      reads.push({ key, value, version: version === undefined ? undefined : versionOf(version) });
    } catch (error) {
      onFailure(`${key} can't be read from all of its owners: ${String(error)}`);
    }
  });
  return reads;
}

async function forEachAtOnce<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length) await act(items[next++]!);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
