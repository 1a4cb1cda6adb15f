import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { TraceContext } from '../base/tracing.ts';
import type {
  PutRequestOptions,
  ReadAnswer,
  ReadRequestOptions,
  Requests,
  ValueRequestOptions,
  WriteRequestOptions,
} from '../replication/requests.ts';
import type { ValueRoom } from '../replication/value-room.ts';
import type { Version } from '../version/version.ts';
import type { ClientResult, FailedOutcome, ReadOutcome, WriteOutcome } from '../wire/client-answer.ts';
import type { ClientItem, ClientOperation, ClientRequest, ReadGrade } from '../wire/client-request.ts';
import type { Location, Status, Topology } from '../wire/cluster-view.ts';
import type { Explanation } from '../wire/explanation.ts';
import type { DepartureOrder, MemberRemoval } from '../wire/operator-operation.ts';
import type { PauseOrder, RepairOrder, RepairProgress } from '../wire/repair-codec.ts';
import { BatchRoom } from './batch-room.ts';

/** What a client can ask about the cluster, and of it. All but `repair` is answered at once, from what this peer knows. */
export interface ClusterViews {
  topology(): Topology;
  status(): Status;
  /** @throws StarlingError INVALID_ARGUMENT on a key that can't exist */
  locate(key: string): Location;
  /** @throws StarlingError INVALID_ARGUMENT on a key that can't exist; CORRUPTION where what is held of it can't be read */
  explain(key: string): Explanation;
  /**
   * Compares with another owner, and mends what differs. Resolves when that has ended, or, well within the time, with how far it is.
   * @throws StarlingError INVALID_ARGUMENT | OVERLOADED; nothing was begun then
   */
  repair(order: RepairOrder, timeoutMs: number): Promise<RepairProgress>;
  /** @throws StarlingError FORBIDDEN | INVALID_ARGUMENT; nothing was changed then */
  pauseRepair(order: PauseOrder): void;
  /** @throws StarlingError FORBIDDEN | INVALID_ARGUMENT | UNAVAILABLE; nothing was changed then */
  removeMember(removal: MemberRemoval): void;
  /** @throws StarlingError FORBIDDEN | INVALID_ARGUMENT; nothing was changed then */
  leave(order: DepartureOrder): void;
}

type ViewOperation = Extract<
  ClientOperation,
  { readonly kind: 'topology' | 'status' | 'locate' | 'explain' | 'pauseRepair' | 'removeMember' | 'leave' }
>;

/** Carries out one request after another; knows nothing of connections. */
export class ClientOperations {
  readonly #requests: Requests;
  readonly #views: ClusterViews;

  constructor(requests: Requests, views: ClusterViews) {
    this.#requests = requests;
    this.#views = views;
  }

  /**
   * Calls `done` exactly once, whatever happens. The requests of one and the same key run at the same time: a client
   * that wants an order waits for an answer before it sends the next.
   */
  execute(request: ClientRequest, room: ValueRoom, done: (result: ClientResult) => void): void {
    const failed = (error: unknown): void => done(failure(error));
    const { operation, timeoutMs } = request;
    switch (operation.kind) {
      case 'get':
        this.#requests
          .get(operation.key, readOptions(request, operation, room))
          .then((answer) => done(readOutcome(answer)), failed);
        return;
      case 'put':
        this.#requests
          .put(operation.key, operation.value, withTtl(writeOptions(request, operation), operation))
          .then((version) => done(writeOutcome(version)), failed);
        return;
      case 'delete':
        this.#requests
          .delete(operation.key, writeOptions(request, operation))
          .then((version) => done(writeOutcome(version)), failed);
        return;
      case 'putMany': {
        const options = writeOptions(request, operation);
        this.#writeMany(
          operation.items,
          (item, index) =>
            this.#requests.put(item.key, item.value, withTtl(itemOptions(options, index), item)),
          done,
        );
        return;
      }
      case 'deleteMany': {
        const options = writeOptions(request, operation);
        this.#writeMany(
          operation.keys,
          (key, index) => this.#requests.delete(key, itemOptions(options, index)),
          done,
        );
        return;
      }
      case 'getMany':
        this.#readMany(operation.keys, readOptions(request, operation, room), done);
        return;
      case 'scan': {
        const { partition, after, limitBytes } = operation;
        this.#requests
          .scan(partition, { ...readOptions(request, operation, room), after, limitBytes })
          .then(({ records, next }) => done({ kind: 'page', records, next }), failed);
        return;
      }
      case 'repair':
        this.#views
          .repair(operation, timeoutMs)
          .then((progress) => done({ kind: 'repairProgress', progress }), failed);
        return;
      case 'topology':
      case 'status':
      case 'locate':
      case 'explain':
      case 'pauseRepair':
      case 'removeMember':
      case 'leave':
        done(this.#view(operation));
    }
  }

  #writeMany<Item>(
    items: readonly Item[],
    write: (item: Item, index: number) => Promise<Version>,
    done: (result: ClientResult) => void,
  ): void {
    const outcomes = items.map((item, index) => write(item, index).then(writeOutcome, failure));
    Promise.all(outcomes).then(
      (results) => done({ kind: 'writtenMany', items: results }),
      (error: unknown) => done(failure(error)),
    );
  }

  #readMany(
    keys: readonly string[],
    options: ValueRequestOptions & { readonly room: ValueRoom },
    done: (result: ClientResult) => void,
  ): void {
    const room = new BatchRoom(options.room);
    const outcomes = keys.map((key, index) =>
      this.#requests
        .get(key, { ...itemOptions(options, index), room: room.item() })
        .then(readOutcome, failure),
    );
    Promise.all(outcomes).then(
      (items) => done({ kind: 'readMany', items }),
      (error: unknown) => done(failure(error)),
    );
  }

  #view(operation: ViewOperation): ClientResult {
    try {
      switch (operation.kind) {
        case 'topology':
          return { kind: 'topology', topology: this.#views.topology() };
        case 'status':
          return { kind: 'status', status: this.#views.status() };
        case 'locate':
          return { kind: 'location', location: this.#views.locate(operation.key) };
        case 'explain':
          return { kind: 'explanation', explanation: this.#views.explain(operation.key) };
        case 'pauseRepair':
          this.#views.pauseRepair(operation);
          return { kind: 'repairPaused' };
        case 'removeMember':
          this.#views.removeMember(operation);
          return { kind: 'memberRemoved' };
        case 'leave':
          this.#views.leave(operation);
          return { kind: 'leaving' };
      }
    } catch (error) {
      return failure(error);
    }
  }
}

function readOptions(
  request: ClientRequest,
  { consistency }: ReadGrade,
  room: ValueRoom,
): ValueRequestOptions & { readonly room: ValueRoom } {
  return { consistency, timeoutMs: request.timeoutMs, trace: sampledTrace(request), room };
}

function writeOptions(
  request: ClientRequest,
  grade: Pick<WriteRequestOptions, 'consistency' | 'durability' | 'sloppy'>,
): WriteRequestOptions {
  return {
    consistency: grade.consistency,
    durability: grade.durability,
    timeoutMs: request.timeoutMs,
    session: request.session,
    sloppy: grade.sloppy,
    trace: sampledTrace(request),
  };
}

/** One that nobody records is good for nothing but to keep this peer from beginning one of its own. */
function sampledTrace({ trace }: ClientRequest): TraceContext | undefined {
  return trace?.isSampled ? trace : undefined;
}

/** A batch of a thousand keys would drown what records it. */
function itemOptions<Options extends ReadRequestOptions>(options: Options, index: number): Options {
  if (options.trace === undefined || index < LIMITS.tracedBatchItems) return options;
  return { ...options, trace: undefined };
}

function withTtl(options: WriteRequestOptions, { ttlMs }: ClientItem): PutRequestOptions {
  return ttlMs === undefined ? options : { ...options, ttlMs };
}

function writeOutcome(version: Version): WriteOutcome {
  return { kind: 'written', version };
}

function readOutcome({ value, version, expiresAtMs }: ReadAnswer): ReadOutcome {
  return { kind: 'read', value, version, expiresAtMs };
}

function failure(thrown: unknown): FailedOutcome {
  const error = toStarlingError(thrown);
  return { kind: 'failed', error: error.code === 'STOPPED' ? outOfReach(error) : error };
}

/** A peer that is being stopped is to its clients one that can't be reached: another may well do what they ask. */
function outOfReach(error: StarlingError): StarlingError {
  return new StarlingError(
    'UNAVAILABLE',
    `this peer is stopping: ${error.message}; ask another one`,
    {},
    error,
  );
}
