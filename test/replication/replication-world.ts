import { StarlingError } from '../../src/base/errors.ts';
import type { Timers } from '../../src/base/timers.ts';
import type { QuorumOptions } from '../../src/quorum/consistency.ts';
import { HedgeDelay } from '../../src/replication/hedge-delay.ts';
import type { Coordination } from '../../src/replication/coordination.ts';
import { Comparisons } from '../../src/replication/comparisons.ts';
import { Custody } from '../../src/replication/custody.ts';
import type { ReplicationEvents } from '../../src/replication/events.ts';
import { LocalReplica } from '../../src/replication/local-replica.ts';
import { settleDifference } from '../../src/replication/read-request.ts';
import type { Replica } from '../../src/replication/replica.ts';
import type { CustodyMember } from '../../src/ring/custody-view.ts';
import { HybridClock } from '../../src/version/hybrid-clock.ts';
import { type Key, keyOf } from '../../src/version/key.ts';
import type { Record } from '../../src/version/record.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { type ProcessTime, VirtualTime } from '../simulation/world/virtual-time.ts';
import { MemoryEngine } from '../storage/memory-engine.ts';

export const PARTITIONS = 8;
const ALL_COMPLETE = Uint8Array.of(0xff);

export type ReplicaOp = 'write' | 'keep' | 'read' | 'readVersion' | 'compare' | 'scan';

/** What happens to a request on its way: it is refused, or arrives late (never: Infinity). */
export interface Fault {
  readonly error?: StarlingError;
  readonly delayMs?: number;
}

/** One holder: the real replica over an engine in memory, behind a way that may be faulty. */
export interface Holder {
  readonly custody: Custody;
  readonly storage: MemoryEngine;
  /** Asked for each request; undefined: nothing goes wrong. */
  fault: (op: ReplicaOp) => Fault | undefined;
}

export interface WorldOptions {
  /** The members, all active unless said otherwise. Default: a, b and c. */
  readonly members?: readonly CustodyMember[];
  /** Where requests are coordinated. Default: at a peer that owns nothing. */
  readonly self?: string;
  readonly quorum?: QuorumOptions;
}

export function member(peer: string, status: CustodyMember['status'] = 'active'): CustodyMember {
  return { peer, status, zone: '', weight: 100 };
}

/** Real replicas of several peers, and all that a coordinator stands on, on virtual time. */
export class ReplicationWorld {
  readonly time = new VirtualTime();
  readonly process: ProcessTime = this.time.process('world');
  readonly holders = new Map<string, Holder>();
  readonly dead = new Set<string>();
  /** What replicas were asked, as `op peer`. */
  readonly asked: string[] = [];
  /** What telemetry was told, as `event argument`. */
  readonly told: string[] = [];
  /** With whom the membership was compared. */
  readonly exchanged: string[] = [];
  /** Writes that others keep in the stead of owners, as `owner key at peer`. */
  readonly kept: string[] = [];
  /** Hints that were kept, as `peer key`. */
  readonly hinted: string[] = [];
  /** As `Coordination.slowRequestMs`. */
  slowRequestMs = 0;
  readonly custody: Custody;
  readonly coordination: Coordination;
  readonly #members: readonly CustodyMember[];
  readonly #replicas: number;

  constructor({
    members = ['a', 'b', 'c'].map((peer) => member(peer)),
    self = 'outsider',
    quorum,
  }: WorldOptions = {}) {
    this.#members = members;
    this.#replicas = quorum?.replicas ?? 3;
    const replicas = new Map<string, Replica>();
    for (const { peer } of members) replicas.set(peer, this.#makeHolder(peer));
    this.custody = this.holders.get(self)?.custody ?? this.#custodyOf(self);
    const replicaOf = (peer: string) => replicas.get(peer)!;
    const events = this.#events();
    this.coordination = {
      self,
      custody: this.custody,
      replicaOf,
      members: { isDead: (peer) => this.dead.has(peer), exchange: (peer) => void this.exchanged.push(peer) },
      hybridClock: new HybridClock({ writer: 77, maxDriftMs: 10_000 }),
      clusterTimeMs: () => this.process.clock.wallMs(),
      clock: this.process.clock,
      timers: this.process,
      deadlines: this.process,
      random: new SeededRandom(1),
      hedgeDelay: new HedgeDelay(),
      quorum: quorum ?? { replicas: 3, writeQuorum: 2, readQuorum: 2 },
      comparisons: new Comparisons({
        timers: this.process,
        replicaOf,
        settle: ({ key }) => settleDifference(this.coordination, key),
        events,
      }),
      hints: { add: (peer, { key }) => void this.hinted.push(`${peer} ${key.text}`) },
      events,
      slowRequestMs: () => this.slowRequestMs,
    };
  }

  holder(peer: string): Holder {
    return this.holders.get(peer)!;
  }

  /** Makes every holder fail so. */
  faultEverywhere(fault: Holder['fault']): void {
    for (const holder of this.holders.values()) holder.fault = fault;
  }

  /** Puts the record where it says, as if it had been written long ago. */
  async seed(record: Record, ...peers: readonly string[]): Promise<void> {
    for (const peer of peers) {
      this.holder(peer).storage.write(record);
      await this.time.settle(this.holder(peer).storage.durable(), 1000);
    }
  }

  held(peer: string, key: string | Key): Record | undefined {
    return this.holder(peer).storage.read(typeof key === 'string' ? keyOf(key) : key)?.record;
  }

  /** A key of that partition. */
  keyIn(partition: number): Key {
    for (let n = 0; ; n++) {
      const key = keyOf(`k${n}`);
      if (this.custody.partitionOf(key) === partition) return key;
    }
  }

  /** Lets time pass until the promise settles. */
  settle<T>(promise: Promise<T>): Promise<T> {
    return this.time.settle(promise, 60_000);
  }

  pass(ms: number): Promise<void> {
    return this.time.run(this.time.nowMs + ms);
  }

  #custodyOf(self: string): Custody {
    const custody = new Custody({
      self,
      partitions: PARTITIONS,
      replicas: this.#replicas,
      complete: ALL_COMPLETE,
    });
    custody.update(this.#members);
    return custody;
  }

  #makeHolder(peer: string): Replica {
    const custody = this.#custodyOf(peer);
    const storage = new MemoryEngine(this.process, Math.log2(PARTITIONS));
    const holder: Holder = { custody, storage, fault: () => undefined };
    this.holders.set(peer, holder);
    const local = new LocalReplica({
      self: peer,
      storage,
      custody,
      hybridClock: new HybridClock({ writer: 88, maxDriftMs: 10_000 }),
      clusterTimeMs: () => this.process.clock.wallMs(),
      bounds: { fenceMs: () => 0, floorMs: () => 0 },
      hints: {
        addDurably: (target, { key }) => {
          this.kept.push(`${target} ${key.text} at ${peer}`);
          return Promise.resolve(true);
        },
      },
    });
    return faulty(local, this.process, (op) => {
      this.asked.push(`${op} ${peer}`);
      return holder.fault(op);
    });
  }

  #events(): ReplicationEvents {
    const tell =
      (event: string) =>
      (...facts: readonly unknown[]) =>
        void this.told.push(
          [event, ...facts.map((fact) => (fact instanceof StarlingError ? fact.code : String(fact)))].join(
            ' ',
          ),
        );
    return {
      requestDone: tell('requestDone'),
      requestSlow: ({ op, partition, slowPeers }) => tell('requestSlow')(op, partition, slowPeers),
      restamped: tell('restamped'),
      readRepaired: tell('readRepaired'),
      readRepairFailed: (peer, error) => tell('readRepairFailed')(peer, error),
      compared: tell('compared'),
      comparisonsDropped: tell('comparisonsDropped'),
      hedged: tell('hedged'),
      ownersDiffered: (peer) => tell('ownersDiffered')(peer),
      partitionCopied: tell('partitionCopied'),
      partitionCopyFailed: tell('partitionCopyFailed'),
      partitionCleared: tell('partitionCleared'),
      partitionsNotCleared: tell('partitionsNotCleared'),
    };
  }
}

/** The replica behind a faulty way, which keeps a replica's promise to answer once and in time. */
function faulty(inner: Replica, timers: Timers, faultOf: (op: ReplicaOp) => Fault | undefined): Replica {
  function carry<A>(
    op: ReplicaOp,
    timeoutMs: number,
    run: () => void,
    fail: (error: StarlingError) => A,
    onAnswer: (answer: A) => void,
  ) {
    const { error, delayMs = 0 } = faultOf(op) ?? {};
    if (error) timers.after(delayMs, () => onAnswer(fail(error)));
    else if (delayMs < timeoutMs) timers.after(delayMs, run);
    else timers.after(timeoutMs, () => onAnswer(fail(new StarlingError('TIMEOUT', 'no answer'))));
  }
  const failed = (error: StarlingError) => ({ kind: 'failed' as const, error });
  const asItIs = (error: StarlingError) => error;
  return {
    write: (request, timeoutMs, onAnswer) =>
      carry('write', timeoutMs, () => inner.write(request, timeoutMs, onAnswer), failed, onAnswer),
    keep: (request, timeoutMs, onAnswer) =>
      carry('keep', timeoutMs, () => inner.keep(request, timeoutMs, onAnswer), failed, onAnswer),
    read: (request, timeoutMs, onAnswer) =>
      carry('read', timeoutMs, () => inner.read(request, timeoutMs, onAnswer), failed, onAnswer),
    readVersion: (request, timeoutMs, onAnswer) =>
      carry(
        'readVersion',
        timeoutMs,
        () => inner.readVersion(request, timeoutMs, onAnswer),
        failed,
        onAnswer,
      ),
    compare: (request, timeoutMs, onAnswer) =>
      carry('compare', timeoutMs, () => inner.compare(request, timeoutMs, onAnswer), asItIs, onAnswer),
    scan: (request, timeoutMs, onAnswer) =>
      carry('scan', timeoutMs, () => inner.scan(request, timeoutMs, onAnswer), asItIs, onAnswer),
  };
}

/** A way that fails so. */
export function failsWith(code: StarlingError['code']): () => Fault {
  return () => ({ error: new StarlingError(code, `it is ${code}`) });
}

/** A way on which everything is lost. */
export const silent = (): Fault => ({ delayMs: Infinity });
