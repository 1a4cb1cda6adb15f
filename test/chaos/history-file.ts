import { formatVersion } from '../../src/version/version.ts';
import type { MortalValue } from '../simulation/checkers/expiry.ts';
import type { Operation } from '../simulation/history.ts';

/** One operation as a line of JSON: `{t0,t1,session,op,key,value,version,result}`, times in ms since the beginning. */
export function lineOf({ session, key, startMs, endMs, action, outcome }: Operation): string {
  const { kind } = outcome;
  const version = kind === 'error' ? undefined : outcome.version;
  return JSON.stringify({
    t0: round(startMs),
    t1: round(endMs),
    session,
    op: action.kind,
    key,
    value: action.kind === 'put' ? action.value : kind === 'read' ? (outcome.value ?? null) : undefined,
    version: version && formatVersion(version),
    result: kind === 'error' ? outcome.error.code : 'ok',
  });
}

/** The same of a value that expires, and of each look at it: `ttlMs` is what was asked, `expiresAtMs` what was answered. */
export function linesOf({ key, value, ttlMs, askedMs, writtenMs, sightings }: MortalValue): string[] {
  const put = { t0: round(askedMs), op: 'put', key, value, ttlMs };
  return [
    JSON.stringify(
      writtenMs === undefined
        ? { ...put, result: 'unknown' }
        : { ...put, t1: round(writtenMs), result: 'ok' },
    ),
    ...sightings.map(({ startMs, endMs, value: seen, expiresAtMs }) =>
      JSON.stringify({
        t0: round(startMs),
        t1: round(endMs),
        op: 'get',
        key,
        value: seen ?? null,
        expiresAtMs,
        result: 'ok',
      }),
    ),
  ];
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
