import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Durability } from '../quorum/consistency.ts';
import type { ReadAnswer } from '../quorum/read-quorum.ts';
import { ACKNOWLEDGED, KEPT, type WriteAnswer } from '../quorum/write-quorum.ts';
import type { ScanPage, ScanRequest, Token } from '../storage/engine.ts';
import { type Key, keyOf } from '../version/key.ts';
import { type Version, decodeVersion, encodeVersion } from '../version/version.ts';
import { errorFromWire, errorToWire, staleVersionFromWire } from './error-codec.ts';
import { starling } from './gen/messages.js';
import { recordFromWire, recordToWire } from './record-codec.ts';

type WireResponse = starling.v1.ReplicaResponse.$Properties;
type WireCompare = starling.v1.Compare.$Properties;
type WireScan = starling.v1.ReplicaScan.$Properties;

const NO_BYTES = new Uint8Array();

export function durabilityToWire(durability: Durability): starling.v1.Durability {
  return durability === 'fsync'
    ? starling.v1.Durability.DURABILITY_FSYNC
    : starling.v1.Durability.DURABILITY_MEMORY;
}

/** An unknown value, from a newer peer, reads as the safe one. */
export function durabilityFromWire(durability: number | null | undefined): Durability {
  return durability === starling.v1.Durability.DURABILITY_MEMORY ? 'memory' : 'fsync';
}

export function writeAnswerToWire(answer: WriteAnswer): WireResponse {
  switch (answer.kind) {
    case 'acknowledged':
      return { written: {} };
    case 'kept':
      return { written: { isKept: true } };
    case 'stale': {
      const error = new StarlingError('STALE', 'a newer version of the key is here');
      return { error: { ...errorToWire(error), version: encodeVersion(answer.version) } };
    }
    case 'failed':
      return { error: errorToWire(answer.error) };
  }
}

export function writeAnswerFromWire(response: WireResponse): WriteAnswer {
  if (response.written) return response.written.isKept ? KEPT : ACKNOWLEDGED;
  if (!response.error) return { kind: 'failed', error: unexpected('a write') };
  const version = staleVersionFromWire(response.error);
  return version === undefined
    ? { kind: 'failed', error: errorFromWire(response.error) }
    : { kind: 'stale', version };
}

/** @param withRecord whether the record was asked for, or its version only */
export function readAnswerToWire(answer: ReadAnswer, withRecord: boolean): WireResponse {
  if (answer.kind === 'failed') return { error: errorToWire(answer.error) };
  if (withRecord) return { found: { record: answer.record ? recordToWire(answer.record) : null } };
  return { foundVersion: { version: answer.version ? encodeVersion(answer.version) : NO_BYTES } };
}

export function readAnswerFromWire(response: WireResponse): ReadAnswer {
  if (response.foundVersion) {
    const bytes = response.foundVersion.version;
    const version = bytes?.length ? decodeVersion(bytes) : undefined;
    return { kind: 'held', version, record: undefined };
  }
  if (response.found) {
    const record = response.found.record ? recordFromWire(response.found.record) : undefined;
    return { kind: 'held', version: record?.version, record };
  }
  return { kind: 'failed', error: response.error ? errorFromWire(response.error) : unexpected('a read') };
}

export function scanToWire(request: ScanRequest): WireScan {
  return {
    partition: request.partition,
    afterToken: request.after ? tokenToWire(request.after) : NO_BYTES,
    limitBytes: request.limitBytes,
  };
}

/** @throws StarlingError INVALID_ARGUMENT */
export function scanFromWire(wire: WireScan): ScanRequest {
  return {
    partition: wire.partition ?? 0,
    after: tokenFromWire(wire.afterToken),
    limitBytes: Math.min(wire.limitBytes ?? 0, LIMITS.pageBytes) || LIMITS.pageBytes,
  };
}

/** A page, and the purge floor of who answers with it, in ms since the epoch. */
interface WirePage extends ScanPage {
  readonly floorMs: number;
}

export function pageToWire(page: WirePage | StarlingError): WireResponse {
  if (page instanceof StarlingError) return { error: errorToWire(page) };
  return {
    page: {
      records: page.records.map(recordToWire),
      nextToken: page.next ? tokenToWire(page.next) : NO_BYTES,
      floorS: Math.floor(page.floorMs / 1000),
    },
  };
}

/** @throws StarlingError INVALID_ARGUMENT */
export function pageFromWire(response: WireResponse): WirePage | StarlingError {
  if (response.page) {
    return {
      records: (response.page.records ?? []).map(recordFromWire),
      next: tokenFromWire(response.page.nextToken),
      floorMs: (response.page.floorS ?? 0) * 1000,
    };
  }
  return response.error ? errorFromWire(response.error) : unexpected('a scan');
}

/** A version to compare with, and the owners that the sender knows of. */
interface WireComparison {
  readonly key: Key;
  readonly version: Version | undefined;
  readonly ownersHash: number;
}

export function comparisonsToWire(comparisons: readonly WireComparison[]): WireCompare {
  return {
    items: comparisons.map(({ key, version, ownersHash }) => ({
      key: key.text,
      version: version ? encodeVersion(version) : NO_BYTES,
      ownersHash,
    })),
  };
}

/** @throws StarlingError INVALID_ARGUMENT */
export function comparisonsFromWire(wire: WireCompare): WireComparison[] {
  const items = wire.items ?? [];
  if (items.length > LIMITS.batchItems) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `${items.length} comparisons; a message has up to ${LIMITS.batchItems}`,
    );
  }
  return items.map(({ key, version, ownersHash }) => ({
    key: keyOf(key ?? ''),
    version: version?.length ? decodeVersion(version) : undefined,
    ownersHash: ownersHash ?? 0,
  }));
}

export function comparedToWire(differing: readonly number[] | StarlingError): WireResponse {
  return differing instanceof StarlingError
    ? { error: errorToWire(differing) }
    : { compared: { differing: [...differing] } };
}

export function comparedFromWire(response: WireResponse): readonly number[] | StarlingError {
  if (response.compared) return response.compared.differing ?? [];
  return response.error ? errorFromWire(response.error) : unexpected('a comparison');
}

/** 8 bytes, big-endian. */
export function tokenToWire(token: Token): Uint8Array {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, token.high);
  view.setUint32(4, token.low);
  return bytes;
}

/** Empty bytes are no token. @throws StarlingError INVALID_ARGUMENT where there are neither 0 nor 8. */
export function tokenFromWire(bytes: Uint8Array | null | undefined): Token | undefined {
  if (!bytes || bytes.length === 0) return undefined;
  if (bytes.length !== 8) {
    throw new StarlingError('INVALID_ARGUMENT', `a cursor has 8 bytes, this one ${bytes.length}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
  return { high: view.getUint32(0), low: view.getUint32(4) };
}

function unexpected(what: string): StarlingError {
  return new StarlingError(
    'PROTOCOL',
    `a peer answered ${what} with something else; do all peers run the same version?`,
  );
}
