import { setTimeout as wait } from 'node:timers/promises';
import type { Attack } from './attack.ts';
import type { AttackedCluster } from './attacked-cluster.ts';
import { differences } from './differences.ts';
import { holdsWithin, SOON_MS } from './holds.ts';
import type { Target } from './target.ts';

/** By how much an attack may make the attacked process grow: that is what a hundred connections take, and their buffers. */
const MOST_GROWTH_BYTES = 12 << 20;

/** How much one attack may make the nodes log: it must not fill their disks. */
const MOST_LINES = 100;

/** How often the process is measured meanwhile. */
const SAMPLE_MS = 500;

/** Nodes may have to connect to each other anew, and find another number of connections enough. */
const SPARE_SOCKETS = 6;

/**
 * Attacks, and gives everything that is not as it was before, in words: ring ids, members, intents, records, files, memory, logs,
 * connections; and whether the cluster takes writes and gives them back.
 * @param isEnough ends the wait for what heals of itself
 */
export async function harmOf(
  cluster: AttackedCluster,
  attack: Attack,
  isEnough: (harm: readonly string[]) => boolean = (harm) => harm.length === 0,
): Promise<readonly string[]> {
  const { target } = cluster;
  const before = {
    nodes: await target.ask('snapshot'),
    usage: await target.ask('usage'),
    lines: target.log.length,
  };
  const [complaints, peakBytes] = await whileMeasured(target, () => attack.run(cluster));
  const grownBytes = peakBytes - before.usage.heapBytes;
  if (grownBytes > (attack.mayGrowBytes ?? MOST_GROWTH_BYTES)) {
    complaints.push(`memory grew by ${(grownBytes / 2 ** 20).toFixed(1)} MiB`);
  }

  const lines = target.log.length - before.lines;
  if (lines > MOST_LINES) complaints.push(`${lines} lines were logged`);

  let harm: readonly string[] = [];
  await holdsWithin(attack.healsWithinMs ?? 0, async () => {
    const changes = differences(before.nodes, await target.ask('snapshot'));
    harm = [...complaints, ...changes.filter((change) => attack.mayChange?.test(change) !== true)];
    return isEnough(harm);
  });
  await cluster.dismiss();
  return harm.length > 0 ? harm : lastingHarm(target, before.usage.sockets);
}

/** Gives the most memory that the attacked process held meanwhile as well. */
async function whileMeasured(
  target: Target,
  run: () => Promise<readonly string[]>,
): Promise<[complaints: string[], peakBytes: number]> {
  const watched = new AbortController();
  let peakBytes = 0;
  const measure = async () => {
    peakBytes = Math.max(peakBytes, (await target.ask('usage')).heapBytes);
  };
  const watch = async () => {
    while (!watched.signal.aborted) {
      await wait(SAMPLE_MS, undefined, watched).catch(() => {});
      await measure();
    }
  };
  const watching = watch();
  const complaints = await run().finally(() => watched.abort());
  await watching;
  return [[...complaints], peakBytes];
}

/** What is left when the attackers have gone. */
async function lastingHarm(target: Target, socketsBefore: number): Promise<string[]> {
  const harm: string[] = [];
  let sockets = 0;
  const areClosed = await holdsWithin(SOON_MS, async () => {
    ({ sockets } = await target.ask('usage'));
    return sockets <= socketsBefore + SPARE_SOCKETS;
  });
  if (!areClosed) harm.push(`${sockets} connections are open, ${socketsBefore} were before`);
  await target.ask('write').catch((error: unknown) => harm.push(`writes fail: ${String(error)}`));
  return harm;
}
