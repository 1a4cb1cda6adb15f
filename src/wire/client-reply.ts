import { StarlingError, toStarlingError } from '../base/errors.ts';
import type { Token } from '../storage/engine.ts';
import {
  type Location,
  type Status,
  type Topology,
  locationFromWire,
  statusFromWire,
  topologyFromWire,
} from './cluster-view.ts';
import { errorFromWire } from './error-codec.ts';
import { type Explanation, explanationFromWire } from './explanation.ts';
import { starling } from './gen/messages.js';
import { type RepairProgress, progressFromWire } from './repair-codec.ts';
import { tokenFromWire } from './replica-codec.ts';

type WireResponse = starling.v1.ClientResponse & starling.v1.ClientResponse.$Shape;
type WireWrite = starling.v1.WriteResult.$Properties;
type WireRead = starling.v1.ReadResult.$Properties;
type WireErrorItem = { readonly error?: starling.v1.Error.$Properties | null };

/** A peer's answer as a client reads it: the mirror of `ClientAnswer`, with text where the peer has bytes. */
export interface ClientReply {
  readonly id: number;
  readonly result: ClientReplyResult | StarlingError;
}

export type ClientReplyResult =
  | ({ readonly kind: 'written' } & Written)
  | ({ readonly kind: 'read' } & Found)
  | { readonly kind: 'writtenMany'; readonly items: readonly (Written | StarlingError)[] }
  | { readonly kind: 'readMany'; readonly items: readonly (Found | StarlingError)[] }
  | { readonly kind: 'page'; readonly entries: readonly Entry[]; readonly next: Token | undefined }
  | { readonly kind: 'topology'; readonly topology: Topology }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'location'; readonly location: Location }
  | { readonly kind: 'explanation'; readonly explanation: Explanation }
  | { readonly kind: 'repairProgress'; readonly progress: RepairProgress }
  | { readonly kind: 'repairPaused' }
  | { readonly kind: 'memberRemoved' }
  | { readonly kind: 'leaving' }
  | { readonly kind: 'authenticated' };

export interface Written {
  /** 28 hexadecimal digits. */
  readonly version: string;
}

export interface Found {
  readonly value: string | undefined;
  readonly version: string | undefined;
  /** When the value stops existing, in ms since the epoch; left out: never, or there is none. */
  readonly expiresAtMs?: number;
}

/** One live key with its value. */
export interface Entry {
  readonly key: string;
  readonly value: string;
  readonly version: string;
  /** When it stops existing, in ms since the epoch; left out: never. */
  readonly expiresAtMs?: number;
}

/** @throws StarlingError PROTOCOL where the frame is no ClientResponse that this client understands. */
export function clientReplyFromWire(frame: Uint8Array): ClientReply {
  try {
    const wire = starling.v1.ClientResponse.decode(frame);
    return { id: wire.id, result: resultFromWire(wire) };
  } catch (error) {
    const { message } = toStarlingError(error);
    throw new StarlingError('PROTOCOL', `the peer sent a frame that is no answer: ${message}`, {}, error);
  }
}

function resultFromWire(wire: WireResponse): ClientReplyResult | StarlingError {
  switch (wire.result) {
    case 'write':
      return { kind: 'written', version: hexOf(wire.write.version) };
    case 'read':
      return { kind: 'read', ...readFromWire(wire.read) };
    case 'writeMany':
      return { kind: 'writtenMany', items: (wire.writeMany.items ?? []).map(writtenFromWire) };
    case 'readMany':
      return { kind: 'readMany', items: (wire.readMany.items ?? []).map(foundFromWire) };
    case 'scan':
      return {
        kind: 'page',
        entries: (wire.scan.items ?? []).map(entryFromWire),
        next: tokenFromWire(wire.scan.next),
      };
    case 'topology':
      return { kind: 'topology', topology: topologyFromWire(wire.topology) };
    case 'status':
      return { kind: 'status', status: statusFromWire(wire.status) };
    case 'location':
      return { kind: 'location', location: locationFromWire(wire.location) };
    case 'explanation':
      return { kind: 'explanation', explanation: explanationFromWire(wire.explanation) };
    case 'repairProgress':
      return { kind: 'repairProgress', progress: progressFromWire(wire.repairProgress) };
    case 'repairPaused':
      return { kind: 'repairPaused' };
    case 'memberRemoved':
      return { kind: 'memberRemoved' };
    case 'leaving':
      return { kind: 'leaving' };
    case 'authenticated':
      return { kind: 'authenticated' };
    case 'error':
      return errorFromWire(wire.error);
    case undefined:
      break;
  }
  return new StarlingError(
    'PROTOCOL',
    'the peer answered with something that this client does not know; update it',
  );
}

function writtenFromWire(
  item: WireErrorItem & { readonly write?: WireWrite | null },
): Written | StarlingError {
  return item.error ? errorFromWire(item.error) : { version: hexOf(item.write?.version) };
}

function foundFromWire(item: WireErrorItem & { readonly read?: WireRead | null }): Found | StarlingError {
  if (item.error) return errorFromWire(item.error);
  return readFromWire(item.read ?? {});
}

function readFromWire(wire: WireRead): Found {
  return {
    value: wire.value ?? undefined,
    version: hexIfAny(wire.version),
    ...expiryFromWire(wire.expiresAtMs),
  };
}

function entryFromWire(item: starling.v1.ScanPage.Item.$Properties): Entry {
  return {
    key: item.key ?? '',
    value: item.value ?? '',
    version: hexOf(item.version),
    ...expiryFromWire(item.expiresAtMs),
  };
}

const NO_EXPIRY = {};

function expiryFromWire(expiresAtMs: number | null | undefined): { readonly expiresAtMs?: number } {
  return expiresAtMs ? { expiresAtMs } : NO_EXPIRY;
}

function hexIfAny(bytes: Uint8Array | null | undefined): string | undefined {
  return bytes?.length ? hexOf(bytes) : undefined;
}

function hexOf(bytes: Uint8Array | null | undefined): string {
  if (!bytes) return '';
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
