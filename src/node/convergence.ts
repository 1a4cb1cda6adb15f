import { AntiEntropy } from '../antientropy/anti-entropy.ts';
import type { SyncLane } from '../antientropy/exchange.ts';
import type { Gossip } from '../gossip/gossip.ts';
import type { Custody } from '../replication/custody.ts';
import type { LocalReplica } from '../replication/local-replica.ts';
import type { StorageEngine } from '../storage/engine.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Record } from '../version/record.ts';
import type { Ports } from './ports.ts';
import type { NodeSettings } from './settings.ts';

export interface ConvergenceParts {
  readonly self: string;
  readonly settings: NodeSettings;
  readonly ports: Pick<Ports, 'timers' | 'random'>;
  readonly gossip: Gossip;
  readonly custody: Custody;
  readonly replica: LocalReplica;
  readonly storage: StorageEngine;
  readonly lane: SyncLane;
  readonly telemetry: Telemetry;
}

/** For a write that waits for nothing but this node's disk. */
const STORE_TIMEOUT_MS = 10_000;

/** What brings the custodians of a partition together, clients or no clients. */
export function makeAntiEntropy(parts: ConvergenceParts): AntiEntropy {
  const { self, settings, ports, gossip, custody, replica, storage, lane, telemetry } = parts;
  return new AntiEntropy({
    self,
    partitions: settings.cluster.partitions,
    held: custody,
    storage,
    lane,
    timers: ports.timers,
    random: ports.random,
    isDead: (peer) => gossip.liveness(peer) === 'dead',
    clusterTimeMs: () => gossip.clusterTimeMs(),
    store: (records, ownersHash) => storeAll(replica, records, ownersHash),
    ...settings.repair,
    events: telemetry,
  });
}

/** Resolves when all are durable here. @throws StarlingError as the replica refused one */
async function storeAll(
  replica: LocalReplica,
  records: readonly Record[],
  ownersHash: number,
): Promise<void> {
  await Promise.all(
    records.map(
      (record) =>
        new Promise<void>((resolve, reject) => {
          const write = { ownersHash, record, durability: 'fsync' as const, repair: true };
          replica.write(write, STORE_TIMEOUT_MS, (answer) => {
            if (answer.kind === 'failed') reject(answer.error);
            else resolve();
          });
        }),
    ),
  );
}
