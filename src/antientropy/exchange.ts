import { StarlingError, toStarlingError } from '../base/errors.ts';
import { type Timers, sleep } from '../base/timers.ts';
import { type Hashed, childrenOf } from '../merkle/hash-tree.ts';
import type { StorageEngine, Token } from '../storage/engine.ts';
import { type Record, bytesOf } from '../version/record.ts';
import { errorFromWire } from '../wire/error-codec.ts';
import type { starling } from '../wire/gen/messages.js';
import { recordFromWire, recordToWire } from '../wire/record-codec.ts';
import { type ExchangeReport, NOTHING_EXCHANGED, sumOfReports } from '../wire/repair-codec.ts';
import { secondsOf, timeOfSeconds, tokensFromWire, versionsToWire } from '../wire/sync-codec.ts';
import type { Holdings } from './holdings.ts';
import type { FloorOwners, PurgeFloors } from './purge-floors.ts';
import { batchOf } from './record-batch.ts';

type Request = starling.v1.SyncRequest.$Properties;
type Response = starling.v1.SyncResponse.$Properties;

/** What an exchange needs of the transport. */
export interface SyncLane {
  request(
    peer: string,
    request: Request,
    timeoutMs: number,
    onAnswer: (answer: Response | StarlingError) => void,
  ): void;
}

export interface ExchangeDependencies {
  readonly holdings: Holdings;
  readonly storage: Pick<StorageEngine, 'leaves' | 'durable'>;
  readonly floors: PurgeFloors;
  readonly lane: SyncLane;
  readonly timers: Timers;
  /** Takes records that other custodians hold; resolves when they are durable. @throws StarlingError */
  readonly store: (records: readonly Record[], ownersHash: number) => Promise<void>;
  /** Most bytes of records that are moved in a second, both ways together. */
  readonly bytesPerSecond: number;
  readonly isStopped: () => boolean;
}

/** What of an exchange isn't as usual. */
export interface ExchangeScope {
  /** Only this partition; left out or undefined: all that both own. */
  readonly partition?: number | undefined;
  /** Told how far it is, whenever that has changed. */
  readonly onProgress?: (report: ExchangeReport) => void;
}

/** A partition as it was when the comparison began. */
interface Compared {
  readonly partition: number;
  readonly owners: FloorOwners;
  /** Below this nothing was added any more, anywhere. */
  readonly fencedMs: number;
}

const TIMEOUT_MS = 10_000;
/** Leaves are compared in one message until they hold so many keys: reading their versions holds up everything else. */
const VERSIONS_PER_MESSAGE = 512;
const NODES_PER_MESSAGE = 4096;
/** Messages about the same leaves, each of which moves records: more only where somebody writes as fast. */
const ROUNDS = 1000;

/**
 * Makes two custodians equal (Dynamo 4.7), as far as they differ and no further: asks the peer which roots of all shared partitions
 * differ, then which branches of these, which leaves, which versions; takes what is newer there and gives what is newer here.
 *
 *     roots of all shared partitions --> differing --> branches --> leaves --> versions <--> records
 */
export class Exchange {
  readonly #on: ExchangeDependencies;
  readonly #peer: string;
  readonly #scope: ExchangeScope;
  #report = NOTHING_EXCHANGED;

  constructor(dependencies: ExchangeDependencies, peer: string, scope: ExchangeScope = {}) {
    this.#on = dependencies;
    this.#peer = peer;
    this.#scope = scope;
  }

  /** @throws StarlingError where it had to be given up; what was moved until then stays */
  async run(): Promise<ExchangeReport> {
    for (const { partition, owners, fencedMs } of await this.#differingPartitions()) {
      await this.#reconcile(partition, owners.ownersHash);
      this.#on.floors.notePulled(partition, owners, this.#peer, fencedMs);
      this.#count({ differing: 1 });
    }
    return this.#report;
  }

  async #differingPartitions(): Promise<readonly Compared[]> {
    const { holdings, storage, floors } = this.#on;
    const owned = this.#inScope(holdings.ownedWith(this.#peer));
    const compared = this.#inScope(holdings.sharedWith(this.#peer)).map((partition): Compared => {
      const owners = holdings.ownersOf(partition);
      return { partition, owners, fencedMs: floors.fencedMs(owners) };
    });
    if (compared.length === 0) {
      this.#count({ notCompared: owned.length });
      return [];
    }
    const partitions = compared.map(({ partition }) => partition);
    const compareRoots = {
      partitions,
      ownersHashes: compared.map(({ owners }) => owners.ownersHash),
      sums: [...storage.leaves.sums(0, partitions)],
      fenceS: secondsOf(floors.fenceMs),
      syncedS: compared.map(({ partition, owners }) => secondsOf(floors.syncedMs(partition, owners))),
    };
    const answer = await this.#ask({ compareRoots }, (response) => response.rootsCompared);
    const unknown = new Set(answer.unknown);
    const known = partitions.filter((partition) => !unknown.has(partition)).length;
    this.#count({ partitions: known, notCompared: owned.length - known });
    const differing = new Set(answer.differing);
    floors.learnFence(this.#peer, timeOfSeconds(answer.fenceS));
    compared.forEach(({ partition, owners, fencedMs }, index) => {
      if (unknown.has(partition)) return;
      floors.learn(partition, owners, this.#peer, timeOfSeconds(answer.syncedS?.[index]));
      if (!differing.has(partition)) floors.notePulled(partition, owners, this.#peer, fencedMs);
    });
    return compared.filter(({ partition }) => differing.has(partition) && !unknown.has(partition));
  }

  #inScope(partitions: readonly number[]): readonly number[] {
    const { partition: only } = this.#scope;
    return only === undefined ? partitions : partitions.filter((partition) => partition === only);
  }

  async #reconcile(partition: number, ownersHash: number): Promise<void> {
    const { storage } = this.#on;
    let nodes: readonly number[] = [partition];
    for (let depth = 1; depth <= storage.leaves.depth; depth++) {
      nodes = await this.#differingNodes(partition, ownersHash, depth, childrenOf(nodes));
    }
    for (let at = 0; at < nodes.length;) {
      const leaves: number[] = [];
      const versions: Hashed[] = [];
      while (at < nodes.length && versions.length < VERSIONS_PER_MESSAGE) {
        leaves.push(nodes[at]!);
        versions.push(...storage.leaves.versions(nodes[at]!));
        at++;
      }
      await this.#reconcileLeaves(partition, ownersHash, leaves, versions);
    }
  }

  async #differingNodes(
    partition: number,
    ownersHash: number,
    depth: number,
    nodes: readonly number[],
  ): Promise<readonly number[]> {
    const differing: number[] = [];
    for (let at = 0; at < nodes.length; at += NODES_PER_MESSAGE) {
      const some = nodes.slice(at, at + NODES_PER_MESSAGE);
      const sums = [...this.#on.storage.leaves.sums(depth, some)];
      const compareNodes = { partition, ownersHash, depth, nodes: some, sums };
      const nodesCompared = await this.#ask({ compareNodes }, (response) => response.nodesCompared);
      const asked = new Set(some);
      differing.push(...(nodesCompared.differing ?? []).filter((node) => asked.has(node)));
    }
    return differing;
  }

  async #reconcileLeaves(
    partition: number,
    ownersHash: number,
    leaves: readonly number[],
    firstVersions: readonly Hashed[],
  ): Promise<void> {
    const { storage } = this.#on;
    let versions = firstVersions;
    for (let round = 0; round < ROUNDS; round++) {
      const compareLeaves = {
        partition,
        ownersHash,
        leaves: [...leaves],
        versions: versionsToWire(versions),
        floorS: secondsOf(this.#on.floors.floorMs(partition)),
      };
      const { records, wanted, more } = await this.#ask({ compareLeaves }, comparedLeaves);
      await this.#take(records, ownersHash);
      await this.#give(partition, ownersHash, wanted);
      if (!more) return;
      versions = leaves.flatMap((leaf) => storage.leaves.versions(leaf));
    }
    throw new StarlingError(
      'UNAVAILABLE',
      `peer ${this.#peer} has more records of partition ${partition} after each of ${ROUNDS} messages`,
      { partition, peer: this.#peer },
    );
  }

  async #take(records: readonly Record[], ownersHash: number): Promise<void> {
    if (records.length === 0) return;
    await this.#on.store(records, ownersHash);
    const recordBytes = records.reduce((sum, record) => sum + bytesOf(record), 0);
    this.#count({ taken: records.length, recordBytes });
    await this.#pace(recordBytes);
  }

  async #give(partition: number, ownersHash: number, tokens: readonly Token[]): Promise<void> {
    for (let rest = tokens; rest.length > 0;) {
      const { records, tokens: taken, sizeBytes } = batchOf(this.#on.storage.leaves, rest);
      rest = rest.slice(taken);
      if (records.length === 0) continue;
      // A copy must not outlive, in a crash, what it was copied from.
      await this.#on.storage.durable();
      const takeRecords = { partition, ownersHash, records: records.map(recordToWire) };
      await this.#ask({ takeRecords }, (response) => response.recordsTaken);
      this.#count({ given: records.length, recordBytes: sizeBytes });
      await this.#pace(sizeBytes);
    }
  }

  #count(more: Partial<ExchangeReport>): void {
    this.#report = sumOfReports([this.#report, { ...NOTHING_EXCHANGED, ...more }]);
    this.#scope.onProgress?.(this.#report);
  }

  async #pace(sizeBytes: number): Promise<void> {
    await sleep(this.#on.timers, (sizeBytes / this.#on.bytesPerSecond) * 1000);
  }

  /**
   * @param read takes what it wants of an answer, at once: bytes of it are views; undefined where it is the answer to something else
   * @throws StarlingError as the peer or the lane did
   */
  #ask<A>(request: Request, read: (response: Response) => A | null | undefined): Promise<A> {
    return new Promise((resolve, reject) => {
      if (this.#on.isStopped()) {
        reject(new StarlingError('STOPPED', 'the node is stopping'));
        return;
      }
      this.#on.lane.request(this.#peer, request, TIMEOUT_MS, (response) => {
        try {
          resolve(answerOf(response, read));
        } catch (error) {
          reject(toStarlingError(error, 'PROTOCOL'));
        }
      });
    });
  }
}

function answerOf<A>(
  response: Response | StarlingError,
  read: (response: Response) => A | null | undefined,
): A {
  if (response instanceof StarlingError) throw response;
  if (response.error) throw errorFromWire(response.error);
  const answer = read(response);
  if (answer) return answer;
  throw new StarlingError(
    'PROTOCOL',
    'a peer answered a comparison with something else; do all peers run the same version?',
  );
}

interface ComparedLeaves {
  readonly records: readonly Record[];
  readonly wanted: readonly Token[];
  readonly more: boolean;
}

function comparedLeaves({ leavesCompared }: Response): ComparedLeaves | undefined {
  if (!leavesCompared) return undefined;
  const { records, wanted, more } = leavesCompared;
  return {
    records: (records ?? []).map(recordFromWire),
    wanted: tokensFromWire(wanted),
    more: more ?? false,
  };
}
