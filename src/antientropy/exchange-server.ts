import { StarlingError, toStarlingError } from '../base/errors.ts';
import { FAN_OUT, differing } from '../merkle/hash-tree.ts';
import { differenceOf } from '../merkle/leaf-difference.ts';
import type { StorageEngine } from '../storage/engine.ts';
import type { Record } from '../version/record.ts';
import { errorToWire } from '../wire/error-codec.ts';
import type { starling } from '../wire/gen/messages.js';
import { recordFromWire, recordToWire } from '../wire/record-codec.ts';
import {
  nodesFromWire,
  secondsOf,
  sumsFromWire,
  timeOfSeconds,
  tokensToWire,
  versionsFromWire,
} from '../wire/sync-codec.ts';
import type { Holdings } from './holdings.ts';
import type { PurgeFloors } from './purge-floors.ts';
import { batchOf } from './record-batch.ts';
import { SETTLE_MS } from './settle-time.ts';

type Request = starling.v1.SyncRequest.$Properties;
type Response = starling.v1.SyncResponse.$Properties;

export interface ExchangeServerDependencies {
  readonly holdings: Holdings;
  readonly storage: Pick<StorageEngine, 'leaves' | 'durable'>;
  readonly floors: PurgeFloors;
  readonly partitions: number;
  /** The cluster's idea of the time, ms since the epoch. */
  readonly clusterTimeMs: () => number;
  /** Takes records that other custodians hold; resolves when they are durable. @throws StarlingError */
  readonly store: (records: readonly Record[], ownersHash: number) => Promise<void>;
}

/** Answers peers that compare what they hold with what this node holds (proto/starling/v1/sync.proto). */
export class ExchangeServer {
  readonly #on: ExchangeServerDependencies;

  constructor(dependencies: ExchangeServerDependencies) {
    this.#on = dependencies;
  }

  /** Answers once; whatever is wrong with the request becomes its answer. */
  serve(peer: string, request: Request, respond: (response: Response) => void): void {
    this.#answer(peer, request).then(respond, (error: unknown) =>
      respond({ error: errorToWire(toStarlingError(error, 'INVALID_ARGUMENT')) }),
    );
  }

  // Async, so that nothing is thrown at the lane.
  async #answer(peer: string, request: Request): Promise<Response> {
    if (request.compareRoots) return this.#compareRoots(peer, request.compareRoots);
    if (request.compareNodes) return this.#compareNodes(request.compareNodes);
    if (request.compareLeaves) return this.#compareLeaves(request.compareLeaves);
    if (request.takeRecords) return this.#takeRecords(request.takeRecords);
    throw new StarlingError('INVALID_ARGUMENT', 'the request asks for nothing that this version knows');
  }

  #compareRoots(peer: string, wire: starling.v1.CompareRoots.$Properties): Response {
    const { holdings, storage, floors, partitions: end } = this.#on;
    const partitions = nodesFromWire(wire.partitions, end);
    const sums = sumsFromWire(wire.sums, partitions.length);
    const hashes = wire.ownersHashes ?? [];
    const unknown = partitions.filter(
      (partition, index) => !holdings.canCompare(partition, hashes[index] ?? 0),
    );
    const differ = differing(partitions, storage.leaves.sums(0, partitions), sums);
    const refused = new Set(unknown);
    const known = partitions.filter((partition) => !refused.has(partition));
    const isDifferent = new Set(differ);
    // What the peer sent was true before it sent it, and its fence with it.
    floors.learnFence(peer, timeOfSeconds(wire.fenceS));
    partitions.forEach((partition, index) => {
      if (refused.has(partition)) return;
      const owners = holdings.ownersOf(partition);
      floors.learn(partition, owners, peer, timeOfSeconds(wire.syncedS?.[index]));
      if (!isDifferent.has(partition)) floors.notePulled(partition, owners, peer, floors.fencedMs(owners));
    });
    const syncedS = partitions.map((partition) =>
      refused.has(partition) ? 0 : secondsOf(floors.syncedMs(partition, holdings.ownersOf(partition))),
    );
    return {
      rootsCompared: {
        differing: known.filter((partition) => isDifferent.has(partition)),
        unknown,
        fenceS: secondsOf(floors.fenceMs),
        syncedS,
      },
    };
  }

  #compareNodes(wire: starling.v1.CompareNodes.$Properties): Response {
    const { leaves } = this.#on.storage;
    const depth = wire.depth ?? 0;
    if (!(depth >= 1 && depth <= leaves.depth)) {
      throw new StarlingError('INVALID_ARGUMENT', `the trees here have no nodes at depth ${depth}`);
    }
    const nodes = this.#nodesOf(wire, depth, wire.nodes);
    const sums = sumsFromWire(wire.sums, nodes.length);
    return { nodesCompared: { differing: differing(nodes, leaves.sums(depth, nodes), sums) } };
  }

  async #compareLeaves(wire: starling.v1.CompareLeaves.$Properties): Promise<Response> {
    const { storage, floors, clusterTimeMs } = this.#on;
    const leaves = this.#nodesOf(wire, storage.leaves.depth, wire.leaves);
    const theirs = versionsFromWire(wire.versions);
    const own = leaves.flatMap((leaf) => storage.leaves.versions(leaf));
    const { give, want } = differenceOf(own, theirs, {
      settledBeforeMs: clusterTimeMs() - SETTLE_MS,
      ownFloorMs: floors.floorMs(wire.partition ?? 0),
      otherFloorMs: timeOfSeconds(wire.floorS),
    });
    const { records, tokens } = batchOf(storage.leaves, give);
    // A copy must not outlive, in a crash, what it was copied from.
    await storage.durable();
    return {
      leavesCompared: {
        records: records.map(recordToWire),
        wanted: tokensToWire(want),
        more: tokens < give.length,
      },
    };
  }

  async #takeRecords(wire: starling.v1.TakeRecords.$Properties): Promise<Response> {
    const partition = wire.partition ?? 0;
    this.#refuseUnlessHeld(partition, wire.ownersHash ?? 0);
    await this.#on.store((wire.records ?? []).map(recordFromWire), wire.ownersHash ?? 0);
    return { recordsTaken: {} };
  }

  /** Nodes at a depth of a partition that this node can compare. @throws StarlingError */
  #nodesOf(
    {
      partition = 0,
      ownersHash,
    }: { readonly partition?: number | null; readonly ownersHash?: number | null },
    depth: number,
    nodes: readonly number[] | null | undefined,
  ): readonly number[] {
    this.#refuseUnlessHeld(partition ?? 0, ownersHash ?? 0);
    const each = FAN_OUT ** depth;
    const first = (partition ?? 0) * each;
    const list = nodesFromWire(nodes, first + each);
    if (list.every((node) => node >= first)) return list;
    throw new StarlingError('INVALID_ARGUMENT', `the nodes are not all of partition ${partition}`);
  }

  #refuseUnlessHeld(partition: number, ownersHash: number): void {
    if (partition < this.#on.partitions && this.#on.holdings.canCompare(partition, ownersHash)) return;
    throw new StarlingError(
      'WRONG_OWNERS',
      `this peer knows other owners of partition ${partition}, or does not hold all of it (yet)`,
      { partition },
    );
  }
}
