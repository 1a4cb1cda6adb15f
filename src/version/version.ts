import { StarlingError } from '../base/errors.ts';

/**
 * A hybrid logical clock stamp (Kulkarni et al. 2014), totally ordered and unique: the record with
 * the higher one wins.
 *
 * On wires and disks it is 14 bytes, big-endian, so that comparing the bytes compares the versions:
 *
 *     0          6      8          14
 *     | wallMs   | logi | writer   |
 */
export interface Version {
  /** Milliseconds since the Unix epoch, 0..2^48-1. */
  readonly wallMs: number;
  /** Counter within a millisecond, 0..65535. */
  readonly logical: number;
  /** Who stamped it: 48 random-looking bits, different at every start of every node. */
  readonly writer: number;
}

export const VERSION_BYTES = 14;
export const MAX_WALL_MS = 2 ** 48 - 1;
export const MAX_LOGICAL = 0xffff;

/** Lower than every real version. */
export const ZERO_VERSION: Version = { wallMs: 0, logical: 0, writer: 0 };

/** Negative where `a` is older, 0 where they are the same, positive where `a` is newer. */
export function compareVersions(a: Version, b: Version): number {
  return a.wallMs - b.wallMs || a.logical - b.logical || a.writer - b.writer;
}

export function writeVersion(target: Uint8Array, offset: number, version: Version): void {
  write48(target, offset, version.wallMs);
  target[offset + 6] = version.logical >>> 8;
  target[offset + 7] = version.logical & 0xff;
  write48(target, offset + 8, version.writer);
}

export function readVersion(source: Uint8Array, offset: number): Version {
  return {
    wallMs: read48(source, offset),
    logical: ((source[offset + 6] ?? 0) << 8) | (source[offset + 7] ?? 0),
    writer: read48(source, offset + 8),
  };
}

export function encodeVersion(version: Version): Uint8Array {
  const bytes = Buffer.allocUnsafe(VERSION_BYTES);
  writeVersion(bytes, 0, version);
  return bytes;
}

/** @throws StarlingError INVALID_ARGUMENT where it isn't 14 bytes. */
export function decodeVersion(bytes: Uint8Array): Version {
  if (bytes.length !== VERSION_BYTES) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `a version has ${VERSION_BYTES} bytes, this one ${bytes.length}`,
    );
  }
  return readVersion(bytes, 0);
}

/** The highest version that is older than this time. */
export function newestBefore(wallMs: number): Version {
  return { wallMs: Math.max(0, wallMs - 1), logical: MAX_LOGICAL, writer: 2 ** 48 - 1 };
}

/** For people: `1764000000000.3@00a1b2c3d4e5`. */
export function formatVersion(version: Version): string {
  return `${version.wallMs}.${version.logical}@${version.writer.toString(16).padStart(12, '0')}`;
}

function write48(target: Uint8Array, offset: number, value: number): void {
  const high = Math.floor(value / 2 ** 32);
  const low = value >>> 0;
  target[offset] = high >>> 8;
  target[offset + 1] = high & 0xff;
  target[offset + 2] = low >>> 24;
  target[offset + 3] = (low >>> 16) & 0xff;
  target[offset + 4] = (low >>> 8) & 0xff;
  target[offset + 5] = low & 0xff;
}

function read48(source: Uint8Array, offset: number): number {
  const high = ((source[offset] ?? 0) << 8) | (source[offset + 1] ?? 0);
  const low =
    ((source[offset + 2] ?? 0) << 24) |
    ((source[offset + 3] ?? 0) << 16) |
    ((source[offset + 4] ?? 0) << 8) |
    (source[offset + 5] ?? 0);
  return high * 2 ** 32 + (low >>> 0);
}
