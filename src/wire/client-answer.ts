import type { Writer } from 'protobufjs/minimal.js';
import type { Role } from '../access/access.ts';
import type { StarlingError } from '../base/errors.ts';
import type { Token } from '../storage/engine.ts';
import type { Record } from '../version/record.ts';
import { VERSION_BYTES, type Version, writeVersion } from '../version/version.ts';
import {
  type Location,
  type Status,
  type Topology,
  locationToWire,
  statusToWire,
  topologyToWire,
} from './cluster-view.ts';
import { errorToWire } from './error-codec.ts';
import { type Explanation, explanationToWire } from './explanation.ts';
import { starling } from './gen/messages.js';
import { type RepairProgress, progressToWire } from './repair-codec.ts';
import { tokenToWire } from './replica-codec.ts';

/** What a peer answers a client. Ids are those of the requests; 0 speaks of the connection as a whole. */
export interface ClientAnswer {
  readonly id: number;
  readonly result: ClientResult;
}

export type ClientResult =
  | WriteOutcome
  | ReadOutcome
  | FailedOutcome
  | { readonly kind: 'writtenMany'; readonly items: readonly (WriteOutcome | FailedOutcome)[] }
  | { readonly kind: 'readMany'; readonly items: readonly (ReadOutcome | FailedOutcome)[] }
  | PageResult
  | { readonly kind: 'topology'; readonly topology: Topology }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'location'; readonly location: Location }
  | { readonly kind: 'explanation'; readonly explanation: Explanation }
  | { readonly kind: 'repairProgress'; readonly progress: RepairProgress }
  | { readonly kind: 'repairPaused' }
  | { readonly kind: 'memberRemoved' }
  | { readonly kind: 'leaving' }
  | { readonly kind: 'authenticated'; readonly role: Role };

export interface WriteOutcome {
  readonly kind: 'written';
  readonly version: Version;
}

export interface ReadOutcome {
  readonly kind: 'read';
  /** UTF-8; undefined: there is no such key. */
  readonly value: Uint8Array | undefined;
  readonly version: Version | undefined;
  /** When the value stops existing, in ms since the epoch; 0: never, or there is none. */
  readonly expiresAtMs: number;
}

/** Live records of one partition. */
export interface PageResult {
  readonly kind: 'page';
  readonly records: readonly Record[];
  /** Undefined: that was the last page. */
  readonly next: Token | undefined;
}

export interface FailedOutcome {
  readonly kind: 'failed';
  readonly error: StarlingError;
}

/** Protobuf tags: the field's number, and the wire type, of which most are 2 (length-delimited). */
const TAG = {
  write: delimited(10),
  read: delimited(11),
  writeMany: delimited(12),
  readMany: delimited(13),
  page: delimited(14),
  topology: delimited(15),
  status: delimited(16),
  location: delimited(17),
  memberRemoved: delimited(18),
  explanation: delimited(19),
  repairProgress: delimited(20),
  repairPaused: delimited(21),
  leaving: delimited(22),
  authenticated: delimited(23),
  error: delimited(30),
  batchItem: delimited(1),
  itemOutcome: delimited(1),
  itemError: delimited(2),
  writeVersion: delimited(1),
  readValue: delimited(1),
  readVersion: delimited(2),
  readExpiry: fixed64(3),
  pageItem: delimited(1),
  pageNext: delimited(2),
  pageKey: delimited(1),
  pageValue: delimited(2),
  pageVersion: delimited(3),
  pageExpiry: fixed64(4),
} as const;

const ID_TAG = 1 << 3;

const versionScratch = new Uint8Array(VERSION_BYTES);

/**
 * Encodes answers as `starling.v1.ClientResponse`. What carries values is written field by field: a stored value
 * goes from the log's bytes to the wire's without ever becoming a JavaScript string (a protobuf `string` and its
 * UTF-8 as `bytes` are the same on the wire). The tests hold it against the generated decoder.
 */
export const clientAnswerType = {
  encode({ id, result }: ClientAnswer, writer: Writer): Writer {
    if (id !== 0) writer.uint32(ID_TAG).uint32(id);
    switch (result.kind) {
      case 'written':
        return writeWritten(writer.uint32(TAG.write), result);
      case 'read':
        return writeRead(writer.uint32(TAG.read), result);
      case 'failed':
        return writeError(writer.uint32(TAG.error), result.error);
      case 'writtenMany':
        return writeItems(writer.uint32(TAG.writeMany), result.items, writeWritten);
      case 'readMany':
        return writeItems(writer.uint32(TAG.readMany), result.items, writeRead);
      case 'page':
        return writePage(writer.uint32(TAG.page), result);
      case 'topology':
        writer.uint32(TAG.topology).fork();
        return starling.v1.Topology.encode(topologyToWire(result.topology), writer).ldelim();
      case 'status':
        writer.uint32(TAG.status).fork();
        return starling.v1.Status.encode(statusToWire(result.status), writer).ldelim();
      case 'location':
        writer.uint32(TAG.location).fork();
        return starling.v1.Location.encode(locationToWire(result.location), writer).ldelim();
      case 'explanation':
        writer.uint32(TAG.explanation).fork();
        return starling.v1.Explanation.encode(explanationToWire(result.explanation), writer).ldelim();
      case 'repairProgress':
        writer.uint32(TAG.repairProgress).fork();
        return starling.v1.RepairProgress.encode(progressToWire(result.progress), writer).ldelim();
      case 'repairPaused':
        return writer.uint32(TAG.repairPaused).fork().ldelim();
      case 'memberRemoved':
        return writer.uint32(TAG.memberRemoved).fork().ldelim();
      case 'leaving':
        return writer.uint32(TAG.leaving).fork().ldelim();
      case 'authenticated': {
        const { role } = result;
        return starling.v1.Authenticated.encode({ role }, writer.uint32(TAG.authenticated).fork()).ldelim();
      }
    }
  },
};

function writeWritten(writer: Writer, { version }: WriteOutcome): Writer {
  writer.fork().uint32(TAG.writeVersion).bytes(scratch(version));
  return writer.ldelim();
}

function writeRead(writer: Writer, { value, version, expiresAtMs }: ReadOutcome): Writer {
  writer.fork();
  if (value !== undefined) writer.uint32(TAG.readValue).bytes(value);
  if (version !== undefined) writer.uint32(TAG.readVersion).bytes(scratch(version));
  if (expiresAtMs !== 0) writer.uint32(TAG.readExpiry).double(expiresAtMs);
  return writer.ldelim();
}

function writeError(writer: Writer, error: StarlingError): Writer {
  return starling.v1.Error.encode(errorToWire(error), writer.fork()).ldelim();
}

function writeItems<Outcome extends WriteOutcome | ReadOutcome>(
  writer: Writer,
  items: readonly (Outcome | FailedOutcome)[],
  write: (writer: Writer, outcome: Outcome) => Writer,
): Writer {
  writer.fork();
  for (const item of items) {
    writer.uint32(TAG.batchItem).fork();
    if (item.kind === 'failed') writeError(writer.uint32(TAG.itemError), item.error);
    else write(writer.uint32(TAG.itemOutcome), item);
    writer.ldelim();
  }
  return writer.ldelim();
}

function writePage(writer: Writer, { records, next }: PageResult): Writer {
  writer.fork();
  for (const { key, value, version, expiresAtMs } of records) {
    writer.uint32(TAG.pageItem).fork();
    writer.uint32(TAG.pageKey).bytes(key.bytes);
    if (value !== undefined) writer.uint32(TAG.pageValue).bytes(value);
    writer.uint32(TAG.pageVersion).bytes(scratch(version));
    if (expiresAtMs !== 0) writer.uint32(TAG.pageExpiry).double(expiresAtMs);
    writer.ldelim();
  }
  if (next !== undefined) writer.uint32(TAG.pageNext).bytes(tokenToWire(next));
  return writer.ldelim();
}

/** Valid until the next call: the writer copies at once. */
function scratch(version: Version): Uint8Array {
  writeVersion(versionScratch, 0, version);
  return versionScratch;
}

function fixed64(field: number): number {
  return (field << 3) | 1;
}

function delimited(field: number): number {
  return (field << 3) | 2;
}
