import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Node } from '../../../src/node/node.ts';
import { type OpenNode, PARTITIONS } from './open-node.ts';

const PURGE_LAG_MS = 300_000;
/** Fence and floors follow the clock whoever is there; `floorsAhead` is what an attack could change of them. */
const RISES_WITH_TIME = /^floors\.json(\.new)?$/;

/** All of a node that no attack may change. */
export interface NodeSnapshot {
  readonly peer: string;
  readonly clusterId: string;
  readonly ringId: string;
  /** By peer: liveness, incarnation, accusers. */
  readonly members: Readonly<Record<string, string>>;
  /** By peer: status, counter, author, signature. */
  readonly intents: Readonly<Record<string, string>>;
  /** By key: value and version as this node reads them. */
  readonly records: Readonly<Record<string, string>>;
  readonly storage: Readonly<Record<string, number>>;
  /** By path in the data directory: hash of what the file holds. */
  readonly files: Readonly<Record<string, string>>;
}

/** @param keys which records to read back */
export async function snapshotOf(node: OpenNode, keys: readonly string[]): Promise<NodeSnapshot> {
  const { outside, inside, dataDirectory } = node;
  const members = inside.gossip
    .members()
    .map(
      ({ peer, liveness, incarnation, accusers }) =>
        [peer, [liveness, incarnation, ...accusers].join(' ')] as const,
    );
  const intents = inside.gossip
    .intents()
    .map(
      ({ peer, status, counter, author, signature }) =>
        [peer, [status, counter, author, Buffer.from(signature).toString('hex', 0, 8)].join(' ')] as const,
    );
  const records = keys.map(async (key) => {
    const found = await outside.get(key, { consistency: 'one' }).catch((error: unknown) => String(error));
    return [key, typeof found === 'string' ? found : [found.value, found.version].join(' ')] as const;
  });
  const { records: recordCount, tombstones, liveBytes, segments } = inside.storage.stats();
  return {
    peer: inside.self,
    clusterId: inside.clusterId,
    ringId: outside.topology().ringId,
    members: Object.fromEntries(members),
    intents: Object.fromEntries(intents),
    records: Object.fromEntries(await Promise.all(records)),
    storage: { recordCount, tombstones, liveBytes, segments, floorsAhead: floorsAhead(inside) },
    files: await hashesIn(dataDirectory),
  };
}

/** Partitions of which deletions are forgotten sooner than the default lag allows: somebody pushed the floor. */
function floorsAhead(node: Node): number {
  const latestMs = node.gossip.clusterTimeMs() - PURGE_LAG_MS;
  return Array.from({ length: PARTITIONS }, (_, partition) => node.floorMs(partition)).filter(
    (floorMs) => floorMs > latestMs,
  ).length;
}

async function hashesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hashes = entries
    .filter((entry) => entry.isFile() && !RISES_WITH_TIME.test(entry.name))
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      // A state file that is just being replaced is gone before it can be read.
      const content = await readFile(path).catch(() => '');
      return [relative(folder, path), createHash('sha256').update(content).digest('hex')] as const;
    });
  return Object.fromEntries(await Promise.all(hashes));
}
