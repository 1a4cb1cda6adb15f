import type { Credentials } from '../access/access.ts';
import { StarlingError, toStarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { TraceContext } from '../base/tracing.ts';
import type { Consistency, Durability } from '../quorum/consistency.ts';
import type { Token } from '../storage/engine.ts';
import { type Version, decodeVersion } from '../version/version.ts';
import { credentialsFromWire, credentialsToWire } from './authentication.ts';
import { oversizedBatch } from './batch-limit.ts';
import { clientDurabilityFromWire, consistencyFromWire, consistencyToWire } from './consistency-codec.ts';
import { starling } from './gen/messages.js';
import {
  type OperatorOperation,
  operatorOperationFromWire,
  operatorOperationToWire,
} from './operator-operation.ts';
import { durabilityToWire, tokenFromWire, tokenToWire } from './replica-codec.ts';
import { traceFromWire } from './traceparent.ts';

type WireRequest = starling.v1.ClientRequest.$Properties;
type WireShape = starling.v1.ClientRequest & starling.v1.ClientRequest.$Shape;

/** One thing that a client asks of a peer (`proto/starling/v1/client.proto`). */
export interface ClientRequest {
  /** The client's own; its answer carries the same. */
  readonly id: number;
  /** What is left of the client's patience: 1..LIMITS.deadlineMs. */
  readonly timeoutMs: number;
  /** The newest version the client has seen. */
  readonly session: Version | undefined;
  /** To which trace it belongs, sampled or not; undefined: the client named none. */
  readonly trace: TraceContext | undefined;
  readonly operation: ClientOperation;
}

export type ClientOperation =
  | ({ readonly kind: 'put' } & ClientItem & WriteGrade)
  | ({ readonly kind: 'get'; readonly key: string } & ReadGrade)
  | ({ readonly kind: 'delete'; readonly key: string } & WriteGrade)
  | ({ readonly kind: 'putMany'; readonly items: readonly ClientItem[] } & WriteGrade)
  | ({ readonly kind: 'getMany'; readonly keys: readonly string[] } & ReadGrade)
  | ({ readonly kind: 'deleteMany'; readonly keys: readonly string[] } & WriteGrade)
  | ({
      readonly kind: 'scan';
      readonly partition: number;
      /** Undefined: from the start. */
      readonly after: Token | undefined;
      /** 1..LIMITS.pageBytes. */
      readonly limitBytes: number;
    } & ReadGrade)
  | { readonly kind: 'topology' }
  | { readonly kind: 'status' }
  | { readonly kind: 'locate'; readonly key: string }
  | OperatorOperation;

export interface ReadGrade {
  readonly consistency: Consistency | undefined;
}

export interface WriteGrade extends ReadGrade {
  readonly durability: Durability;
  /** Whether another peer may stand in for an owner that can't be reached; left out: no. */
  readonly sloppy?: boolean | undefined;
}

export interface ClientItem {
  readonly key: string;
  readonly value: string;
  /** How long the key exists, in ms; left out or undefined: for ever. */
  readonly ttlMs?: number | undefined;
}

/** Who the client is, for the rest of its connection. */
export interface AuthenticationRequest {
  readonly id: number;
  readonly credentials: Credentials;
}

/** A request that could be read but not be accepted. */
export interface RefusedRequest {
  readonly id: number;
  readonly refusal: StarlingError;
}

/**
 * Reads one frame. Keys, values and times to live are not looked at beyond being UTF-8 and numbers: the coordinator judges each by itself.
 * @throws StarlingError PROTOCOL where the frame is no ClientRequest at all (a broken varint, a length that leads
 *   outside, invalid UTF-8): whatever follows on that connection can't be trusted either.
 */
export function clientRequestFromWire(
  frame: Uint8Array,
): ClientRequest | AuthenticationRequest | RefusedRequest {
  let wire: WireShape;
  try {
    const oversized = oversizedBatch(frame);
    if (oversized !== undefined) return { id: oversized.id, refusal: tooManyItems(oversized.items) };
    wire = starling.v1.ClientRequest.decode(frame);
  } catch (error) {
    throw new StarlingError(
      'PROTOCOL',
      `a frame of ${frame.length} bytes is no ClientRequest: ${toStarlingError(error).message}`,
      { frameBytes: frame.length },
      error,
    );
  }
  try {
    if (wire.op === 'authenticate')
      return { id: wire.id, credentials: credentialsFromWire(wire.authenticate) };
    return {
      id: wire.id,
      timeoutMs: timeoutFromWire(wire.timeoutMs),
      session: wire.session.length === 0 ? undefined : decodeVersion(wire.session),
      trace: traceFromWire(wire.traceparent),
      operation: operationFromWire(wire),
    };
  } catch (error) {
    return { id: wire.id, refusal: toStarlingError(error) };
  }
}

function tooManyItems(items: number): StarlingError {
  return new StarlingError(
    'INVALID_ARGUMENT',
    `a batch of ${items} items, more than the ${LIMITS.batchItems} allowed; nothing was applied, send several batches`,
    { items },
  );
}

function timeoutFromWire(timeoutMs: number): number {
  return timeoutMs === 0 ? LIMITS.defaultDeadlineMs : Math.min(timeoutMs, LIMITS.deadlineMs);
}

function operationFromWire(wire: WireShape): ClientOperation {
  switch (wire.op) {
    case 'put':
      return {
        kind: 'put',
        ...itemFromWire(wire.put),
        ...writeGradeFromWire(wire.put, wire),
      };
    case 'get':
      return { kind: 'get', key: wire.get.key ?? '', consistency: consistencyFromWire(wire.get.consistency) };
    case 'delete':
      return { kind: 'delete', key: wire.delete.key ?? '', ...writeGradeFromWire(wire.delete, wire) };
    case 'putMany': {
      const items = (wire.putMany.items ?? []).map(itemFromWire);
      return { kind: 'putMany', items, ...writeGradeFromWire(wire.putMany, wire) };
    }
    case 'getMany':
      return { kind: 'getMany', keys: wire.getMany.keys ?? [], ...readGradeFromWire(wire.getMany) };
    case 'deleteMany':
      return {
        kind: 'deleteMany',
        keys: wire.deleteMany.keys ?? [],
        ...writeGradeFromWire(wire.deleteMany, wire),
      };
    case 'scan':
      return {
        kind: 'scan',
        partition: wire.scan.partition ?? 0,
        after: tokenFromWire(wire.scan.cursor),
        limitBytes: Math.min(wire.scan.limitBytes ?? 0, LIMITS.pageBytes) || LIMITS.pageBytes,
        ...readGradeFromWire(wire.scan),
      };
    case 'topology':
    case 'status':
      return { kind: wire.op };
    case 'locate':
      return { kind: 'locate', key: wire.locate.key ?? '' };
    case 'explain':
    case 'repair':
    case 'pauseRepair':
    case 'removeMember':
    case 'leave':
    case 'authenticate':
    case undefined:
      break;
  }
  const operation = operatorOperationFromWire(wire);
  if (operation !== undefined) return operation;
  throw new StarlingError(
    'INVALID_ARGUMENT',
    'the request asks for nothing that this peer knows: `op` is missing or from a newer protocol',
  );
}

function itemFromWire(wire: starling.v1.PutMany.Item.$Properties): ClientItem {
  const key = wire.key ?? '';
  const value = wire.value ?? '';
  const ttlMs = wire.ttlMs ?? 0;
  return ttlMs === 0 ? { key, value } : { key, value, ttlMs };
}

function readGradeFromWire(wire: { consistency?: number | null }): ReadGrade {
  return { consistency: consistencyFromWire(wire.consistency) };
}

function writeGradeFromWire(
  wire: { consistency?: number | null; durability?: number | null },
  { sloppy }: { sloppy: boolean },
): WriteGrade {
  const grade = {
    consistency: consistencyFromWire(wire.consistency),
    durability: clientDurabilityFromWire(wire.durability),
  };
  return sloppy ? { ...grade, sloppy } : grade;
}

export function authenticationToWire(id: number, credentials: Credentials): WireRequest {
  return { id, authenticate: credentialsToWire(credentials) };
}

/** @param session 14 bytes, or undefined where the client has seen nothing yet */
export function clientRequestToWire(
  id: number,
  timeoutMs: number,
  session: Uint8Array | undefined,
  operation: ClientOperation,
): WireRequest {
  const request: WireRequest = { id, timeoutMs: Math.ceil(timeoutMs) };
  if (session !== undefined) request.session = session;
  if ('sloppy' in operation && operation.sloppy === true) request.sloppy = true;
  return setOperation(request, operation);
}

function setOperation(request: WireRequest, operation: ClientOperation): WireRequest {
  switch (operation.kind) {
    case 'put':
      request.put = { ...itemToWire(operation), ...gradeToWire(operation) };
      return request;
    case 'get':
      request.get = { key: operation.key, consistency: consistencyToWire(operation.consistency) };
      return request;
    case 'delete':
      request.delete = { key: operation.key, ...gradeToWire(operation) };
      return request;
    case 'putMany':
      request.putMany = { items: operation.items.map(itemToWire), ...gradeToWire(operation) };
      return request;
    case 'getMany':
      request.getMany = {
        keys: [...operation.keys],
        consistency: consistencyToWire(operation.consistency),
      };
      return request;
    case 'deleteMany':
      request.deleteMany = { keys: [...operation.keys], ...gradeToWire(operation) };
      return request;
    case 'scan':
      request.scan = {
        partition: operation.partition,
        limitBytes: operation.limitBytes,
        consistency: consistencyToWire(operation.consistency),
        ...(operation.after === undefined ? {} : { cursor: tokenToWire(operation.after) }),
      };
      return request;
    case 'topology':
      request.topology = {};
      return request;
    case 'status':
      request.status = {};
      return request;
    case 'locate':
      request.locate = { key: operation.key };
      return request;
    case 'explain':
    case 'repair':
    case 'pauseRepair':
    case 'removeMember':
    case 'leave':
      return Object.assign(request, operatorOperationToWire(operation));
  }
}

function itemToWire({ key, value, ttlMs }: ClientItem): starling.v1.PutMany.Item.$Properties {
  return ttlMs === undefined ? { key, value } : { key, value, ttlMs };
}

function gradeToWire(grade: WriteGrade): {
  consistency: starling.v1.Consistency;
  durability: starling.v1.Durability;
} {
  return {
    consistency: consistencyToWire(grade.consistency),
    durability: durabilityToWire(grade.durability),
  };
}
