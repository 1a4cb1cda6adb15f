import { StarlingError, toStarlingError } from '../base/errors.ts';
import { ACKNOWLEDGED, KEPT, type WriteAnswer } from '../quorum/write-quorum.ts';
import type { ReadAnswer } from '../quorum/read-quorum.ts';
import type { Span, TraceContext, Tracer } from '../base/tracing.ts';
import type { ReadResult, StorageEngine } from '../storage/engine.ts';
import type { HybridClock } from '../version/hybrid-clock.ts';
import { compareVersions, newestBefore } from '../version/version.ts';
import type { Custody } from './custody.ts';
import type { Record } from '../version/record.ts';
import type {
  Comparison,
  Replica,
  ReplicaPage,
  ReplicaRead,
  ReplicaScan,
  ReplicaWrite,
  StandIn,
} from './replica.ts';

export interface LocalReplicaDependencies {
  readonly self: string;
  readonly storage: StorageEngine;
  readonly custody: Custody;
  readonly hybridClock: HybridClock;
  /** The cluster's idea of the time, ms since the epoch. */
  readonly clusterTimeMs: () => number;
  readonly bounds: WriteBounds;
  readonly hints: DurableHints;
  /** Left out: what it does with its disk is not recorded. */
  readonly tracer?: Tracer | undefined;
}

export interface DurableHints {
  /** Whether the record is kept for the peer, on disk. Never rejects. */
  addDurably(peer: string, record: Record): Promise<boolean>;
}

/** Below which version a write comes too late, in ms since the epoch. */
export interface WriteBounds {
  /** A new write: some custodian may have said that there are no more such. */
  fenceMs(): number;
  /** A record of a key that isn't here: it was deleted, or expired, and everybody has forgotten that. */
  floorMs(partition: number): number;
}

/**
 * What this node holds, served to coordinators here and elsewhere. It answers only for partitions that it owns,
 * and only coordinators that agree with it about their owners: so no quorum is ever counted together
 * from two different lists.
 */
export class LocalReplica implements Replica {
  readonly #on: LocalReplicaDependencies;

  constructor(dependencies: LocalReplicaDependencies) {
    this.#on = dependencies;
  }

  write(request: ReplicaWrite, _timeoutMs: number, onAnswer: (answer: WriteAnswer) => void): void {
    const partition = this.#on.custody.partitionOf(request.record.key);
    const refusal = this.#refusal(partition, request.ownersHash) ?? this.#unready(partition, request.repair);
    if (refusal !== undefined) {
      later(onAnswer, { kind: 'failed', error: refusal });
      return;
    }
    let answer: WriteAnswer;
    try {
      const late = this.#lateAnswer(partition, request);
      if (late !== undefined) {
        later(onAnswer, late);
        return;
      }
      this.#on.hybridClock.observe(request.record.version, this.#on.clusterTimeMs());
      const result = this.#on.storage.write(request.record);
      answer =
        result.kind === 'stale' && !request.repair
          ? { kind: 'stale', version: result.version }
          : this.#on.custody.isComplete(partition)
            ? ACKNOWLEDGED
            : KEPT;
    } catch (error) {
      later(onAnswer, failed(error));
      return;
    }
    if (request.durability === 'memory' || answer.kind === 'stale') {
      later(onAnswer, answer);
      return;
    }
    // Also where the same or a newer version was here already: its own flush may still be under way.
    this.#whenDurable(request.trace, (failure) => onAnswer(failure ?? answer));
  }

  keep({ peer, record }: StandIn, _timeoutMs: number, onAnswer: (answer: WriteAnswer) => void): void {
    void this.#on.hints
      .addDurably(peer, record)
      .then((isKept) => onAnswer(isKept ? ACKNOWLEDGED : notKept(peer)));
  }

  read(request: ReplicaRead, _timeoutMs: number, onAnswer: (answer: ReadAnswer) => void): void {
    this.#look(request, onAnswer, () => {
      const found = this.#readLog(request);
      const value = found?.record.value;
      const error = value === undefined ? undefined : request.room?.hold(value.length);
      if (error !== undefined) return { answer: { kind: 'failed', error }, durable: true };
      const answer: ReadAnswer = { kind: 'held', version: found?.record.version, record: found?.record };
      return { answer, durable: found?.durable ?? true };
    });
  }

  readVersion(request: ReplicaRead, _timeoutMs: number, onAnswer: (answer: ReadAnswer) => void): void {
    this.#look(request, onAnswer, () => {
      const found = this.#on.storage.readVersion(request.key);
      const answer: ReadAnswer = { kind: 'held', version: found?.version, record: undefined };
      return { answer, durable: found?.durable ?? true };
    });
  }

  compare(
    comparisons: readonly Comparison[],
    _timeoutMs: number,
    onAnswer: (answer: readonly number[] | StarlingError) => void,
  ): void {
    const differing: number[] = [];
    try {
      comparisons.forEach((comparison, index) => {
        if (this.#differs(comparison)) differing.push(index);
      });
      later(onAnswer, differing);
    } catch (error) {
      later(onAnswer, toStarlingError(error, 'CORRUPTION'));
    }
  }

  /** False also where this node can't tell, because it doesn't hold the partition (yet). */
  #differs({ key, version, ownersHash }: Comparison): boolean {
    const partition = this.#on.custody.partitionOf(key);
    if (this.#refusal(partition, ownersHash) ?? this.#incomplete(partition)) return false;
    const held = this.#on.storage.readVersion(key)?.version;
    if (held === undefined || version === undefined) return held !== version;
    return compareVersions(held, version) !== 0;
  }

  scan(
    request: ReplicaScan,
    _timeoutMs: number,
    onAnswer: (answer: ReplicaPage | StarlingError) => void,
  ): void {
    const refusal =
      this.#refusal(request.partition, request.ownersHash) ?? this.#incomplete(request.partition);
    if (refusal !== undefined) {
      later(onAnswer, refusal);
      return;
    }
    // A copy must not outlive, in a crash, what it was copied from.
    this.#on.storage
      .scan(request)
      .then(async (page) => {
        await this.#on.storage.durable();
        return { ...page, floorMs: this.#on.bounds.floorMs(request.partition) };
      })
      .then(onAnswer, (error: unknown) => onAnswer(toStarlingError(error)));
  }

  #look(
    request: ReplicaRead,
    onAnswer: (answer: ReadAnswer) => void,
    look: () => { answer: ReadAnswer; durable: boolean },
  ): void {
    const partition = this.#on.custody.partitionOf(request.key);
    const refusal = this.#refusal(partition, request.ownersHash) ?? this.#unreadable(partition);
    if (refusal !== undefined) {
      later(onAnswer, { kind: 'failed', error: refusal });
      return;
    }
    try {
      const { answer, durable } = look();
      if (durable) {
        later(onAnswer, answer);
        return;
      }
      // A reader may rely on what it saw: it must not vanish in a crash.
      this.#whenDurable(request.trace, (failure) => onAnswer(failure ?? answer));
    } catch (error) {
      later(onAnswer, failed(error));
    }
  }

  /** Calls back when what was applied so far is on disk, or why it isn't. In the turn of the write: `StorageEngine.durable`. */
  #whenDurable(trace: TraceContext | undefined, onDone: (failure: FailedAnswer | undefined) => void): void {
    const span = this.#begin('log flush', trace);
    this.#on.storage.durable().then(
      () => {
        span?.end('ok');
        onDone(undefined);
      },
      (error: unknown) => {
        const failure = failed(error);
        span?.end(failure.error.code);
        onDone(failure);
      },
    );
  }

  /** @throws StarlingError CORRUPTION */
  #readLog({ key, trace }: ReplicaRead): ReadResult | undefined {
    const span = this.#begin('log read', trace);
    let outcome = 'CORRUPTION';
    try {
      const found = this.#on.storage.read(key);
      outcome = 'ok';
      return found;
    } finally {
      span?.end(outcome);
    }
  }

  #begin(name: string, trace: TraceContext | undefined): Span | undefined {
    if (trace === undefined) return undefined;
    return this.#on.tracer?.begin(name, { role: 'internal', parent: trace });
  }

  /** What was written before the bounds, and is told so; undefined where it is to be stored. @throws StarlingError CORRUPTION */
  #lateAnswer(partition: number, { record, repair }: ReplicaWrite): WriteAnswer | undefined {
    const { bounds, storage } = this.#on;
    const { wallMs } = record.version;
    if (!repair) {
      const fenceMs = bounds.fenceMs();
      return wallMs < fenceMs ? { kind: 'stale', version: newestBefore(fenceMs) } : undefined;
    }
    if (wallMs >= bounds.floorMs(partition)) return undefined;
    // Nothing is missing here: what the record was replaced by has come and gone.
    return storage.readVersion(record.key) === undefined ? ACKNOWLEDGED : undefined;
  }

  #unready(partition: number, repair: boolean): StarlingError | undefined {
    const { custody, self } = this.#on;
    // Until the copy is complete nobody knows here what was deleted: what others remember comes with it.
    if (repair) return this.#incomplete(partition);
    if (custody.isCleared(partition)) return undefined;
    return new StarlingError(
      'NOT_READY',
      `peer ${self} has only just become an owner of partition ${partition}`,
      {
        partition,
        peer: self,
      },
    );
  }

  #refusal(partition: number, ownersHash: number): StarlingError | undefined {
    const { custody, self } = this.#on;
    if (custody.view.ownersHash(partition) === ownersHash && custody.owns(partition)) return undefined;
    return new StarlingError(
      'WRONG_OWNERS',
      `peer ${self} knows other owners of partition ${partition} than the coordinator; they will compare notes`,
      { partition, peer: self },
    );
  }

  /** Why a reader has to ask somebody else. */
  #unreadable(partition: number): StarlingError | undefined {
    const { custody, self } = this.#on;
    if (!custody.isHandedOver(partition)) return this.#incomplete(partition);
    // Its successor takes writes, perhaps already without this node.
    return new StarlingError('NOT_READY', `peer ${self} has handed over partition ${partition}`, {
      partition,
      peer: self,
    });
  }

  #incomplete(partition: number): StarlingError | undefined {
    const { custody, self } = this.#on;
    if (custody.isComplete(partition)) return undefined;
    return new StarlingError('NOT_READY', `peer ${self} is still copying partition ${partition}`, {
      partition,
      peer: self,
    });
  }
}

interface FailedAnswer {
  readonly kind: 'failed';
  readonly error: StarlingError;
}

function notKept(peer: string): WriteAnswer {
  const message = `there is no room to keep anything more for ${peer}`;
  return { kind: 'failed', error: new StarlingError('OVERLOADED', message, { peer }) };
}

function failed(error: unknown): FailedAnswer {
  return { kind: 'failed', error: toStarlingError(error, 'CORRUPTION') };
}

/** Keeps the contract that no answer comes before the call has returned. */
function later<T>(onAnswer: (answer: T) => void, answer: T): void {
  queueMicrotask(() => onAnswer(answer));
}
