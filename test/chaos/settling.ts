import type { StarlingClient } from '../../src/client/index.ts';
import type { FinalRead } from '../simulation/history.ts';
import { checkShares } from './checkers/shares.ts';
import type { ChaosPeer } from './chaos-peer.ts';
import { versionOf } from './recorder.ts';
import { sleep } from './sessions.ts';

/** The most that anything may take after a fault. */
export const SETTLES_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 200;
const AT_ONCE = 32;

type Observer = Pick<StarlingClient, 'explain'>;

/** Every peer is asked, each for itself, until all see all alive. Gives how long that took, in ms; undefined: too long. */
export function untilAllSeen(
  peers: readonly Pick<ChaosPeer, 'id' | 'members'>[],
  withinMs = SETTLES_WITHIN_MS,
): Promise<number | undefined> {
  return timeUntil(withinMs, async () => {
    const reports = await Promise.all(peers.map((peer) => peer.members()));
    return reports.every(({ members }) => {
      const present = members.filter(({ intent, liveness }) => intent === 'active' && liveness === 'alive');
      const seen = new Set(present.map(({ peer }) => peer));
      return seen.size === peers.length && peers.every(({ id }) => seen.has(id));
    });
  });
}

/** Asks each owner of each key what it has, without a read that could mend anything. As `untilAllSeen`. */
export async function untilEqual(
  observer: Observer,
  peers: readonly Pick<ChaosPeer, 'id' | 'clientAddress'>[],
  keys: readonly string[],
  withinMs = SETTLES_WITHIN_MS,
): Promise<number | undefined> {
  let differing = keys;
  return timeUntil(withinMs, async () => {
    const addressOf = new Map(peers.map(({ id, clientAddress }) => [id, clientAddress]));
    const still: string[] = [];
    await forEachAtOnce(differing, async (key) => {
      if (!(await areOwnersEqual(observer, addressOf, key))) still.push(key);
    });
    differing = still;
    return still.length === 0;
  });
}

/** Until every partition has all of its owners, and these have everything. As `untilAllSeen`. */
export function untilWhole(observer: StarlingClient): Promise<number | undefined> {
  return timeUntil(SETTLES_WITHIN_MS, async () => checkShares(await observer.topology()).length === 0);
}

/** Reads each key from all of its owners. */
export async function readAll(
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

async function timeUntil(withinMs: number, isSo: () => Promise<boolean>): Promise<number | undefined> {
  const startMs = performance.now();
  while (performance.now() - startMs < withinMs) {
    if (await isSo().catch(() => false)) return performance.now() - startMs;
    await sleep(LOOK_EVERY_MS);
  }
  return undefined;
}

async function areOwnersEqual(
  observer: Observer,
  addressOf: ReadonlyMap<string, string>,
  key: string,
): Promise<boolean> {
  const { custodians } = await observer.explain(key, [...addressOf.values()][0]);
  const held = await Promise.all(
    custodians.map(async (peer) => (await observer.explain(key, addressOf.get(peer))).record?.version ?? ''),
  );
  return new Set(held).size === 1;
}

async function forEachAtOnce<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length) await act(items[next++]!);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
