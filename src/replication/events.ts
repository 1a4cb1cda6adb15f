import type { StarlingError } from '../base/errors.ts';
import type { TraceContext } from '../base/tracing.ts';
import type { Consistency } from '../quorum/consistency.ts';

export type RequestOp = 'put' | 'get' | 'delete' | 'scan';

/** A request that took long: what it was, but never its key. */
export interface SlowRequest {
  readonly op: RequestOp;
  readonly consistency: Consistency | undefined;
  /** Undefined where it was refused before that was known. */
  readonly partition: number | undefined;
  readonly durationMs: number;
  readonly error: StarlingError | undefined;
  /** Who took more than half of that time to answer, or hadn't by the end. */
  readonly slowPeers: readonly string[];
  readonly trace: TraceContext | undefined;
}

/** What replication has to tell; telemetry listens. One method an event. */
export interface ReplicationEvents {
  /** A coordinated request ended, so long after it came. On the way of every request: count, and do no more. */
  requestDone(
    op: RequestOp,
    consistency: Consistency | undefined,
    error: StarlingError | undefined,
    durationMs: number,
  ): void;
  /** Beside `requestDone`. */
  requestSlow(request: SlowRequest): void;
  /** A replica held something newer, so a write was stamped again. */
  restamped(): void;
  /** A replica that lacked the newest version was sent it. */
  readRepaired(peer: string): void;
  /** @param trace of the read, where it belongs to a sampled one; so below */
  readRepairFailed(peer: string, error: StarlingError, trace?: TraceContext): void;
  /** Custodians that a read didn't need were compared with what it answered; so many held something else. */
  compared(peer: string, keys: number, differing: number): void;
  /** So many comparisons with this peer weren't made: it didn't answer, or too many waited. A later read makes them. */
  comparisonsDropped(peer: string, keys: number): void;
  /** A slow owner's read was also sent to others. */
  hedged(): void;
  /** Coordinator and replica disagreed about the owners of a partition. */
  ownersDiffered(peer: string, trace?: TraceContext): void;
  partitionCopied(partition: number, records: number): void;
  partitionCopyFailed(partition: number, error: StarlingError): void;
  /** What this node held of the partition without being its owner is gone. */
  partitionCleared(partition: number, records: number): void;
  partitionsNotCleared(error: StarlingError): void;
}
