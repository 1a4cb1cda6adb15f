import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { type Hashed, SUM_WORDS } from '../merkle/hash-tree.ts';
import type { Token } from '../storage/engine.ts';
import { VERSION_BYTES, readVersion, writeVersion } from '../version/version.ts';

const TOKEN_BYTES = 8;
const KEY_VERSION_BYTES = TOKEN_BYTES + VERSION_BYTES;

export function versionsToWire(versions: readonly Hashed[]): Uint8Array {
  const bytes = new Uint8Array(versions.length * KEY_VERSION_BYTES);
  const view = new DataView(bytes.buffer);
  versions.forEach(({ tokenHigh, tokenLow, version }, index) => {
    const at = index * KEY_VERSION_BYTES;
    view.setUint32(at, tokenHigh);
    view.setUint32(at + 4, tokenLow);
    writeVersion(bytes, at + TOKEN_BYTES, version);
  });
  return bytes;
}

/** @throws StarlingError INVALID_ARGUMENT */
export function versionsFromWire(bytes: Uint8Array | null | undefined): Hashed[] {
  const source = bytes ?? new Uint8Array();
  const count = wholeCount(source, KEY_VERSION_BYTES, LIMITS.comparedVersions, 'versions');
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  return Array.from({ length: count }, (_, index) => {
    const at = index * KEY_VERSION_BYTES;
    return {
      tokenHigh: view.getUint32(at),
      tokenLow: view.getUint32(at + 4),
      version: readVersion(source, at + TOKEN_BYTES),
    };
  });
}

export function tokensToWire(tokens: readonly Token[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(tokens.length * TOKEN_BYTES));
  tokens.forEach(({ high, low }, index) => {
    view.setUint32(index * TOKEN_BYTES, high);
    view.setUint32(index * TOKEN_BYTES + 4, low);
  });
  return new Uint8Array(view.buffer);
}

/** @throws StarlingError INVALID_ARGUMENT */
export function tokensFromWire(bytes: Uint8Array | null | undefined): Token[] {
  const source = bytes ?? new Uint8Array();
  const count = wholeCount(source, TOKEN_BYTES, LIMITS.comparedVersions, 'tokens');
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  return Array.from({ length: count }, (_, index) => ({
    high: view.getUint32(index * TOKEN_BYTES),
    low: view.getUint32(index * TOKEN_BYTES + 4),
  }));
}

/** Times go in whole seconds, rounded down: what is true of a floor is true of a lower one. */
export function secondsOf(timeMs: number): number {
  return Math.floor(timeMs / 1000);
}

export function timeOfSeconds(seconds: number | null | undefined): number {
  return (seconds ?? 0) * 1000;
}

/** Sums as the tree gives them. @throws StarlingError INVALID_ARGUMENT where they aren't so many */
export function sumsFromWire(sums: readonly number[] | null | undefined, nodes: number): Uint32Array {
  if (sums?.length === nodes * SUM_WORDS) return Uint32Array.from(sums);
  if (!sums?.length && nodes === 0) return new Uint32Array();
  throw invalid(`${sums?.length ?? 0} numbers are no sums of ${nodes} nodes`);
}

/** @throws StarlingError INVALID_ARGUMENT where there are too many, or one is `end` or more */
export function nodesFromWire(nodes: readonly number[] | null | undefined, end: number): readonly number[] {
  const list = nodes ?? [];
  if (list.length > LIMITS.comparedNodes)
    throw invalid(`${list.length} nodes; a message has up to ${LIMITS.comparedNodes}`);
  const wrong = list.find((node) => node >= end);
  if (wrong !== undefined) throw invalid(`${wrong} is none of ${end} nodes`);
  return list;
}

function wholeCount(bytes: Uint8Array, each: number, limit: number, what: string): number {
  const count = bytes.length / each;
  if (Number.isInteger(count) && count <= limit) return count;
  throw invalid(`${bytes.length} bytes are no ${what} of ${each} each, ${limit} at most`);
}

function invalid(message: string): StarlingError {
  return new StarlingError('INVALID_ARGUMENT', message);
}
