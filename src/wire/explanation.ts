import { StarlingError } from '../base/errors.ts';
import { VERSION_BYTES, decodeVersion } from '../version/version.ts';
import type { starling } from './gen/messages.js';

/** What one peer holds of a key, as it says itself; never the value. */
export interface Explanation {
  readonly peer: string;
  readonly partition: number;
  /** xxHash64 of the key, 16 hexadecimal digits. */
  readonly token: string;
  /** Peer ids of those that hold it, and of those that are copying it, as this peer sees them. */
  readonly custodians: readonly string[];
  readonly pending: readonly string[];
  readonly holding: Holding;
  /** Undefined: nothing of the key, ever, or a deletion that was forgotten. */
  readonly record: RecordState | undefined;
  /** Writes that others missed and that this peer keeps for them. */
  readonly hints: readonly KeptHint[];
  /** Peers whose hints can't be read just now, so that there may be one for them. */
  readonly unreadHints: readonly string[];
  /** Deletions and expired values of the partition that are older are forgotten here, in ms since the epoch; 0: none is yet. */
  readonly floorMs: number;
  /** The cluster's time as this peer knows it, in ms since the epoch. */
  readonly clusterTimeMs: number;
}

/** What a peer has of the partition: all there is, what it has copied so far, or none that it owns. */
export type Holding = (typeof HOLDINGS)[number];

/** What one peer has of the key, its value left out. */
export interface RecordState {
  /** 28 hexadecimal digits; higher is newer. */
  readonly version: string;
  /** When it was written, by the version's own clock, in ms since the epoch. */
  readonly writtenAtMs: number;
  readonly deleted: boolean;
  /** Of the value, in UTF-8. */
  readonly valueBytes: number;
  /** When it stops existing, in ms since the epoch; 0: never. */
  readonly expiresAtMs: number;
}

/** A write that a peer keeps for another until that can be reached. */
export interface KeptHint {
  /** Whom it is for. */
  readonly peer: string;
  readonly version: string;
  readonly writtenAtMs: number;
}

const HOLDINGS = ['complete', 'copying', 'none'] as const;

export function explanationToWire(explanation: Explanation): starling.v1.Explanation.$Properties {
  const { record, hints, ...rest } = explanation;
  return {
    ...rest,
    custodians: [...rest.custodians],
    pending: [...rest.pending],
    unreadHints: [...rest.unreadHints],
    hints: hints.map(({ peer, version }) => ({ peer, version: bytesOf(version) })),
    ...(record === undefined ? {} : { record: { ...record, version: bytesOf(record.version) } }),
  };
}

/** @throws StarlingError PROTOCOL | INVALID_ARGUMENT where it names a holding, or has a version, that can't be */
export function explanationFromWire(wire: starling.v1.Explanation.$Properties): Explanation {
  return {
    peer: wire.peer ?? '',
    partition: wire.partition ?? 0,
    token: wire.token ?? '',
    custodians: wire.custodians ?? [],
    pending: wire.pending ?? [],
    holding: holdingFromWire(wire.holding ?? ''),
    record: wire.record ? recordFromWire(wire.record) : undefined,
    hints: (wire.hints ?? []).map(({ peer, version }) => ({ peer: peer ?? '', ...stampFromWire(version) })),
    unreadHints: wire.unreadHints ?? [],
    floorMs: wire.floorMs ?? 0,
    clusterTimeMs: wire.clusterTimeMs ?? 0,
  };
}

function recordFromWire(wire: starling.v1.Explanation.RecordState.$Properties): RecordState {
  return {
    ...stampFromWire(wire.version),
    deleted: wire.deleted ?? false,
    valueBytes: wire.valueBytes ?? 0,
    expiresAtMs: wire.expiresAtMs ?? 0,
  };
}

function holdingFromWire(text: string): Holding {
  const holding = HOLDINGS.find((known) => known === text);
  if (holding !== undefined) return holding;
  throw new StarlingError('PROTOCOL', `a peer holds "${text}", which this client does not know; update it`);
}

function stampFromWire(bytes: Uint8Array | null | undefined): Pick<KeptHint, 'version' | 'writtenAtMs'> {
  const stamp = bytes ?? new Uint8Array();
  const { wallMs } = decodeVersion(stamp);
  return {
    version: Buffer.from(stamp.buffer, stamp.byteOffset, VERSION_BYTES).toString('hex'),
    writtenAtMs: wallMs,
  };
}

function bytesOf(version: string): Uint8Array {
  return Buffer.from(version, 'hex');
}
