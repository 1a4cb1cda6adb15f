import type { TraceContext } from '../base/tracing.ts';
import type { Consistency, Durability } from '../quorum/consistency.ts';
import type { Token } from '../storage/engine.ts';
import type { Record } from '../version/record.ts';
import type { Version } from '../version/version.ts';
import type { ValueRoom } from './value-room.ts';

/**
 * What the front doors (the client port, the embedding API) ask of the coordinator. All of it rejects
 * with a StarlingError, and nothing but one.
 */
export interface Requests {
  put(key: string, value: string, options: PutRequestOptions): Promise<Version>;
  get(key: string, options: ValueRequestOptions): Promise<ReadAnswer>;
  delete(key: string, options: WriteRequestOptions): Promise<Version>;
  /** A page of one partition's live records, merged from as many custodians as the consistency asks for. */
  scan(partition: number, options: ScanRequestOptions): Promise<ScanAnswer>;
}

export interface ReadRequestOptions {
  /** Undefined: as the cluster is configured. */
  readonly consistency: Consistency | undefined;
  /** From now; 1..LIMITS.deadlineMs. */
  readonly timeoutMs: number;
  /** Present only where the request belongs to a sampled trace. */
  readonly trace?: TraceContext | undefined;
}

/** A request for values. */
export interface ValueRequestOptions extends ReadRequestOptions {
  /** Left out: they are bounded by nothing but their number. */
  readonly room?: ValueRoom | undefined;
}

export interface WriteRequestOptions extends ReadRequestOptions {
  readonly durability: Durability;
  /** Stamp above this version. */
  readonly session: Version | undefined;
  /** Whether another peer may stand in for an owner that can't be reached; left out: no. */
  readonly sloppy?: boolean | undefined;
}

export interface PutRequestOptions extends WriteRequestOptions {
  /** How long the key exists from now, 1..LIMITS.ttlMs; left out or undefined: for ever, whatever it was before. */
  readonly ttlMs?: number | undefined;
}

export interface ReadAnswer {
  /** Undefined: there is no such key, or it has expired. */
  readonly value: Uint8Array | undefined;
  /** Of the value, also where it has expired, or of its deletion; undefined: never written. */
  readonly version: Version | undefined;
  /** When the value stops existing, in ms since the epoch; 0: never, or there is none. */
  readonly expiresAtMs: number;
}

export interface ScanRequestOptions extends ValueRequestOptions {
  readonly after: Token | undefined;
  readonly limitBytes: number;
}

export interface ScanAnswer {
  /** Live ones only, in the order of their tokens. */
  readonly records: Record[];
  readonly next: Token | undefined;
}
