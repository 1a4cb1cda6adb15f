import { crc32 } from 'node:zlib';
import type { Disk } from '../base/disk.ts';
import { StarlingError } from '../base/errors.ts';

/**
 * A small durable file that people can read and every tool can parse:
 *
 *     { "format": 1, "sum": "9ae0daaf", "state": { ... } }
 *
 * It is replaced as a whole, atomically, so it is never torn; `sum`, the CRC-32 in hexadecimal of `state` as
 * JSON without spaces, finds what rotted or was edited by hand.
 */
const FORMAT_VERSION = 1;

/**
 * What was written last; undefined where there is no such file.
 * @throws StarlingError CORRUPTION where it is damaged, CONFIGURATION where it is of a newer format
 */
export async function readStateFile(disk: Disk, path: string): Promise<unknown> {
  const bytes = await disk.readFile(path);
  if (bytes === undefined) return undefined;
  const file = parse(bytes);
  if (file !== undefined && typeof file.format === 'number' && file.format > FORMAT_VERSION) {
    throw new StarlingError(
      'CONFIGURATION',
      `${disk.root}/${path} was written by a newer version of Starling (format ${file.format}, this one reads up to ` +
        `${FORMAT_VERSION}); use that version`,
    );
  }
  if (file === undefined || file.state === undefined || file.sum !== sumOf(file.state)) {
    throw new StarlingError(
      'CORRUPTION',
      `${disk.root}/${path} is damaged: its checksum doesn't fit its content; restore it from a snapshot, or start ` +
        'this peer with an empty data directory',
      { file: path, offset: 0 },
    );
  }
  return file.state;
}

/** Replaces the file, durably, with this value as JSON. Rejects with the operating system's error. */
export async function writeStateFile(disk: Disk, path: string, state: unknown): Promise<void> {
  await disk.replaceFile(path, encodeStateFile(state));
}

/** The bytes of a state file. */
export function encodeStateFile(state: unknown): Uint8Array {
  const text = JSON.stringify({ format: FORMAT_VERSION, sum: sumOf(state), state }, undefined, 2);
  return new TextEncoder().encode(`${text}\n`);
}

function parse(bytes: Uint8Array): { format?: unknown; sum?: unknown; state?: unknown } | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    // Not JSON any more: the caller calls that damage.
    return undefined;
  }
}

function sumOf(state: unknown): string {
  return crc32(JSON.stringify(state)).toString(16).padStart(8, '0');
}
