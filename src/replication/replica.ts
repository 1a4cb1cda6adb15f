import type { Durability } from '../quorum/consistency.ts';
import type { ReadAnswer } from '../quorum/read-quorum.ts';
import type { WriteAnswer } from '../quorum/write-quorum.ts';
import type { StarlingError } from '../base/errors.ts';
import type { TraceContext } from '../base/tracing.ts';
import type { ScanPage, ScanRequest } from '../storage/engine.ts';
import type { Key } from '../version/key.ts';
import type { Record } from '../version/record.ts';
import type { Version } from '../version/version.ts';
import type { ValueRoom } from './value-room.ts';

/**
 * One holder of a key as its coordinator sees it: this node itself, or a peer at the other end of a lane.
 * Answers come by callback, exactly one a call, never before the call returns and at the latest when `timeoutMs` is over:
 * a promise each would cost more than the rest of the work.
 */
export interface Replica {
  write(request: ReplicaWrite, timeoutMs: number, onAnswer: (answer: WriteAnswer) => void): void;
  /** Keeps a write durably for another peer, until that one is back. */
  keep(request: StandIn, timeoutMs: number, onAnswer: (answer: WriteAnswer) => void): void;
  /** The version and the record. */
  read(request: ReplicaRead, timeoutMs: number, onAnswer: (answer: ReadAnswer) => void): void;
  /** The version alone. */
  readVersion(request: ReplicaRead, timeoutMs: number, onAnswer: (answer: ReadAnswer) => void): void;
  /** The indices of those of which this holder has another version. */
  compare(
    comparisons: readonly Comparison[],
    timeoutMs: number,
    onAnswer: (answer: readonly number[] | StarlingError) => void,
  ): void;
  scan(
    request: ReplicaScan,
    timeoutMs: number,
    onAnswer: (answer: ReplicaPage | StarlingError) => void,
  ): void;
}

/** A write that an owner missed, for a peer that stands in for it. */
export interface StandIn {
  /** Whom it is for. */
  readonly peer: string;
  readonly record: Record;
  /** Present only where the request belongs to a sampled trace; so below. */
  readonly trace?: TraceContext | undefined;
}

export interface ReplicaWrite {
  /** `CustodyView.ownersHash` as the coordinator knows it. */
  readonly ownersHash: number;
  readonly record: Record;
  readonly durability: Durability;
  /** Read repair: holding something newer already is as good as taking it. */
  readonly repair: boolean;
  readonly trace?: TraceContext | undefined;
}

export interface ReplicaRead {
  readonly ownersHash: number;
  readonly key: Key;
  /** Where a holder in this process counts the value as soon as it is read; what comes from others is counted when it has come. */
  readonly room?: ValueRoom | undefined;
  readonly trace?: TraceContext | undefined;
}

export interface ReplicaScan extends ScanRequest {
  readonly ownersHash: number;
  readonly trace?: TraceContext | undefined;
}

export interface ReplicaPage extends ScanPage {
  /** Up to where deletions may be missing, in ms since the epoch: the holder's purge floor. */
  readonly floorMs: number;
}

/** What a coordinator answered with, for a custodian that it didn't ask. */
export interface Comparison {
  readonly ownersHash: number;
  readonly key: Key;
  /** Undefined: nothing. */
  readonly version: Version | undefined;
}
