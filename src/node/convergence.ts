import { AntiEntropy } from '../antientropy/anti-entropy.ts';
import type { FloorState } from '../antientropy/floor-keeper.ts';
import { PurgeFloors } from '../antientropy/purge-floors.ts';
import type { Gossip } from '../gossip/gossip.ts';
import type { LivenessChange } from '../gossip/gossip-events.ts';
import { isGone } from '../membership/intent.ts';
import { Clearance } from '../replication/clearance.ts';
import type { Custody } from '../replication/custody.ts';
import type { MemberLiveness } from '../replication/coordination.ts';
import { Handoff } from '../replication/hints/handoff.ts';
import type { HintStore } from '../replication/hints/hint-store.ts';
import type { LocalReplica, WriteBounds } from '../replication/local-replica.ts';
import type { Replica } from '../replication/replica.ts';
import { hasPartition } from '../ring/partition-bits.ts';
import type { StorageEngine } from '../storage/engine.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Record } from '../version/record.ts';
import type { CustodyKeeper } from './custody-keeper.ts';
import type { FloorFile } from './floor-file.ts';
import type { SyncLane } from './lanes.ts';
import type { Ports } from './ports.ts';
import type { NodeSettings } from './settings.ts';

export interface ConvergenceParts {
  readonly self: string;
  readonly settings: NodeSettings;
  readonly ports: Pick<Ports, 'clock' | 'timers' | 'random'>;
  readonly floorFile: FloorFile;
  readonly gossip: Gossip;
  readonly custody: Custody;
  readonly keeper: CustodyKeeper;
  readonly replica: LocalReplica;
  readonly storage: StorageEngine;
  readonly floors: PurgeFloors;
  readonly hints: HintStore;
  readonly members: MemberLiveness;
  readonly replicaOf: (peer: string) => Replica;
  readonly lane: SyncLane;
  readonly telemetry: Telemetry;
  readonly isActive: () => boolean;
}

/** For a write that waits for nothing but this node's disk. */
const STORE_TIMEOUT_MS = 10_000;

/** What brings the owners of a partition together, and lets everybody else forget it: clients or no clients. */
export class Convergence {
  /** Comparisons with the other owners of what this node owns. */
  readonly antiEntropy: AntiEntropy;
  readonly #clearance: Clearance;
  readonly #handoff: Handoff;

  constructor(parts: ConvergenceParts) {
    const { settings, ports, gossip, custody, keeper, replica, storage, lane, telemetry } = parts;
    this.antiEntropy = new AntiEntropy({
      ...settings.repair,
      scrub: settings.scrub,
      self: parts.self,
      partitions: settings.cluster.partitions,
      held: custody,
      storage,
      lane,
      ...ports,
      isDead: (peer) => gossip.liveness(peer) === 'dead',
      clusterTimeMs: () => gossip.clusterTimeMs(),
      store: (records, ownersHash) => storeAll(replica, records, ownersHash),
      floors: parts.floors,
      saveFloors: (state) => parts.floorFile.save(state),
      events: telemetry.convergence,
    });
    this.#clearance = new Clearance({
      custody,
      storage,
      timers: ports.timers,
      markCleared: (partitions) => keeper.markCleared(partitions),
      isCompleteAt: (peer, partition) =>
        hasPartition(gossip.intents().find((intent) => intent.peer === peer)?.complete, partition),
      isActive: parts.isActive,
      events: telemetry.replication,
    });
    this.#handoff = new Handoff({
      ...ports,
      store: parts.hints,
      custody,
      replicaOf: parts.replicaOf,
      exchange: (peer) => parts.members.exchange(peer),
      standingOf: (peer) => {
        if (gossip.intents().some((intent) => intent.peer === peer && isGone(intent))) return 'gone';
        return gossip.liveness(peer) === 'alive' ? 'alive' : 'dead';
      },
      events: telemetry.convergence,
    });
    lane.onRequest = (peer, request, respond) => this.antiEntropy.serve(peer, request, respond);
  }

  start(): void {
    this.antiEntropy.start();
    this.#clearance.wake();
    this.#handoff.start();
  }

  /** The owners of something may have changed, or what they hold. */
  wake(): void {
    this.#clearance.wake();
  }

  handleLiveness({ peer, liveness }: LivenessChange): void {
    if (liveness !== 'alive') return;
    this.#handoff.wake(peer);
    this.antiEntropy.want(peer);
  }

  /** Resolves when nothing is under way any more; what waits for a peer ends when the lanes stop. */
  async stop(): Promise<void> {
    await Promise.all([this.#handoff.stop(), this.antiEntropy.stop(), this.#clearance.stop()]);
  }
}

/** The purge floors of a node, as they were saved, and what they mean for writes. */
export function makeFloors(
  self: string,
  { cluster, repair }: Pick<NodeSettings, 'cluster' | 'repair'>,
  state: FloorState,
  clusterTimeMs: () => number,
): { floors: PurgeFloors; bounds: WriteBounds } {
  const floors = new PurgeFloors({ self, partitions: cluster.partitions, ...state });
  // What everybody will have to say before long is acted upon already, so that a newcomer is no way around it.
  const fenceMs = () => Math.max(floors.fenceMs, clusterTimeMs() - repair.purgeLagMs);
  return { floors, bounds: { fenceMs, floorMs: (partition) => floors.floorMs(partition) } };
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
